"""What a residence committee writes on its own initiative, and what the workplace answers.

A report is about a link; a request for a letter is about somebody whom the residence knows and
the workplace has not introduced. Each has a stream of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5

from domain.entries import Event, Stream
from domain.names import LIENHE
from domain.private import Private


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


class Report(Stream):
    """A report or a request for a letter, as its stream has it."""
