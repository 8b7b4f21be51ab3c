"""Whose standing, or whose year, reads otherwise between two viewpoints, and by which papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.refusals import ReadByResidence
from projections.changes import Span, papers_about
from projections.chronicle import ChronicleEntry
from projections.introduced import Stage, introduced
from projections.roster import State, roster
from projections.viewpoint import Viewpoint
from projections.year_review import MemberReview, reviews
from service.queries.asked import cursor_of
from service.queries.changes import BETWEEN, Change, paper_items, span_of
from service.queries.chronicles import sight_of
from service.queries.page import Page
from service.queries.pairs import Item
from service.queries.reader import Reader
from service.queries.reviews import described_years
from service.queries.rosters import introduced_items, member_items

Pair = tuple[Any, Any]
PAGES = ("change", "limit", "cursor", "after")
ROSTER = (*BETWEEN, "side", *PAGES)
INPUTS = (*BETWEEN, "year", *PAGES)
_OF_THE_ROW = frozenset({"from_day", "to_day"})


@dataclass(frozen=True)
class Subject:
    """Whom a row is about: the id by which two answers are compared, and the member."""

    id: UUID
    member: UUID


@dataclass(frozen=True)
class Answer:
    """How rows are listed from a viewpoint, whom each is about, and how they are told."""

    listed: Callable[[Viewpoint], Sequence[Any]]
    about: Callable[[Any], Subject]
    told: Callable[[Reader, Sequence[Any]], list[Item]]


def ask_roster_changes(reader: Reader) -> Page:
    """List whose standing on the roster came, went or changed, as for gaps, and by which papers.

    ``fields`` are the names of what reads otherwise.
    """
    reader.asked.only(*ROSTER)
    views, of = reader.service.views, (reader.committees, reader.cells)
    if reader.side is Side.WORKPLACE:
        answer = Answer(
            lambda at: roster(views, of[0], at, cells=of[1], states=list(State)),
            lambda row: Subject(row.member, row.member),
            member_items,
        )
    else:
        answer = Answer(
            lambda at: introduced(views, of[0], at, cells=of[1], stages=list(Stage)),
            lambda row: Subject(row.link, row.member),
            introduced_items,
        )
    return _page(reader, answer)


def ask_input_changes(reader: Reader) -> Page:
    """List whose yearly inputs came, went or changed, as for gaps, and by which papers.

    ``fields`` are the names of what reads otherwise.
    """
    reader.asked.only(*INPUTS)
    if Side.WORKPLACE not in reader.sides:
        raise ReadByResidence(organization=reader.body.id)
    year = reader.asked.required("year", reader.asked.number("year", 2000, 2199))
    views, of = reader.service.views, (reader.committees, reader.cells)

    def about(review: MemberReview) -> Subject:
        return Subject(review.inputs.member, review.inputs.member)

    return _page(
        reader,
        Answer(lambda at: reviews(views, of[0], year, at, cells=of[1]), about, described_years),
    )


def _page(reader: Reader, answer: Answer) -> Page:
    span, limit = span_of(reader), reader.asked.limit()
    place = reader.asked.cursor(tuple[UUID])
    words = reader.asked.codes("change", tuple(Change))
    every = _changed(answer, span)
    left = [
        one
        for one, pair in every.items()
        if (not words or _change(*pair) in words) and (place is None or one.id > place[0])
    ]
    shown = left[:limit]
    counted = Counter(_change(*pair) for pair in every.values())
    beside = {
        "from": span.before._asdict(),
        "counts": {change.value.lower(): counted[change] for change in Change},
    }
    items = list(_items(reader, answer, span, {one: every[one] for one in shown}))
    return Page(items, cursor_of(shown[-1].id) if len(left) > limit else None, beside)


def _changed(answer: Answer, span: Span) -> dict[Subject, Pair]:
    """Give the rows that differ, before and now, in the order of their ids."""
    before, now = ({answer.about(row): row for row in answer.listed(at)} for at in span)
    subjects = sorted(before.keys() | now.keys(), key=lambda one: one.id)
    pairs = {one: (before.get(one), now.get(one)) for one in subjects}
    return {one: pair for one, pair in pairs.items() if _bare(pair[0]) != _bare(pair[1])}


def _change(before: Any, now: Any) -> Change:
    if before is None:
        return Change.CAME
    return Change.CHANGED if now is not None else Change.WENT


def _bare(value: Any) -> Any:
    """Give what a row says, without the days on which it says so."""
    if value is None:
        return None
    return _without_days(asdict(value))


def _without_days(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k: _without_days(v) for k, v in value.items() if k not in _OF_THE_ROW}
    return [_without_days(v) for v in value] if isinstance(value, list | tuple) else value


def _items(
    reader: Reader, answer: Answer, span: Span, pairs: Mapping[Subject, Pair]
) -> Iterator[Item]:
    earlier = reader.at(span.before)
    before = _told(earlier, answer, {one: row for one, (row, _) in pairs.items() if row})
    now = _told(reader, answer, {one: row for one, (_, row) in pairs.items() if row})
    for subject in pairs:
        then, here = before.get(subject), now.get(subject)
        looking = reader if here else earlier
        papers = _papers(looking, span, subject)
        yield {
            "change": _change(then, here),
            "member": subject.member,
            "full_name": (here or then or {})["full_name"],
            "fields": sorted(_differing(then, here)) if then and here else [],
            "before": then,
            "now": here,
            "papers": paper_items(reader, papers),
        }


def _told(reader: Reader, answer: Answer, rows: Mapping[Subject, Any]) -> dict[Subject, Item]:
    return dict(zip(rows, answer.told(reader, list(rows.values())), strict=True))


def _differing(one: Item, other: Item, path: str = "") -> Iterator[str]:
    """Name the fields that differ, those inside others joined by dots."""
    for name in one.keys() | other.keys():
        ours, theirs = one.get(name), other.get(name)
        if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            yield from _differing(dict(ours), dict(theirs), f"{path}{name}.")
        elif ours != theirs:
            yield f"{path}{name}"


def _papers(reader: Reader, span: Span, subject: Subject) -> list[ChronicleEntry]:
    """List the entries about a member that his workplace sees, or those about the link."""
    entries = papers_about(reader.service.views, subject.member, span)
    if subject.id != subject.member:
        return [entry for entry in entries if subject.id in {entry.stream, *entry.about}]
    sight = sight_of(reader, subject.member)
    return [entry for entry in entries if sight.covers(entry)]
