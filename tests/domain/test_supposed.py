"""A rulebook as if one rule set had always been in force."""

from __future__ import annotations

from datetime import date

import pytest

from domain.refusals import UnknownRuleSet
from domain.rulebook import SupposedRulebook, load_rulebook, read_draft
from tests.variants import SUCCESSOR, draft, figure, variant

BOOK = load_rulebook()
OLD, NEW = BOOK.named("76-2000"), BOOK.named("213-2020")
DRAFT = draft(figure("slip.return_days", 30, was=15))
SUPPOSED = SupposedRulebook(DRAFT, BOOK)


@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2019, 5, 5), date(2026, 3, 6)], ids=str)
def test_it_is_in_force_on_every_day(day: date) -> None:
    assert SUPPOSED.in_force(day).days("slip.return_days") == 30
    assert SUPPOSED.in_force(day).digest == DRAFT.digest


@pytest.mark.parametrize("name", ["76-2000", "213-2020"])
def test_it_answers_to_every_name(name: str) -> None:
    assert SUPPOSED.named(name).days("slip.return_days") == 30
    assert SUPPOSED.means(name, SUPPOSED.named(name))


def test_local_figures_hold_that_held_under_the_one_that_it_stands_for() -> None:
    today = SUPPOSED.in_force(date(2026, 3, 6))
    assert SUPPOSED.means("213-2020", today)
    assert not SUPPOSED.means("76-2000", today)


def test_it_answers_to_an_id_of_its_own() -> None:
    text = variant(*SUCCESSOR, figure("slip.return_days", 30, was=15))
    own = SupposedRulebook(read_draft(text.encode(), BOOK, "300-2027.toml"), BOOK)
    assert own.named("300-2027").days("slip.return_days") == 30
    assert own.named("213-2020").id == own.in_force(date(2026, 3, 6)).id == "300-2027"


def test_a_name_that_nothing_ever_had_is_refused() -> None:
    with pytest.raises(UnknownRuleSet):
        SUPPOSED.named("75-1999")


def test_a_paper_keeps_the_form_and_an_exemption_the_ground_of_its_day() -> None:
    assert SUPPOSED.named("76-2000").forms is OLD.forms
    assert SUPPOSED.in_force(date(2019, 5, 5)).grounds is OLD.grounds
    assert SUPPOSED.in_force(date(2026, 3, 6)).forms is NEW.forms


def test_what_the_supposed_one_does_not_have_is_off() -> None:
    old = SupposedRulebook(OLD, BOOK).in_force(date(2026, 3, 6))
    assert "G20" in old.obligations
    assert not old.holds("G20", date(2026, 3, 6))
    assert old.holds("G05", date(2026, 3, 6))


def test_nobody_switches_on_what_it_does_not_have() -> None:
    rows = variant().split("[[obligations]]")
    text = "[[obligations]]".join(row for row in rows if 'code = "G30"' not in row)
    without = read_draft(text.encode(), BOOK, "draft.toml")
    switched_on = {"obligations.on": ["G30"]}
    supposed = SupposedRulebook(without, BOOK).in_force(date(2026, 3, 6))
    assert (
        SUPPOSED.in_force(date(2026, 3, 6)).with_local(switched_on).holds("G30", date(2026, 3, 6))
    )
    assert not supposed.with_local(switched_on).holds("G30", date(2026, 3, 6))


def test_the_real_one_stays_as_it_is() -> None:
    assert BOOK.in_force(date(2026, 3, 6)) is NEW
    assert NEW.days("slip.return_days") == 15
