"""The slip: draft and send (G18), agree (G19, G20), sign and confirm (G21), pass up, file (G23).

A return starts the chain anew: every stretch of the history between returns is judged by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.collective_meeting import CollectiveMeetingHeld
from domain.entries import Event, EventT
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
    Purpose,
    RequestWithdrawn,
)
from domain.intervals import FOREVER
from domain.introduction.link import Link
from domain.member import Member, MemberEnrolled
from domain.obligations.clock import Clock, Run, clipped
from domain.obligations.eligibility import class_b_from
from domain.obligations.matter import Ground, Matter, ended
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.rounds import links_of, round_figures, year_link


@dataclass(frozen=True)
class Stretch:
    """The history of an evaluation from its request, or from a return, to the next return."""

    evaluation: Evaluation
    purpose: Purpose
    year: int
    opened: Event | None
    entries: Sequence[Event]
    ends_on: date
    withdrawn_on: date

    def first(self, kind: type[EventT]) -> EventT | None:
        """Find the first entry of a class in this stretch."""
        return next((entry for entry in self.entries if isinstance(entry, kind)), None)

    def day(self, kind: type[Event]) -> date:
        """Name the day of the first entry of a class; ``date.max`` if there is none."""
        entry = self.first(kind)
        return entry.effect_date if entry else FOREVER

    @property
    def confirmed(self) -> EvaluationConfirmed | None:
        """The first confirmation that bears the seal."""
        found = (e for e in self.entries if isinstance(e, EvaluationConfirmed) and e.sealed)
        return next(found, None)


def slip(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days an evaluation waits, for which step, and what it lacks."""
    evaluation = histories.evaluation(UUID(subject[1]))
    link = histories.link(evaluation.link) if evaluation.link else None
    if link is None or link.member is None:
        return
    member = histories.member(link.member)
    for stretch in stretches(evaluation):
        matter = _matter(stretch, link, member, histories)
        if matter:
            yield from Chain(stretch, matter).rows()


def stretches(evaluation: Evaluation) -> Iterator[Stretch]:
    """Cut the history at its returns."""
    known = evaluation.of(EvaluationRequested, EvaluationDrafted, EvaluationReceived)
    if not known:
        return
    opened: Event | None = evaluation.request_standing or next(
        iter(evaluation.of(EvaluationRequested)), None
    )
    withdrawn = {w.request: w.effect_date for w in evaluation.of(RequestWithdrawn)}
    current: list[Event] = []
    for entry in evaluation.effective:
        if isinstance(entry, EvaluationReturned):
            off = withdrawn.get(opened.id, FOREVER) if opened else FOREVER
            yield Stretch(
                evaluation, known[0].purpose, known[0].year, opened, current, entry.effect_date, off
            )
            opened, current = entry, []
        else:
            current.append(entry)
    off = (
        min(withdrawn.values(), default=FOREVER) if evaluation.request_standing is None else FOREVER
    )
    yield Stretch(evaluation, known[0].purpose, known[0].year, opened, current, FOREVER, off)


def _matter(stretch: Stretch, link: Link, member: Member, histories: Histories) -> Matter | None:
    first = stretch.opened or (stretch.entries[0] if stretch.entries else None)
    letter = link.letter_of_year(stretch.year, first.effect_date) if first else None
    if letter is None or letter.issuer is None:
        return None
    return Matter(histories, member, letter.issuer, link, letter)


