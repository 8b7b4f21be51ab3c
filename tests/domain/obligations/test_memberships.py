"""G40, G35, G36: where a member lives, a transfer that is not followed, an exemption run out."""

from __future__ import annotations

from datetime import date

import pytest

from domain.member import (
    ON_FILE,
    ExemptionClass,
    ExemptionEnded,
    How,
    Member,
    TransferDecided,
    TransferKind,
    TransferRevoked,
)
from tests import year
from tests.domain.obligations.town import (
    AN,
    BODIES,
    departed,
    exempt,
    introduced,
    owed,
    rows,
    stands,
    suspended,
)
from tests.paper import Paper
from tests.scenario import given
from tests.year import CELL, WORKPLACE, papers

ENROLLED, DECLARED, *_ = introduced(AN)
NAMELESS = ENROLLED.but(full_name=None, birth_date=None, sex=None, admitted_on=None)
AN_PAPERS = papers(Member, AN)
Standing = tuple[str, str] | None


def secret(first: date, last: date) -> Paper:
    """Kept from introduction on these days, whoever he is."""
    return exempt(AN, first, last, ExemptionClass.B)


# G40: enrolled on 2 February, thirty days.


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((2, 1), None),
        ((2, 2), ("waits", "03-04")),
        ((3, 4), ("waits", "03-04")),
        ((3, 5), ("late", "03-04")),
        ((12, 31), ("late", "03-04")),
    ],
)
def test_a_residence_is_declared_within_thirty_days(
    day: tuple[int, int], standing: Standing
) -> None:
    assert stands(given(*BODIES, ENROLLED), *day, "G40") == standing


def test_the_workplace_owes_it_and_the_ward_knows_nothing_of_it() -> None:
    [row] = owed(given(*BODIES, ENROLLED), 2, 2, "G40")
    assert (row.office, row.owner, row.about) == ("Wo", WORKPLACE, f"member/{AN}")
    assert set(row.viewers) == {WORKPLACE, CELL}


def test_the_declaration_settles_it_on_its_own_day() -> None:
    late = DECLARED.on(date(2026, 3, 20))
    record = given(*BODIES, ENROLLED, late)
    assert stands(record, 3, 19, "G40") == ("late", "03-04")
    assert stands(record, 3, 20, "G40") is None
    [row] = rows(record, ["G40"])
    assert row.settled_by == record.entry_of[late].id
    assert rows(given(*BODIES, ENROLLED, DECLARED), ["G40"]) == []


def test_whoever_declared_before_comes_with_his_residence() -> None:
    gone = departed([ENROLLED], 4, 1)
    back = ENROLLED.on(date(2026, 5, 4))
    assert rows(given(*BODIES, ENROLLED, DECLARED, gone, back), ["G40"]) == []


def test_days_of_suspension_are_not_counted_and_show_no_gap() -> None:
    record = given(*BODIES, ENROLLED, suspended(AN, date(2026, 2, 9), date(2026, 2, 13)))
    assert stands(record, 2, 8, "G40") == ("waits", "03-04")
    assert stands(record, 2, 9, "G40") is None
    assert stands(record, 2, 14, "G40") == ("waits", "03-09")
    assert stands(record, 3, 10, "G40") == ("late", "03-09")


def test_a_departure_ends_it() -> None:
    assert stands(given(*BODIES, ENROLLED, departed([ENROLLED], 3, 10)), 3, 9, "G40")
    assert not stands(given(*BODIES, ENROLLED, departed([ENROLLED], 3, 10)), 3, 10, "G40")


def test_class_b_ends_it_and_the_day_after_asks_anew() -> None:
    record = given(*BODIES, NAMELESS, secret(date(2026, 3, 10), date(2026, 6, 30)))
    assert stands(record, 3, 9, "G40") == ("late", "03-04")
    assert stands(record, 3, 10, "G40") is None
    assert stands(record, 6, 30, "G40") is None
    assert stands(record, 7, 1, "G40") == ("waits", "07-31")
    assert stands(record, 8, 1, "G40") == ("late", "07-31")


