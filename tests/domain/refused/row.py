"""One line of the tables in this folder: what is refused, as one's own act, and why."""

from __future__ import annotations

from typing import NamedTuple

from domain.organization import organization_id
from domain.refusals import Refusal
from tests.paper import Paper, Pen

NOWHERE = organization_id("nowhere")


class Row(NamedTuple):
    """Given these papers, this one is refused by that rule; ``case`` says what is wrong with it."""

    case: str
    given: tuple[Paper | Pen, ...]
    when: Paper
    refused: type[Refusal]
