"""Text of which each line is a row: commas, semicolons or tabs between the cells (.csv, .txt)."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from io import StringIO

from service.importing.files.measures import MOST_CELLS, too_big
from service.importing.files.sheet import Grid, Sheet
from service.importing.wording import UnreadableList

DELIMITERS = ";\t,|"
_ENOUGH = 100
_NAMED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_delimited(text: str, known: Callable[[list[str]], int]) -> list[Sheet]:
    """Read the rows, cut where the most headings are found; ``known`` counts those of a row.

    Raise ``UnreadableList`` where quotation marks do not add up.
    """
    if named := _NAMED.match(text):
        rows = [[], *_rows(text[named.end() :], named[1])]
    else:
        rows = max((_rows(text, d) for d in DELIMITERS), key=lambda rows: _score(rows, known))
    grid = Grid()
    grid.put_all(rows)
    return [grid.sheet("", is_delimited=True)]


def _score(rows: list[list[str]], known: Callable[[list[str]], int]) -> tuple[int, int]:
    beginning = rows[:_ENOUGH]
    return max(map(known, beginning), default=0), max(map(len, beginning), default=0)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    if text.count(delimiter) > MOST_CELLS:
        raise too_big()
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableList(
            f"Tệp .csv không đọc được ({error}). Mở bằng Excel và lưu lại thành .xlsx.",
            f"The .csv file cannot be read ({error}). Save it in Excel as .xlsx.",
        ) from error
