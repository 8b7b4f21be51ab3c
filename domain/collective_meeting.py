"""The meeting of a residence cell's committee, with the Front, that agrees comments on members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from domain.decisions import Objections, Streams, decides
from domain.entries import Event, Stream
from domain.local_figures import rules_of_body
from domain.names import LIENHE
from domain.organization import standing_body
from domain.refusals import NoQuorum, NotInOffice, NotIntroducedHere


class AgreeingBody(StrEnum):
    """Who agreed: the cell committee, or the secretary with the Front where there is none."""

    CELL_COMMITTEE = "CELL_COMMITTEE"
    SECRETARY_WITH_FRONT = "SECRETARY_WITH_FRONT"


def collective_meeting_id(cell: UUID, day: date) -> UUID:
    """Name the stream of the meeting that a cell held on a day to agree comments."""
    return uuid5(LIENHE, f"collective-meeting/{cell}/{day}")


# The name below is a storage format: topic and fields stand in docs/format.md.


@dataclass(frozen=True)
class CollectiveMeetingHeld(Event):
    """Agreed the comments on these members. (Họp lấy ý kiến tập thể)

    ``of`` is how many might have sat; ``front_count`` how many came for the Front.
    """

    TOPIC = "collective_meeting.held"
    NATURAL_KEY = ()

    cell: UUID
    body: AgreeingBody
    sat: tuple[UUID, ...]
    of: int
    front_present: bool
    front_count: int
    considered: tuple[UUID, ...]
    minutes_digest: str | None


@decides(CollectiveMeetingHeld)
def hold(meeting: CollectiveMeeting, entry: CollectiveMeetingHeld, streams: Streams) -> Objections:
    """More than half sit, who sits is in office, who is considered is introduced here."""
    day = entry.occurred_on
    cell = streams.organization(entry.cell)
    yield from standing_body(entry.cell, day, streams, "cell")
    for person in entry.sat:
        if person not in cell.committee_on(day):
            yield NotInOffice(field="sat", officer=person, organization=entry.cell, day=day)
    rules = rules_of_body(streams.rulebook.in_force(day), entry.cell, day, streams)
    share = rules.percent("collective.quorum_share")
    if len(set(entry.sat)) * 100 <= entry.of * share:
        yield NoQuorum(field="sat", sat=len(set(entry.sat)), of=entry.of)
    for link in entry.considered:
        if streams.link(link).host_of_year(day.year, day, streams) != entry.cell:
            yield NotIntroducedHere(field="considered", link=link, cell=entry.cell, day=day)


class CollectiveMeeting(Stream):
    """One such meeting as its stream has it."""

    @property
    def held(self) -> CollectiveMeetingHeld | None:
        """The entry that says it took place."""
        return self.last(CollectiveMeetingHeld)
