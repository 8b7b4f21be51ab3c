"""What a ward writes on its own initiative about a member, and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.report import ReportKind, ReportSubject
from service.demo.bodies import ResidenceCell, Ward
from service.demo.names import Name
from service.demo.people import Member


@dataclass(kw_only=True, eq=False)
class Report:
    """A report for or against a member; ``arrived_on`` is when the workplace has it."""

    member: Member
    cell: ResidenceCell
    kind: ReportKind
    subject: ReportSubject
    text: str
    number: str
    sent_on: date
    arrived_on: date
    answered_on: date
    answered: bool = True


@dataclass(kw_only=True, eq=False)
class LetterAsk:
    """A request to introduce somebody who lives in the ward, and is no member of ours."""

    ward: Ward
    person: Name
    asked_on: date
    answered_on: date
    answered: bool = True
