from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from domain.refusals import FigureFixedByRegulation, UnknownFigure, UnknownRuleSet
from domain.rulebook import (
    NoSuchFigure,
    ObligationRule,
    Owner,
    RuleSet,
    Unit,
    Weight,
    load_rulebook,
)

PUBLISHED = Path(__file__).parents[2] / "domain" / "rule_sets"
GOLDEN = Path(__file__).parents[1] / "golden" / "rule_sets.json"
RULEBOOK = load_rulebook()
OLD, NEW = RULEBOOK.named("76-2000"), RULEBOOK.named("213-2020")
ROWS = [(rule_set, row) for rule_set in (OLD, NEW) for row in rule_set.obligations.values()]
NOT_UNDER_76 = {"G20", "G26", "G29", "G35", "G36", "G37", "G39"}

# What is in force when.


@pytest.mark.parametrize(
    ("day", "rule_set"),
    [
        (date(1990, 1, 1), OLD),  # before the first there was: the first
        (date(2000, 6, 15), OLD),
        (date(2020, 1, 1), OLD),
        (date(2020, 1, 2), NEW),
        (date(2026, 11, 24), NEW),
    ],
    ids=str,
)
def test_the_rule_set_of_a_day(day: date, rule_set: RuleSet) -> None:
    assert RULEBOOK.in_force(day) is rule_set


def test_a_rule_set_has_a_name() -> None:
    assert NEW.replaces == OLD.id
    with pytest.raises(UnknownRuleSet) as refusal:
        RULEBOOK.named("214-2021")
    assert refusal.value.facts["known"] == ("213-2020", "76-2000")


def test_the_published_rulebook_is_read_once() -> None:
    assert load_rulebook() is RULEBOOK


# What is published stays as it is.


def test_published_files_are_never_edited() -> None:
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in PUBLISHED.glob("*.toml")}
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8")), (
        "a published rule set is never edited: publish a revision under a new id instead, "
        "and add its digest here"
    )


@pytest.mark.parametrize("rule_set", [OLD, NEW], ids=lambda rule_set: rule_set.id)
def test_the_digest_is_that_of_the_file(rule_set: RuleSet) -> None:
    content = (PUBLISHED / f"{rule_set.id}.toml").read_bytes()
    assert rule_set.digest == sha256(content).hexdigest()


# Figures.


def test_figures_are_asked_for_by_their_unit() -> None:
    assert NEW.days("letter.new_days") == 15
    assert NEW.working_days("letter.present_wd") == 30
    assert NEW.count("absence.report_from") == 2
    assert NEW.percent("generic.share") == 90
    assert NEW.day_of(2026, "round.slips_by") == date(2026, 12, 5)
    assert NEW.code("excellence.denominator") == "GOOD_ONLY"
    assert NEW.codes("notify.changes") == ("DEPARTED",)


def test_a_figure_that_is_none_is_named() -> None:
    with pytest.raises(NoSuchFigure, match=r"213-2020 has no figure letter\.new_day; it has "):
        NEW.days("letter.new_day")
    with pytest.raises(NoSuchFigure, match=r"letter\.sign_wd is in working_days, not in days"):
        NEW.days("letter.sign_wd")


def test_both_rule_sets_have_the_same_figures_in_the_same_units() -> None:
    units = [{name: f.unit for name, f in rule_set.figures.items()} for rule_set in (OLD, NEW)]
    assert units[0] == units[1]


@pytest.mark.parametrize("rule_set", [OLD, NEW], ids=lambda rule_set: rule_set.id)
def test_what_no_source_gives_is_open(rule_set: RuleSet) -> None:
    for figure in rule_set.figures.values():
        assert figure.source in rule_set.sources or (figure.source == "design" and figure.open)


@pytest.mark.parametrize(
    ("unit", "right", "wrong"),
    [
        (Unit.DAYS, [0, 15], [-1, True, "15", 1.5, None]),
        (Unit.PERCENT, [0, 100], [101, -1, False]),
        (Unit.MONTH_DAY, ["12-31", "02-28"], ["02-29", "31-12", "12-1", "2026-12-31", "", 1231]),
        (Unit.CODE, ["ALL_RATED"], ["ALL", "", 3]),
        (Unit.CODES, [[], ["DEPARTED", "MOVED"]], [["GONE"], "DEPARTED", [["DEPARTED"]]]),
    ],
    ids=str,
)
def test_a_figure_admits_values_of_its_unit(
    unit: Unit, right: list[object], wrong: list[object]
) -> None:
    by_unit = {figure.unit: figure for figure in NEW.figures.values()}
    by_unit[Unit.CODE] = NEW.figures["excellence.denominator"]
    by_unit[Unit.CODES] = NEW.figures["notify.changes"]
    assert all(by_unit[unit].admits(value) for value in right)
    assert not any(by_unit[unit].admits(value) for value in wrong)


def test_local_figures_hold_where_the_rule_set_leaves_them_open() -> None:
    local = NEW.with_local({"slip.return_days": 30, "transfer.wd": 90, "obligations.on": ["G29"]})
    assert local.days("slip.return_days") == 30
    assert local.working_days("transfer.wd") == 60
    assert local.codes("obligations.on") == ("G29",)
    assert NEW.days("slip.return_days") == 15
    assert NEW.with_local({"no.figure": 1, "letter.new_days": "soon"}) is NEW


