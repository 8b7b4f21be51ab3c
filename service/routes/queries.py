"""Asking: a route for each form of each answer.

Reading a person's data leaves a line in the trail of reading.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, Response, g, request
from marshmallow import ValidationError

from domain.rulebook import read_draft
from service.access.trail import Reading
from service.answers.forms import FILES, JSON
from service.composition import Service
from service.exchange import (
    NotAnId,
    accepted,
    accepts_json,
    json_answer,
    officer_of,
    officer_of_file,
    stated_purpose,
)
from service.feeds.feed import Feed
from service.queries.asked import Asked
from service.queries.questions import COMPARISONS, QUESTIONS, Question
from service.queries.reader import Reader
from service.queries.register import who_am_i
from service.routes.files import feed_answer, file_answer
from service.schema.fields import id_of
from service.schema.sent_file import sent_file

DRAFT = "draft.toml"  # by which errors call the file of a draft
_ENDING = f"<any({','.join(FILES)}):ending>"


def blueprint(service: Service) -> Blueprint:
    """Make the routes under ``/api`` that change nothing."""
    queries = Blueprint("queries", __name__, url_prefix="/api")

    for question in QUESTIONS:
        address = f"/{question.address}"
        queries.add_url_rule(address, question.name, _answering(service, question))
        file = _answering_with_file(service, question)
        queries.add_url_rule(f"{address}.{_ENDING}", f"{question.name} file", file)
        for feed in question.feeds:
            fed = _answering_with_feed(service, question, feed)
            queries.add_url_rule(f"{address}.{feed.ending}", f"{question.name} {feed.ending}", fed)

    @queries.post("/comparisons")
    def comparisons() -> Response:
        """Compare with the draft of a rule set that is sent along."""
        officer = officer_of(service.tokens)
        media_type = accepted(*_media_types(COMPARISONS))
        beside, rulebook = service.settings.rule_set_folder, service.coordination.rulebook
        draft = read_draft(sent_file(request), rulebook, DRAFT, beside)
        reader = Reader(service, officer, _asked(), sent=draft)
        return _in_form(service, COMPARISONS, reader, media_type)

    @queries.get("/whoami")
    def whoami() -> Response:
        """Say who the token names."""
        officer = officer_of(service.tokens)
        accepts_json()
        return json_answer(who_am_i(Reader(service, officer, _asked())))

    @queries.get("/health")
    def health() -> Response:
        """Say how far the log and the read models have come; needs no token."""
        position = service.coordination.log_end()
        seen = service.views.checkpoint().position
        return json_answer({"position": position, "visible": seen, "failure": _failure(service)})

    return queries


def _answering(service: Service, question: Question) -> Callable[..., Response]:
    """Answer in the form that the client accepts."""

    def answer(**ids: str) -> Response:
        officer = officer_of(service.tokens)
        media_type = accepted(*_media_types(question))
        reader = Reader(service, officer, _asked(), _ids(ids))
        return _in_form(service, question, reader, media_type)

    return answer


def _media_types(question: Question) -> tuple[str, ...]:
    files = (form.media_type for form in FILES.values())
    return (JSON, *files, *(feed.media_type for feed in question.feeds))


def _in_form(service: Service, question: Question, reader: Reader, media_type: str) -> Response:
    note = partial(_note, service, reader)
    for form in FILES.values():
        if form.media_type == media_type:
            return file_answer(question, reader, form, note)
    for feed in question.feeds:
        if feed.media_type == media_type:
            return feed_answer(question, reader, feed, note)
    return _page(question, reader, note)


def _answering_with_file(service: Service, question: Question) -> Callable[..., Response]:
    """Answer with the file that the address names: for whoever cannot say what he accepts."""

    def answer(ending: str, **ids: str) -> Response:
        reader = Reader(service, officer_of_file(service.tokens), _asked(), _ids(ids))
        return file_answer(question, reader, FILES[ending], partial(_note, service, reader))

    return answer


def _answering_with_feed(
    service: Service, question: Question, feed: Feed
) -> Callable[..., Response]:
    """Answer a program that comes back again and again."""

    def answer(**ids: str) -> Response:
        reader = Reader(service, officer_of_file(service.tokens), _asked(), _ids(ids))
        return feed_answer(question, reader, feed, partial(_note, service, reader))

    return answer


def _page(question: Question, reader: Reader, note: Callable[[], None]) -> Response:
    page = question.ask(reader)
    note()
    viewpoint = reader.viewpoint
    answer = json_answer(
        {
            "as_of": viewpoint.as_of,
            "known_at": viewpoint.known_at,
            **page.beside,
            "items": page.items,
            "next": _following(page.following),
        }
    )
    answer.vary.add("Accept")
    return answer


def _failure(service: Service) -> str | None:
    failure = service.pump.failure
    return f"{failure.topic} at {failure.position}" if failure else None


def _asked() -> Asked:
    return Asked.once(request.args.to_dict(flat=False))


def _ids(given: dict[str, str]) -> dict[str, UUID]:
    try:
        return {name: id_of(text) for name, text in given.items()}
    except ValidationError:
        raise NotAnId from None


def _following(cursor: str | None) -> str | None:
    if cursor is None:
        return None
    given: dict[str, Any] = request.args.to_dict() | {"cursor": cursor}
    return f"{request.path}?{urlencode(given)}"


def _note(service: Service, reader: Reader) -> None:
    """Write down that names were opened, before they are given out."""
    if not reader.opened:
        return
    asked = request.full_path.rstrip("?")
    trail = Reading(reader.officer, asked, len(reader.opened), stated_purpose(), g.request_id)
    service.trail.note(trail, service.settings.now())
