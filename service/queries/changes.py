"""What changed between two days, or since less was known, and by which papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from domain.acts import Side
from projections.changes import Papers, Span, papers_of_obligations
from projections.chronicle import ChronicleEntry
from projections.comparison import Compared, Outcome, compared
from projections.obligations import obligations
from projections.viewpoint import Viewpoint, position_of
from service.queries.chronicles import FIRST_WORDS, INNER
from service.queries.history import entry_items
from service.queries.page import Page
from service.queries.pairs import Item, chosen, counts, of_gaps, sides, told
from service.queries.reader import Reader
from service.schema.faults import REQUIRED, FieldFault, InvalidBody, outside

BETWEEN = ("as_of", "known_at", "from_as_of", "from_known_at", "organization")
PARAMETERS = (*BETWEEN, "of", "code", "weight", "change", "limit", "cursor", "after")
_OF_BOTH = ("organization", "coordination", "round", "collective_meeting", "obligation")
_PAPER = (
    "event_id",
    "topic",
    "occurred_on",
    "effect_date",
    "recorded_at",
    "position",
    "committee",
    "transcribed",
    "amends",
)


class Change(StrEnum):
    """What became of an answer."""

    CAME = "CAME"
    WENT = "WENT"
    CHANGED = "CHANGED"


_CHANGES = {
    Outcome.ONLY_THERE: Change.CAME,
    Outcome.ONLY_HERE: Change.WENT,
    Outcome.OTHER_DUE_DATE: Change.CHANGED,
    Outcome.OTHER_DUTY: Change.CHANGED,
}


def ask_changes(reader: Reader) -> Page:
    """List which gaps, or obligations, came, went or changed between two viewpoints, and why.

    From ``from_as_of`` to ``as_of`` time goes on; from ``from_known_at`` to ``known_at`` more
    comes to be known: with one day for both, which answers about it changed because of what was
    entered since. One of the two is given at least. ``papers`` are the entries that made the
    change; where only time has passed there are none.
    """
    reader.asked.only(*PARAMETERS)
    span, late = span_of(reader), of_gaps(reader)
    words = reader.asked.codes("change", tuple(Change))
    wanted = [outcome for outcome, change in _CHANGES.items() if change in words]
    every, shown, following = chosen(reader, _changed(reader, span, late=late), wanted)
    beside = {"from": span.before._asdict(), "counts": counts(reader, every, _CHANGES)}
    return Page(_items(reader, shown, span), following, beside)


def span_of(reader: Reader) -> Span:
    """Read from where to where; raise ``InvalidBody`` where it is from nowhere, or backwards."""
    asked, now = reader.asked, reader.viewpoint
    if not {"from_as_of", "from_known_at"} & asked.given.keys():
        raise InvalidBody([FieldFault("from_as_of", REQUIRED)])
    as_of = asked.day("from_as_of") or now.as_of
    if as_of > now.as_of:
        raise InvalidBody([FieldFault("from_as_of", outside("1930-01-01", now.as_of))])
    known_at = asked.known_at(now.known_at, "from_known_at")
    return Span(Viewpoint(as_of, position_of(known_at, reader.service.log, now.known_at)), now)


def _changed(reader: Reader, span: Span, *, late: bool) -> list[Compared]:
    bodies, views = reader.bodies, reader.service.views
    before, now = (obligations(views, bodies, viewpoint) for viewpoint in span)
    pairs = compared(before, now, (span.before.as_of, span.now.as_of), late=late)
    return [one for one in pairs if one.outcome is not Outcome.SAME]


def _items(reader: Reader, pairs: Sequence[Compared], span: Span) -> list[Item]:
    rows = (row for one in pairs for row in one.sides)
    papers: Papers = papers_of_obligations(reader.service.views, rows, span)
    before = sides(reader.at(span.before), (one.here for one in pairs))
    now = sides(reader, (one.there for one in pairs))
    return [
        {"change": _CHANGES[one.outcome]}
        | told(one, before.get(one.key), now.get(one.key), ("before", "now"))
        | {"papers": paper_items(reader, papers.get(one.key, ()))}
        for one in pairs
    ]


def paper_items(reader: Reader, papers: Iterable[ChronicleEntry]) -> list[Item]:
    """Say which papers they are; the residence hears nothing of the workplace's inner ones."""
    shown = [entry for entry in papers if reader.side is Side.WORKPLACE or _is_for_both(entry)]
    return [{name: item[name] for name in _PAPER} for item in entry_items(reader, shown)]


def _is_for_both(entry: ChronicleEntry) -> bool:
    return entry.paper not in INNER and entry.paper.partition(".")[0] in (*FIRST_WORDS, *_OF_BOTH)