def test_a_later_end_of_class_b_is_not_what_the_day_after_goes_by() -> None:
    granted = secret(date(2026, 3, 10), date(2026, 6, 30))
    ended = AN_PAPERS(ExemptionEnded, 9, 1, exemption_no=1, on=date(2026, 9, 1), reason=ON_FILE)
    record = given(*BODIES, NAMELESS, granted, ended)
    [row] = owed(record, 8, 1, "G40")
    assert row.opened_by == record.entry_of[granted].id


def test_class_b_that_ended_on_its_first_day_held_on_none() -> None:
    granted, first = secret(date(2026, 3, 10), date(2026, 6, 30)), date(2026, 3, 10)
    ended = AN_PAPERS(ExemptionEnded, 3, 10, exemption_no=1, on=first, reason=ON_FILE)
    record = given(*BODIES, NAMELESS, granted, ended)
    assert stands(record, 3, 20, "G40") == ("late", "03-04")


def test_class_b_from_the_first_day_lets_nothing_open() -> None:
    record = given(*BODIES, NAMELESS, secret(date(2026, 2, 2), date(2026, 6, 30)))
    assert [row.from_day for row in rows(record, ["G40"])] == [date(2026, 7, 1)]


def test_a_list_of_the_first_day_counts_from_the_day_that_is_followed() -> None:
    listed = ENROLLED.but(how=How.INITIAL).on(date(2026, 1, 1))
    assert stands(given(*BODIES, listed), 1, 31, "G40") == ("waits", "01-31")
    earlier = ENROLLED.on(date(2025, 12, 31))
    assert rows(given(*BODIES, earlier), ["G40"]) == []


# G35: sixty working days from 2 March; two days of the Hùng Kings and two of May are off.


def sent(kind: TransferKind = TransferKind.OFFICIAL, from_: date = date(2026, 3, 2)) -> Paper:
    """A post elsewhere from a day on, decided in February."""
    where = {"to": None, "to_name": "Đảng ủy Viện Quy hoạch", "until": None}
    return AN_PAPERS(TransferDecided, 2, 16, kind=kind, effective_on=from_, **where)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((3, 1), None),
        ((3, 2), ("waits", "05-28")),
        ((5, 28), ("waits", "05-28")),
        ((5, 29), ("late", "05-28")),
    ],
)
def test_the_membership_follows_within_sixty_working_days(
    day: tuple[int, int], standing: Standing
) -> None:
    assert stands(given(*BODIES, ENROLLED, sent()), *day, "G35") == standing


def test_the_departure_settles_it() -> None:
    left = departed([ENROLLED], 6, 8)
    record = given(*BODIES, ENROLLED, sent(), left)
    assert stands(record, 6, 7, "G35") == ("late", "05-28")
    assert stands(record, 6, 8, "G35") is None
    assert {row.settled_by for row in rows(record, ["G35"])} == {record.entry_of[left].id}
    early = departed([ENROLLED], 3, 1)
    assert rows(given(*BODIES, ENROLLED, sent(), early), ["G35"]) == []


def test_a_revoked_transfer_asks_for_nothing_more() -> None:
    decided = sent()
    revoked = AN_PAPERS(TransferRevoked, 4, 6, transfer=decided, on=date(2026, 4, 6))
    record = given(*BODIES, ENROLLED, decided, revoked)
    assert stands(record, 4, 5, "G35") == ("waits", "05-28")
    assert stands(record, 4, 6, "G35") is None


def test_a_transfer_for_a_time_asks_for_nothing() -> None:
    assert rows(given(*BODIES, ENROLLED, sent(TransferKind.TEMPORARY)), ["G35"]) == []


def test_five_working_days_of_suspension_are_five_days_more() -> None:
    stopped = suspended(AN, date(2026, 3, 9), date(2026, 3, 13))
    record = given(*BODIES, ENROLLED, sent(), stopped)
    assert stands(record, 3, 9, "G35") is None
    assert stands(record, 3, 16, "G35") == ("waits", "06-04")


def test_class_b_ends_a_transfer() -> None:
    record = given(*BODIES, NAMELESS, sent(), secret(date(2026, 4, 6), date(2026, 4, 30)))
    assert stands(record, 4, 5, "G35")
    assert stands(record, 5, 1, "G35") is None