@dataclass(frozen=True)
class Chain:
    """One stretch with the member, the link and the bodies that it is about."""

    stretch: Stretch
    matter: Matter

    @property
    def subject(self) -> str:
        """How the obligations call their subject."""
        return f"evaluation/{self.stretch.evaluation.id}"

    def rows(self) -> Iterator[Obligation]:
        """Give the open step of the paper on each day, and its defects beside it."""
        yield from self._draft()
        yield from self._sign()
        yield from self._confirm()
        yield from self._send()
        yield from self._defects()
        yield from self._pass_up()
        yield from self._file()

    def _gone(self, day: date) -> date:
        """Name the day on which class B, a withdrawal or a return ends what stands."""
        secret = class_b_from(self.matter.member, day)
        return min(secret, self.stretch.withdrawn_on, self.stretch.ends_on)

    def _departed(self) -> date:
        enrolments = [
            self.matter.member.departed_on(e)
            for e in self.matter.member.of(MemberEnrolled)
            if e.committee == self.matter.workplace
        ]
        return max(enrolments, default=FOREVER)

    def _closed(self) -> date:
        """Name the end of the link, unless it is the year's: that one is evaluated all the same."""
        letter, stretch = self.matter.letter, self.stretch
        if letter is None or letter.open_days is None:
            return FOREVER
        links = links_of(self.matter.member, self.matter.histories)
        rules = self.matter.histories.rulebook.in_force(date(stretch.year, 12, 31))
        rules = round_figures(
            self.matter.workplace, stretch.year, rules, date.max, self.matter.histories
        )
        found = year_link(self.matter.member, links, stretch.year, rules)
        of_year = (
            found is not None
            and self.matter.link is not None
            and found.link.id == self.matter.link.id
        )
        annual = stretch.purpose is Purpose.ANNUAL
        return FOREVER if annual and of_year else letter.open_days.end

    def _arrived(self) -> date:
        return min(self.stretch.day(EvaluationSent), self.stretch.day(EvaluationReceived))

    # G18 while nobody has drafted, and again once it is confirmed.

    def _draft(self) -> Iterator[Obligation]:
        opened = self.stretch.opened
        if opened is None:
            return
        taken_up = min(self.stretch.day(EvaluationDrafted), self.stretch.day(EvaluationSigned))
        yield from self._g18(opened, "DRAFT", opened.effect_date, taken_up)

    def _send(self) -> Iterator[Obligation]:
        opened, confirmed = self.stretch.opened, self.stretch.confirmed
        if opened and confirmed:
            since = max(opened.effect_date, confirmed.effect_date)
            yield from self._g18(opened, "SEND", since, FOREVER)

    def _g18(self, opened: Event, step: str, since: date, until: date) -> Iterator[Obligation]:
        base = opened.effect_date
        end = min(until, self._gone(base), self._departed(), self._closed(), self._arrived())
        ground = self._ground("G18", step, opened, base, self._settling())
        annual = self.stretch.purpose is Purpose.ANNUAL
        clock = self.matter.clock(base, ground, annual=annual)
        runs = (
            _after(run, since) for run in clock.runs(lambda on: self._answer_due(clock, on), end)
        )
        yield from self.matter.obligations(ground, base, [r for r in runs if r.start < r.end])

    def _settling(self) -> str | None:
        arrived = [
            e for e in self.stretch.entries if isinstance(e, EvaluationSent | EvaluationReceived)
        ]
        return arrived[0].id if arrived else None

    def _ground(
        self, code: str, step: str, opened: Event, base: date, settled_by: str | None
    ) -> Ground:
        rules = self.matter.rule_set(opened, base)
        rules = round_figures(
            self.matter.workplace, self.stretch.year, rules, date.max, self.matter.histories
        )
        return Ground(code, step, self.subject, opened.id, rules, settled_by)

    def _answer_due(self, clock: Clock, on: date) -> date:
        rules = clock.rule_set
        if isinstance(self.stretch.opened, EvaluationReturned):
            return clock.due("evaluation.mend_days", on)
        answer = clock.due("evaluation.answer_days", on)
        if self.stretch.purpose is not Purpose.ANNUAL:
            return answer
        by = rules.day_of(self.stretch.year, "round.slips_by")
        return max(min(answer, by), clock.due("evaluation.least_days", on))

    # G21: signed by the cell, confirmed by the committee.

    def _sign(self) -> Iterator[Obligation]:
        drafted = self.stretch.first(EvaluationDrafted)
        if drafted:
            yield from self._g21(drafted, "SIGN", self.stretch.first(EvaluationSigned))

    def _confirm(self) -> Iterator[Obligation]:
        signed = self.stretch.first(EvaluationSigned)
        if signed:
            yield from self._g21(signed, "CONFIRM", self.stretch.confirmed)

    def _g21(self, opened: Event, step: str, settled: Event | None) -> Iterator[Obligation]:
        base = opened.effect_date
        departed = self._departed()
        sent = self.stretch.day(EvaluationSent) < departed
        end = ended(
            [
                settled.effect_date if settled else None,
                self._gone(base),
                FOREVER if sent else departed,
            ]
        )
        ground = self._ground("G21", step, opened, base, settled.id if settled else None)
        due = self._sign_due(Clock(base, ground.rule_set))
        runs = [clipped(base, end, due)] if base < end else []
        yield from self.matter.obligations(ground, base, runs)

    def _sign_due(self, clock: Clock) -> date:
        """Five working days, not later than the day on which the slip itself is due."""
        due = clock.due("evaluation.sign_wd", clock.base)
        opened = self.stretch.opened
        if opened is None or opened.effect_date > clock.base:
            return due
        whole = self.matter.clock(
            opened.effect_date,
            self._ground("G18", "DRAFT", opened, opened.effect_date, None),
            annual=self.stretch.purpose is Purpose.ANNUAL,
        )
        return min(due, self._answer_due(whole, clock.base))

    # G19, G20: what the last draft lacks.

    def _defects(self) -> Iterator[Obligation]:
        drafts = [e for e in self.stretch.entries if isinstance(e, EvaluationDrafted)]
        for index, drafted in enumerate(drafts):
            following = drafts[index + 1].effect_date if index + 1 < len(drafts) else FOREVER
            code = self._lacks(drafted)
            if code is None:
                continue
            base = drafted.effect_date
            end = min(following, self._gone(base), self._departed())
            ground = Ground(code, "", self.subject, drafted.id, self.matter.rule_set(drafted, base))
            runs = [clipped(base, end, base)] if base < end else []
            yield from self.matter.obligations(ground, base, runs)

    def _lacks(self, drafted: EvaluationDrafted) -> str | None:
        held = list(self._considering(drafted))
        stated = drafted.stated_meeting
        if stated is None and not held:
            return "G19"
        with_front = any(meeting.front_present for meeting in held)
        if not with_front and not (stated and stated.front_present):
            return "G20"
        return None

    def _considering(self, drafted: EvaluationDrafted) -> Iterator[CollectiveMeetingHeld]:
        link, year = self.matter.link, self.stretch.year
        cell = link.last_cell_on(drafted.effect_date) if link else None
        if link is None or cell is None:
            return
        for meeting_id in self.matter.histories.collective_meetings_of(cell, year):
            held = self.matter.histories.collective_meeting(meeting_id).held
            if (
                held
                and held.cell == cell
                and held.occurred_on.year == year
                and held.occurred_on <= drafted.effect_date
                and link.id in held.considered
            ):
                yield held

    # G23: passed up by the workplace cell, filed by the office.

    def _pass_up(self) -> Iterator[Obligation]:
        received, sent = self.stretch.first(EvaluationReceived), self.stretch.first(EvaluationSent)
        settled = self.stretch.first(EvaluationConsolidated)
        opened: Event | None = received
        base = received.arrived_on if received else FOREVER
        if sent:
            clock = Clock(sent.effect_date, self.matter.rule_set(sent, sent.effect_date))
            waited = clock.due("consolidate.sent_days", sent.effect_date)
            if waited < base:
                opened, base = sent, waited
        if opened:
            yield from self._g23("CELL", opened, base, settled, None)

    def _file(self) -> Iterator[Obligation]:
        passed_up = self.stretch.first(EvaluationConsolidated)
        if passed_up:
            filed = self.stretch.first(EvaluationFiled)
            yield from self._g23("FILE", passed_up, passed_up.effect_date, filed, self.stretch.year)

    def _g23(
        self, step: str, opened: Event, base: date, settled: Event | None, year: int | None
    ) -> Iterator[Obligation]:
        end = ended([settled.effect_date if settled else None, self._gone_but_withdrawn(base)])
        ground = Ground(
            "G23",
            step,
            self.subject,
            opened.id,
            self.matter.rule_set(opened, base),
            settled.id if settled else None,
        )
        clock = Clock(base, ground.rule_set)
        due = self._file_due(clock) if year else clock.due("consolidate.days", base)
        runs = [clipped(base, end, due)] if base < end else []
        yield from self.matter.obligations(ground, base, runs, residence_sees=False)

    def _gone_but_withdrawn(self, day: date) -> date:
        return min(class_b_from(self.matter.member, day), self.stretch.ends_on)

    def _file_due(self, clock: Clock) -> date:
        if self.stretch.purpose is not Purpose.ANNUAL:
            return clock.due("file.days", clock.base)
        by = clock.rule_set.day_of(self.stretch.year, "file.by")
        return max(by, clock.due("file.wd", clock.base))


def _after(run: Run, day: date) -> Run:
    return clipped(max(run.start, day), run.end, run.due_on)
