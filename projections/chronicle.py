"""Everything that ever happened, as it now reads: of one member, of a stream, of a committee.

A struck entry stays and says by what it was struck, a corrected one says by what; as long as that
was not known, it says nothing of it. What is about a link is about its member.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.acts import Office, Side
from domain.entries import EntryCorrected, EntryVoided, Event, Stream, standing, version_of
from projections import versions
from projections.concerned import concerned, letter_of, numbers_of_letters
from projections.read_model import Facts, ReadModel
from projections.subjects import Subject
from projections.versions import VersionedTable


@dataclass(frozen=True, slots=True)
class ChronicleEntry:
    """One entry of the log as it reads.

    ``about`` are the members and links that it concerns; ``attempt`` and ``letter`` the letter of
    which it is, by its number in the link and by the number that it bears; ``amends`` is the entry
    of which a correction or a void speaks, ``paper`` the topic of what is amended in the end, or
    its own. ``committee`` is the body whose act it is: on whose behalf a paper was transcribed,
    else the body of the officer who entered it.
    """

    event: str
    position: int
    stream: UUID
    topic: str
    effect_day: date
    occurred_on: date
    recorded_at: datetime
    command: UUID
    officer: UUID
    office: Office
    side: Side | None
    committee: UUID | None
    transcribed: bool
    about: tuple[UUID, ...]
    attempt: int | None
    letter: str | None
    amends: str | None
    paper: str
    struck_by: str | None
    corrected_by: str | None


def entries_of_stream(subject: Subject, facts: Facts) -> Iterator[ChronicleEntry]:
    """Give a row for each entry of a stream, corrections and voids included."""
    stream = facts.load(Stream, UUID(subject[1]))
    amendments = sorted(standing(stream.entries).items())
    struck = {a.event: a.id for _, a in amendments if isinstance(a, EntryVoided)}
    corrected = {a.event: a.id for _, a in amendments if isinstance(a, EntryCorrected)}
    reads = {entry.id: entry for entry in stream.effective}
    numbers = numbers_of_letters(stream)
    for entry in stream.entries:
        yield _row(
            reads.get(entry.id, entry),
            stream,
            numbers,
            struck.get(entry.id),
            corrected.get(entry.id),
        )


def _row(
    entry: Event,
    stream: Stream,
    numbers: Mapping[int, str],
    struck_by: str | None,
    corrected_by: str | None,
) -> ChronicleEntry:
    paper, actor = entry.transcribed, entry.actor
    attempt, letter = letter_of(entry, stream, numbers)
    return ChronicleEntry(
        event=entry.id,
        position=entry.position,
        stream=stream.id,
        topic=entry.TOPIC,
        effect_day=entry.effect_date,
        occurred_on=entry.occurred_on,
        recorded_at=entry.timestamp,
        command=entry.command_id,
        officer=actor.officer,
        office=actor.office,
        side=actor.side,
        committee=paper.on_behalf_of if paper else actor.organization,
        transcribed=paper is not None,
        about=tuple(concerned(entry, stream)),
        attempt=attempt,
        letter=letter,
        amends=entry.event if isinstance(entry, EntryCorrected | EntryVoided) else None,
        paper=_amended(entry, stream).TOPIC,
        struck_by=struck_by,
        corrected_by=corrected_by,
    )


def _amended(entry: Event, stream: Stream) -> Event:
    while isinstance(entry, EntryCorrected | EntryVoided):
        entry = stream.entries[version_of(entry.event) - 1]
    return entry


CHRONICLE_ENTRY = VersionedTable(
    "chronicle_entry",
    ChronicleEntry,
    indexes=[
        ("position",),
        ("topic", "position"),
        ("committee", "position"),
        ("stream", "position"),
        ("command", "position"),
        ("officer", "position"),
        ("letter", "position"),
    ],
    side=versions.Side("concerned", "about", "one", ("effect_day", "position")),
)
CHRONICLE = ReadModel(CHRONICLE_ENTRY, {"chronicle": entries_of_stream})
