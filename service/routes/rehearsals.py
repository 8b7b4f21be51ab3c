"""Trying before entering: what commands would be answered, and nothing of it kept."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, request

from service.access.tokens import AccessTokens
from service.coordination import Coordination
from service.errors import problem_of
from service.exchange import (
    accepts_json,
    command_named,
    idempotency_key,
    json_answer,
    officer_of,
)
from service.rehearsal import Rehearsal, Rehearsed
from service.schema import canonical, load, load_groups, load_item, read_json


def blueprint(coordination: Coordination, tokens: AccessTokens) -> Blueprint:
    """Make the route ``/api/rehearsals``."""
    rehearsals = Blueprint("rehearsals", __name__, url_prefix="/api/rehearsals")

    @rehearsals.post("")
    def rehearse() -> Response:
        """Say what up to 1,000 acts would be answered, group by group."""
        officer = officer_of(tokens)
        accepts_json()
        groups = load_groups(read_json(request))
        rehearsal = Rehearsal(coordination, officer)
        return json_answer([list(_answers(rehearsal, group)) for group in groups])

    return rehearsals


def _answers(rehearsal: Rehearsal, group: list[Any]) -> Iterator[dict[str, Any]]:
    """Answer the items of a group in their order; behind one that is refused there is nothing."""
    try:
        with rehearsal.as_one():
            for item in group:
                yield _dumped(_accepted(rehearsal, item))
    except Exception as error:  # noqa: BLE001 - whatever one group brings, the others go on
        yield problem_of(error)


def _accepted(rehearsal: Rehearsal, raw: Any) -> Rehearsed:
    item = load_item(raw)
    kind = command_named(item["command"])
    key = idempotency_key(item["key"])
    command = load(kind, item["body"])
    return rehearsal.accept(key, command, canonical(command))


def _dumped(rehearsed: Rehearsed) -> dict[str, Any]:
    return {
        "status": HTTPStatus.CREATED if rehearsed.first_time else HTTPStatus.OK,
        "events": [
            {
                "event_id": f"{entry.stream}/{entry.version}",
                "topic": entry.topic,
                "stream": entry.stream,
                "version": entry.version,
            }
            for entry in rehearsed.entries
        ],
    }
