"""What two committees agree on: entered by either, signed by both, in force for what opens then."""

from __future__ import annotations

from typing import Any

import pytest

from domain.coordination import coordination_id
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    ISSUE,
    OTHER_WARD,
    RECEIVE,
    WARD,
    WORKPLACE,
    act,
    person,
)

SIGNED = [person("secretary"), person("ward secretary")]
AGREED = "coordination.agreed"


def agree(who: str, on: str = "2026-02-01", **body: Any) -> Sent:
    facts = {"workplace": WORKPLACE, "residence": WARD, "from_": on, "signers": SIGNED}
    return act(who, "agree-coordination", on, **facts | body)


def end(who: str, on: str) -> Sent:
    agreement = f"{coordination_id(WORKPLACE, WARD)}/1"
    facts = {"workplace": WORKPLACE, "residence": WARD, "agreement": agreement, "on": on}
    return act(who, "end-coordination", on, **facts)


def slip_due(play: Scenario) -> str:
    [row] = play.asked("clerk", "/api/obligations?as_of=2026-03-11&code=G05").items
    due: str = row["due_on"]
    return due


@pytest.mark.parametrize("who", ["secretary", "clerk", "ward secretary", "ward clerk"])
def test_either_side_enters_what_both_signed(in_a_file: Scenario, who: str) -> None:
    agreement = agree(who, figures={"slip.return_days": 20})
    in_a_file.when(agreement).then(AGREED)
    in_a_file.when(agreement._replace(who="ward clerk")).repeated(AGREED)
    other = agree("clerk", figures={"slip.return_days": 21})
    in_a_file.when(other).refused(409, "OtherFactsOnRecord", "figures")


def test_figures_agreed_on_hold_for_what_opens_while_they_do(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL, DECLARE, ISSUE, RECEIVE)
    assert slip_due(in_a_file) == "2026-03-25"
    in_a_file.given(agree("secretary", figures={"slip.return_days": 20}))
    assert slip_due(in_a_file) == "2026-03-30"
    in_a_file.when(end("ward secretary", "2026-03-11")).then("coordination.ended")
    assert slip_due(in_a_file) == "2026-03-30"
    in_a_file.given(
        act("ward secretary", "void-entry", "2026-03-12", event=ended_by(in_a_file), reason="nhầm"),
        end("ward secretary", "2026-03-10"),
    )
    assert slip_due(in_a_file) == "2026-03-25"


def ended_by(play: Scenario) -> str:
    found: str = play.asked("ward clerk", "/api/history?topic=coordination.").items[-1]["event_id"]
    return found


@pytest.mark.parametrize(
    ("body", "rule", "field"),
    [
        ({"figures": {"slip.days": 20}}, "UnknownFigure", "figures.slip.days"),
        (
            {"figures": {"transfer.wd": 20}},
            "FigureFixedByRegulation",
            "figures.transfer.wd",
        ),
        ({"signers": [person("secretary"), person("clerk")]}, "NotInOffice", "signers"),
        ({"until": "2026-01-31"}, "BeforeItsGround", "until"),
    ],
)
def test_what_is_not_agreed_on_so(
    at_rest: Scenario, body: dict[str, Any], rule: str, field: str
) -> None:
    at_rest.when(agree("secretary", **body)).refused(409, rule, field)


def test_an_end_names_an_agreement(at_rest: Scenario) -> None:
    at_rest.when(end("secretary", "2026-03-10")).refused(409, "NoSuchAgreement", "agreement")


def test_two_committees_agree_for_themselves(at_rest: Scenario) -> None:
    at_rest.when(agree("other ward clerk")).refused(404, "NotVisible")
    at_rest.when(agree("quarter secretary")).refused(404, "NotVisible")
    at_rest.when(agree("secretary", residence=OTHER_WARD)).refused(409, "NotInOffice", "signers")
    at_rest.when(agree("inspector")).refused(403, "OutsideYourSide")
