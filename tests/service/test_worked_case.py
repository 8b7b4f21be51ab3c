"""The worked case of the README, step by step: what is owed after each, by whom, and to whom."""

from __future__ import annotations

from tests.service.scenario import Scenario
from tests.service.town import (
    DECLARE,
    ENROL,
    FILE_SLIP,
    FORWARD,
    ISSUE,
    MEETING_HELD,
    OPINION,
    PLACING,
    RECEIVE,
    RETURN_SLIP,
    act,
)
from tests.service.town import MEMBER as THE_MEMBER

DRAFT_LETTER = act("clerk", "draft-letter", "2026-03-03", member=THE_MEMBER)


def codes(play: Scenario, who: str, on: str) -> set[str]:
    """What waits or is late on a day."""
    return {row["code"] for row in play.asked(who, f"/api/obligations?as_of={on}").items}


def gaps(play: Scenario, who: str, on: str) -> set[str]:
    """What is late on a day."""
    return {row["code"] for row in play.asked(who, f"/api/gaps?as_of={on}").items}


def test_each_step_settles_one_duty_and_opens_the_next(in_a_file: Scenario) -> None:
    play = in_a_file
    play.given(ENROL, DECLARE)
    assert "G01" in codes(play, "clerk", "2026-03-02")
    [waiting] = [
        row
        for row in play.asked("clerk", "/api/obligations?as_of=2026-03-02").items
        if row["code"] == "G01"
    ]
    assert (waiting["due_on"], waiting["late"]) == ("2026-03-17", False)

    play.given(DRAFT_LETTER)
    assert "G03" in codes(play, "secretary", "2026-03-03")
    assert "G01" not in codes(play, "secretary", "2026-03-03")

    play.given(ISSUE)
    assert "G04" in codes(play, "clerk", "2026-03-06")
    assert "G03" not in codes(play, "clerk", "2026-03-06")

    play.given(RECEIVE)
    assert "G04" not in codes(play, "clerk", "2026-03-10")
    assert {"G05", "G07"} <= codes(play, "ward clerk", "2026-03-10")

    play.given(FORWARD, *PLACING, RETURN_SLIP)
    assert not {"G05", "G07"} & codes(play, "ward clerk", "2026-03-13")
    assert "G06" in codes(play, "clerk", "2026-03-13")

    play.given(FILE_SLIP)
    assert "G06" not in codes(play, "clerk", "2026-03-20")

    assert "G09" in gaps(play, "ward clerk", "2026-07-16")
    play.given(*MEETING_HELD)
    assert "G09" not in gaps(play, "ward clerk", "2026-07-16")

    play.given(*OPINION)
    assert gaps(play, "clerk", "2026-12-31") == set()
