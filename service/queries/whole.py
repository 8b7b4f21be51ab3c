"""All items of a question, page after page, from where it was asked first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from service.queries.asked import MOST_ROWS
from service.queries.page import Page
from service.queries.questions import Question
from service.queries.reader import Reader

Item = Mapping[str, Any]


def every_item(question: Question, reader: Reader, note: Callable[[], None]) -> Iterator[Item]:
    """Give the items of all pages; each page is noted before anything of it is given out.

    The first page is asked at once: a question that cannot be answered fails before an answer
    begins. One page is held in memory.
    """
    if "limit" in question.parameters:
        reader.asked = reader.asked.changed(limit=str(MOST_ROWS))
    first = question.ask(reader)
    note()
    return chain(first.items, _items_after(first, question, reader, note))


def _items_after(
    page: Page, question: Question, reader: Reader, note: Callable[[], None]
) -> Iterator[Item]:
    while page.following:
        reader.turn(page.following)
        page = question.ask(reader)
        note()
        yield from page.items
