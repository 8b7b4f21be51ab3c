"""What the residence writes of its own accord, until the workplace has answered.

Notices of absence (G14), reports against a member (G27) or for him (G28), requests for a letter
(G38).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER
from domain.introduction.events import AbsenceAnswered, AbsenceReported
from domain.introduction.link import Link
from domain.local_figures import rules_of_pair
from domain.member import Member, MemberEnrolled
from domain.obligations.clock import Clock
from domain.obligations.eligibility import class_b_from
from domain.obligations.matter import (
    Ground,
    Matter,
    enrolment_of,
    first_after,
    matter_of,
    rule_set_of,
)
from domain.obligations.obligation import Histories, Obligation
from domain.report import ReportKind, ReportSent


def notices(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a notice of absence waits for its answer: G14."""
    link = histories.link(UUID(subject[1]))
    if link.member is None:
        return
    member = histories.member(link.member)
    for notice in link.of(AbsenceReported):
        matter = matter_of_notice(notice, link, member, histories)
        answers = (answer for answer in link.of(AbsenceAnswered) if answer.report == notice.id)
        if matter:
            awaited = Awaited(matter, "G14", f"notice/{notice.id}", notice)
            yield from awaited.rows(notice.arrived_on, answers)


def matter_of_notice(
    notice: AbsenceReported, link: Link, member: Member, histories: Histories
) -> Matter | None:
    """Name the workplace that introduced the member before a notice of absence was written."""
    letter = link.letter_behind(notice)
    return matter_of(letter, link, member, histories) if letter else None


def report(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a report waits for its answer: G27 against a member, G28 for him."""
    written = histories.report(UUID(subject[1]))
    matter = matter_of_report(written.sent, histories) if written.sent else None
    if written.sent is None or matter is None:
        return
    answers = [written.answered] if written.answered else []
    adverse = written.sent.kind is ReportKind.ADVERSE
    base = written.sent.arrived_on if adverse else written.sent.effect_date
    awaited = Awaited(matter, "G27" if adverse else "G28", f"report/{written.id}", written.sent)
    yield from awaited.rows(base, answers)


def matter_of_report(sent: ReportSent, histories: Histories) -> Matter | None:
    """Name the workplace in which the member was when a report was written."""
    link = histories.link(sent.link)
    letter = link.open_letter_on(sent.effect_date) or link.last_letter
    if link.member is None or letter is None:
        return None
    member = histories.member(link.member)
    enrolled = member.last(MemberEnrolled, on=sent.effect_date)
    enrolment = enrolled or enrolment_of(letter, member)
    return Matter(histories, member, enrolment, link, letter) if enrolment else None


@dataclass(frozen=True)
class Awaited:
    """A paper of the residence that is owed an answer."""

    matter: Matter
    code: str
    subject: str
    paper: Event

    def rows(self, base: date, answers: Iterable[Event]) -> Iterator[Obligation]:
        """Give the days from its arrival to the first answer."""
        matter, rules = self.matter, self.matter.rule_set(self.paper, base)
        if not rules.holds(self.code, base):
            return
        departed = matter.departed_on if "D" in rules.obligations[self.code].ends else FOREVER
        out = min(departed, class_b_from(matter.member, base))
        answered = first_after(answers)
        settled = answered if answered and answered.effect_date <= out else None
        end = settled.effect_date if settled else out
        settled_by = settled.id if settled else None
        ground = Ground(self.code, "", self.subject, self.paper.id, rules, settled_by)
        runs = matter.clock(base, ground).running(matter.figure(ground), end)
        yield from matter.obligations(ground, base, runs)


ASKED = "ASKED"


def letter_asked(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a request for a letter waits for its answer: G38.

    It is about nobody whom the workplace knows: nothing about a member stops or ends it.
    """
    request = histories.report(UUID(subject[1]))
    asked, answered = request.asked, request.ask_answered
    if asked is None:
        return
    base = asked.effect_date
    registered = histories.organization(asked.to).registered
    published = rule_set_of(asked, base, histories)
    rules = rules_of_pair(published, asked.to, asked.by, base, histories)
    followed_from = registered.followed_from if registered else date.min
    if base < followed_from or not rules.holds("G38", base):
        return
    step = rules.obligations["G38"].step(ASKED)
    end = answered.effect_date if answered else FOREVER
    about = f"letter_ask/{request.id}"
    for run in Clock(base, rules).running(step.figures[0], end):
        yield Obligation(
            code="G38",
            key=f"G38:{about}:{asked.id}",
            step=ASKED,
            owner=asked.to,
            office=step.owner.value,
            about=about,
            member=None,
            link=None,
            cell=None,
            workplace=asked.to,
            viewers=(asked.to, asked.by),
            rule_set=rules.id,
            weight=rules.weight("G38"),
            from_day=run.start,
            late_from=run.late,
            to_day=run.end,
            due_on=run.due_on,
            opened_by=asked.id,
            settled_by=answered.id if answered else None,
        )
