"""What a residence committee writes on its own initiative, and what the workplace answers.

A report is about a link; a request for a letter is about somebody whom the residence knows and
the workplace has not introduced. Each has a stream of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5

from domain.acts import Side
from domain.decisions import Objections, Streams, decides, not_before
from domain.entries import Event, EventT, Stream
from domain.member import ExemptionClass
from domain.names import LIENHE
from domain.organization import same_on, standing_body
from domain.private import Private
from domain.refusals import (
    AddresseeNotWorkplace,
    AlreadyAnswered,
    ExemptFromIntroduction,
    MemberHasDeparted,
    NoOpenLink,
    NoSuchReport,
    NotOurMember,
    NotReceiver,
    SecretMaterial,
)


class ReportKind(StrEnum):
    """Whether a report speaks against a member or for him."""

    ADVERSE = "ADVERSE"
    COMMENDING = "COMMENDING"


class ReportSubject(StrEnum):
    """What a report is about."""

    CIVIC_DUTY = "CIVIC_DUTY"
    CONDUCT = "CONDUCT"
    FAMILY = "FAMILY"
    ATTENDANCE = "ATTENDANCE"
    CONTRIBUTION = "CONTRIBUTION"
    OTHER = "OTHER"


class ReportOutcome(StrEnum):
    """What came of a report."""

    SUBSTANTIATED = "SUBSTANTIATED"
    PARTLY = "PARTLY"
    NOT_SUBSTANTIATED = "NOT_SUBSTANTIATED"
    COMMENDED = "COMMENDED"


class AskOutcome(StrEnum):
    """What the workplace answers to a request for a letter; ``NOT_DUE`` says no more."""

    LETTER_FOLLOWS = "LETTER_FOLLOWS"
    NOT_DUE = "NOT_DUE"


def report_id(link: UUID, which: str) -> UUID:
    """Name the stream of a report by its number, or by its date and subject."""
    return uuid5(LIENHE, f"report/{link}/{which}")


def letter_ask_id(by: UUID, to: UUID, person_token: str, year: int) -> UUID:
    """Name the stream of a request for a letter: one a body, person and year."""
    return uuid5(LIENHE, f"letter-ask/{by}/{to}/{person_token}/{year}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class ReportSent(Event):
    """The residence writes about a member on its own initiative. (Ý kiến phản ánh, biểu dương)"""

    TOPIC = "report.sent"
    NATURAL_KEY = ()

    link: UUID
    kind: ReportKind
    subject: ReportSubject
    text: Private
    number: str | None


@dataclass(frozen=True)
class ReportAnswered(Event):
    """The workplace says what came of it. (Trả lời phản ánh, kết quả)"""

    TOPIC = "report.answered"
    NATURAL_KEY = ()

    outcome: ReportOutcome
    text: Private | None


@dataclass(frozen=True)
class LetterAsked(Event):
    """The residence knows of somebody who should be introduced. (Đề nghị giới thiệu)

    Who it is lies under the key of this stream: the person may be nobody's member.
    """

    TOPIC = "letter.asked"
    NATURAL_KEY = ()

    by: UUID
    to: UUID
    full_name: Private
    birth_date: Private | None
    dwelling: Private | None
    grounds: Private


@dataclass(frozen=True)
class LetterAskAnswered(Event):
    """The workplace answers; ``member`` only if a letter follows. (Trả lời đề nghị giới thiệu)"""

    TOPIC = "letter.ask_answered"
    NATURAL_KEY = ()

    outcome: AskOutcome
    member: UUID | None


# Decide.


@decides(ReportSent)
def send(report: Report, entry: ReportSent, streams: Streams) -> Objections:
    """A residence writes about a member who is introduced to it (the seed, row 43)."""
    link, day = streams.link(entry.link), entry.occurred_on
    if not link.is_open_on(day):
        yield NoOpenLink(field="link", link=entry.link, day=day)
    elif link.member and not streams.member(link.member).enrolment_on(day):
        yield MemberHasDeparted(field="occurred_on", member=link.member, day=day)


@decides(ReportAnswered)
def answer(report: Report, entry: ReportAnswered, streams: Streams) -> Objections:
    """What is answered was sent, and is answered once."""
    yield from _answers(report, entry, report.sent, report.answered)


@decides(LetterAsked)
def ask(request: Report, entry: LetterAsked, streams: Streams) -> Objections:
    """A body that receives members asks one that introduces them."""
    day = entry.occurred_on
    asking, asked = streams.organization(entry.by), streams.organization(entry.to)
    yield from standing_body(entry.by, day, streams, "by")
    yield from standing_body(entry.to, day, streams, "to")
    if asking.registered and Side.RESIDENCE not in asking.registered.sides:
        yield NotReceiver(field="by", body=entry.by)
    if asked.registered and Side.WORKPLACE not in asked.registered.sides:
        yield AddresseeNotWorkplace(field="to", body=entry.to)


@decides(LetterAskAnswered)
def answer_ask(request: Report, entry: LetterAskAnswered, streams: Streams) -> Objections:
    """A letter follows for a member of the body that was asked; no letter is due, and no more."""
    yield from _answers(request, entry, request.asked, request.ask_answered)
    if entry.member is None or request.asked is None:
        return
    member, day = streams.member(entry.member), entry.occurred_on
    enrolment = member.enrolment_on(day)
    if entry.outcome is AskOutcome.NOT_DUE:
        yield SecretMaterial(field="member", outcome=entry.outcome)
    elif enrolment is None or not same_on(enrolment.committee, request.asked.to, day, streams):
        yield NotOurMember(field="member", member=entry.member)
    elif member.is_exempt(ExemptionClass.B, day):
        yield ExemptFromIntroduction(field="member", member=entry.member)


def _answers(
    report: Report, entry: Event, sent: Event | None, answered: Event | None
) -> Objections:
    if sent is None:
        yield NoSuchReport(field="report", report=report.id)
        return
    yield from not_before(entry, sent)
    if answered:
        field = "letter_ask" if isinstance(entry, LetterAskAnswered) else "report"
        yield AlreadyAnswered(field=field, answered_on=answered.occurred_on)


class Report(Stream):
    """A report or a request for a letter, as its stream has it."""

    @property
    def sent(self) -> ReportSent | None:
        """The report."""
        return self.last(ReportSent)

    @property
    def answered(self) -> ReportAnswered | None:
        """What the workplace said came of it."""
        return self.last(ReportAnswered)

    @property
    def link(self) -> UUID | None:
        """The link that a report is about."""
        return self.sent.link if self.sent else None

    @property
    def asked(self) -> LetterAsked | None:
        """The request for a letter."""
        return self.last(LetterAsked)

    @property
    def ask_answered(self) -> LetterAskAnswered | None:
        """What the workplace answered to it."""
        return self.last(LetterAskAnswered)

    def rivals(self, candidate: EventT) -> Sequence[EventT]:
        """An answer of another day is no rival, but a second answer."""
        same = super().rivals(candidate)
        if isinstance(candidate, ReportAnswered | LetterAskAnswered):
            return [entry for entry in same if entry.occurred_on == candidate.occurred_on]
        return same
