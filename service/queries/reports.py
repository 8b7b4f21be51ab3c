"""What the residence wrote and the workplace answered; requests for letters."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from domain.acts import Side
from projections import letter_asks
from projections.letter_asks import LetterRequest, letter_requests
from projections.reported import Place, reports
from projections.reports import AnswerState, PaperKind, Reported
from service.queries.asked import Word, cursor_of
from service.queries.duties import member_names
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = (
    "as_of",
    "known_at",
    "organization",
    "kind",
    "state",
    "member",
    "limit",
    "cursor",
    "after",
)
ASKS_PARAMETERS = (
    "as_of",
    "known_at",
    "organization",
    "side",
    "state",
    "limit",
    "cursor",
    "after",
)


def ask_reports(reader: Reader) -> Page:
    """List reports and notices of absence with their answers, the oldest first.

    Both sides see what went between them. ``report`` is what ``answer-report`` asks for, and
    ``answer-absence`` where ``kind`` is ``ABSENCE``.
    """
    asked = reader.asked
    asked.only(*PARAMETERS)
    limit = asked.limit()
    place = asked.cursor(tuple[date, Word])
    found = reports(
        reader.service.views,
        reader.bodies,
        reader.viewpoint,
        kinds=[PaperKind(code) for code in asked.codes("kind", tuple(PaperKind))],
        states=_states(reader),
        member=asked.id("member"),
        after=Place(*place) if place else None,
        limit=limit + 1,
    )
    shown = found[:limit]
    reader.prefetch(place for row in shown for place in (row.text, row.answer))
    reader.called(body for row in shown for body in (row.workplace, row.body, row.cell))
    names = member_names(reader, [row.member for row in shown])
    items = [_report(reader, row, names) for row in shown]
    end = shown[-1] if len(found) > limit else None
    return Page(items, cursor_of(end.sent_on, end.report) if end else None)


def _states(reader: Reader) -> list[AnswerState]:
    return [AnswerState(code) for code in reader.asked.codes("state", tuple(AnswerState))]


def _report(reader: Reader, row: Reported, names: dict[UUID, str | None]) -> dict[str, Any]:
    text, answer = reader.open(row.member, [row.text, row.answer])
    return {
        "report": row.report,
        "kind": row.kind,
        "state": row.state,
        "member": {"id": row.member, "name": names.get(row.member)},
        "link": row.link,
        "workplace": reader.named(row.workplace),
        "residence": reader.named(row.body),
        "cell": reader.named(row.cell),
        "subject": row.about,
        "number": row.number,
        "meetings": row.meetings,
        "sent_on": row.sent_on,
        "arrived_on": row.arrived_on,
        "text": text,
        "answered_on": row.answered_on,
        "outcome": row.outcome,
        "answer": answer,
    }


def ask_letter_asks(reader: Reader) -> Page:
    """List requests for letters with their answers, the oldest first; ``NOT_DUE`` says no more.

    ``letter_ask`` is what ``answer-letter-ask`` asks for; ``side`` chooses where a body stands on
    both. Committees ask and answer; their cells see none.
    """
    asked = reader.asked
    asked.only(*ASKS_PARAMETERS)
    limit = asked.limit()
    place = asked.cursor(tuple[date, Word])
    states = _states(reader)
    found = letter_requests(
        reader.service.views,
        [] if reader.is_cell else reader.bodies,
        reader.side,
        reader.viewpoint,
        states=states,
        after=letter_asks.Place(*place) if place else None,
        limit=limit + 1,
    )
    shown = found[:limit]
    reader.prefetch(place for row in shown for place in _places(row))
    reader.called(body for row in shown for body in (row.workplace, row.residence))
    items = [_letter_ask(reader, row) for row in shown]
    end = shown[-1] if len(found) > limit else None
    return Page(items, cursor_of(end.asked_on, str(end.letter_ask)) if end else None)


def _places(row: LetterRequest) -> list[str | None]:
    return [row.full_name, row.birth_date, row.dwelling, row.grounds]


def _letter_ask(reader: Reader, row: LetterRequest) -> dict[str, Any]:
    name, birth, dwelling, grounds = reader.open(row.letter_ask, _places(row))
    return {
        "letter_ask": row.letter_ask,
        "state": row.state,
        "residence": reader.named(row.residence),
        "workplace": reader.named(row.workplace),
        "asked_on": row.asked_on,
        "full_name": name,
        "birth_date": birth,
        "dwelling": dwelling,
        "grounds": grounds,
        "answered_on": row.answered_on,
        "outcome": row.outcome,
        "member": row.member if reader.side is Side.WORKPLACE else None,
    }
