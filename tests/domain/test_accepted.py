"""What is just within the rules: the same day, the day beside, the other of two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from domain.acts import Office
from domain.classification import classification_id
from domain.evaluation import EvaluationReceived, Purpose, StatedMeeting
from domain.introduction.events import ATTENDANCE
from domain.meeting import MeetingKind
from domain.report import AskOutcome
from tests import year
from tests.domain.refused.reviews import CELLS_DECIDE
from tests.paper import Paper, Pen
from tests.scenario import given
from tests.year import after, before


class Edge(NamedTuple):
    """Given these papers, this one is accepted; ``case`` says why one might think otherwise."""

    case: str
    given: tuple[Paper | Pen, ...]
    when: Paper


# On the very day on which the ground is dated.
THE_SAME_DAY = [
    Edge(f"{year.name_of(paper)} on the day of its ground", before(paper), paper.on(day))
    for paper, day in (
        (year.ISSUED, date(2026, 2, 9)),
        (year.RECEIVED, date(2026, 3, 2)),
        (year.RETURNED, date(2026, 2, 10)),
        (year.LETTER_VOIDED, date(2026, 2, 18)),
        (year.FORWARDED, date(2026, 3, 9)),
        (year.SLIP_RETURNED, date(2026, 3, 9)),
        (year.SLIP_FILED, date(2026, 3, 11)),
        (year.NOTICES_DELIVERED, date(2026, 6, 1)),
        (year.ATTENDANCE_RECORDED, date(2026, 6, 12)),
        (year.CONTENT_RECORDED, date(2026, 6, 12)),
        (year.EXCUSED, date(2026, 6, 12)),
        (year.REMINDED, date(2026, 6, 12)),
        (year.REPORTED, date(2026, 6, 12)),
        (year.CANCELLED, date(2026, 8, 10)),
        (year.FOCUS_LIST_NAMED, date(2026, 10, 12)),
        (year.REQUEST_WITHDRAWN, date(2026, 10, 15)),
        (year.WRITTEN, date(2026, 11, 9)),
        (year.SIGNED, date(2026, 11, 10)),
        (year.CONFIRMED, date(2026, 11, 11)),
        (year.SENT, date(2026, 11, 12)),
        (year.ARRIVED, date(2026, 11, 10)),
        (year.SENT_BACK, date(2026, 11, 17)),
        (year.CONSOLIDATED, date(2026, 11, 27)),
        (year.FILED, date(2026, 12, 1)),
        (year.ABSENCE_ANSWERED, date(2026, 7, 1)),
        (year.FEEDBACK_GIVEN, date(2026, 11, 27)),
        (year.OPINION_DISCLOSED, date(2026, 11, 27)),
        (year.STATEMENT_RECORDED, date(2026, 11, 27)),
        (year.PROPOSAL_RESOLVED, date(2026, 11, 17)),
        (year.REPORT_SENT, date(2026, 3, 9)),
        (year.REPORT_ANSWERED, date(2026, 8, 3)),
        (year.LETTER_ASK_ANSWERED, date(2026, 8, 5)),
    )
]

# An end, or a last day, on the first one.
ONE_DAY = [
    Edge(f"{year.name_of(paper)} with {field} on the first day", before(paper), changed)
    for paper, field, day in (
        (year.SECRETARY_APPOINTED, "until", date(2026, 1, 2)),
        (year.DEPUTY_RELIEVED, "on", date(2026, 1, 2)),
        (year.COMMITTEE_ELECTED, "until", date(2026, 1, 5)),
        (year.EXEMPTION_GRANTED, "until", date(2026, 9, 7)),
        (year.EXEMPTION_ENDED, "on", date(2026, 9, 7)),
        (year.SUSPENDED, "until", date(2026, 10, 1)),
        (year.RESUMED, "on", date(2026, 10, 1)),
        (year.DEPARTED, "on", date(2026, 2, 2)),
        (year.CLOSED, "on", date(2026, 3, 9)),
        (year.ROUND_CLOSED, "on", date(2026, 10, 12)),
    )
    for changed in (paper.but(**{field: day}),)
]

EDGES = [
    *THE_SAME_DAY,
    *ONE_DAY,
    Edge(
        "another office beside the secretary's",
        after(year.SECRETARY_APPOINTED),
        year.SECRETARY_APPOINTED.but(officer=year.CUONG, office=Office.CELL_SECRETARY),
    ),
    Edge(
        "the same secretary appointed anew",
        after(year.SECRETARY_APPOINTED),
        year.SECRETARY_APPOINTED.but(from_=date(2026, 5, 1)),
    ),
    Edge(
        "another secretary once the term is over",
        (
            *before(year.SECRETARY_APPOINTED),
            year.SECRETARY_APPOINTED.but(until=date(2026, 4, 30)),
        ),
        year.SECRETARY_APPOINTED.but(officer=year.CUONG, from_=date(2026, 5, 1)),
    ),
    Edge(
        "back on the day of departure",
        after(year.DEPARTED),
        year.ENROLLED.on(date(2026, 12, 31)),
    ),
    Edge(
        "exempt from the day after another exemption",
        after(year.EXEMPTION_GRANTED),
        year.EXEMPTION_GRANTED.but(
            exemption_no=2, from_=date(2026, 10, 1), until=date(2026, 10, 31)
        ),
    ),
    Edge(
        "exempt until the day before another exemption",
        after(year.EXEMPTION_GRANTED),
        year.EXEMPTION_GRANTED.but(exemption_no=2, from_=date(2026, 9, 1), until=date(2026, 9, 6)),
    ),
    Edge(
        "suspended again from the day of the return",
        after(year.RESUMED),
        year.SUSPENDED.but(from_=date(2026, 10, 8)),
    ),
    Edge(
        "a letter without a draft, on the day on which the last one came back",
        after(year.RETURNED),
        year.ISSUED_AGAIN.on(date(2026, 2, 16)),
    ),
    Edge(
        "a slip for a link that was carried over",
        before(year.DRAFTED),
        replace(year.SLIP_RETURNED.but(attempt=1), stream=year.DINH_LINK),
    ),
    Edge(
        "followed by the secretary of the receiving committee",
        before(year.MONITORED),
        year.MONITORED.but(monitor=year.HOA),
    ),
    Edge(
        "called for the same day",
        before(year.CONVENED),
        year.CONVENED.on(date(2026, 6, 12)),
    ),
    Edge(
        "held on the day of the call",
        (*before(year.CONVENED), year.CONVENED.on(date(2026, 6, 12))),
        year.HELD,
    ),
    Edge(
        "told on the day of the meeting",
        before(year.NOTICES_DELIVERED),
        year.NOTICES_DELIVERED.on(date(2026, 6, 12)),
    ),
    Edge(
        "a meeting that is not periodic, for no half-year",
        before(year.CONVENED),
        year.CONVENED.but(kind=MeetingKind.OTHER, period=None),
    ),
    Edge(
        "feedback on attendance, on the day on which the link was opened",
        after(year.RECEIVED),
        year.FEEDBACK_GIVEN.but(on=ATTENDANCE).on(date(2026, 3, 9)),
    ),
    Edge(
        "feedback on a report",
        after(year.REPORT_SENT),
        year.FEEDBACK_GIVEN.but(on=str(year.REPORT)).on(date(2026, 8, 3)),
    ),
    Edge(
        "a notice answered after the departure",
        before(year.ABSENCE_ANSWERED),
        year.ABSENCE_ANSWERED.on(date(2027, 1, 8)),
    ),
    Edge(
        "the member told a second time",
        after(year.OPINION_DISCLOSED),
        year.OPINION_DISCLOSED.on(date(2026, 12, 8)),
    ),
    Edge(
        "a letter that follows, for a member who is not named",
        before(year.LETTER_ASK_ANSWERED),
        year.LETTER_ASK_ANSWERED.but(outcome=AskOutcome.LETTER_FOLLOWS),
    ),
    Edge(
        "a letter that follows, for a member",
        before(year.LETTER_ASK_ANSWERED),
        year.LETTER_ASK_ANSWERED.but(outcome=AskOutcome.LETTER_FOLLOWS, member=year.DINH),
    ),
    Edge(
        "quoted from a paper older than the year",
        before(year.REFERENCE_RECORDED),
        year.REFERENCE_RECORDED.on(date(2025, 12, 20)),
    ),
    Edge(
        "quoted in the committee that the member has left",
        before(year.REFERENCE_RECORDED),
        year.REFERENCE_RECORDED.but(body=year.WORKPLACE).on(date(2027, 1, 12)),
    ),
    Edge(
        "quoted in the cell in which the member was before",
        before(year.REFERENCE_RECORDED),
        year.REFERENCE_RECORDED.but(body=year.CELL),
    ),
    Edge(
        "a year reviewed on its first day",
        before(year.REVIEW_HELD),
        year.REVIEW_HELD.on(date(2026, 1, 1)),
    ),
    Edge(
        "a year reviewed after its last day",
        before(year.STOCK_TAKEN),
        year.STOCK_TAKEN.on(date(2027, 1, 12)),
    ),
    Edge(
        "classified by the cell where the cells decide",
        (*before(year.CLASSIFIED), CELLS_DECIDE),
        year.CLASSIFIED.but(decided_by=year.OTHER_CELL),
    ),
    Edge(
        "a member kept secret is classified too",
        before(year.CLASSIFIED),
        replace(year.CLASSIFIED.but(member=year.DINH), stream=classification_id(year.DINH, 2026)),
    ),
    Edge(
        "the yearly evaluation, unasked",
        (*before(year.REQUESTED), year.AGREED),
        year.WRITTEN,
    ),
    Edge(
        "another evaluation, asked for",
        (*after(year.REQUESTED_IN_VAIN), year.AGREED),
        replace(year.WRITTEN.but(purpose=Purpose.REWARD), stream=year.REWARD_EVALUATION),
    ),
]


@pytest.mark.parametrize("edge", EDGES, ids=lambda edge: edge.case)
def test_it_is_accepted(edge: Edge) -> None:
    given(*edge.given).when(edge.when).then(edge.when)


# Of a slip on paper, what it says itself about the meeting behind it is all that is known.


@pytest.mark.parametrize(
    ("front_present", "defects"), [(True, ()), (False, ("NO_FRONT",))], ids=["with", "without"]
)
def test_a_slip_on_paper_speaks_for_its_own_meeting(
    front_present: bool, defects: tuple[str, ...]
) -> None:
    stated = StatedMeeting(held_on=None, front_present=front_present)
    written = year.WRITTEN.but(rests_on=None, stated_meeting=stated).transcribed()
    arrived = year.ARRIVED.transcribed()
    chain = (year.SIGNED, year.CONFIRMED, year.SENT)
    entry = given(*before(year.AGREED), written, *chain, arrived).entry_of[arrived]
    assert isinstance(entry, EvaluationReceived)
    assert entry.defects == defects


def test_what_the_member_said_is_known_again_though_he_spoke_since() -> None:
    later = year.STATEMENT_RECORDED.on(date(2026, 12, 10))
    given(*after(year.STATEMENT_RECORDED), later).when(year.STATEMENT_RECORDED).then()
