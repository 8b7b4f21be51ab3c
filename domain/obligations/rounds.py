"""The yearly request: each member's opinion is asked for (G17); which link is that of the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from domain.entries import Stream
from domain.evaluation import Evaluation, EvaluationReceived, Purpose, evaluation_id
from domain.intervals import FOREVER, Interval, covers
from domain.introduction.letter import Letter
from domain.introduction.link import Link, link_id
from domain.local_figures import days_of_adoption, rules_of_body
from domain.member import ExemptionClass, Member, MemberEnrolled, ResidenceDeclared
from domain.obligations.eligibility import eligible
from domain.obligations.matter import Ground, Matter
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import changes_of, joined
from domain.round import Round, opened_by, round_of, rounds_of
from domain.rulebook import RuleSet


class YearLink(NamedTuple):
    """The link whose evaluation counts for a year."""

    link: Link
    letter: Letter


def links_of(member: Member, histories: Histories) -> list[Link]:
    """Give the links of all stays of a member."""
    numbers = sorted({r.residence_no for r in member.of(ResidenceDeclared)})
    return [histories.link(link_id(member.id, number)) for number in numbers]


def year_link(member: Member, links: Iterable[Link], year: int, rules: RuleSet) -> YearLink | None:
    """Find the link of a year (vocabulary 5.3).

    The one open on the day of request, received in time or carried over, of several the last;
    else the one with most eligible days before, the later one of equals; none without any.
    """
    asked_on = rules.day_of(year, "round.request_by")
    in_time = rules.day_of(year, "round.linked_by")
    best: YearLink | None = None
    for link in links:
        letter = link.open_letter_on(asked_on)
        if letter is None or not (letter.carried_over or _opened(letter) <= in_time):
            continue
        if best is None or _opened(letter) >= _opened(best.letter):
            best = YearLink(link, letter)
    return best or _longest(member, links, Interval(date(year, 1, 1), asked_on + timedelta(days=1)))


def _opened(letter: Letter) -> date:
    return letter.open_days.start if letter.open_days else FOREVER


def _longest(member: Member, links: Iterable[Link], span: Interval) -> YearLink | None:
    most = 0
    best: YearLink | None = None
    for link in links:
        days: dict[int, int] = {}
        for stay in eligible(link, member):
            count = (min(stay.days.end, span.end) - max(stay.days.start, span.start)).days
            days[stay.letter.attempt] = days.get(stay.letter.attempt, 0) + max(count, 0)
        total = sum(days.values())
        letter = link.letter(max(days)) if days else None
        if letter and total and total >= most:
            most, best = total, YearLink(link, letter)
    return best


def round_figures(
    committee: UUID, year: int, rules: RuleSet, day: date, histories: Histories
) -> RuleSet:
    """Give the rules with the own figures of rounds that were opened before requests are due.

    Due as the rule set was published: a committee's own day opens no round in time. What a
    successor's round says nothing of is as the round says that it came by.
    """
    last = histories.rulebook.named(rules.id).day_of(year, "round.request_by")
    for round_ in opened_by(min(day, last - timedelta(days=1)), committee, year, histories):
        if round_.opened:
            rules = rules.with_local(round_.opened.figures)
    return rules


def not_requested(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days the opinion on a member is still to be asked for: G17."""
    yield from Asking(histories.member(UUID(subject[1])), int(subject[2]), histories).rows()


