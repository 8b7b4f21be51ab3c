"""The yearly round: the exempt are not asked about (G37), a focused one names its list (G29)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.evaluation import Evaluation, EvaluationRequested, Purpose, RequestWithdrawn
from domain.evaluation import evaluation_id as evaluation_of
from domain.member import ExemptionClass
from domain.organization import Organization, RuleSetAdopted
from domain.private import Personal
from domain.round import FocusEntry, FocusListNamed, Round, RoundMode, RoundOpened, round_id
from domain.rulebook.obligation_rule import Weight
from tests import year
from tests.domain.obligations.town import (
    AN,
    AN_LINK,
    BODIES,
    exempt,
    introduced,
    owed,
    rows,
    stands,
)
from tests.paper import Paper
from tests.scenario import given
from tests.year import CELL, WORKPLACE, papers

INTRODUCED = (*BODIES, *introduced(AN))
EXEMPT = exempt(AN, date(2026, 10, 1), date(2026, 10, 31), ExemptionClass.A)
ROUND = round_id(WORKPLACE, 2026)


def asked(month: int, day: int, purpose: Purpose = Purpose.ANNUAL) -> Paper:
    """The opinion on the member is asked for."""
    number = None if purpose is Purpose.ANNUAL else "1"
    evaluation = evaluation_of(AN_LINK, purpose, 2026, number)
    about = {"link": AN_LINK, "purpose": purpose, "year": 2026, "number": number}
    return papers(Evaluation, evaluation)(
        EvaluationRequested, month, day, **about, answer_by=date(2026, 12, 1)
    )


@pytest.mark.parametrize(
    ("request_of", "stands_so"),
    [
        (asked(9, 30), None),
        (asked(10, 1), ("waits", "10-01")),
        (asked(10, 31), ("waits", "10-31")),
        (asked(11, 1), None),
        (asked(10, 15, Purpose.REWARD), None),
    ],
)
def test_a_yearly_opinion_is_not_asked_for_on_a_day_of_class_a(
    request_of: Paper, stands_so: tuple[str, str] | None
) -> None:
    day = request_of.day
    found = given(*INTRODUCED, EXEMPT, request_of)
    assert stands(found, day.month, day.day, "G37") == stands_so


def test_only_withdrawing_the_request_settles_it() -> None:
    request = asked(10, 15)
    withdrawn = papers(Evaluation, request.stream)(
        RequestWithdrawn, 11, 20, request=request, reason="được miễn"
    )
    found = given(*INTRODUCED, EXEMPT, request, withdrawn)
    [row] = owed(found, 10, 16, "G37")
    assert (row.weight, row.owner, row.office) == (Weight.ADVISORY, CELL, "Wc")
    assert row.settled_by == found.entry_of[withdrawn].id
    assert stands(found, 11, 19, "G37") == ("late", "10-15")
    assert owed(found, 11, 20, "G37") == []


ON = {"obligations.on": ["G29"]}


def opened(
    month: int, day: int, figures: Mapping[str, Any] = ON, mode: RoundMode = RoundMode.FOCUSED
) -> Paper:
    """The round of the year is opened."""
    facts = {"committee": WORKPLACE, "year": 2026, "mode": mode, "figures": figures}
    return papers(Round, ROUND)(RoundOpened, month, day, **facts)


def named(month: int, day: int, *members: UUID) -> Paper:
    """Of whom opinions are asked."""
    entries = tuple(FocusEntry(one, Personal(one, "AWARD")) for one in members)
    return papers(Round, ROUND)(FocusListNamed, month, day, entries=entries)


@pytest.mark.parametrize(
    ("on", "standing"),
    [((9, 30), None), ((10, 1), ("waits", "10-15")), ((10, 16), ("late", "10-15"))],
)
def test_a_focused_round_names_its_list_where_the_committee_says_so(
    on: tuple[int, int], standing: tuple[str, str] | None
) -> None:
    found = given(*INTRODUCED, opened(10, 1))
    assert stands(found, *on, "G29") == standing


def test_opened_late_its_list_is_due_the_same_day() -> None:
    assert stands(given(*INTRODUCED, opened(10, 20)), 10, 20, "G29") == ("waits", "10-20")


def test_it_is_off_by_default_and_asks_nothing_of_a_round_about_all() -> None:
    assert rows(given(*INTRODUCED, opened(10, 1, {})), ["G29"]) == []
    assert rows(given(*INTRODUCED, opened(10, 1, mode=RoundMode.ALL)), ["G29"]) == []


def test_a_committee_switches_it_on_for_its_rounds() -> None:
    facts = {"adopts": "213-2020", "adopts_digest": year.RULES_ADOPTED.facts["adopts_digest"]}
    adopted = papers(Organization, WORKPLACE)(
        RuleSetAdopted,
        *(1, 5),
        **facts,
        figures={"obligations.on": ["G29"], "round.focus_by": "10-31"},
        from_=date(2026, 1, 5),
    )
    found = given(*INTRODUCED, adopted, opened(10, 1, {}))
    [row] = owed(found, 10, 1, "G29")
    assert (row.weight, row.owner, row.office) == (Weight.ADVISORY, WORKPLACE, "Ws")
    assert (row.viewers, row.due_on) == ((WORKPLACE,), date(2026, 10, 31))


def test_a_list_settles_it_if_somebody_is_on_it() -> None:
    found = given(
        *INTRODUCED,
        opened(
            10,
            1,
        ),
        named(10, 5),
        named(10, 20, AN),
    )
    assert stands(found, 10, 6, "G29") == ("waits", "10-15")
    assert stands(found, 10, 19, "G29") == ("late", "10-15")
    assert owed(found, 10, 20, "G29") == []
