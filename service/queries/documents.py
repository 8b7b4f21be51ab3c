"""Documents that committees make of the record: numbers with their rows, in sections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.organization import Organization
from domain.refusals import NotVisible, ReadByResidence
from domain.review import StocktakingKind
from domain.rulebook import RuleSet
from projections.documents.exchange import Exchange
from projections.documents.numbers import Counted, Line, Number, Place
from projections.documents.year_report import YearReport
from projections.organizations import bodies_of
from projections.successions import with_predecessors
from projections.viewpoint import Viewpoint
from service.answers.details import COUNTED, DETAILS, PARTS
from service.answers.table import Label
from service.answers.topics import topics
from service.queries.duties import member_names
from service.queries.page import Page
from service.queries.reader import Reader

REPORT_PARAMETERS = ("as_of", "known_at", "organization", "year", "kind", "after")
EXCHANGE_PARAMETERS = ("as_of", "known_at", "organization", "side", "with", "year", "after")


def ask_review_report(reader: Reader) -> Page:
    """Report how a committee carried the regulation out in a year, as one document.

    INTERIM reports on the first half-year, FINAL on the year; each up to the day asked about. What
    is late, and who is on the roster, is told of the last day.
    """
    asked = reader.asked
    asked.only(*REPORT_PARAMETERS)
    year = asked.required("year", asked.number("year", 2000, 2199))
    kinds = asked.codes("kind", tuple(StocktakingKind))
    kind = asked.required("kind", kinds[0] if len(kinds) == 1 else None)
    committee = _committee(reader)
    if Side.WORKPLACE not in reader.sides:
        raise ReadByResidence(organization=committee)
    view = _at_most(reader.viewpoint, _last_day(reader, year, StocktakingKind(kind)))
    found = YearReport(reader.service.views, reader.committees, year, view).numbers()
    reader.called([committee])
    about = {"committee": reader.named(committee), "kind": kind, **_days(year, view)}
    return Page(_items(reader, found, view.as_of), None, about)


def ask_exchange(reader: Reader) -> Page:
    """Tell what passed in a year between one's committee and another one, as one document.

    What each side sent, what arrived, what each still owes the other; attendance and opinions of
    the members between the two. Both sides get the same.
    """
    asked = reader.asked
    asked.only(*EXCHANGE_PARAMETERS)
    year = asked.required("year", asked.number("year", 2000, 2199))
    own, other = _committee(reader), asked.required("with", asked.id("with"))
    views, side = reader.service.views, reader.side
    across = Side.RESIDENCE if side is Side.WORKPLACE else Side.WORKPLACE
    body = bodies_of(views, [other], reader.viewpoint).get(other)
    if body is None or across not in body.sides or other == own:
        raise NotVisible(field="with", organization=other)
    view = _at_most(reader.viewpoint, date(year, 12, 31))
    sides = {side: own, across: other}
    workplaces, residences = (
        with_predecessors(views, [sides[one]], reader.viewpoint)
        for one in (Side.WORKPLACE, Side.RESIDENCE)
    )
    found = Exchange(views, workplaces, residences, side, year, view).numbers()
    reader.called([own, other])
    about = {one.value.lower(): reader.named(sides[one]) for one in Side} | _days(year, view)
    return Page(_items(reader, found, view.as_of), None, about)


def _committee(reader: Reader) -> UUID:
    """Name the committee of the question; a cell reports nothing of the others."""
    body: Organization = reader.body
    if reader.is_cell:
        raise NotVisible(field="organization", organization=body.id)
    return body.id


def _last_day(reader: Reader, year: int, kind: StocktakingKind) -> date:
    if kind is StocktakingKind.FINAL:
        return date(year, 12, 31)
    rules = reader.service.coordination.rulebook.in_force(date(year, 1, 1))
    return rules.day_of(year, "meeting.first_half_ends")


def _at_most(viewpoint: Viewpoint, last: date) -> Viewpoint:
    return Viewpoint(min(viewpoint.as_of, last), viewpoint.known_at)


def _days(year: int, view: Viewpoint) -> dict[str, Any]:
    return {"year": year, "first_day": date(year, 1, 1), "last_day": view.as_of}


def _items(reader: Reader, found: Sequence[Number], day: date) -> list[dict[str, Any]]:
    lines = [line for number in found for line in number.lines]
    reader.called(line.body for line in lines)
    names = member_names(reader, [line.member for line in lines if line.member])
    rules = reader.service.coordination.rulebook.in_force(day)
    return [_item(reader, number, names, rules) for number in found]


def _item(
    reader: Reader, number: Number, names: dict[UUID, str | None], rules: RuleSet
) -> dict[str, Any]:
    place = number.place
    part, title = PARTS[place.section], COUNTED.get(place.name) or topics()[place.name]
    detail = _detail(place, rules)
    return {
        "section": place.section,
        "section_title": part.vi,
        "section_title_en": part.en,
        "number": place.name,
        "title": title.vi,
        "title_en": title.en,
        "detail": place.detail,
        "detail_title": detail.vi if detail else place.detail,
        "detail_title_en": detail.en if detail else place.detail,
        "count": number.count,
        "rows": [_row(reader, line, names) for line in number.lines],
    }


def _detail(place: Place, rules: RuleSet) -> Label | None:
    """Say what a detail is called: an obligation, a level of a form or of the year, a code."""
    detail = place.detail or ""
    if place.name == Counted.OBLIGATIONS:
        rule = rules.obligations.get(detail)
        return Label(rule.title_vi, rule.title_en) if rule else None
    if place.name == Counted.LEVELS:
        return _level(detail, rules)
    term = rules.classification_levels.get(detail)
    return Label(term.title_vi, term.title_en) if term else DETAILS.get(detail)


def _level(detail: str, rules: RuleSet) -> Label | None:
    form, criterion, level = detail.split("/")
    known = rules.forms[form].criteria if form in rules.forms else ()
    named = next((one for one in known if one.code == criterion), None)
    term = named.levels.get(int(level)) if named else None
    if named is None or term is None:
        return None
    return Label(f"{named.title_vi}: {term.title_vi}", f"{named.title_en}: {term.title_en}")


def _row(reader: Reader, line: Line, names: dict[UUID, str | None]) -> dict[str, Any]:
    return {
        "about": line.about,
        "on": line.on,
        "member": {"id": line.member, "name": names.get(line.member)} if line.member else None,
        "body": reader.named(line.body),
        "count": line.count,
    }
