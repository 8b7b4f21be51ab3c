"""A feed of a question: the ending of its address, its media type, its bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from service.answers.table import Label
from service.queries.reader import Reader


class Subscription(NamedTuple):
    """What is subscribed to: title of the question, language, path and query that were asked."""

    title: Label
    language: str
    path: str
    given: dict[str, str]


@dataclass(frozen=True)
class Feed:
    """``written`` gives the bytes, in the language of the subscription."""

    ending: str
    media_type: str
    written: Callable[[Reader, Subscription], bytes]
