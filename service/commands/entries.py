"""Commands that strike an entry through, with the right facts beside it or without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.acts import Act, Actor, Side
from domain.amendment import looked_up
from domain.corrections import correct, void
from domain.entries import Event, Stream
from domain.evaluation import EvaluationReceived
from domain.introduction.events import (
    AbsenceReminded,
    AbsenceReported,
    FeedbackGiven,
    LetterIssued,
    PaperNumberTaken,
)
from domain.introduction.link import link_id, paper_number_id
from domain.meeting import MeetingHeld
from domain.member import ResidenceDeclared
from domain.private import Personal, Private
from domain.refusals import RestsOnIt, StruckEntry
from domain.report import ReportSent
from service.commands.command import Command
from service.officers import Entitled, Sides, entitled
from service.stream_kinds import kind_of
from service.unit_of_work import UnitOfWork

_BY_WHO_ENTERED = entitled("Ad Wo Ws Wc Ro Rs Rc Rg")


@dataclass(frozen=True, kw_only=True)
class EntryCommand(Command):
    """A command about one entry, which the body that entered it may mend."""

    ENTITLED = _BY_WHO_ENTERED

    event: str
    reason: str

    def begin(self, work: UnitOfWork) -> tuple[Stream, Event]:
        """Load the stream of the entry and settle that the officer's body entered it."""
        stream = self._stream(work)
        entry = next((e for e in stream.entries if e.id == self.event), None)
        if entry is None:
            raise StruckEntry(field="event", event=self.event)
        work.begin(self, sides_as_entered(entry.actor), _entitled(entry.actor))
        return stream, entry

    def _stream(self, work: UnitOfWork) -> Stream:
        try:
            stream_id = UUID(self.event.partition("/")[0])
        except ValueError:
            raise StruckEntry(field="event", event=self.event) from None
        kind = kind_of(list(work.events_of(stream_id)))
        if kind in (None, Stream):
            raise StruckEntry(field="event", event=self.event)
        return work.load(kind, stream_id)


def sides_as_entered(actor: Actor) -> Sides:
    """Name the body of whoever entered something, on its side."""
    body = actor.organization
    if actor.side is Side.WORKPLACE:
        return Sides(workplace=body, workplace_cell=body)
    return Sides(residence=body, residence_cell=body)


def _entitled(actor: Actor) -> Entitled:
    return entitled("Ad") if actor.side is None else _BY_WHO_ENTERED


@dataclass(frozen=True, kw_only=True)
class CorrectEntry(EntryCommand):
    """Strike an entry through and put the right facts beside it.

    ``facts`` maps a path to the right value: field names joined by dots, an entry of a list by
    its id. A wrong person or body is voided instead.
    """

    NAME = "correct-entry"
    TITLE = "Đính chính"

    facts: dict[str, Any]

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the correction; right values of private fields are sealed."""
        stream, entry = self.begin(work)
        if work.act is None:
            return
        facts = {path: _typed(entry, path, value, stream) for path, value in self.facts.items()}
        again = _same_again(stream, work.digest)
        if again:
            work.answered.append(again)
            return
        if isinstance(entry, LetterIssued) and "number" in facts:
            _take_number(entry, str(facts["number"]), work, work.act)
        work.answered.append(
            correct(stream, self.event, facts, reason=self.reason, act=work.act, streams=work)
        )


def _same_again(stream: Stream, digest: str) -> Event | None:
    return next((e for e in stream.entries if e.position and e.digest == digest), None)


def _typed(entry: Event, path: str, value: Any, stream: Stream) -> Any:
    if path in ("occurred_on", "transcribed.arrived_on"):
        return value
    annotation, now = looked_up(entry, path)
    if annotation in (Private, Private | None) and isinstance(value, str):
        return Personal(now.person if now else stream.id, value)
    return value


def _take_number(entry: LetterIssued, number: str, work: UnitOfWork, act: Act) -> None:
    year = entry.occurred_on.year
    work.record(
        work.load(Stream, paper_number_id(entry.issuer, year, number)),
        PaperNumberTaken,
        issuer=entry.issuer,
        year=year,
        number=number,
        kind="letter",
    )


@dataclass(frozen=True, kw_only=True)
class VoidEntry(EntryCommand):
    """Strike an entry through; voiding a void or a correction undoes that one."""

    NAME = "void-entry"
    TITLE = "Gạch bỏ"

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the void, and free the number of a letter."""
        stream, entry = self.begin(work)
        if work.act is None:
            return
        if again := _same_again(stream, work.digest):
            work.answered.append(again)
            return
        _not_rested_on(entry, stream, work)
        work.answered.append(
            void(stream, self.event, reason=self.reason, act=work.act, streams=work)
        )
        if isinstance(entry, LetterIssued):
            _free_number(entry, self.reason, work, work.act)


def _free_number(entry: LetterIssued, reason: str, work: UnitOfWork, act: Act) -> None:
    number = work.load(Stream, paper_number_id(entry.issuer, entry.occurred_on.year, entry.number))
    for taken in number.of(PaperNumberTaken):
        work.answered.append(void(number, taken.id, reason=reason, act=act, streams=work))


def _not_rested_on(entry: Event, stream: Stream, work: UnitOfWork) -> None:
    """Look beyond the stream: a letter rests on the residence, a reminder on the absence.

    Feedback rests on the slip or the report that it is on.
    """
    if isinstance(entry, ResidenceDeclared):
        others = [
            r
            for r in stream.of(ResidenceDeclared)
            if r.residence_no == entry.residence_no and r.id != entry.id
        ]
        letters = work.link(link_id(stream.id, entry.residence_no)).letters
        if letters and not others:
            raise RestsOnIt(field="event", event=entry.id, letters=len(letters))
    if isinstance(entry, MeetingHeld):
        for item in entry.attendance:
            follow_ups = work.link(item.link).of(AbsenceReminded, AbsenceReported)
            for resting in follow_ups:
                if stream.id in resting.meetings:
                    raise RestsOnIt(field="event", event=entry.id, resting=resting.id)
    if isinstance(entry, EvaluationReceived | ReportSent):
        for talk in work.link(entry.link).of(FeedbackGiven):
            if talk.on == str(stream.id) and talk.position > entry.position:
                raise RestsOnIt(field="event", event=entry.id, resting=talk.id)
