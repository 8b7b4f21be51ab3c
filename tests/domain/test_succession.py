"""A body acts until its last day, then its successor does, papers under way included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from domain.acts import Office
from domain.collective_meeting import collective_meeting_id
from tests import year
from tests.merger import (
    NEW_QUARTER,
    NEW_QUARTER_DEPUTY,
    NEW_QUARTER_SECRETARY,
    NEW_SECRETARY,
    NEW_WARD_SECRETARY,
    NEW_WORKPLACE,
    quarter_merged,
    ward_merged,
    workplace_merged,
)
from tests.paper import Paper, Pen
from tests.scenario import given
from tests.year import MERGED_WARD, before


class Case(NamedTuple):
    """Given these papers, this one is accepted."""

    case: str
    given: tuple[Paper | Pen, ...]
    when: Paper


MARCH_FIRST, MARCH_FIFTH, JUNE_FIFTH = date(2026, 3, 1), date(2026, 3, 5), date(2026, 6, 5)
IN_NOVEMBER = date(2026, 11, 11)
AT_RESIDENCE = [
    Case(
        "a letter under way is received by the successor",
        (*before(year.RECEIVED), *ward_merged(MARCH_FIFTH)),
        year.RECEIVED.but(by=MERGED_WARD),
    ),
    Case(
        "and was received by the predecessor, where the paper is older",
        (*before(year.RECEIVED), *ward_merged(date(2026, 3, 10))),
        year.RECEIVED,
    ),
    Case(
        "it is sent back by the successor",
        (*before(year.RETURNED), *ward_merged(date(2026, 2, 12))),
        year.RETURNED.but(by=MERGED_WARD),
    ),
    Case(
        "a letter is written to the successor of where the member lives",
        (*before(year.ISSUED_AT_LAST), *ward_merged(MARCH_FIRST)),
        year.ISSUED_AT_LAST.but(to_body=MERGED_WARD),
    ),
    Case(
        "a member goes to a cell that passed under the successor",
        (*before(year.FORWARDED), *ward_merged(date(2026, 3, 10))),
        year.FORWARDED,
    ),
    Case(
        "a member goes to the cell that took over",
        (*before(year.FORWARDED), *quarter_merged(date(2026, 3, 10))),
        year.FORWARDED.but(cell=NEW_QUARTER),
    ),
    Case(
        "the slip is signed by the successor's secretary",
        (*before(year.SLIP_RETURNED), *ward_merged(date(2026, 3, 11)), NEW_WARD_SECRETARY),
        year.SLIP_RETURNED,
    ),
    Case(
        "a group passes with its cell",
        (*before(year.GROUPED), *quarter_merged(date(2026, 3, 12))),
        year.GROUPED,
    ),
    Case(
        "an officer of the cell that took over follows the member",
        (*before(year.MONITORED), *quarter_merged(date(2026, 3, 12)), NEW_QUARTER_SECRETARY),
        year.MONITORED.but(monitor=year.MINH),
    ),
    Case(
        "the stay goes on under the successor",
        (*before(year.DRAFTED), *ward_merged(date(2026, 2, 5))),
        year.RESIDENCE_DECLARED.on(date(2026, 2, 8)).but(
            body=MERGED_WARD, neighborhood_token="b" * 64
        ),
    ),
    Case(
        "a meeting that the predecessor called is held by the cell that took over",
        (*before(year.HELD), *quarter_merged(JUNE_FIFTH)),
        year.HELD.but(cell=NEW_QUARTER),
    ),
    Case(
        "those of the predecessor are told of it",
        (*before(year.NOTICES_DELIVERED), *quarter_merged(JUNE_FIFTH)),
        year.NOTICES_DELIVERED,
    ),
    Case(
        "the cell that took over considers who came to it",
        (*before(year.AGREED), *quarter_merged(date(2026, 11, 2)), NEW_QUARTER_SECRETARY),
        replace(year.AGREED, stream=collective_meeting_id(NEW_QUARTER, date(2026, 11, 9))).but(
            cell=NEW_QUARTER, sat=(year.MINH,), of=1
        ),
    ),
    Case(
        "it signs what the predecessor drafted",
        (*before(year.SIGNED), *quarter_merged(IN_NOVEMBER), NEW_QUARTER_DEPUTY),
        year.SIGNED.but(signer=year.LAN, office=Office.CELL_DEPUTY_SECRETARY),
    ),
    Case(
        "the successor confirms what its predecessor's cell has signed",
        (*before(year.CONFIRMED), *ward_merged(date(2026, 11, 12)), NEW_WARD_SECRETARY),
        year.CONFIRMED,
    ),
]
AT_WORKPLACE = [
    Case(
        "the successor introduces the member who was enrolled in its predecessor",
        (*before(year.ISSUED), *workplace_merged(date(2026, 2, 5)), NEW_SECRETARY),
        year.ISSUED.but(issuer=NEW_WORKPLACE),
    ),
    Case(
        "its cells have passed with their members",
        (*before(year.CELL_ASSIGNED), *workplace_merged(JUNE_FIFTH)),
        year.CELL_ASSIGNED,
    ),
    Case(
        "its list in the round of its predecessor names the predecessor's members",
        (*before(year.FOCUS_LIST_NAMED), *workplace_merged(date(2026, 10, 13))),
        year.FOCUS_LIST_NAMED,
    ),
    Case(
        "it classifies the member",
        (*before(year.CLASSIFIED), *workplace_merged(date(2026, 12, 1)), NEW_SECRETARY),
        year.CLASSIFIED.but(decided_by=NEW_WORKPLACE),
    ),
    Case(
        "it answers that a letter will follow",
        (*before(year.LETTER_ASK_ANSWERED), *workplace_merged(date(2026, 8, 6))),
        year.LETTER_ASK_ANSWERED,
    ),
]


@pytest.mark.parametrize("case", [*AT_RESIDENCE, *AT_WORKPLACE], ids=lambda case: case.case)
def test_the_successor_goes_on_with_the_papers_under_way(case: Case) -> None:
    given(*case.given).when(case.when).then(case.when)


def test_a_stay_keeps_its_number_when_its_body_is_succeeded() -> None:
    record = given(*before(year.DRAFTED), *ward_merged(date(2026, 2, 5)))
    member = record.member(year.THAM)
    assert member.residence_no_for(MERGED_WARD, date(2026, 2, 4), record) == 2
    assert member.residence_no_for(MERGED_WARD, date(2026, 2, 8), record) == 1
    late = member.residence_no_for(
        MERGED_WARD, date(2026, 2, 4), record, declared_on=date(2026, 2, 8)
    )
    assert late == 1


def test_the_link_is_asked_for_whoever_stands_in_the_place_of_its_hosts() -> None:
    record = given(*before(year.CONVENED), *quarter_merged(JUNE_FIFTH))
    link = record.link(year.LINK)
    fourth = date(2026, 6, 4)
    assert link.receiver_on(fourth, record) == year.WARD
    assert link.receiver_on(JUNE_FIFTH, record) == MERGED_WARD
    assert link.host_on(fourth, record) == year.QUARTER
    assert link.host_on(JUNE_FIFTH, record) == NEW_QUARTER
    assert link.host_of_year(2026, JUNE_FIFTH, record) == NEW_QUARTER