@pytest.mark.parametrize(
    ("day", "due_on"), [(date(2025, 6, 30), None), (date(2025, 7, 1), date(2025, 9, 25))]
)
def test_it_holds_from_july_2025_on(day: date, due_on: date | None) -> None:
    followed = year.WORKPLACE_REGISTERED.but(followed_from=date(2025, 1, 1))
    bodies = [followed if one is year.WORKPLACE_REGISTERED else one for one in BODIES]
    enrolled = ENROLLED.on(date(2025, 2, 3))
    record = given(*bodies, enrolled, sent(from_=day).on(date(2025, 6, 16)))
    assert [row.due_on for row in rows(record, ["G35"])] == ([due_on] if due_on else [])


# G36: exempt to the end of May, fifteen days to end it or to go on.

AWAY = exempt(AN, date(2026, 3, 2), date(2026, 5, 31), ExemptionClass.A)


def over(on: date, told: date | None = None, reason: str = ON_FILE) -> Paper:
    """The end of the exemption, on a paper of that day or of another."""
    paper = AN_PAPERS(ExemptionEnded, on.month, on.day, exemption_no=1, on=on, reason=reason)
    return paper.on(told or on)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((5, 31), None),
        ((6, 1), ("waits", "06-15")),
        ((6, 15), ("waits", "06-15")),
        ((6, 16), ("late", "06-15")),
    ],
)
def test_an_exemption_that_ran_out_is_closed_within_fifteen_days(
    day: tuple[int, int], standing: Standing
) -> None:
    assert stands(given(*BODIES, ENROLLED, AWAY), *day, "G36") == standing


def test_its_end_settles_it_on_the_later_of_day_and_paper() -> None:
    for ended in (
        over(date(2026, 6, 10)),
        over(date(2026, 6, 1), date(2026, 6, 10)),
        over(date(2026, 5, 4), date(2026, 6, 10)),
    ):
        record = given(*BODIES, ENROLLED, AWAY, ended)
        assert stands(record, 6, 9, "G36") == ("waits", "06-15")
        assert stands(record, 6, 10, "G36") is None
    assert rows(given(*BODIES, ENROLLED, AWAY, over(date(2026, 5, 20))), ["G36"]) == []


@pytest.mark.parametrize(
    ("first", "settles"),
    [(date(2026, 6, 1), True), (date(2026, 6, 15), True), (date(2026, 6, 16), False)],
)
def test_another_one_follows_in_time_or_does_not_count(first: date, settles: bool) -> None:
    following = exempt(AN, first, date(2026, 9, 30), ExemptionClass.A).but(exemption_no=2)
    record = given(*BODIES, ENROLLED, AWAY, following)
    assert (stands(record, 6, 20, "G36") is None) == settles


def test_another_one_counts_from_its_paper() -> None:
    following = exempt(AN, date(2026, 6, 1), date(2026, 9, 30), ExemptionClass.A)
    late = following.but(exemption_no=2).on(date(2026, 6, 22))
    record = given(*BODIES, ENROLLED, AWAY, late)
    assert stands(record, 6, 21, "G36") == ("late", "06-15")
    assert stands(record, 6, 22, "G36") is None


def test_whoever_has_gone_needs_no_end() -> None:
    for day in ((5, 20), (6, 1)):
        record = given(*BODIES, ENROLLED, AWAY, departed([ENROLLED], *day))
        assert rows(record, ["G36"]) == []
    assert not stands(given(*BODIES, ENROLLED, AWAY, departed([ENROLLED], 6, 5)), 6, 5, "G36")


def test_the_end_of_class_b_is_acknowledged_too() -> None:
    record = given(*BODIES, NAMELESS, secret(date(2026, 3, 2), date(2026, 5, 31)))
    assert stands(record, 6, 1, "G36") == ("waits", "06-15")


def test_class_b_that_follows_lets_it_not_open_and_ends_it() -> None:
    at_once = secret(date(2026, 6, 1), date(2026, 9, 30)).but(exemption_no=2)
    assert rows(given(*BODIES, NAMELESS, AWAY, at_once), ["G36"])[0].from_day == date(2026, 10, 1)
    later = secret(date(2026, 6, 20), date(2026, 9, 30)).but(exemption_no=2)
    record = given(*BODIES, NAMELESS, AWAY, later)
    assert stands(record, 6, 19, "G36") == ("late", "06-15")
    assert stands(record, 6, 20, "G36") is None
