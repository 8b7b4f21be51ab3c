"""What the residence wrote of its own accord, and what the workplace answered.

Reports against members and for them, and notices of absence: each is seen by the two committees
and cells between which it went, whatever becomes of the member afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.intervals import FOREVER
from domain.introduction.events import AbsenceAnswered, AbsenceReported
from domain.introduction.link import Link
from domain.obligations.matter import Matter
from domain.obligations.reports import matter_of_notice, matter_of_report
from domain.report import ReportAnswered, ReportSent, ReportSubject
from domain.rulebook import Owner
from projections.read_model import Facts, ReadModel
from projections.runs import days_of_change, runs
from projections.sealed import place_of
from projections.subjects import Subject
from projections.versions import Side, VersionedTable


class PaperKind(StrEnum):
    """What the residence writes."""

    ADVERSE = "ADVERSE"
    COMMENDING = "COMMENDING"
    ABSENCE = "ABSENCE"


class AnswerState(StrEnum):
    """Whether a paper has been answered."""

    OPEN = "OPEN"
    ANSWERED = "ANSWERED"


@dataclass(frozen=True, slots=True)
class Reported:
    """One paper of the residence on a run of days, with its answer where there is one by then.

    ``report`` is what an answer names: the stream of a report, the entry of a notice. The workplace
    is that of the day on which it was written; ``viewers`` are committees and cells of both sides.
    ``text`` and ``answer`` are the places of sealed texts.
    """

    report: str
    kind: PaperKind
    state: AnswerState
    link: UUID
    member: UUID
    workplace: UUID
    workplace_cell: UUID | None
    body: UUID | None
    cell: UUID | None
    viewers: tuple[UUID, ...]
    sent_on: date
    arrived_on: date
    number: str | None
    about: ReportSubject | None
    meetings: tuple[UUID, ...]
    text: str | None
    answered_on: date | None
    outcome: str | None
    answer: str | None
    from_day: date
    to_day: date


def reports_sent(subject: Subject, facts: Facts) -> Iterator[Reported]:
    """Give the rows of one report."""
    report = facts.report(UUID(subject[1]))
    matter = matter_of_report(report.sent, facts) if report.sent else None
    if report.sent and matter:
        link = facts.link(report.sent.link)
        yield from Exchange(matter, link, str(report.id), report.sent, report.answered).rows()


def notices_sent(subject: Subject, facts: Facts) -> Iterator[Reported]:
    """Give the rows of the notices of absence about one link."""
    link = facts.link(UUID(subject[1]))
    if link.member is None:
        return
    member = facts.member(link.member)
    for notice in link.of(AbsenceReported):
        matter = matter_of_notice(notice, link, member, facts)
        answers = (entry for entry in link.of(AbsenceAnswered) if entry.report == notice.id)
        if matter:
            yield from Exchange(matter, link, notice.id, notice, next(answers, None)).rows()


@dataclass(frozen=True)
class Exchange:
    """A paper about a link, and the answer to it."""

    matter: Matter
    link: Link
    report: str
    paper: ReportSent | AbsenceReported
    answered: ReportAnswered | AbsenceAnswered | None

    def rows(self) -> Iterator[Reported]:
        """Ask on its own day and on each on which something changes after it."""
        first = self.paper.effect_date
        changes = {*days_of_change(self.matter.member, [self.link])}
        if self.answered:
            changes.add(self.answered.effect_date)
        yield from runs({first, *(day for day in changes if day > first)}, self._on)

    def _on(self, day: date) -> Reported:
        bodies = self.matter.bodies(day)
        report = self.paper if isinstance(self.paper, ReportSent) else None
        answered = self.answered
        if answered and answered.effect_date > day:
            answered = None
        return Reported(
            report=self.report,
            kind=PaperKind(report.kind) if report else PaperKind.ABSENCE,
            state=AnswerState.ANSWERED if answered else AnswerState.OPEN,
            link=self.link.id,
            member=self.matter.member.id,
            workplace=self.matter.workplace,
            workplace_cell=bodies[Owner.WORKPLACE_CELL],
            body=bodies[Owner.RESIDENCE_COMMITTEE],
            cell=bodies[Owner.RESIDENCE_CELL],
            viewers=tuple(dict.fromkeys(b for b in map(bodies.get, _VIEWERS) if b)),
            sent_on=self.paper.occurred_on,
            arrived_on=self.paper.arrived_on,
            number=self.paper.number,
            about=report.subject if report else None,
            meetings=self.paper.meetings if isinstance(self.paper, AbsenceReported) else (),
            text=_written(self.paper),
            answered_on=answered.occurred_on if answered else None,
            outcome=answered.outcome.value if answered else None,
            answer=_written(answered) if answered else None,
            from_day=day,
            to_day=FOREVER,
        )


def _written(
    paper: ReportSent | ReportAnswered | AbsenceReported | AbsenceAnswered,
) -> str | None:
    """Name the place of what a paper says."""
    return place_of(paper.text if isinstance(paper, ReportSent | ReportAnswered) else paper.note)


_VIEWERS = (
    Owner.WORKPLACE_OFFICE,
    Owner.WORKPLACE_CELL,
    Owner.RESIDENCE_COMMITTEE,
    Owner.RESIDENCE_CELL,
)
REPORTED = VersionedTable(
    "reported",
    Reported,
    indexes=[("member", "to_day")],
    side=Side("reported_to", "viewers", "organization", ("to_day",)),
)
REPORTS = ReadModel(REPORTED, {"report": reports_sent, "link": notices_sent})
