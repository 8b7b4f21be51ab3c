"""What waits on whom, most urgent first: one's own work, that of one's cells, that of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from domain.acts import CELL_SIGNING_OFFICES, SIGNING_OFFICES, Office
from domain.obligations.obligation import Obligation
from projections.obligations import gaps, obligations
from projections.organizations import bodies_below
from projections.snoozed import snoozed
from projections.successions import with_predecessors
from service.queries.asked import Word, cursor_of
from service.queries.duties import described
from service.queries.page import Page
from service.queries.reader import Reader
from service.queries.section import Section
from service.queries.settling import settled_with

PARAMETERS = (
    "as_of",
    "known_at",
    "organization",
    "section",
    "mine",
    "within",
    "snoozed",
    "limit",
    "cursor",
    "after",
)
USUAL_DAYS = 14
MOST_DAYS = 400
_YES_OR_NO = ("true", "false")


_OFFICES = {
    "o": frozenset({Office.CLERK}),
    "s": SIGNING_OFFICES,
    "c": CELL_SIGNING_OFFICES,
}


@dataclass(frozen=True)
class Line:
    """One obligation on the work list."""

    section: Section
    owed: Obligation

    @property
    def place(self) -> tuple[int, date, str]:
        """Where it stands: by section, then the longest late, then what falls due first."""
        return list(Section).index(self.section), self.owed.late_from, self.owed.key


def ask_worklist(reader: Reader) -> Page:
    """List what to do, most urgent first; each line names the commands that settle it.

    ``OURS`` waits on the body itself, ``BELOW`` on its cells, ``THEIRS`` on the other side,
    ``ESCALATED`` has been late in a body below for longer than a set time. What falls due later
    than ``within`` days (14) is left out, and so is what was put off (``snoozed=true`` shows it).
    ``mine=true`` shows only what the officer's own office owes.
    """
    reader.asked.only(*PARAMETERS)
    limit = reader.asked.limit()
    place = reader.asked.cursor(tuple[int, date, Word])
    worklist = WorkList(reader)
    lines = sorted(worklist.lines(), key=lambda line: line.place)
    following = [line for line in lines if place is None or line.place > tuple(place)]
    shown = following[:limit]
    end = cursor_of(*shown[-1].place) if len(following) > limit else None
    return Page(worklist.said(shown), end)


class WorkList:
    """The work list of the body that a reader asks about."""

    def __init__(self, reader: Reader) -> None:
        asked = reader.asked
        self._reader = reader
        self._sections = [Section(s) for s in asked.codes("section", tuple(Section))]
        self._mine = "true" in asked.codes("mine", _YES_OR_NO)
        self._show_snoozed = "true" in asked.codes("snoozed", _YES_OR_NO)
        within = asked.number("within", 0, MOST_DAYS)
        self._last = reader.viewpoint.as_of + timedelta(
            days=USUAL_DAYS if within is None else within
        )

    def lines(self) -> Iterator[Line]:
        """Give every line, those that are put off only where that is asked for."""
        found = [line for line in self._found() if self._is_wanted(line)]
        if self._show_snoozed:
            yield from found
            return
        put_off = self._put_off(found)
        yield from (line for line in found if line.owed.key not in put_off)

    def said(self, lines: Sequence[Line]) -> list[dict[str, Any]]:
        """Describe some lines: whose it is, what settles it, until when it rests."""
        put_off = self._put_off(lines)
        rows = described(self._reader, [line.owed for line in lines])
        return [
            {
                "section": line.section,
                "settle_with": settled_with(
                    line.owed.code, line.owed.step, line.owed.about, incurable=row["incurable"]
                ),
                "snoozed_until": put_off.get(line.owed.key),
                **row,
            }
            for line, row in zip(lines, rows, strict=True)
        ]

    def _found(self) -> Iterator[Line]:
        view = self._reader.service.views
        for owed in obligations(view, self._reader.bodies, self._reader.viewpoint):
            yield Line(self._section_of(owed), owed)
        if not self._sections or Section.ESCALATED in self._sections:
            yield from self._escalated()

    def _section_of(self, owed: Obligation) -> Section:
        if self._reader.ours(owed.owner):
            return Section.OURS
        return Section.BELOW if owed.owner in self._below else Section.THEIRS

    @cached_property
    def _below(self) -> frozenset[UUID]:
        """The bodies below that of the question on the day, and those whose place they took."""
        reader = self._reader
        below = bodies_below(reader.service.views, [reader.body.id], reader.viewpoint)
        return frozenset(with_predecessors(reader.service.views, below, reader.viewpoint))

    def _escalated(self) -> Iterator[Line]:
        """Give what has been late below for too long, and is not on the list already."""
        reader = self._reader
        after = timedelta(days=reader.service.settings.escalation_days)
        below = self._below
        if reader.is_cell or not below:
            return
        for owed in gaps(reader.service.views, sorted(below), reader.viewpoint):
            late_since = owed.late_from + after <= reader.viewpoint.as_of
            seen = any(map(reader.ours, owed.viewers))
            if late_since and owed.owner in below and not seen:
                yield Line(Section.ESCALATED, owed)

    def _is_wanted(self, line: Line) -> bool:
        owed = line.owed
        if self._sections and line.section not in self._sections:
            return False
        if self._mine and not (line.section is Section.OURS and owed.office in self._own_codes):
            return False
        return owed.late_from <= self._reader.viewpoint.as_of or (
            owed.due_on is not None and owed.due_on <= self._last
        )

    @cached_property
    def _own_codes(self) -> frozenset[str]:
        """Name the codes of the offices that the officer holds in the body that is asked about."""
        held = self._reader.body.offices_of(self._reader.officer.person, self._reader.today)
        letters = [letter for letter, offices in _OFFICES.items() if offices & held]
        return frozenset(f"{side[0]}{letter}" for side in self._reader.sides for letter in letters)

    def _put_off(self, lines: Iterable[Line]) -> dict[str, date]:
        keys = [line.owed.key for line in lines]
        found = snoozed(self._reader.service.views, keys, self._reader.viewpoint)
        return {key: row.to_day for key, row in found.items()}
