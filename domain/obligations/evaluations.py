"""The slip: draft and send (G18), agree (G19, G20), sign and confirm (G21), pass up, file (G23).

A return starts the chain anew, and a request withdrawn ends what was under way. The paper has one
open step at a time; its defects stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from domain.collective_meeting import CollectiveMeetingHeld
from domain.entries import Event, Stream
from domain.evaluation import (
    Evaluation,
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationDrafted,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationReturned,
    EvaluationSent,
    EvaluationSigned,
)
from domain.intervals import FOREVER, Interval, covers
from domain.introduction.link import Link
from domain.member import Member, MemberEnrolled
from domain.obligations.clock import Clock
from domain.obligations.contents import Contents
from domain.obligations.evaluation_on_day import EvaluationOnDay, later
from domain.obligations.explained import explained_about
from domain.obligations.matter import Ground, Matter
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.rounds import counting, links_of, round_figures, year_link
from domain.obligations.spells import changes_of, joined
from domain.organization import kin, same_on
from domain.round import rounds_of


def slip(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days an evaluation waits, for which step, and what it lacks."""
    evaluation = histories.evaluation(UUID(subject[1]))
    link = histories.link(evaluation.link) if evaluation.link else None
    if link is None or link.member is None:
        return
    member = histories.member(link.member)
    year = next(
        iter(evaluation.of(EvaluationRequested, EvaluationDrafted, EvaluationReceived))
    ).year
    issuers = {e.committee for e in member.of(MemberEnrolled)}
    rounds = [one for issuer in sorted(issuers) for one in rounds_of(issuer, year, histories)]
    streams: list[Stream] = [evaluation, link, member, *rounds, *links_of(member, histories)]
    changes = {*changes_of(streams, member), *_waited(evaluation, link, member, year, histories)}
    explained = explained_about([f"evaluation/{evaluation.id}"], histories).values()
    changes |= {entry.effect_date for entry in explained}

    def answer(day: date) -> Iterable[Obligation]:
        seen = histories, day, evaluation.as_of(day), link.as_of(day), member.as_of(day)
        yield from Slip(*seen).rows()
        yield from Contents(*seen).rows()

    first = min((e.effect_date for e in evaluation.effective), default=FOREVER)
    yield from joined(Interval(first, FOREVER), changes, answer)


def _waited(
    evaluation: Evaluation, link: Link, member: Member, year: int, histories: Histories
) -> Iterator[date]:
    """Name the days on which a slip that was sent is looked for at the workplace."""
    for received in evaluation.of(EvaluationReceived):
        yield received.arrived_on
    matters = [
        Matter(histories, member, enrolment, link, letter)
        for enrolment in member.of(MemberEnrolled)
        for letter in link.letters
    ]
    for sent in evaluation.of(EvaluationSent):
        for matter in matters:
            own = matter.rule_set(sent, sent.effect_date)
            for rules in (own, round_figures(matter.workplace, year, own, date.max, histories)):
                yield Clock(sent.effect_date, rules).due("consolidate.sent_days", sent.effect_date)


