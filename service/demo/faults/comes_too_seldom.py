"""G15: somebody comes too seldom, and nobody speaks with him."""

from __future__ import annotations

from service.demo.year import Year

CODE = "G15"
IN_MODEL = 2


def plant(year: Year) -> None:
    """Let some talks not take place: the gap then lasts until the year is over."""
    for talk in year.some(year.talks, IN_MODEL, CODE):
        talk.on = None
