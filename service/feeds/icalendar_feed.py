"""The calendar as iCalendar (RFC 5545): nobody is named in it, for it lies on telephones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Event

from domain.decisions import VIETNAM
from service.answers.codes import CALENDAR_KINDS, CALENDAR_STATES, OWNERS
from service.feeds.feed import Feed, Subscription
from service.queries.calendar import DUE, LATE, ask_calendar
from service.queries.reader import Reader

AGAIN_AFTER = timedelta(hours=1)
_STATUSES = {"CONVENED": "CONFIRMED", "HELD": "CONFIRMED", "CANCELLED": "CANCELLED"}


def calendar_of(reader: Reader, wanted: Subscription) -> bytes:
    """Write the meetings and due days of a body down, each under an id that stays the same."""
    calendar = Calendar()
    calendar.add("prodid", "-//lienhe//calendar//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    registered = reader.body.registered
    name = f"{registered.name if registered else ''}: {wanted.title.said_in(wanted.language)}"
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    for item in ask_calendar(reader).items:
        calendar.add_component(_event(item, wanted.language, reader.service.settings.now()))
    content: bytes = calendar.to_ical()
    return content


def _event(item: dict[str, Any], language: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{item['id']}@lienhe")
    event.add("dtstamp", now)
    event.add("dtstart", _start(item["day"], item["time"]))
    event.add("summary", _summary(item, language))
    event.add("description", "\n".join(_description(item, language)))
    event.add("categories", [CALENDAR_KINDS[item["kind"]].said_in(language)])
    if item["kind"] == DUE:
        event.add("transp", "TRANSPARENT")
    else:
        event.add("status", _STATUSES[item["state"]])
        event.add("sequence", item["entries"])
    return event


def _start(day: date, at: str | None) -> date | datetime:
    """Give the day, or the instant in UTC where there is a time: Vietnam has no summer time."""
    return datetime.combine(day, time.fromisoformat(at), VIETNAM).astimezone(UTC) if at else day


def _summary(item: dict[str, Any], language: str) -> str:
    kind, state = CALENDAR_KINDS[item["kind"]], CALENDAR_STATES[item["state"]]
    title = item["title_en" if language == "en" else "title"]
    if item["kind"] == DUE:
        word = (state if item["state"] == LATE else kind).said_in(language).capitalize()
        return f"{word}: {title} ({item['members']})"
    said = " ".join(filter(None, (kind.said_in(language).capitalize(), item["period"])))
    return f"{said}: {title}" if title else said


def _description(item: dict[str, Any], language: str) -> Iterator[str]:
    if item["body"]["name"]:
        yield item["body"]["name"]
    yield CALENDAR_STATES[item["state"]].said_in(language)
    if item["kind"] == DUE:
        yield f"{item['code']}, {OWNERS[item['office']].said_in(language)}"
        yield item["clause"]


ICALENDAR = Feed("ics", "text/calendar", calendar_of)
