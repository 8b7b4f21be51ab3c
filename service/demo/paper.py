"""A paper of the story: what it says, whose day it bears, on which day and by whom it is entered.

A paper may rest on what the service answered to an earlier one: it then names it, and the player
puts the id in its place.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from domain.evaluation import Purpose, evaluation_id
from domain.introduction.link import link_id
from domain.report import report_id
from service.demo.bodies import Officer
from service.demo.gaps import RULES

ORDER = (
    "register-organization",
    "appoint-officer",
    "elect-committee",
    "adopt-rule-set",
    "enroll-member",
    "recognize-full-member",
    "assign-cell",
    "declare-residence",
    "carry-over-link",
    "grant-exemption",
    "end-exemption",
    "suspend-activity",
    "resume-activity",
    "decide-transfer",
    "revoke-transfer",
    "depart-member",
    "notify-status",
    "draft-letter",
    "issue-letter",
    "receive-letter",
    "forward-member",
    "return-slip",
    "list-member",
    "assign-group",
    "assign-monitor",
    "file-slip",
    "close-link",
    "convene-meeting",
    "deliver-notices",
    "hold-meeting",
    "record-attendance",
    "record-content",
    "remind-absence",
    "report-absence",
    "answer-absence",
    "send-report",
    "answer-report",
    "ask-for-letter",
    "answer-letter-ask",
    "state-roster",
    "answer-difference",
    "disseminate-regulation",
    "make-inspection",
    "hold-periodic-review",
    "open-round",
    "name-focus-list",
    "request-evaluation",
    "withdraw-request",
    "hold-collective-meeting",
    "draft-evaluation",
    "sign-evaluation",
    "confirm-evaluation",
    "send-evaluation",
    "receive-evaluation",
    "give-feedback",
    "disclose-opinion",
    "record-statement",
    "resolve-proposal",
    "consolidate-evaluations",
    "file-evaluation",
    "hold-review",
    "record-reference",
    "decide-classification",
    "void-entry",
    "correct-entry",
    "snooze-obligation",
    "explain-gap",
)
"""Commands entered on one day are entered in this order: none comes before what it rests on."""


LATE_DAYS = RULES.days("record.late_days")


class Answers(Protocol):
    """What the service has answered so far; ``KeyError`` for what it has not."""

    def member(self, name: str) -> UUID:
        """Give the id of a member by his name in the story."""

    def entry(self, paper: str, topic: str) -> str:
        """Give the id of the entry of a topic that a paper made."""


class Reference(ABC):
    """Something that only the service's answers can tell."""

    @abstractmethod
    def resolve(self, answers: Answers) -> str:
        """Give the id; ``KeyError`` while it is not known."""


@dataclass(frozen=True, slots=True)
class MemberOf(Reference):
    """The member of this name in the story."""

    name: str

    def resolve(self, answers: Answers) -> str:
        """Give the member's id."""
        return str(answers.member(self.name))


@dataclass(frozen=True, slots=True)
class LinkOf(Reference):
    """The link of a member at one of his residences, by its number."""

    member: str
    residence_no: int

    def resolve(self, answers: Answers) -> str:
        """Derive the link's id from the member's."""
        return str(link_id(answers.member(self.member), self.residence_no))


@dataclass(frozen=True, slots=True)
class EvaluationOf(Reference):
    """The evaluation of a link for a year: the yearly one, or the one asked for by a number."""

    link: LinkOf
    year: int
    purpose: Purpose = Purpose.ANNUAL
    number: str | None = None

    def resolve(self, answers: Answers) -> str:
        """Derive the evaluation's id from the link's."""
        link = UUID(self.link.resolve(answers))
        return str(evaluation_id(link, self.purpose, self.year, self.number))


@dataclass(frozen=True, slots=True)
class EntryOf(Reference):
    """The entry that an earlier paper made, by its topic."""

    paper: str
    topic: str

    def resolve(self, answers: Answers) -> str:
        """Look the entry's id up."""
        return answers.entry(self.paper, self.topic)


@dataclass(frozen=True, slots=True)
class StreamOf(Reference):
    """The stream in which an earlier paper made an entry of a topic."""

    paper: str
    topic: str

    def resolve(self, answers: Answers) -> str:
        """Take the stream's id out of the entry's."""
        return answers.entry(self.paper, self.topic).partition("/")[0]


@dataclass(frozen=True, slots=True)
class ReportOf(Reference):
    """The report of a number on a link."""

    link: LinkOf
    number: str

    def resolve(self, answers: Answers) -> str:
        """Derive the report's id from the link's."""
        return str(report_id(UUID(self.link.resolve(answers)), self.number))


@dataclass(frozen=True, slots=True)
class Woven(Reference):
    """A text with ids in it: the path of a fact to be corrected, the key of what is owed."""

    pattern: str
    references: tuple[Reference, ...]

    def resolve(self, answers: Answers) -> str:
        """Write the ids into the pattern."""
        return self.pattern.format(*(one.resolve(answers) for one in self.references))


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One command as it will be sent; ``fields`` are those of its schema, references in them.

    ``meeting`` names the meeting whose minutes it belongs to, if any.
    """

    key: str
    entered_on: date
    by: Officer
    command: str
    occurred_on: date
    fields: Mapping[str, Any] = field(default_factory=dict)
    meeting: str = ""

    @property
    def late(self) -> bool:
        """Tell whether it is entered long after the day that it bears."""
        return (self.entered_on - self.occurred_on).days > LATE_DAYS

    def entered(self, late: date | None) -> Paper:
        """Give the same paper, entered on a later day if one is named."""
        return replace(self, entered_on=late) if late else self

    @property
    def place(self) -> tuple[Any, ...]:
        """Where it comes in the story: by day of entry, then by what rests on what."""
        return self.entered_on, ORDER.index(self.command), self.by.code


def resolved(value: Any, answers: Answers) -> Any:
    """Give a value as JSON has it, every reference replaced; ``KeyError`` while one is unknown."""
    if isinstance(value, Reference):
        return value.resolve(answers)
    if isinstance(value, Mapping):
        return {resolved(k, answers): resolved(v, answers) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [resolved(item, answers) for item in value]
    if isinstance(value, date | UUID):
        return str(value)
    return value


def transcribed(kind: str, number: str, arrived_on: date) -> dict[str, Any]:
    """Mark a paper as the other side's, copied: its kind, its number, the day it arrived."""
    return {"paper_kind": kind, "paper_number": number, "arrived_on": arrived_on}
