"""What passed between two committees belongs to the two that its papers name."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.acts import Side, Via
from domain.coordination import CoordinationAgreed, coordination_id
from domain.entries import EntryVoided
from domain.evaluation import EvaluationRequested, EvaluationSent, Purpose, evaluation_id
from domain.introduction.events import AbsenceReported, ClosingReason, LetterReceived, LinkClosed
from domain.introduction.link import link_id
from domain.member import MemberDeparted
from domain.reconciliation import RosterStated, reconciliation_id
from domain.report import LetterAsked, letter_ask_id
from projections.exchanges.exchanged import Exchanged
from projections.exchanges.table import exchanged_between, exchanged_by
from projections.models import MODELS
from projections.viewpoint import Viewpoint
from tests.projections.asking import built
from tests.projections.conftest import Places
from tests.projections.world import COMMITTEES, MEMBERS, RECEIVERS, World, declare, enroll, issue

MEMBER, WARD = MEMBERS[0], RECEIVERS[1]
FIRST, SECOND = COMMITTEES[1], COMMITTEES[0]
LINK = link_id(MEMBER, 1)
SLIP = evaluation_id(LINK, Purpose.ANNUAL, 2026)


def handed_on() -> World:
    """Introduced by one committee, asked about, and introduced again by the next one."""
    new = World()
    enroll(new, MEMBER, date(2026, 1, 5), number=1)
    declare(new, MEMBER, date(2026, 1, 6), body=WARD)
    issue(new, MEMBER, date(2026, 1, 8))
    new.write(LINK, LetterReceived, date(2026, 1, 20), attempt=1, by=WARD, via=Via.POST)
    told = {"meetings": (), "number": None, "note": None}
    new.write(LINK, AbsenceReported, date(2026, 6, 20), **told)
    about = {"link": LINK, "purpose": Purpose.ANNUAL, "year": 2026, "number": None}
    day = date(2026, 11, 1)
    new.write(SLIP, EvaluationRequested, day, **about, answer_by=date(2026, 12, 1))
    gone = {"enrolment": f"{MEMBER}/1", "reason": "TRANSFERRED_OUT", "to": SECOND}
    new.write(MEMBER, MemberDeparted, date(2026, 11, 10), **gone, on=date(2026, 11, 10))
    enroll(new, MEMBER, date(2026, 11, 11), number=0)
    closed = {"attempt": 1, "reason": ClosingReason.DEPARTED, "notice_number": None}
    new.write(LINK, LinkClosed, date(2026, 11, 12), on=date(2026, 11, 12), **closed)
    issue(new, MEMBER, date(2026, 11, 14), attempt=2)
    new.write(LINK, LetterReceived, date(2026, 11, 16), attempt=2, by=WARD, via=Via.POST)
    new.write(LINK, AbsenceReported, date(2026, 12, 20), **told)
    new.write(SLIP, EvaluationSent, date(2026, 11, 20), via=Via.POST, number=None)
    return new


def passed(places: Places, new: World, workplace: UUID, day: date) -> list[Exchanged]:
    views, viewpoint = built(places, MODELS, new.events), Viewpoint(day, len(new.events))
    found = exchanged_by(views, [workplace], 2026, viewpoint)
    assert exchanged_between(views, [workplace], [WARD], 2026, viewpoint) == found
    assert exchanged_between(views, [workplace], [RECEIVERS[0]], 2026, viewpoint) == []
    return found


def told(found: list[Exchanged]) -> list[tuple[str, int]]:
    return [(one.topic, one.done_on.month) for one in found]


def test_each_workplace_has_what_passed_under_its_own_letter(places: Places) -> None:
    new, end = handed_on(), date(2026, 12, 31)
    assert told(passed(places, new, FIRST, end)) == [
        ("letter.issued", 1),
        ("letter.received", 1),
        ("absence.reported", 6),
        ("evaluation.requested", 11),
        ("link.closed", 11),
        ("evaluation.sent", 11),
    ]
    assert told(passed(places, new, SECOND, end)) == [
        ("letter.issued", 11),
        ("letter.received", 11),
        ("absence.reported", 12),
    ]


def test_it_says_whose_act_it_was_and_what_it_says(places: Places) -> None:
    found = passed(places, handed_on(), FIRST, date(2026, 12, 31))
    assert [(one.side, one.detail) for one in found] == [
        (Side.WORKPLACE, None),
        (Side.RESIDENCE, None),
        (Side.RESIDENCE, None),
        (Side.WORKPLACE, "ANNUAL"),
        (Side.WORKPLACE, "DEPARTED"),
        (Side.RESIDENCE, "ANNUAL"),
    ]
    assert {one.member for one in found} == {MEMBER}


def test_what_was_struck_or_is_of_a_later_day_did_not_pass(places: Places) -> None:
    new = handed_on()
    assert told(passed(places, new, FIRST, date(2026, 6, 19))) == [
        ("letter.issued", 1),
        ("letter.received", 1),
    ]
    new.write(LINK, EntryVoided, date(2026, 12, 22), event=f"{LINK}/3", reason="x")
    topics = [one.topic for one in passed(places, new, FIRST, date(2026, 12, 31))]
    assert "absence.reported" not in topics


def test_lists_agreements_and_requests_for_letters_are_of_the_two_that_they_name(
    places: Places,
) -> None:
    new = handed_on()
    as_on = date(2026, 6, 30)
    for by, about in ((WARD, FIRST), (FIRST, WARD)):
        stream = reconciliation_id(FIRST, WARD, as_on)
        facts = {"by": by, "about": about, "as_on": as_on, "entries": ()}
        new.write(stream, RosterStated, date(2026, 7, 3), **facts)
    both = {"workplace": FIRST, "residence": WARD, "figures": {}, "signers": ()}
    day = date(2026, 2, 1)
    new.write(coordination_id(FIRST, WARD), CoordinationAgreed, day, **both, from_=day, until=None)
    asking = letter_ask_id(WARD, FIRST, "token", 2026)
    person = {name: new.sealed(asking, name) for name in ("full_name", "grounds")}
    rest = {"birth_date": None, "dwelling": None}
    new.write(asking, LetterAsked, date(2026, 8, 1), by=WARD, to=FIRST, **person, **rest)
    found = {(one.topic, one.side): one for one in passed(places, new, FIRST, date(2026, 12, 31))}
    assert ("roster.stated", Side.WORKPLACE) in found
    assert ("roster.stated", Side.RESIDENCE) in found
    assert ("coordination.agreed", None) in found
    assert found["letter.asked", Side.RESIDENCE].member is None
