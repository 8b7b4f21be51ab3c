"""Asking: one route a question. Reading a person's data leaves a line in the trail of reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, Response, g, request
from marshmallow import ValidationError

from service.access.trail import Reading
from service.composition import Service
from service.exchange import NotAnId, accepts_json, json_answer, officer_of, stated_purpose
from service.queries.asked import Asked
from service.queries.chronicles import ask_chronicle
from service.queries.page import Page
from service.queries.questions import QUESTIONS
from service.queries.reader import Reader
from service.queries.register import who_am_i
from service.schema.fields import id_of


def blueprint(service: Service) -> Blueprint:
    """Make the routes under ``/api`` that change nothing."""
    queries = Blueprint("queries", __name__, url_prefix="/api")

    for question in QUESTIONS:
        queries.add_url_rule(f"/{question.name}", question.name, _route(service, question.ask))

    @queries.get("/members/<member>/chronicle")
    def chronicle(member: str) -> Response:
        """List everything that ever happened about one member, with the papers."""
        return _answer(service, lambda reader: ask_chronicle(reader, _id(member)))

    @queries.get("/whoami")
    def whoami() -> Response:
        """Say who the token names."""
        return json_answer(who_am_i(_reader(service)))

    @queries.get("/health")
    def health() -> Response:
        """Say how far the log and the read models have come; needs no token."""
        position = service.coordination.log_end()
        seen = service.views.checkpoint().position
        return json_answer({"position": position, "visible": seen, "failure": _failure(service)})

    return queries


def _route(service: Service, question: Callable[[Reader], Page]) -> Callable[[], Response]:
    return lambda: _answer(service, question)


def _failure(service: Service) -> str | None:
    failure = service.pump.failure
    return f"{failure.topic} at {failure.position}" if failure else None


def _id(text: str) -> UUID:
    try:
        return id_of(text)
    except ValidationError:
        raise NotAnId from None


def _reader(service: Service) -> Reader:
    officer = officer_of(service.tokens)
    accepts_json()
    return Reader(service, officer, Asked.once(request.args.to_dict(flat=False)))


def _answer(service: Service, question: Callable[[Reader], Page]) -> Response:
    reader = _reader(service)
    page = question(reader)
    _note(service, reader)
    viewpoint = reader.viewpoint
    return json_answer(
        {
            "as_of": viewpoint.as_of,
            "known_at": viewpoint.known_at,
            "items": page.items,
            "next": _following(page.following),
        }
    )


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
