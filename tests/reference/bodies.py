"""Bodies on a day: the tree, who succeeded whom, who holds an office."""

from __future__ import annotations

from datetime import date

from tests.reference.history import Entry, History


def present_body(past: History, body: str, day: date) -> str:
    """Give the body that stands in a body's place on a day (organization.succeeded; 4.1-8)."""
    for entry in past.all("organization.succeeded"):
        if entry.effect <= day and (successor := _taken_over(entry, body)):
            return present_body(past, successor, day)
    return body


def becomes(past: History, body: str, other: str, day: date) -> bool:
    """Tell whether one body is another, or was taken over by it, at once or in steps, by a day."""
    if body == other:
        return True
    return any(
        becomes(past, successor, other, day)
        for entry in past.all("organization.succeeded")
        if entry.effect <= day and (successor := _taken_over(entry, body))
    )


def followed_from(past: History, committee: str) -> date:
    """The day from which a committee's obligations are counted (4.1-9)."""
    registered = past.of(committee, "organization.registered")
    return date.fromisoformat(registered[-1]["followed_from"]) if registered else date.min


def parent_of(past: History, body: str, day: date) -> str | None:
    """Name the body above on a day, or its successor (1.1: the tree is dated)."""
    placed = past.of(body, "organization.registered", "organization.placed")
    parents = [entry["parent"] for entry in placed if entry.effect <= day]
    return present_body(past, parents[-1], day) if parents and parents[-1] else None


def ancestors(past: History, body: str, day: date) -> list[str]:
    """List the bodies above on a day, the highest first."""
    parent = parent_of(past, body, day)
    return [*ancestors(past, parent, day), parent] if parent else []


def groups_of(past: History, cell: str, day: date) -> set[str]:
    """Name the Party groups that a cell has on a day (G07)."""
    return {
        entry.stream
        for entry in past.all("organization.registered")
        if entry["kind"] == "party_group"
        and entry.effect <= day
        and parent_of(past, entry.stream, day) == present_body(past, cell, day)
        and not has_ended(past, entry.stream, day)
    }


def is_in_office(past: History, person: str, body: str, day: date) -> bool | None:
    """Tell whether a person sits in a body on a day; None where nothing was ever recorded (G08)."""
    appointed = [
        entry
        for entry in past.of(body, "organization.officer_appointed")
        if entry["officer"] == person
    ]
    elected = past.of(body, "organization.committee_elected")
    if not appointed and not any(person in entry["members"] for entry in elected):
        return None
    sits = _elected_on(elected, person, day) or any(_holds(past, e, day) for e in appointed)
    return sits and not has_ended(past, body, day)


def has_ended(past: History, body: str, day: date) -> bool:
    """Tell whether a body was dissolved or taken over by a day; its offices end with it."""
    dissolved = past.of(body, "organization.dissolved")
    return any(e.effect <= day for e in dissolved) or present_body(past, body, day) != body


def _elected_on(elected: list[Entry], person: str, day: date) -> bool:
    """A committee sits until its last day, or until the next one is elected (CommitteeElected)."""
    begun = [entry for entry in elected if entry.effect <= day]
    return bool(begun) and person in begun[-1]["members"] and _not_over(begun[-1], day)


def _holds(past: History, appointment: Entry, day: date) -> bool:
    """An office ends after `until`, or on the first day without it (OfficerRelieved)."""
    relieved = any(
        entry["appointment"] == appointment.id and entry.effect <= day
        for entry in past.of(appointment.stream, "organization.officer_relieved")
    )
    return appointment.effect <= day and _not_over(appointment, day) and not relieved


def _not_over(entry: Entry, day: date) -> bool:
    return day <= (entry.day("until") or date.max)


def _taken_over(entry: Entry, body: str) -> str | None:
    """Name who takes over a body by one succession: the body itself, or a cell that it lists."""
    if entry.stream == body:
        return str(entry["to"])
    return next((cell["to"] for cell in entry["cells"] if cell["from"] == body), None)