def test_local_figures_that_are_unknown_wrong_or_fixed_are_refused() -> None:
    figures = {"no.figure": 1, "letter.new_days": "soon", "transfer.wd": 90, "place.days": 20}
    refusals = list(NEW.objections_to(figures))
    assert [type(r) for r in refusals] == [UnknownFigure, UnknownFigure, FigureFixedByRegulation]
    assert [r.field for r in refusals] == [
        "figures.no.figure",
        "figures.letter.new_days",
        "figures.transfer.wd",
    ]


# The catalogue.


def test_the_catalogue_is_complete() -> None:
    every = {f"G{n:02}" for n in range(1, 41)}
    assert set(NEW.obligations) == set(OLD.obligations) == every
    switched_on = OLD.with_local({"obligations.on": ["G30"]})
    day = date(2026, 1, 1)
    assert {code for code in every if switched_on.holds(code, day)} == every - NOT_UNDER_76


@pytest.mark.parametrize(
    ("rule_set", "row"), ROWS, ids=[f"{rule_set.id}-{row.code}" for rule_set, row in ROWS]
)
def test_every_row_says_what_why_and_who(rule_set: RuleSet, row: ObligationRule) -> None:
    assert all((row.name, row.title_vi, row.title_en, row.clause, row.quote))
    names = [step.name for step in row.steps]
    assert names == [""] or (all(names) and len(set(names)) == len(names))
    assert all(step.figures for step in row.steps) or row.code in {
        "G16",
        "G19",
        "G20",
        "G37",
        "G39",
    }
    not_there = NOT_UNDER_76 if rule_set is OLD else set()
    assert row.weight is not Weight.OFF or row.code in {"G29", "G30"} | not_there


@pytest.mark.parametrize(
    ("code", "step", "owner"),
    [
        ("G05", "", Owner.RESIDENCE_COMMITTEE),
        ("G07", "GROUP", Owner.RESIDENCE_CELL),
        ("G18", "SEND", Owner.RESIDENCE_COMMITTEE),
        ("G23", "FILE", Owner.WORKPLACE_OFFICE),
        ("G38", "NOT_AT_WORKPLACE", Owner.WORKPLACE_OFFICE),
    ],
)
def test_a_step_has_one_owner(code: str, step: str, owner: Owner) -> None:
    assert NEW.obligations[code].step(step).owner is owner


def test_a_step_that_is_none_is_named() -> None:
    with pytest.raises(KeyError, match="G05 has no step 'SIGN'"):
        NEW.obligations["G05"].step("SIGN")


@pytest.mark.parametrize(
    ("code", "day", "old", "new"),
    [
        ("G01", date(2026, 1, 1), True, True),
        ("G20", date(2026, 1, 1), False, True),
        ("G29", date(2026, 1, 1), False, False),  # off unless switched on
        ("G35", date(2025, 6, 30), False, False),
        ("G35", date(2025, 7, 1), False, True),
    ],
)
def test_an_obligation_holds_in_a_rule_set_from_a_day(
    code: str, day: date, old: bool, new: bool
) -> None:
    assert (OLD.holds(code, day), NEW.holds(code, day)) == (old, new)
    assert NEW.with_local({"obligations.on": ["G29"]}).holds("G29", day)


def test_what_cannot_be_cured() -> None:
    assert {row.code for row in NEW.obligations.values() if row.incurable} == {"G10", "G32"}


def test_the_front_is_required_since_213() -> None:
    assert (OLD.front_required, NEW.front_required) == (False, True)


# Forms, grounds, levels.


def test_the_forms_of_the_slip() -> None:
    assert [c.code for c in NEW.forms["A"].quality_criteria] == [
        "example",
        "civic_duty",
        "attendance",
        "contact",
        "contribution",
    ]
    assert [c.code for c in NEW.forms["B"].quality_criteria] == [
        "example",
        "civic_duty",
        "contribution",
    ]
    assert NEW.forms["B"].attendance_exempt


def test_levels_are_1_to_3_and_1_is_the_lowest() -> None:
    for form in NEW.forms.values():
        assert all(list(criterion.levels) == [1, 2, 3] for criterion in form.criteria)
        assert all(
            c.levels[1].title_vi.startswith(("Chưa", "Không")) for c in form.quality_criteria
        )


def test_a_proposal_is_no_measure_of_quality() -> None:
    (proposal,) = (criterion for criterion in NEW.forms["A"].criteria if not criterion.quality)
    assert [level.code for level in proposal.levels.values()] == [
        "CONSIDER_ACTION",
        "NONE",
        "COMMEND",
    ]


def test_grounds_of_exemption() -> None:
    temporary = {ground.code for ground in NEW.grounds.values() if ground.temporary}
    assert temporary == {"ROTATED", "FULL_TIME_COURSE", "STUDENT_AWAY"}
    class_b = [ground.code for ground in NEW.grounds.values() if ground.exemption_class == "B"]
    assert class_b == ["ON_FILE"]


def test_levels_of_the_yearly_classification() -> None:
    assert list(NEW.classification_levels) == ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"]
