"""The measures: closure of the loop, days per step, attendance; each number leads to its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from domain.acts import Side
from domain.local_figures import rules_of_body
from projections.measures.observation import Measure, Observation, Unit, number_of
from projections.measures.of_body import Observed
from projections.organizations import bodies_below
from projections.successions import with_predecessors
from service.answers.codes import MEASURES
from service.queries.asked import cursor_of
from service.queries.duties import member_names
from service.queries.page import Page
from service.queries.reader import Reader
from service.queries.streams import PresentStreams

_WHERE = ("as_of", "known_at", "organization", "side", "year", "measure", "by")
PARAMETERS = (*_WHERE, "after")
ROW_PARAMETERS = (*_WHERE, "group", "detail", "limit", "cursor", "after")
_EARLIEST, _LATEST = 2000, 2199

_UNITS = {
    Measure.CONTENT_ITEMS: Unit.MEAN,
    Measure.EXEMPTIONS_ENDING: Unit.COUNT,
    Measure.HOUSEHOLDS_BY_PROXY: Unit.COUNT,
}


class By(StrEnum):
    """What the numbers are told apart by."""

    COMMITTEE = "COMMITTEE"
    CELL = "CELL"
    OTHER = "OTHER"
    YEAR = "YEAR"


def unit_of(measure: Measure) -> Unit:
    """Say how the observations of a measure make a number."""
    if measure.startswith("DAYS_"):
        return Unit.DAYS
    return _UNITS.get(measure, Unit.SHARE)


def ask_measures(reader: Reader) -> Page:
    """Measure how well contact is kept: one number for each measure and group.

    ``by`` tells apart committees of one's own side, its cells, the other side's committees
    (OTHER), or years. ``rows`` of a number is the address of what was counted for it.
    """
    reader.asked.only(*PARAMETERS)
    asking = Asking.of(reader)
    counted = sorted(asking.observations(), key=asking.place)
    groups = [(place, list(observed)) for place, observed in groupby(counted, key=asking.place)]
    return Page([asking.said(place, observed) for place, observed in groups], None)


def ask_measure_rows(reader: Reader) -> Page:
    """List what was counted for one number, in the order of its dates."""
    asked = reader.asked
    asked.only(*ROW_PARAMETERS)
    asking = Asking.of(reader)
    group, detail = asked.given.get("group"), asked.given.get("detail")
    limit, after = asked.limit(), asked.cursor(tuple[int])
    rows = [
        one
        for one in asking.observations()
        if (group is None or asking.group(one) == group)
        and (detail is None or one.detail == detail)
    ]
    rows.sort(key=lambda one: (one.measure, one.on, one.about, one.detail or ""))
    start = after[0] if after else 0
    shown = rows[start : start + limit]
    following = cursor_of(start + limit) if len(rows) > start + limit else None
    return Page(list(_rows(reader, shown)), following)


@dataclass(frozen=True)
class Asking:
    """What is asked for: of which body and side, which measures, told apart by what."""

    reader: Reader
    by: By
    year: int | None
    measures: tuple[str, ...]

    @classmethod
    def of(cls, reader: Reader) -> Asking:
        """Read the parameters."""
        by = reader.asked.codes("by", tuple(By))
        return cls(
            reader,
            By(by[0]) if by else By.COMMITTEE,
            reader.asked.number("year", _EARLIEST, _LATEST),
            reader.asked.codes("measure", tuple(Measure)),
        )

    def observations(self) -> list[Observation]:
        """List what was observed and is asked for, its bodies looked up."""
        reader = self.reader
        view = reader.service.views
        below = bodies_below(view, [reader.committee], reader.viewpoint)
        streams, day = PresentStreams(reader.service.coordination), reader.viewpoint.as_of
        in_force = streams.rulebook.in_force(day)
        rules = rules_of_body(in_force, reader.committee, day, streams)
        observed = Observed(
            view,
            reader.viewpoint,
            reader.side,
            with_predecessors(view, [reader.committee, *below], reader.viewpoint),
            with_predecessors(view, below, reader.viewpoint),
            reader.cells,
            rules.days("record.late_days"),
        )
        found = [
            one
            for one in observed.observations()
            if self.year in (None, one.year) and (not self.measures or one.measure in self.measures)
        ]
        reader.called(body for one in found for body in _bodies(one))
        return found

    def group(self, one: Observation) -> str:
        """Name the group of an observation: the id of a body, or a year."""
        ours = self.reader.side is Side.WORKPLACE
        committee = one.workplace if ours else one.residence
        groups: dict[By, object] = {
            By.COMMITTEE: committee or self.reader.committee,
            By.CELL: one.workplace_cell if ours else one.residence_cell,
            By.OTHER: one.residence if ours else one.workplace,
            By.YEAR: one.year,
        }
        group = groups[self.by]
        return str(self.reader.names.present(group) if isinstance(group, UUID) else group or "")

    def place(self, one: Observation) -> tuple[int, str, str]:
        """Say where the number of an observation stands: measure, detail, group."""
        return list(Measure).index(one.measure), one.detail or "", self.group(one)

    def said(self, place: tuple[int, str, str], observed: Sequence[Observation]) -> dict[str, Any]:
        """Describe one number."""
        measure = observed[0].measure
        number = number_of(unit_of(measure), observed)
        label = MEASURES[measure]
        body = _body_in(place)
        return {
            "measure": measure,
            "title": label.vi,
            "title_en": label.en,
            "detail": place[1] or None,
            "unit": number.unit,
            "group": self.reader.named(body) if body else {"id": place[2], "name": place[2]},
            "value": None if number.value is None else round(number.value, 4),
            "ninetieth": number.ninetieth,
            "part": number.part,
            "whole": number.whole,
            "rows": self._rows(measure, place),
        }

    def _rows(self, measure: Measure, place: tuple[int, str, str]) -> str:
        given = {n: v for n, v in self.reader.asked.given.items() if n in _WHERE}
        given |= {"measure": measure, "by": self.by, "group": place[2]}
        if place[1]:
            given["detail"] = place[1]
        return f"/api/measure-rows?{urlencode(given)}"


def _bodies(one: Observation) -> tuple[UUID | None, ...]:
    return one.workplace, one.workplace_cell, one.residence, one.residence_cell


def _body_in(place: tuple[int, str, str]) -> UUID | None:
    return UUID(place[2]) if len(place[2]) > len("2026") else None


def _rows(reader: Reader, shown: Sequence[Observation]) -> Iterator[dict[str, Any]]:
    names = member_names(reader, [one.member for one in shown if one.member])
    for one in shown:
        yield {
            "measure": one.measure,
            "detail": one.detail,
            "part": one.part,
            "whole": one.whole,
            "on": one.on,
            "year": one.year,
            "about": one.about,
            "member": {"id": one.member, "name": names.get(one.member)} if one.member else None,
            "link": one.link,
            "workplace": reader.named(one.workplace),
            "residence": reader.named(one.residence),
            "residence_cell": reader.named(one.residence_cell),
        }
