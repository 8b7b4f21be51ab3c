"""What is read after a row has been played: what is owed, what is late, what stands on a list."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tests.service.scenario import Scenario

Row = dict[str, Any]


def owed(play: Scenario, code: str, on: str, who: str = "clerk") -> list[Row]:
    """All that is owed under a code on a day, waiting or late."""
    return play.asked(who, f"/api/obligations?as_of={on}&code={code}").items


def gaps(play: Scenario, code: str, on: str, who: str = "clerk") -> list[Row]:
    """What is late under a code on a day."""
    return play.asked(who, f"/api/gaps?as_of={on}&code={code}").items


def late_from(
    play: Scenario, code: str, due: str, *, office: str, owner: UUID, quote: str, who: str = "clerk"
) -> Row:
    """It waits on the day on which it is due, and from the next day on is one gap, as stated."""
    after = (date.fromisoformat(due) + timedelta(days=1)).isoformat()
    [waiting] = (row for row in owed(play, code, due, who) if row["due_on"] == due)
    assert not waiting["late"]
    [gap] = (row for row in gaps(play, code, after, who) if row["due_on"] == due)
    assert (gap["late"], gap["days_late"]) == (True, 1)
    return _stated(gap, office, owner, quote)


def found_from(
    play: Scenario, code: str, on: str, *, office: str, owner: UUID, quote: str, who: str = "clerk"
) -> Row:
    """It is found on that day, and is one gap on the next, as stated."""
    day = date.fromisoformat(on)
    assert owed(play, code, (day - timedelta(days=1)).isoformat(), who) == []
    [gap] = gaps(play, code, (day + timedelta(days=1)).isoformat(), who)
    assert gap["due_on"] == on
    return _stated(gap, office, owner, quote)


def _stated(gap: Row, office: str, owner: UUID, quote: str) -> Row:
    assert (gap["office"], gap["owner"]["id"]) == (office, str(owner))
    assert quote in gap["quote"]
    assert gap["clause"]
    assert gap["title"]
    return gap


def on_roster(play: Scenario, who: str = "clerk", on: str = "2026-12-31", **asked: str) -> Row:
    """The one member whom somebody sees on that day."""
    [row] = play.asked(who, _address("roster", as_of=on, **asked)).items
    return row


def year_of(play: Scenario, who: str = "cell secretary", on: str = "2026-12-31") -> Row:
    """What the yearly review gets of the one member of a cell."""
    [row] = play.asked(who, f"/api/classification-inputs?year=2026&as_of={on}").items
    return row


def chronicle(play: Scenario, member: UUID, who: str = "clerk") -> dict[str, Row]:
    """The facts of each paper about a member, the last of a kind, by topic."""
    found = play.asked(who, f"/api/members/{member}/chronicle?limit=1000").items
    return {entry["topic"]: entry["facts"] for entry in found}


def acts(play: Scenario, topic: str, who: str = "clerk") -> list[Row]:
    """The acts of a body of one kind."""
    return play.asked(who, f"/api/history?topic={topic}").items


def numbers(play: Scenario, who: str = "clerk", **asked: str) -> dict[tuple[str, str | None], Row]:
    """The measures of a body, by name and detail."""
    rows = play.asked(who, _address("measures", as_of="2026-12-31", **asked)).items
    return {(row["measure"], row["detail"]): row for row in rows}


def _address(question: str, **asked: str) -> str:
    return f"/api/{question}?" + "&".join(f"{name}={value}" for name, value in asked.items())
