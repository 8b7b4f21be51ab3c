"""An evaluation as it counts on a day: what came since its last return, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.entries import Event, EventT
from domain.evaluation import (
    Evaluation,
    EvaluationDrafted,
    EvaluationReceived,
    EvaluationRequested,
    Purpose,
    RequestWithdrawn,
)
from domain.introduction.letter import Letter
from domain.introduction.link import Link
from domain.member import Member, MemberEnrolled
from domain.obligations.eligibility import class_b_from
from domain.obligations.matter import Ground, Matter, enrolment_of
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.rounds import round_figures
from domain.rulebook import RuleSet


@dataclass(frozen=True)
class EvaluationOnDay:
    """One evaluation with its link and member, as they count on a day."""

    histories: Histories
    day: date
    evaluation: Evaluation
    link: Link
    member: Member

    @property
    def about(self) -> EvaluationRequested | EvaluationDrafted | EvaluationReceived | None:
        """The first entry that says what is evaluated: purpose and year."""
        known = self.evaluation.of(EvaluationRequested, EvaluationDrafted, EvaluationReceived)
        return next(iter(known), None)

    @property
    def annual(self) -> bool:
        """Whether it belongs to the yearly round."""
        return self.about is not None and self.about.purpose is Purpose.ANNUAL

    @property
    def year(self) -> int:
        """The year that it is for."""
        return self.about.year if self.about else self.day.year

    # What counts since the last return.

    def _since_return(self, kind: type[EventT]) -> Sequence[EventT]:
        return self.evaluation.chain(kind)

    def _first(self, kind: type[EventT]) -> EventT | None:
        return next(iter(self._since_return(kind)), None)

    def _under_way(self, kind: type[EventT]) -> list[EventT]:
        """Select what counts since the last return, and since a request was withdrawn."""
        withdrawn = self.evaluation.last(RequestWithdrawn)
        return [e for e in self._since_return(kind) if withdrawn is None or later(e, withdrawn)]

    # Whom it concerns: the workplace in which the member was when a step opened.

    def _enrolment(self, opened: Event) -> MemberEnrolled | None:
        letter = self._letter()
        behind = enrolment_of(letter, self.member) if letter else None
        return self.member.last(MemberEnrolled, on=opened.effect_date) or behind

    def _letter(self) -> Letter | None:
        opened = [x for x in self.link.letters if x.open_days]
        return self.link.open_letter_on(self.day) or next(reversed(opened), self.link.last_letter)

    def _matter(self, opened: Event) -> Matter | None:
        enrolment = self._enrolment(opened)
        if enrolment is None:
            return None
        letter = self._letter()
        return Matter(self.histories, self.member, enrolment, self.link, letter)

    def _has_departed(self, opened: Event) -> bool:
        enrolment = self._enrolment(opened)
        return enrolment is not None and self.member.departed_on(enrolment) <= self.day

    def _met_class_b(self, since: date) -> bool:
        return class_b_from(self.member, since) <= self.day

    def _rules(self, matter: Matter, opened: Event, opened_on: date) -> RuleSet:
        rules = matter.rule_set(opened, opened_on)
        return round_figures(matter.workplace, self.year, rules, self.day, self.histories)

    def _standing(
        self, code: str, step: str, opened: Event, base: date, due_on: date, *, inner: bool = False
    ) -> Iterator[Obligation]:
        """Give a row of this day, whatever may stop it; ``inner``: the workplace's own matter."""
        matter = self._matter(opened)
        if matter and base <= self.day:
            rules = self._rules(matter, opened, base)
            ground = Ground(code, step, f"evaluation/{self.evaluation.id}", opened.id, rules)
            yield from matter.standing(ground, base, self.day, due_on, residence_sees=not inner)


def later(entry: Event, than: Event) -> bool:
    """Tell whether an entry comes after another, by effect date and then by the log."""
    return (entry.effect_date, entry.position) > (than.effect_date, than.position)
