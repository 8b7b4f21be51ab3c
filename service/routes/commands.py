"""Entering acts: one route for each command, and one for many at once."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from eventsourcing.persistence import InterfaceError, OperationalError
from flask import Blueprint, Response, request

from service.access.tokens import AccessTokens
from service.coordination import Answer, Coordination
from service.errors import problem_of
from service.exchange import (
    accepts_json,
    command_named,
    idempotency_key,
    json_answer,
    officer_of,
)
from service.officers import Officer
from service.schema import canonical, load, load_batch, load_item, read_json

REPLAYED = "Idempotent-Replayed"


def blueprint(coordination: Coordination, tokens: AccessTokens) -> Blueprint:
    """Make the routes under ``/api/commands``."""
    commands = Blueprint("commands", __name__, url_prefix="/api/commands")

    @commands.post("/<name>")
    def accept(name: str) -> Response:
        """Enter one act: 201 the first time, 200 with the same answer whenever it is repeated."""
        officer = officer_of(tokens)
        kind = command_named(name)
        accepts_json()
        body = read_json(request)
        key = idempotency_key(request.headers.get("Idempotency-Key"))
        return _answered(_accepted(officer, key, kind, body))

    @commands.post("")
    def accept_each() -> Response:
        """Enter up to 1,000 acts in their order; each has its own key, status and answer."""
        officer = officer_of(tokens)
        accepts_json()
        return json_answer(list(_each(officer, load_batch(read_json(request)))))

    def _each(officer: Officer, items: list[Any]) -> Iterator[dict[str, Any]]:
        interrupted: dict[str, Any] | None = None
        for item in items:
            if interrupted:
                yield interrupted
                continue
            try:
                yield _one(officer, item)
            except (OperationalError, InterfaceError) as error:
                interrupted = problem_of(error)
                yield interrupted
            except Exception as error:  # noqa: BLE001 - whatever one item brings, the others go on
                yield problem_of(error)

    def _one(officer: Officer, raw: Any) -> dict[str, Any]:
        item = load_item(raw)
        kind = command_named(item["command"])
        key = idempotency_key(item["key"])
        answer = _accepted(officer, key, kind, item["body"])
        return {"status": _status(answer), **_dumped(answer)}

    def _accepted(officer: Officer, key: str, kind: type[Any], body: Any) -> Answer:
        command = load(kind, body)
        return coordination.accept(officer, key, command, canonical(command))

    return commands


def _answered(answer: Answer) -> Response:
    response = json_answer(_dumped(answer), _status(answer))
    if not answer.first_time:
        response.headers[REPLAYED] = "true"
    return response


def _status(answer: Answer) -> int:
    return HTTPStatus.CREATED if answer.first_time else HTTPStatus.OK


def _dumped(answer: Answer) -> dict[str, Any]:
    events = [
        {
            "event_id": f"{event.originator_id}/{event.originator_version}",
            "topic": event.topic,
            "position": event.id,
            "stream": event.originator_id,
            "version": event.originator_version,
        }
        for event in answer.events
    ]
    return {"command_id": answer.command_id, "position": answer.position, "events": events}
