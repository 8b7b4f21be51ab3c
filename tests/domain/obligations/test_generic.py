"""G22: comments that say the same of nearly everybody in a cell, year and form."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from domain.evaluation import (
    Evaluation,
    EvaluationDrafted,
    EvaluationReceived,
    EvaluationReturned,
    Proposal,
    Purpose,
    StatedMeeting,
)
from domain.evaluation import evaluation_id as evaluation_of
from domain.introduction.link import link_id
from domain.organization import Organization, RuleSetAdopted
from domain.rulebook.obligation_rule import Weight
from tests.domain.obligations.town import (
    BODIES,
    OTHER_OFFICE,
    OTHER_WORKPLACE,
    introduced,
    on_list,
    owed,
    rows,
    stands,
)
from tests.paper import Paper
from tests.scenario import Scenario, given
from tests.year import (
    CELL,
    LEVELS,
    QUARTER,
    RULES_ADOPTED,
    WARD,
    WORKPLACE,
    papers,
)

TEN = tuple(UUID(int=number) for number in range(201, 211))
HALF_AND_HALF = (WORKPLACE,) * 5 + (OTHER_WORKPLACE,) * 5


def commented(person: UUID, day: int, says: str = "the same", form: str = "A") -> Paper:
    """A slip that arrived: its draft, dated in November."""
    link, on = link_id(person, 1), date(2026, 11, day)
    drafted = papers(Evaluation, evaluation_of(link, Purpose.ANNUAL, 2026))(
        *(EvaluationDrafted, on.month, on.day),
        **{"link": link, "purpose": Purpose.ANNUAL, "year": 2026, "form": form},
        **{"levels": LEVELS, "proposal": Proposal.NONE, "remarks": None, "fingerprint": says},
        rests_on=None,
        stated_meeting=StatedMeeting(on, front_present=True),
    )
    return drafted.transcribed()


def quarter(*comments: Paper, figures: dict[str, int] | None = None) -> Scenario:
    """Ten members of two workplaces, commented on."""
    adopted = papers(Organization, QUARTER)(
        *(RuleSetAdopted, 1, 5),
        **{**RULES_ADOPTED.facts, "figures": figures or {}, "from_": date(2026, 1, 5)},
    )
    people = zip(TEN, HALF_AND_HALF, strict=True)
    came = [paper for one, by in people for paper in introduced(one, by=by)]
    return given(*BODIES, adopted, *came, *comments)


def test_five_alike_of_five_are_generic_from_the_fifth_on() -> None:
    found = quarter(*(commented(one, 10 + n) for n, one in enumerate(TEN[:5])))
    assert owed(found, 11, 13, "G22") == []
    assert stands(found, 11, 14, "G22") == ("waits", "11-14")
    assert stands(found, 11, 15, "G22") == ("late", "11-14")
    [row] = owed(found, 12, 31, "G22")
    assert (row.weight, row.owner, row.office) == (Weight.ADVISORY, QUARTER, "Rc")
    assert (row.about, row.opened_by) == (f"cell/{QUARTER}/2026/A", "2026-11-14")


@pytest.mark.parametrize(("alike", "of", "generic"), [(9, 10, True), (8, 10, False), (8, 9, False)])
def test_nine_of_ten_are_nearly_all(alike: int, of: int, generic: bool) -> None:
    says = ["the same"] * alike + [f"other {n}" for n in range(of - alike)]
    found = quarter(*(commented(one, 10, word) for one, word in zip(TEN, says, strict=False)))
    assert bool(owed(found, 11, 10, "G22")) is generic


def test_the_list_holds_those_of_whom_the_same_is_said() -> None:
    others = [commented(TEN[9], 10, "somebody")]
    found = quarter(*(commented(one, 10) for one in TEN[:9]), *others)
    [row] = owed(found, 11, 10, "G22")
    assert on_list(row) == {link_id(one, 1) for one in TEN[:9]}
    assert {(share.workplace, len(share.links)) for share in row.listed} == {
        (WORKPLACE, 5),
        (OTHER_WORKPLACE, 4),
    }
    assert set(row.viewers) == {QUARTER, WARD, WORKPLACE, CELL, OTHER_WORKPLACE, OTHER_OFFICE}


def test_a_new_draft_that_differs_ends_it_and_it_may_begin_anew() -> None:
    again = commented(TEN[0], 20, "in his own words")
    once_more = commented(TEN[5], 25), commented(TEN[6], 25), commented(TEN[7], 25)
    last = commented(TEN[8], 25), commented(TEN[9], 25)
    found = quarter(*(commented(one, 10) for one in TEN[:5]), again, *once_more, *last)
    assert stands(found, 11, 19, "G22") == ("late", "11-10")
    assert owed(found, 11, 20, "G22") == []
    assert stands(found, 11, 25, "G22") == ("waits", "11-25")
    assert len({row.key for row in rows(found, ["G22"])}) == 2


def test_a_slip_that_was_sent_back_does_not_count() -> None:
    drafts = [commented(one, 10) for one in TEN[:5]]
    about = {"link": drafts[0].facts["link"], "purpose": Purpose.ANNUAL, "year": 2026}
    arrived = papers(Evaluation, drafts[0].stream)(EvaluationReceived, 11, 16, **about)
    back = papers(Evaluation, drafts[0].stream)(
        EvaluationReturned, 11, 18, defects=("LEVEL_MISSING",), answer_by=date(2026, 12, 3)
    )
    found = quarter(*drafts, arrived.transcribed(), back)
    assert stands(found, 11, 17, "G22") == ("late", "11-10")
    assert owed(found, 11, 18, "G22") == []


def test_comments_on_another_form_are_compared_by_themselves() -> None:
    found = quarter(*(commented(one, 10) for one in TEN[:4]), commented(TEN[4], 10, form="B"))
    assert owed(found, 12, 31, "G22") == []


def test_a_cell_may_be_measured_by_figures_of_its_own() -> None:
    drafts = [commented(one, 10) for one in TEN[:3]]
    assert owed(quarter(*drafts), 11, 10, "G22") == []
    assert owed(quarter(*drafts, figures={"generic.min": 3}), 11, 10, "G22") != []
