"""Lines of the tables in this folder: after these papers, that one is refused by this rule."""

from __future__ import annotations

from typing import Any, NamedTuple

from domain.refusals import Refusal
from tests.service.scenario import Sent
from tests.service.town import act


class Row(NamedTuple):
    """One paper that is refused, and the field at fault."""

    when: Sent
    refused: type[Refusal]
    field: str | None = None
    status: int = 409


class Stage(NamedTuple):
    """What stands on the record, and what is refused then."""

    name: str
    given: list[Sent]
    rows: list[Row]


def but(sent: Sent, on: str | None = None, /, who: str | None = None, **facts: Any) -> Sent:
    """The same paper with other facts, on another day, or by another officer."""
    other = act("", "", on or sent.body["occurred_on"], **facts)
    return Sent(who or sent.who, sent.command, sent.body | other.body)
