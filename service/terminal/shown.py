"""A table in a terminal: the first columns matter most, and as many are shown as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from service.terminal.fetching import Fetched

WIDEST = 40  # columns of the terminal; longer texts take several lines
_FRAME = 3  # columns beside each cell
_LEAST = 2

Rows = Sequence[Sequence[str]]


def show(console: Console, title: str, fetched: Fetched) -> None:
    """Print a table, and how many columns there was no room for; empty ones are left out."""
    headings, *rows = fetched.rows
    told = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    room = _with_room(console.width, told, headings, rows)
    console.print(Text(f"{title}: {len(rows)}", style="bold"))
    table = Table()
    for place in room:
        table.add_column(Text(headings[place]), max_width=WIDEST, overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[place]) for place in room))
    if rows:
        console.print(table)
    console.print(Text(f"as-of {fetched.as_of}, known-at {fetched.known_at}", style="dim"))
    if len(told) > len(room):
        console.print(Text(f"+ {len(told) - len(room)}: --wide, --csv, --xlsx", style="dim"))


def _with_room(width: int, places: list[int], headings: Sequence[str], rows: Rows) -> list[int]:
    """Choose the first columns, as many as fit beside one another."""
    left = width - 1
    chosen: list[int] = []
    for place in places:
        longest = max(cell_len(text) for text in (headings[place], *(row[place] for row in rows)))
        left -= min(longest, WIDEST) + _FRAME
        if left < 0 and len(chosen) >= _LEAST:
            break
        chosen.append(place)
    return chosen
