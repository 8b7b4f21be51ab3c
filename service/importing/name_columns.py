"""The columns of the name: its heading may reach over several, or stand above the first only."""

from __future__ import annotations

from collections.abc import Iterator

from service.importing.files.sheet import Sheet
from service.importing.header import Header

_LONGEST_GIVEN_NAME = 2


def more_of_the_name(sheet: Sheet, header: Header) -> Iterator[int]:
    """Find columns on which the name goes on: its heading reaches over them, or they have none."""
    if "full_name" not in header.places or "given_name" in header.places:
        return
    name = header.places["full_name"]
    for column in header.columns[name.place + 1 :]:
        if not _is_merged(sheet, header, name.place, column.place) and (
            column.text or not _holds_given_names(sheet, header, column.place)
        ):
            return
        yield column.place


def _is_merged(sheet: Sheet, header: Header, left: int, right: int) -> bool:
    """Tell whether a heading is merged over the columns from one to another."""
    return any(
        header.first <= merge.top <= header.last and merge.left <= left and right <= merge.right
        for merge in sheet.merged
    )


def _holds_given_names(sheet: Sheet, header: Header, place: int) -> bool:
    name = header.places["full_name"].place
    rows = [row for row in range(header.last + 1, len(sheet.rows)) if sheet.cell(row, name) != ""]
    beside = [cell for row in rows if (cell := str(sheet.cell(row, place))).strip("()").isalpha()]
    return 2 * len(beside) > len(rows) and all(
        len(cell.split()) <= _LONGEST_GIVEN_NAME for cell in beside
    )