@dataclass(frozen=True)
class Asking:
    """One member in one year: whether his workplace has asked for the opinion."""

    member: Member
    year: int
    histories: Histories

    @property
    def published(self) -> RuleSet:
        """The rules in force when the round opens, without anybody's own figures."""
        in_autumn = self.histories.rulebook.in_force(date(self.year, 10, 1))
        return self.histories.rulebook.in_force(in_autumn.day_of(self.year, "round.opens"))

    def rows(self) -> Iterator[Obligation]:
        """Ask on each day on which something about the member, his links or rounds changes."""
        links = links_of(self.member, self.histories)
        committees = {e.committee for e in self.member.of(MemberEnrolled)}
        rounds = [r for one in committees for r in rounds_of(one, self.year, self.histories)]
        evaluations = [
            self.histories.evaluation(evaluation_id(link.id, Purpose.ANNUAL, self.year))
            for link in links
        ]
        streams: list[Stream] = [self.member, *links, *rounds, *evaluations]
        changes = {*self.days_of_rules(committees), *changes_of(streams, self.member)}

        def answer(day: date) -> Iterable[Obligation]:
            if not any(asked(evaluation, day) for evaluation in evaluations):
                seen = [link.as_of(day) for link in links]
                yield from self._owed(self.member.as_of(day), seen, day)

        yield from joined(Interval(date(self.year, 1, 1), FOREVER), changes, answer)

    def rules(self, committee: UUID, day: date) -> RuleSet:
        """Give the rules of a committee's round as they are known on a day, its figures applied."""
        return round_figures(committee, self.year, self._own(committee, day), day, self.histories)

    def _own(self, committee: UUID, day: date) -> RuleSet:
        opens = self.published.day_of(self.year, "round.opens")
        return rules_of_body(self.published, committee, min(day, opens), self.histories)

    def days_of_rules(self, committees: Iterable[UUID]) -> Iterator[date]:
        """Name the days on which somebody's figures begin, or on which they make a row turn."""
        for committee in committees:
            for day in (*days_of_adoption(committee, self.histories), date.max):
                yield day
                own = self._own(committee, day)
                for rules in (own, *self._of_rounds(committee, own)):
                    yield rules.day_of(self.year, "round.opens")
                    yield rules.day_of(self.year, "round.request_by")

    def _of_rounds(self, committee: UUID, own: RuleSet) -> Iterator[RuleSet]:
        for round_ in opened_by(date.max, committee, self.year, self.histories):
            if round_.opened:
                day = round_.opened.effect_date
                yield round_figures(committee, self.year, own, day, self.histories)

    def _owed(self, member: Member, links: list[Link], day: date) -> Iterator[Obligation]:
        """Give the row of the first committee that had to ask: one failing is one gap."""
        for enrolment in member.of(MemberEnrolled):
            rows = list(self._owed_by(enrolment, member, links, day))
            if rows:
                yield from rows
                return

    def _owed_by(
        self, enrolment: MemberEnrolled, member: Member, links: list[Link], day: date
    ) -> Iterator[Obligation]:
        rules = self.rules(enrolment.committee, day)
        opened_on = rules.day_of(self.year, "round.opens")
        due_on = rules.day_of(self.year, "round.request_by")
        known, known_links = counting(member, links, due_on, day)
        if day < opened_on or known.enrolment_on(due_on) is not enrolment:
            return
        found = year_link(known, known_links, self.year, rules)
        round_ = round_of(enrolment.committee, self.year, day, self.histories)
        if found is None or _stopped(known, due_on) or not self._named(round_, due_on, day):
            return
        matter = Matter(self.histories, member, enrolment, found.link, found.letter)
        ground = Ground("G17", "", f"member/{member.id}/{self.year}", str(self.year), rules)
        yield from matter.standing(ground, opened_on, day, due_on, residence_sees=False)

    def _named(self, round_: Round, due_on: date, day: date) -> bool:
        """Tell whether a round asks for this member; a focused one counts if opened in time."""
        opened = round_.opened
        if opened is None or opened.effect_date > day or opened.effect_date >= due_on:
            return True
        named = round_.named_on(day)
        return named is None or self.member.id in named


def asked(evaluation: Evaluation, day: date) -> bool:
    """Tell whether an opinion was asked for by a day and not withdrawn, or came unasked."""
    known = evaluation.as_of(day)
    return known.request_standing is not None or bool(known.of(EvaluationReceived))


def counting(
    member: Member, links: list[Link], asked_on: date, day: date
) -> tuple[Member, list[Link]]:
    """Limit what counts for a year's link to what takes effect by the day of request."""
    last = min(day, asked_on)
    return member.as_of(last), [link.as_of(last) for link in links]


def _stopped(member: Member, day: date) -> bool:
    exempt = any(member.is_exempt(class_, day) for class_ in ExemptionClass)
    return exempt or covers(member.suspensions(), day)
