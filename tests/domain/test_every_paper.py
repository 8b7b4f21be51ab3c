"""What holds for every event class alike, tried on each paper of the year."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NoReturn

import eventsourcing.domain
import pytest

from domain.acts import Transcription, Via
from domain.decisions import VIETNAM
from domain.entries import EntryCorrected, EntryVoided, Event
from domain.evaluation import ProposalOutcome, Purpose
from domain.introduction.events import AbsenceOutcome, ClosingReason, VoidReason
from domain.meeting import NoticeWay
from domain.member import How
from domain.private import Private
from domain.reconciliation import DifferenceAnswer
from domain.refusals import BeforeItsGround, FutureDate, OtherFactsOnRecord
from domain.report import ReportKind, ReportOutcome
from domain.round import RoundMode
from tests import year
from tests.event_classes import event_classes
from tests.paper import Paper
from tests.scenario import given
from tests.year import YEAR, after, before, name_of

PAPERS = [paper for paper in YEAR if isinstance(paper, Paper)]
KEYED = [paper for paper in PAPERS if paper.kind.NATURAL_KEY is not None]

# A paper of the year, and the same paper as somebody else has it.
SAYS_OTHERWISE: list[tuple[Paper, Paper]] = [
    (year.WORKPLACE_REGISTERED, year.WORKPLACE_REGISTERED.but(symbol="ĐU")),
    (year.SECRETARY_APPOINTED, year.SECRETARY_APPOINTED.but(until=date(2026, 12, 31))),
    (year.DEPUTY_RELIEVED, year.DEPUTY_RELIEVED.but(on=date(2026, 7, 2))),
    (year.COMMITTEE_ELECTED, year.COMMITTEE_ELECTED.but(members=(year.MINH,))),
    (year.RULES_ADOPTED, year.RULES_ADOPTED.but(figures={})),
    (year.ENROLLED, year.ENROLLED.but(how=How.ADMITTED)),
    (year.CELL_ASSIGNED, year.CELL_ASSIGNED.on(date(2026, 9, 2))),
    (year.RESIDENCE_DECLARED, year.RESIDENCE_DECLARED.but(household="d" * 64)),
    (year.EXEMPTION_GRANTED, year.EXEMPTION_GRANTED.but(until=date(2026, 10, 30))),
    (year.EXEMPTION_ENDED, year.EXEMPTION_ENDED.but(on=date(2026, 9, 22))),
    (year.SUSPENDED, year.SUSPENDED.but(until=date(2026, 10, 30))),
    (year.RESUMED, year.RESUMED.but(on=date(2026, 10, 9))),
    (year.DEPARTED, year.DEPARTED.but(on=date(2026, 12, 30))),
    (year.DRAFTED, year.DRAFTED.but(to_cell=year.QUARTER)),
    (year.ISSUED, year.ISSUED.but(number="16-GT/ĐU")),
    (year.ISSUED, year.ISSUED.on(date(2026, 2, 11))),
    (year.RECEIVED, year.RECEIVED.but(via=Via.POST)),
    (year.RETURNED, year.RETURNED.but(by=year.OTHER_WARD)),
    (year.LETTER_VOIDED, year.LETTER_VOIDED.but(reason=VoidReason.NOT_NEEDED)),
    (year.SLIP_RETURNED, year.SLIP_RETURNED.but(number="8-PB/ĐU")),
    (year.SLIP_FILED, year.SLIP_FILED.but(file_ref="HS-22/2026")),
    (year.CARRIED_OVER, year.CARRIED_OVER.but(letter_number="89-GT/ĐU")),
    (year.LISTED, year.LISTED.on(date(2026, 3, 13))),
    (year.REMINDED, year.REMINDED.but(by_side=year.W)),
    (year.REPORTED, year.REPORTED.but(number="10-TB/CB")),
    (year.FEEDBACK_GIVEN, year.FEEDBACK_GIVEN.but(note=None)),
    (year.CLOSED, year.CLOSED.but(reason=ClosingReason.VOIDED)),
    (year.CONVENED, year.CONVENED.but(about="Sơ kết")),
    (year.NOTICES_DELIVERED, year.NOTICES_DELIVERED.but(via=NoticeWay.CALL)),
    (year.HELD, year.HELD.but(partial=False)),
    (year.EXCUSED, year.EXCUSED.but(decided_by=year.LAN)),
    (year.CANCELLED, year.CANCELLED.but(reason="mưa")),
    (year.ROUND_OPENED, year.ROUND_OPENED.but(mode=RoundMode.ALL)),
    (year.FOCUS_LIST_NAMED, year.FOCUS_LIST_NAMED.but(entries=())),
    (year.ROUND_CLOSED, year.ROUND_CLOSED.but(on=date(2026, 12, 30))),
    (year.AGREED, year.AGREED.but(considered=())),
    (year.REQUESTED, year.REQUESTED.but(answer_by=date(2026, 12, 6))),
    (year.REQUEST_WITHDRAWN, year.REQUEST_WITHDRAWN.but(reason="nhầm")),
    (year.SIGNED, year.SIGNED.but(signer=year.LAN)),
    (year.CONFIRMED, year.CONFIRMED.but(sealed=False)),
    (year.SENT, year.SENT.but(via=Via.MEMBER)),
    (year.ARRIVED, year.ARRIVED.but(purpose=Purpose.REWARD)),
    (year.SENT_BACK, year.SENT_BACK.but(answer_by=date(2026, 12, 4))),
    (year.SENT_BACK, year.SENT_BACK.but(defects=("WRONG_FORM",))),
    (year.CONSOLIDATED, year.CONSOLIDATED.but(cell=year.CELL)),
    (year.FILED, year.FILED.but(file_ref="HS-22/2026")),
    (year.ABSENCE_ANSWERED, year.ABSENCE_ANSWERED.but(outcome=AbsenceOutcome.EXPLAINED)),
    (year.STATUS_NOTIFIED, year.STATUS_NOTIFIED.but(number="34-TB/ĐU")),
    (year.REPORT_SENT, year.REPORT_SENT.but(kind=ReportKind.COMMENDING)),
    (year.REPORT_ANSWERED, year.REPORT_ANSWERED.but(outcome=ReportOutcome.SUBSTANTIATED)),
    (year.LETTER_ASKED, year.LETTER_ASKED.but(birth_date=None)),
    (year.LETTER_ASK_ANSWERED, year.LETTER_ASK_ANSWERED.but(member=year.AN)),
    (year.PROPOSAL_RESOLVED, year.PROPOSAL_RESOLVED.but(outcome=ProposalOutcome.ACTED)),
    (year.STATEMENT_RECORDED, year.STATEMENT_RECORDED.but(statement=None)),
    (year.REVIEW_HELD, year.REVIEW_HELD.but(regulation_item=False)),
    (year.REFERENCE_RECORDED, year.REFERENCE_RECORDED.but(source="Lời kể")),
    (year.STOCK_TAKEN, year.STOCK_TAKEN.but(commended=3)),
    (year.INSPECTED, year.INSPECTED.but(of=(year.CELL,))),
    (year.DISSEMINATED, year.DISSEMINATED.but(to=(year.CELL,))),
    (year.CLASSIFIED, year.CLASSIFIED.but(level="EXCELLENT")),
    (year.COORDINATION_AGREED, year.COORDINATION_AGREED.but(figures={})),
    (year.COORDINATION_ENDED, year.COORDINATION_ENDED.but(on=date(2026, 12, 30))),
    (year.ROSTER_STATED, year.ROSTER_STATED.but(entries=())),
    (year.DIFFERENCE_ANSWERED, year.DIFFERENCE_ANSWERED.but(answer=DifferenceAnswer.MENDED)),
    (year.SNOOZED, year.SNOOZED.but(until=date(2026, 12, 21))),
    (year.EXPLAINED, year.EXPLAINED.but(accepted_by=year.LAN)),
    (year.RECOGNIZED, year.RECOGNIZED.on(date(2027, 1, 16))),
    (year.TRANSFER_DECIDED, year.TRANSFER_DECIDED.but(to_name="Đảng ủy Viện Quy hoạch")),
    (year.TRANSFER_REVOKED, year.TRANSFER_REVOKED.but(on=date(2026, 12, 11))),
    (year.MERGED_WARD_PLACED, year.MERGED_WARD_PLACED.but(parent=year.WARD)),
    (year.OTHER_WARD_RENAMED, year.OTHER_WARD_RENAMED.but(symbol="ĐU")),
    (year.OTHER_WARD_DISSOLVED, year.OTHER_WARD_DISSOLVED.but(on=date(2026, 12, 30))),
    (year.OTHER_WARD_SUCCEEDED, year.OTHER_WARD_SUCCEEDED.but(cells=())),
    (year.ERASED, year.ERASED.but(scope="NAME")),
]


def says_it_all(kind: type[Event]) -> bool:
    """Tell whether the key holds every fact, or the payload itself: then nothing can differ."""
    key = set(kind.NATURAL_KEY or ())
    own = {field.name for field in fields(kind)} - {field.name for field in fields(Event)}
    return "digest" in key or own | {"occurred_on"} <= key


def is_private(fact: object) -> bool:
    """Tell whether a fact is private or holds one that is, in a record or a list of them."""
    if isinstance(fact, tuple):
        return any(map(is_private, fact))
    if is_dataclass(fact) and not isinstance(fact, Private | Paper):
        return any(is_private(getattr(fact, field.name)) for field in fields(fact))
    return isinstance(fact, Private)


COMPARABLE = [
    paper
    for paper in KEYED
    if "digest" not in (paper.kind.NATURAL_KEY or ())
    and not any(map(is_private, paper.facts.values()))
]


def test_the_year_has_every_event_class() -> None:
    struck_through = {EntryCorrected, EntryVoided}
    assert {paper.kind for paper in PAPERS} | struck_through == set(event_classes().values())


def test_the_year_is_accepted_in_its_order() -> None:
    assert len(given(*YEAR).log) == len(YEAR)


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_a_paper_is_entered_as_it_stands(paper: Paper) -> None:
    given(*before(paper)).when(paper).then(paper)


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_the_other_sides_paper_is_entered_with_its_source_and_no_defect(paper: Paper) -> None:
    copy = paper.transcribed()
    scenario = given(*before(paper)).when(copy).then(copy)
    entry = scenario.entry_of[copy]
    assert entry.transcribed == copy.copied_from
    assert getattr(entry, "defects", ()) == paper.facts.get("defects", ())


def test_an_entry_has_the_envelope_of_its_act() -> None:
    entry = given(*YEAR).entry_of[year.ISSUED]
    act = year.ISSUED.act
    envelope = (entry.timestamp, entry.occurred_on, entry.command_id, entry.digest, entry.actor)
    assert envelope == (act.recorded_at, act.occurred_on, act.command_id, act.digest, act.actor)
    assert entry.position == 0
    assert entry.id == f"{year.LINK}/2"


@pytest.mark.parametrize(
    ("day", "rule_set"), [(date(2019, 12, 31), "76-2000"), (date(2020, 1, 2), "213-2020")], ids=str
)
def test_an_entry_names_the_rule_set_of_its_own_day(day: date, rule_set: str) -> None:
    paper = year.WORKPLACE_REGISTERED.on(day)
    assert given(paper).entry_of[paper].rule_set == rule_set


# Twice.


@pytest.mark.parametrize("paper", KEYED, ids=name_of)
def test_the_same_paper_twice_makes_no_second_entry(paper: Paper) -> None:
    given(*after(paper)).when(paper).then()


@pytest.mark.parametrize("paper", COMPARABLE, ids=name_of)
def test_nor_does_it_under_another_key(paper: Paper) -> None:
    given(*after(paper)).when(paper.but()).then()


def test_under_another_key_nobody_can_tell_that_a_private_fact_is_the_same() -> None:
    given(*after(year.ENROLLED)).when(year.ENROLLED.but()).refused(OtherFactsOnRecord)


def test_the_entry_of_the_first_time_is_given_back() -> None:
    scenario = given(*YEAR)
    first = scenario.entry_of[year.ISSUED]
    assert scenario.when(year.ISSUED).entry_of[year.ISSUED] is first


def test_what_was_struck_may_be_entered_again() -> None:
    struck = year.REMINDED_BY_MISTAKE
    given(*after(year.REMINDER_VOIDED)).when(struck).then(struck)


@pytest.mark.parametrize(
    ("first", "second"),
    SAYS_OTHERWISE,
    ids=[f"{name_of(first)}-{n}" for n, (first, _) in enumerate(SAYS_OTHERWISE)],
)
def test_the_same_paper_with_other_facts_is_refused(first: Paper, second: Paper) -> None:
    given(*after(first)).when(second).refused(OtherFactsOnRecord)


def test_every_class_that_can_say_otherwise_was_tried() -> None:
    tried = {first.kind for first, _ in SAYS_OTHERWISE}
    assert tried == {paper.kind for paper in KEYED if not says_it_all(paper.kind)}


# The day of entry.


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_a_paper_is_entered_on_its_day_in_vietnam_and_not_before(paper: Paper) -> None:
    midnight = datetime.combine(paper.day, time(), VIETNAM)
    late = replace(paper, entered=midnight.astimezone(UTC))
    early = replace(paper, entered=late.entered - timedelta(microseconds=1))
    given(*before(paper)).when(early).refused(FutureDate)
    given(*before(paper)).when(late).then(paper)


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_no_paper_arrives_before_its_own_date(paper: Paper) -> None:
    arrived = Transcription(year.WARD, "SLIP", "7-PB/ĐU", paper.day - timedelta(days=1))
    given(*before(paper)).when(replace(paper, copied_from=arrived)).refused(BeforeItsGround)


def test_a_copy_is_entered_when_its_paper_has_arrived() -> None:
    arrives = Transcription(year.WARD, "RECEIPT", "7-PB/ĐU", arrived_on=date(2027, 2, 1))
    copy = replace(year.SLIP_RETURNED, copied_from=arrives)
    given(*before(year.SLIP_RETURNED)).when(copy).refused(FutureDate)


# No clock.


def test_the_domain_reads_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> NoReturn:
        raise AssertionError("the domain asked what time it is")

    monkeypatch.setattr(eventsourcing.domain, "datetime_now_with_tzinfo", refuse)
    with pytest.raises(AssertionError, match="what time it is"):
        Event.create_timestamp()
    assert {type(entry) for entry in given(*YEAR).log} == set(event_classes().values())