class Slip(EvaluationOnDay):
    """The steps of its paper, and the defects beside them."""

    def rows(self) -> Iterator[Obligation]:
        """Give the open step of the paper, and its defects beside it."""
        if self.about is None or not self.link.letters:
            return
        yield from list(self._unexplained(self._unsigned())) or self._overdue()
        yield from self._not_agreed()
        yield from (
            self._not_filed() if self._first(EvaluationConsolidated) else self._not_passed_up()
        )

    def _unexplained(self, rows: Iterable[Obligation]) -> Iterator[Obligation]:
        for row in rows:
            explained = explained_about([row.about], self.histories).get(row.key)
            if explained is None or self.day < explained.effect_date:
                yield row

    def _awaited_since(self) -> EvaluationRequested | EvaluationReturned | None:
        """Find what the slip is owed on: the last return, else the request that stands.

        A departure from the committee that asked ends its request.
        """
        asked = self.evaluation.request_standing
        if asked and self._has_departed(asked):
            asked = None
        if asked is None and self.evaluation.of(EvaluationRequested):
            return None
        returned = self.evaluation.last(EvaluationReturned)
        if returned and not (asked and later(asked, returned)):
            return returned
        return asked

    # G18 while nobody has drafted, and again once it is signed and confirmed.

    def _overdue(self) -> Iterator[Obligation]:
        opened = self._awaited_since()
        if opened is None or self._first(EvaluationSent) or self._first(EvaluationReceived):
            return
        stopped = self._has_departed(opened) or self._met_class_b(opened.effect_date)
        matter = self._matter(opened)
        if stopped or matter is None or self._closed(matter, opened):
            return
        clock = self._clock(matter, opened)
        if not covers(clock.pauses, self.day):
            due_on = self._overdue_after(clock, opened)
            yield from self._standing("G18", self._step, opened, opened.effect_date, due_on)

    @property
    def _step(self) -> str:
        return "SEND" if self._since_return(EvaluationConfirmed) else "DRAFT"

    def _clock(self, matter: Matter, opened: Event) -> Clock:
        """Count from what opened it; that a member need not attend stops the yearly slip alone."""
        rules = self._rules(matter, opened, opened.effect_date)
        ground = Ground("G18", self._step, f"evaluation/{self.evaluation.id}", opened.id, rules)
        return matter.clock(opened.effect_date, ground, annual=self.annual)

    def _overdue_after(
        self, clock: Clock, opened: EvaluationRequested | EvaluationReturned
    ) -> date:
        """Name the day on which the slip is due: days are lengthened by pauses, dates are not."""
        if isinstance(opened, EvaluationReturned):
            return clock.due("evaluation.mend_days", self.day)
        answered = clock.due("evaluation.answer_days", self.day)
        if not self.annual:
            return answered
        slips_by = clock.rule_set.day_of(self.year, "round.slips_by")
        return max(min(answered, slips_by), clock.due("evaluation.least_days", self.day))

    def _closed(self, matter: Matter, opened: Event) -> bool:
        """Tell whether the link has ended; that of the year is evaluated all the same."""
        spells = [letter.open_days for letter in self.link.letters if letter.open_days]
        if not spells or any(self.day in days for days in spells):
            return False
        rules = self._rules(matter, opened, opened.effect_date)
        links = [x.as_of(self.day) for x in links_of(self.member, self.histories)]
        asked_on = rules.day_of(self.year, "round.request_by")
        known, known_links = counting(self.member, links, asked_on, self.day)
        found = year_link(known, known_links, self.year, rules)
        return found is None or found.link.id != self.link.id

    # G21: signed by the cell, confirmed by the committee.

    def _unsigned(self) -> Iterator[Obligation]:
        signed = next(iter(self._under_way(EvaluationSigned)), None)
        confirmed = any(entry.sealed for entry in self._since_return(EvaluationConfirmed))
        opened = signed or self._first_draft()
        if opened is None or (signed and confirmed):
            return
        if self._met_class_b(opened.effect_date) or self._departed_unsent(opened):
            return
        matter = self._matter(opened)
        if matter:
            step = "CONFIRM" if signed else "SIGN"
            due_on = self._signed_by(matter, opened)
            yield from self._standing("G21", step, opened, opened.effect_date, due_on)

    def _first_draft(self) -> EvaluationDrafted | None:
        """Find the first draft since the request or the last return, else one written unasked."""
        drafts = self._under_way(EvaluationDrafted)
        asked = self.evaluation.request_standing
        since_asked = [draft for draft in drafts if asked and later(draft, asked)]
        return next(iter(since_asked or drafts), None)

    def _departed_unsent(self, opened: Event) -> bool:
        """Tell whether the member had gone before the slip left; what arrived has left."""
        enrolment = self._enrolment(opened)
        departed = self.member.departed_on(enrolment) if enrolment else FOREVER
        left = (*self._since_return(EvaluationSent), *self._since_return(EvaluationReceived))
        return departed <= self.day and all(departed < entry.effect_date for entry in left)

    def _signed_by(self, matter: Matter, opened: Event) -> date:
        """Some working days after the act before, not later than the slip itself is due."""
        rules = self._rules(matter, opened, opened.effect_date)
        due_on = Clock(opened.effect_date, rules).due("evaluation.sign_wd", self.day)
        awaited = self._awaited_since()
        asked_by = self._matter(awaited) if awaited else None
        if awaited is None or asked_by is None:
            return due_on
        return min(due_on, self._overdue_after(self._clock(asked_by, awaited), awaited))

    # G19, G20: what the last draft lacks.

    def _not_agreed(self) -> Iterator[Obligation]:
        draft = next(reversed(self._under_way(EvaluationDrafted)), None)
        if draft is None or self._has_departed(draft) or self._met_class_b(draft.effect_date):
            return
        fronts = [held.front_present for held in self._considering(draft)]
        if draft.stated_meeting:
            fronts.append(draft.stated_meeting.front_present)
        if not any(fronts):
            code = "G20" if fronts else "G19"
            yield from self._standing(code, "", draft, draft.effect_date, draft.effect_date)

    def _considering(self, draft: EvaluationDrafted) -> Iterator[CollectiveMeetingHeld]:
        """Give the meetings of the cell, that year and by that day, that considered the link."""
        day, named = draft.effect_date, self.link.last_cell_on(draft.effect_date)
        cells = kin(named, self.histories) if named else []
        for meeting in (
            m for c in cells for m in self.histories.collective_meetings_of(c, self.year)
        ):
            held = self.histories.collective_meeting(meeting).held
            if held is None or named is None or self.link.id not in held.considered:
                continue
            in_time = held.occurred_on.year == self.year and held.occurred_on <= day
            if in_time and same_on(held.cell, named, day, self.histories):
                yield held

    # G23: passed up by the workplace cell, filed by the office.

    def _not_passed_up(self) -> Iterator[Obligation]:
        received, sent = self._first(EvaluationReceived), self._first(EvaluationSent)
        opened = received or sent
        matter = self._matter(opened) if opened else None
        if opened is None or matter is None or self._first(EvaluationFiled):
            return
        base = received.arrived_on if received else self._looked_for(matter, opened)
        if not self._met_class_b(base):
            clock = Clock(base, self._rules(matter, opened, base))
            due_on = clock.due("consolidate.days", self.day)
            yield from self._standing("G23", "CELL", opened, base, due_on, inner=True)

    def _looked_for(self, matter: Matter, sent: Event) -> date:
        rules = self._rules(matter, sent, sent.effect_date)
        return Clock(sent.effect_date, rules).due("consolidate.sent_days", self.day)

    def _not_filed(self) -> Iterator[Obligation]:
        opened = self._first(EvaluationConsolidated)
        matter = self._matter(opened) if opened else None
        if opened is None or matter is None or self._first(EvaluationFiled):
            return
        base = opened.effect_date
        if not self._met_class_b(base):
            due_on = self._filed_by(Clock(base, self._rules(matter, opened, base)))
            yield from self._standing("G23", "FILE", opened, base, due_on, inner=True)

    def _filed_by(self, clock: Clock) -> date:
        if not self.annual:
            return clock.due("file.days", self.day)
        at_year_end = clock.rule_set.day_of(self.year, "file.by")
        return max(at_year_end, clock.due("file.wd", self.day))
