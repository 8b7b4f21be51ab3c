"""What the record says: the entries that stand, as known at a position and as of a day (4.1-1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.reference.rule_sets import RuleSet

Line = Mapping[str, Any]
Order = tuple[date, int]

# The field marked as effect date in the tables of events; where none is marked, `occurred_on`.
EFFECT_FIELDS = {
    "organization.registered": "exists_from",
    "organization.renamed": "from",
    "organization.placed": "from",
    "organization.dissolved": "on",
    "organization.succeeded": "on",
    "organization.officer_appointed": "from",
    "organization.officer_relieved": "on",
    "organization.committee_elected": "from",
    "organization.rule_set_adopted": "from",
    "coordination.agreed": "from",
    "coordination.ended": "on",
    "member.cell_assigned": "from",
    "member.exemption_granted": "from",
    "member.exemption_ended": "on",
    "member.activity_suspended": "from",
    "member.activity_resumed": "on",
    "member.transfer_decided": "effective_on",
    "member.transfer_revoked": "on",
    "member.departed": "on",
    "link.closed": "on",
    "round.closed": "on",
}
AMENDMENTS = ("entry.corrected", "entry.voided")
LIST_ENTRY_IDS = ("link", "member", "from")


@dataclass(frozen=True, eq=False)
class Entry:
    """One line of the export, mended by its corrections."""

    facts: Line
    position: int
    stream: str
    topic: str
    effect: date

    @property
    def id(self) -> str:
        """The id by which an end names the entry that it ends."""
        return f"{self.stream}/{self.facts['version']}"

    @property
    def order(self) -> Order:
        """Entries are read by effect date, then position (4.1-1)."""
        return self.effect, self.position

    @property
    def rule_set(self) -> str:
        """The rule set that the entry names."""
        return str(self.facts["rule_set"])

    @property
    def arrived_on(self) -> date:
        """The arrival of a transcribed paper, else its date (4.3-5)."""
        transcribed = self.facts["transcribed"]
        return date.fromisoformat((transcribed or {}).get("arrived_on") or self["occurred_on"])

    def __getitem__(self, field: str) -> Any:
        return self.facts[field]

    def day(self, field: str) -> date | None:
        """Read a date that may be absent."""
        value = self.facts.get(field)
        return date.fromisoformat(value) if value else None


class History:
    """The entries known at a position whose effect date is not after a day, in their order.

    ``rules`` are those under which it is judged, where they are not those that were in force.
    """

    def __init__(
        self, lines: Iterable[Line], day: date, position: int, rules: RuleSet | None = None
    ) -> None:
        self.day = day
        self.rules = rules
        self.entries = sorted(
            (entry for entry in known(lines, position) if entry.effect <= day),
            key=lambda entry: entry.order,
        )
        self._streams: dict[str, list[Entry]] = {}
        self._topics: dict[str, list[Entry]] = {}
        for entry in self.entries:
            self._streams.setdefault(entry.stream, []).append(entry)
            self._topics.setdefault(entry.topic, []).append(entry)

    def of(self, stream: str, *topics: str) -> list[Entry]:
        """List the entries of one stream, of some topics or of all."""
        entries = self._streams.get(stream, [])
        return [entry for entry in entries if not topics or entry.topic in topics]

    def all(self, topic: str) -> Sequence[Entry]:
        """List the entries of one topic in every stream."""
        return self._topics.get(topic, [])


def known(lines: Iterable[Line], position: int) -> list[Entry]:
    """Give the entries known at a position: struck ones gone, corrected ones mended (4.1-1)."""
    prefix = sorted((line for line in lines if line["position"] <= position), key=_position)
    struck = _struck(prefix)
    standing = {_id(line): deepcopy(dict(line)) for line in prefix if _id(line) not in struck}
    corrections = [line for line in standing.values() if line["topic"] == "entry.corrected"]
    for correction in corrections:
        if target := standing.get(correction["event"]):
            for path, value in correction["facts"].items():
                amend(target, path, value)
    return [_entry(facts) for facts in standing.values() if facts["topic"] not in AMENDMENTS]


def amend(place: Any, path: str, value: Any) -> None:
    """Put the right fact in the place that a path names (entry.corrected).

    The path joins names by dots, a list entry by its id; the name of a figure has a dot itself.
    """
    name, _, rest = path.partition(".")
    if isinstance(place, list):
        entry = next(e for e in place if name in (e.get(field) for field in LIST_ENTRY_IDS))
        amend(entry, rest, value)
    elif path in place or not rest or name not in place:
        place[path] = value
    else:
        amend(place[name], rest, value)


def _struck(prefix: Sequence[Line]) -> set[str]:
    """Name the entries struck by a void that itself stands (entry.voided)."""
    struck: set[str] = set()
    for line in reversed(prefix):
        if line["topic"] == "entry.voided" and _id(line) not in struck:
            struck.add(line["event"])
    return struck


def _entry(facts: Line) -> Entry:
    topic = facts["topic"]
    effect = facts[EFFECT_FIELDS.get(topic, "occurred_on")]
    return Entry(
        facts=facts,
        position=facts["position"],
        stream=facts["stream"],
        topic=topic,
        effect=date.fromisoformat(effect) if effect else date.min,
    )


def _id(line: Line) -> str:
    return f"{line['stream']}/{line['version']}"


def _position(line: Line) -> int:
    return int(line["position"])
