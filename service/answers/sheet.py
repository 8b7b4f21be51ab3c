"""A whole answer, ready to be written down: what it is, its headings, all its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.answers.cells import Row


@dataclass(frozen=True)
class Sheet:
    """``about`` says from where was looked: body, day, position; ``made_at`` is in UTC."""

    title: str
    about: str
    headings: Sequence[str]
    rows: Iterable[Row]
    made_at: datetime
