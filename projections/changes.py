"""By which papers an answer changed between two viewpoints, the later one later or knowing more.

An obligation reads otherwise since a position because of the entry there, and otherwise from a day
on because of what takes effect on it: what opened or settled it, else what its subject reads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, bindparam, or_, select

from domain.obligations.obligation import Obligation
from projections.chronicle import CHRONICLE_ENTRY, ChronicleEntry
from projections.columns import TEXT
from projections.dependencies import DEPENDENCY
from projections.history import Filter, history
from projections.obligations import OBLIGATION
from projections.versions import POSITION, known
from projections.viewpoint import Viewpoint
from projections.views import Views

Papers = Mapping[str, Sequence[ChronicleEntry]]


class Span(NamedTuple):
    """From one viewpoint to another, which is no earlier and knows no less."""

    before: Viewpoint
    now: Viewpoint

    def learns(self, position: int) -> bool:
        """Tell whether what stands at a position came to be known in between."""
        return self.before.known_at < position <= self.now.known_at

    def comes_to(self, day: date) -> bool:
        """Tell whether a day came in between."""
        return self.before.as_of < day <= self.now.as_of


def papers_of_obligations(views: Views, rows: Iterable[Obligation], span: Span) -> Papers:
    """List for some obligations, by their keys, the entries that changed them.

    They come in the order of the log; where only time has passed there are none.
    """
    versions = _versions(views, {row.key: row.about for row in rows})
    causes = Causes(views, span, versions)
    found: dict[str, dict[int, ChronicleEntry]] = defaultdict(dict)
    for version in versions:
        found[version.key].update((entry.position, entry) for entry in causes.of(version))
    return {key: [entries[p] for p in sorted(entries)] for key, entries in found.items()}


def papers_about(views: Views, member: UUID, span: Span) -> list[ChronicleEntry]:
    """List what concerns a member or his links, and was entered or took effect in between."""
    about = history(views, span.now, Filter(member=member))
    return [e for e in about if span.learns(e.position) or span.comes_to(e.effect_day)]


class Version(NamedTuple):
    """A row of an obligation: on which days, and from which position to which it was known."""

    key: str
    subject: str
    from_day: date
    to_day: date
    known_from: int
    known_to: int
    opened_by: str
    settled_by: str | None


class Causes:
    """The entries that a version may have begun or ended by."""

    def __init__(self, views: Views, span: Span, versions: Sequence[Version]) -> None:
        """Read what stands at the positions in between, and what the rows name themselves."""
        self._views = views
        self._span = span
        turns = {p for v in versions for p in (v.known_from, v.known_to) if span.learns(p)}
        named = {e for v in versions for e in (v.opened_by, v.settled_by) if e and "/" in e}
        streams = {event.partition("/")[0] for event in named}
        values = span.now.bound(positions=list(turns), streams=list(streams))
        entries = [CHRONICLE_ENTRY.loaded(row) for row in views.ask(_ENTRIES, values)]
        self._at = {entry.position: entry for entry in entries if entry.position in turns}
        self._named = {entry.event: entry for entry in entries}

    def of(self, version: Version) -> Iterator[ChronicleEntry]:
        """Give what a version began and ended by, in between."""
        for position in (version.known_from, version.known_to):
            if entry := self._at.get(position):
                yield entry
        if version.known_from <= self._span.now.known_at < version.known_to:
            yield from self._on(version.from_day, version.opened_by, version.subject)
            yield from self._on(version.to_day, version.settled_by, version.subject)

    def _on(self, day: date, event: str | None, subject: str) -> Iterator[ChronicleEntry]:
        if not self._span.comes_to(day):
            return
        entry = self._named.get(event or "")
        if entry and entry.effect_day == day:
            yield entry
            return
        values = self._span.now.bound(subject=subject, turn=day.toordinal())
        for row in self._views.ask(_TAKING_EFFECT, values):
            yield CHRONICLE_ENTRY.loaded(row)


def _versions(views: Views, abouts: Mapping[str, str]) -> list[Version]:
    values: dict[str, Any] = {"keys": list(abouts), "abouts": list(set(abouts.values()))}
    return [
        Version(key, subject, date.fromordinal(first), date.fromordinal(end), *rest)
        for key, subject, first, end, *rest in views.ask(_VERSIONS, values)
    ]


_OBLIGATION, _ENTRY = OBLIGATION.table, CHRONICLE_ENTRY.table
_VERSIONS = select(
    *(_OBLIGATION.c[name] for name in ("key", "subject", "from_day", "to_day")),
    *(_OBLIGATION.c[name] for name in ("known_from", "known_to", "opened_by", "settled_by")),
).where(
    _OBLIGATION.c.about.in_(bindparam("abouts", expanding=True)),
    _OBLIGATION.c.key.in_(bindparam("keys", expanding=True)),
)
_ENTRIES = select(*CHRONICLE_ENTRY.columns).where(
    or_(
        _ENTRY.c.position.in_(bindparam("positions", expanding=True)),
        _ENTRY.c.stream.in_(bindparam("streams", expanding=True)),
    ),
    known(_ENTRY),
)
_SOURCES = select(DEPENDENCY.c.source).where(
    DEPENDENCY.c.subject == bindparam("subject", type_=TEXT), DEPENDENCY.c.since <= POSITION
)
_TAKING_EFFECT = select(*CHRONICLE_ENTRY.columns).where(
    _ENTRY.c.stream.in_(_SOURCES),
    _ENTRY.c.effect_day == bindparam("turn", type_=Integer),
    _ENTRY.c.struck_by.is_(None),
    _ENTRY.c.amends.is_(None),  # a correction speaks of other days than its own
    known(_ENTRY),
)
