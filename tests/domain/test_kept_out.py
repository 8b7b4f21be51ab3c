"""What is not taken in any more, whatever day the paper bears: secrets, and what was erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from domain.acts import Actor, Office, Side
from domain.introduction.events import ATTENDANCE
from domain.introduction.link import link_id
from domain.member import ON_FILE, MemberEnrolled
from domain.private import Personal
from domain.refusals import PersonErased, SecretMaterial
from tests import year
from tests.paper import Paper, Pen, corrected, voided
from tests.scenario import given
from tests.year import DINH, DINH_LINK, ERASED, KEPT_SECRET, QUARTER, THAM, YEAR, after


class Case(NamedTuple):
    """Given these papers, this one names somebody of whom it may say nothing."""

    case: str
    given: tuple[Paper | Pen, ...]
    when: Paper | Pen


# Hoàng Văn Định is of class B from December on. It is the end of January; he left at New Year and
# came to the committee again at once.
GONE = replace(year.DEPARTED.but(enrolment=year.DINH_ENROLLED), stream=DINH)
NAMELESS = {"full_name": None, "birth_date": None, "sex": None, "admitted_on": None}
BACK = year.DINH_ENROLLED.but(**NAMELESS).on(date(2027, 1, 1))
SECRET = (*after(KEPT_SECRET), GONE)
NO_MORE = replace(year.EXEMPTION_ENDED.but(on=date(2027, 1, 10), reason=ON_FILE), stream=DINH).on(
    date(2027, 1, 10)
)
NAME = Personal(DINH, "Hoàng Văn Định")
IN_NOVEMBER = date(2026, 11, 2)
LIVES = replace(year.RESIDENCE_DECLARED.but(household="c" * 64), stream=DINH).on(IN_NOVEMBER)
TALKED = replace(year.FEEDBACK_GIVEN.but(on=ATTENDANCE, note=NAME), stream=DINH_LINK)
OF_THE_QUARTER = Actor(year.MINH, Office.CELL_SECRETARY, QUARTER, Side.RESIDENCE)

SECRETS = [
    *(
        Case(f"{name} of somebody who comes back", SECRET, BACK.but(**{name: NAME}))
        for name in ("full_name", "birth_date", "sex", "admitted_on", "official_on")
    ),
    Case("where he lived", after(KEPT_SECRET), LIVES),
    Case("what suspended him", after(KEPT_SECRET), replace(year.SUSPENDED, stream=DINH)),
    Case("where he was sent", after(KEPT_SECRET), replace(year.TRANSFER_DECIDED, stream=DINH)),
    Case("what the workplace talked over with him", after(KEPT_SECRET), TALKED),
    Case(
        "his name, put right",
        after(KEPT_SECRET),
        corrected(year.DINH_ENROLLED, {"full_name": NAME}),
    ),
    Case("his name, put in", (*SECRET, BACK), corrected(BACK, {"full_name": NAME})),
]


def case_of(case: Case) -> str:
    return case.case


@pytest.mark.parametrize("case", SECRETS, ids=case_of)
def test_what_names_somebody_of_class_b_is_not_taken_in(case: Case) -> None:
    given(*case.given).when(case.when).refused(SecretMaterial)


def test_what_names_nobody_is() -> None:
    given(*SECRET).when(BACK).then(BACK)
    moved = replace(year.CELL_ASSIGNED, stream=DINH)
    given(*after(KEPT_SECRET)).when(moved).then(moved)


def test_the_residence_writes_what_it_would_of_anybody() -> None:
    talked = replace(TALKED.but(by_side=Side.RESIDENCE), actor=OF_THE_QUARTER)
    given(*after(KEPT_SECRET)).when(talked).then(talked)


def test_once_class_b_has_ended_the_name_is_put_in() -> None:
    record = given(*SECRET, BACK, NO_MORE).when(corrected(BACK, {"full_name": NAME}))
    assert record.member(DINH).of(MemberEnrolled)[-1].full_name == NAME


def test_once_class_b_has_ended_what_happened_before_and_during_it_is_taken_in() -> None:
    for lived in (LIVES, LIVES.on(date(2026, 12, 7))):
        given(*after(KEPT_SECRET), NO_MORE).when(lived).then(lived)


# Nguyễn Thị Thắm retired at the end of the year, and was erased on 20 January.

RETURNED = year.ENROLLED.on(date(2027, 1, 25))
LATE = date(2026, 11, 5)
EXEMPT = year.EXEMPTION_GRANTED.on(LATE).but(
    exemption_no=2, from_=LATE, until=date(2026, 11, 20), evidence=None
)
DRAFTED = replace(
    year.DRAFTED.but(residence_no=2, to_body=year.OTHER_WARD), stream=link_id(THAM, 2)
).on(date(2026, 12, 20))
NOTIFIED = year.STATUS_NOTIFIED.on(date(2026, 10, 9))

OF_THE_ERASED = [
    Case("enrolled anew", YEAR, RETURNED),
    Case("enrolled anew without a name", YEAR, RETURNED.but(**NAMELESS)),
    Case("where she lived", YEAR, year.RESIDENCE_DECLARED.on(LATE).but(household="c" * 64)),
    Case("another cell", YEAR, year.CELL_ASSIGNED.but(cell=year.CELL, from_=LATE)),
    Case("exempt", YEAR, EXEMPT),
    Case("suspended", YEAR, year.SUSPENDED.but(from_=LATE, until=LATE)),
    Case("sent elsewhere", YEAR, year.TRANSFER_DECIDED.but(effective_on=date(2026, 12, 8))),
    Case("a letter", YEAR, DRAFTED),
    Case("talked with", YEAR, year.FEEDBACK_GIVEN.on(date(2026, 12, 8))),
    Case("her name", YEAR, corrected(year.ENROLLED, {"full_name": Personal(THAM, "?")})),
    Case("the erasure undone", YEAR, voided(ERASED)),
    Case("the erasure put right", YEAR, corrected(ERASED, {"reason": "?"})),
]


@pytest.mark.parametrize("case", OF_THE_ERASED, ids=case_of)
def test_about_the_erased_nothing_begins_and_nothing_personal_is_written(case: Case) -> None:
    given(*case.given).when(case.when).refused(PersonErased)


def test_what_was_left_open_is_told_and_filed() -> None:
    given(*YEAR).when(NOTIFIED).then(NOTIFIED)
    filing = {year.SLIP_FILED, year.FILE_CORRECTED}
    unfiled = (paper for paper in YEAR if paper not in filing)
    given(*unfiled).when(year.SLIP_FILED).then(year.SLIP_FILED)


def test_a_wrong_date_is_still_put_right() -> None:
    record = given(*YEAR).when(corrected(year.RESUMED, {"on": "2026-10-09"}))
    assert record.entry_of.keys() > set(YEAR)
