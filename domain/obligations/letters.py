"""The letter: write (G01, G02), sign (G03), arrive (G04), answer (G05), file the slip (G06).

Each paper has one open step at a time: the draft hands the duty to the signer, a voided draft
hands it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, Interval
from domain.introduction.events import (
    ClosingReason,
    LetterDrafted,
    LetterIssued,
    LetterReturned,
    LetterVoided,
    LinkCarriedOver,
    LinkClosed,
)
from domain.introduction.letter import Letter
from domain.introduction.link import Link, link_id
from domain.member import (
    ExemptionClass,
    ExemptionGranted,
    How,
    Member,
    MemberEnrolled,
    ResidenceDeclared,
)
from domain.obligations.clock import from_day
from domain.obligations.eligibility import class_b_from
from domain.obligations.matter import Ground, Matter, first_after, matter_of
from domain.obligations.obligation import Histories, Obligation

SEEN_BY_BOTH = frozenset({"G04", "G05"})

Written = LetterDrafted | LetterIssued | LinkCarriedOver
Unmade = LetterReturned | LetterVoided | LinkClosed


def to_write(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a letter is owed for a member: G01 at first, G02 after a move."""
    member = histories.member(UUID(subject[1]))
    numbers = sorted({r.residence_no for r in member.of(ResidenceDeclared)})
    links = {number: histories.link(link_id(member.id, number)) for number in numbers}
    for enrolment in member.of(MemberEnrolled):
        yield from _of_enrolment(Writing(histories, member, enrolment, links))


@dataclass(frozen=True)
class Writing:
    """One enrolment of a member, with the links of all his stays, by their numbers."""

    histories: Histories
    member: Member
    enrolment: MemberEnrolled
    links: Mapping[int, Link]

    @property
    def departed_on(self) -> date:
        """The first day without the enrolment."""
        return self.member.departed_on(self.enrolment)

    def covers(self, day: date) -> bool:
        """Tell whether the enrolment holds on a day."""
        return self.enrolment.occurred_on <= day < self.departed_on

    def receivers(self, span: Interval) -> Iterator[tuple[UUID | None, Interval]]:
        """Give the committees under which the member lives, one after the other."""
        declared = {entry.occurred_on for entry in self.member.of(ResidenceDeclared)}
        marks = sorted({span.start, *(day for day in declared if day in span)})
        for body, days in groupby(marks, key=self._receiver_on):
            start = next(days)
            later = (day for day in marks if day > start and self._receiver_on(day) != body)
            yield body, Interval(start, next(later, span.end))

    def _receiver_on(self, day: date) -> UUID | None:
        present = self.member.as_of(day).residence_on(day)
        return present.body if present else None


@dataclass(frozen=True)
class Need:
    """A letter is owed from ``opened`` on, until something settles or ends it."""

    code: str
    base: date
    opened: Event
    since: date


def _of_enrolment(writing: Writing) -> Iterator[Obligation]:
    """Walk through what happened, in order, and give the days on which a letter was owed."""
    need: Need | None = None
    walk = Walk(writing)
    for day, event in walk.steps():
        if need and (end := walk.ends(day, event)) is not None:
            yield from _rows(writing, need, day, end)
            need = None
        if need is None and (need := walk.opens(day, event)):
            walk.code = need.code
        walk.remember(day, event)
    if need:
        yield from _rows(writing, need, writing.departed_on, None)


class Walk:
    """What is known so far of one enrolment: where the member lives, and which letter covers it."""

    def __init__(self, writing: Writing) -> None:
        """Start before the enrolment."""
        self.writing = writing
        self.stay: int | None = None
        self.letter_existed = False
        self.code_of: dict[tuple[int, int], str] = {}
        self.covered: dict[int, Written] = {}
        self.code = "G01"

    def steps(self) -> list[tuple[date, Event]]:
        """List what matters in the order of effect: dates first, then the log."""
        member = self.writing.member
        steps: list[tuple[date, int, Event]] = []
        for entry in member.of(MemberEnrolled, ResidenceDeclared):
            steps.append((entry.effect_date, entry.position, entry))
        for exemption in member.exemptions(ExemptionClass.B):
            granted = exemption.granted
            steps.append((exemption.days.start, granted.position, granted))
            if exemption.days.end < FOREVER:
                steps.append((exemption.days.end, 0, exemption.over_by))
        for link in self.writing.links.values():
            for event in link.of(
                LetterDrafted,
                LetterIssued,
                LinkCarriedOver,
                LetterReturned,
                LetterVoided,
                LinkClosed,
            ):
                if self._ours(link, event):
                    steps.append((event.effect_date, event.position, event))
        ordered = sorted(steps, key=lambda step: step[:2])
        return [(day, event) for day, _, event in ordered if day < self.writing.departed_on]

    def _ours(self, link: Link, event: Event) -> bool:
        letter = link.letter(getattr(event, "attempt", 0))
        if isinstance(event, LinkClosed) and event.reason is not ClosingReason.VOIDED:
            return False
        written = letter.written if letter else None
        return bool(written and self.writing.covers(written.effect_date))

    def ends(self, day: date, event: Event) -> str | None:
        """Tell what ends a need on that day: the entry's id where it settles it, else empty."""
        if isinstance(event, Written) and self._stay_of(event) == self.stay:
            return event.id
        if isinstance(event, ExemptionGranted) and self._class_b(day):
            return ""
        if isinstance(event, Unmade) and self._stay_of(event) == self.stay:
            return ""
        if isinstance(event, ResidenceDeclared) and self.letter_existed and self._moves(day, event):
            return ""
        return None

    def opens(self, day: date, event: Event) -> Need | None:
        """Tell which need an entry opens, if any."""
        if not self.writing.covers(day) or self._class_b(day):
            return None
        if isinstance(event, MemberEnrolled | ResidenceDeclared):
            return self._on_residence(day, event)
        if isinstance(event, Unmade) and self._stay_of(event) == self.stay:
            code = self.code_of.get((self._stay_of(event), event.attempt), "G01")
            return Need(code, day, event, day)
        if self._after_class_b(day, event) and self._is_uncovered(day):
            return Need("G01", day, event, day)
        return None

    def _on_residence(self, day: date, event: MemberEnrolled | ResidenceDeclared) -> Need | None:
        enrolment = self.writing.enrolment
        if isinstance(event, MemberEnrolled) and event.id != enrolment.id:
            return None
        present = self.writing.member.as_of(day).residence_on(day)
        if present is None or present.residence_no in self.covered:
            return None
        if isinstance(event, ResidenceDeclared) and self.letter_existed:
            return Need("G02", day, event, day) if self._moves(day, event) else None
        if isinstance(event, ResidenceDeclared) and self.stay is not None:
            return None
        base = day
        if enrolment.how is How.INITIAL and isinstance(event, MemberEnrolled):
            registered = self.writing.histories.organization(enrolment.committee).registered
            base = registered.followed_from if registered else day
        return Need("G01", base, enrolment, day)

    def remember(self, day: date, event: Event) -> None:
        """Take an entry into account."""
        if isinstance(event, ExemptionGranted) and self._class_b(day):
            self.covered.clear()
            self.code_of.clear()
            self.code = "G01"
        elif isinstance(event, Written):
            stay = self._stay_of(event)
            self.letter_existed = True
            self.code_of.setdefault((stay, event.attempt), self.code)
            self.covered[stay] = event
        elif isinstance(event, Unmade):
            self.covered.pop(self._stay_of(event), None)
        elif self.writing.covers(day) and not self._class_b(day):
            present = self.writing.member.as_of(day).residence_on(day)
            now = present.residence_no if present else None
            moved = isinstance(event, ResidenceDeclared) and now != self.stay
            if moved and now in self.covered:
                # Back where a letter still holds: what is written there again follows a move.
                self.code_of[now, self.covered[now].attempt] = "G02"
            self.stay = now

    def _moves(self, day: date, event: ResidenceDeclared) -> bool:
        present = self.writing.member.as_of(day).residence_on(day)
        return bool(present and present.residence_no != self.stay)

    def _stay_of(self, event: Event) -> int:
        stays = (n for n, link in self.writing.links.items() if link.id == event.originator_id)
        return next(stays, 0)

    def _class_b(self, day: date) -> bool:
        return self.writing.member.is_exempt(ExemptionClass.B, day)

    def _after_class_b(self, day: date, event: Event) -> bool:
        spells = self.writing.member.exemptions(ExemptionClass.B)
        return any(
            spell.days.end == day and event in (spell.granted, spell.ended) for spell in spells
        )

    def _is_uncovered(self, day: date) -> bool:
        """Tell whether the member lives somewhere and no letter since class B covers the stay."""
        present = self.writing.member.residence_on(day)
        return present is not None and present.residence_no not in self.covered


def _rows(writing: Writing, need: Need, end: date, settled_by: str | None) -> Iterator[Obligation]:
    """Give the rows of a need; to whom the letter will go may change before it is written."""
    for body, days in writing.receivers(Interval(need.since, end)):
        matter = Matter(writing.histories, writing.member, writing.enrolment, towards=body)
        rules = matter.rule_set(need.opened, need.base)
        ground = Ground(
            need.code, "", f"member/{writing.member.id}", need.opened.id, rules, settled_by or None
        )
        runs = matter.clock(need.base, ground).running(matter.figure(ground), days.end)
        yield from matter.obligations(
            ground, need.base, from_day(runs, days.start), residence_sees=False
        )


def under_way(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a letter waits to be signed, to arrive, to be answered, to be filed."""
    link = histories.link(UUID(subject[1]))
    if link.member is None:
        return
    member = histories.member(link.member)
    for letter in link.letters:
        matter = matter_of(letter, link, member, histories)
        if matter and not letter.carried_over:
            yield from UnderWay(matter, letter).rows()


@dataclass(frozen=True)
class UnderWay:
    """One letter on its way, step by step."""

    matter: Matter
    letter: Letter

    def rows(self) -> Iterator[Obligation]:
        """Give each step from what opens it to what settles or ends it."""
        letter = self.letter
        departed = self.matter.departed_on
        out = min(letter.voided.effect_date if letter.voided else FOREVER, departed)
        arrivals = [letter.received, letter.returned, letter.slip]
        if letter.drafted:
            moved = self._moved(letter.drafted)
            yield from self._step("G03", letter.drafted, [letter.issued], min(out, moved))
        if letter.issued:
            moved = self._moved(letter.issued)
            yield from self._step("G04", letter.issued, arrivals, min(out, moved))
        closed = letter.closed.on if letter.closed else FOREVER
        yield from self._step("G05", letter.received, [letter.slip], min(closed, departed))
        yield from self._step("G06", letter.slip, [letter.filed], FOREVER)

    def _step(
        self, code: str, opened: Event | None, settling: Sequence[Event | None], end: date
    ) -> Iterator[Obligation]:
        if opened is None:
            return
        base = opened.arrived_on if code == "G06" else opened.effect_date
        out = min(end, class_b_from(self.matter.member, base))
        settled = first_after(event for event in settling if event)
        end = min(out, settled.effect_date if settled else FOREVER)
        ground = Ground(
            code,
            "",
            f"letter/{opened.originator_id}/{self.letter.attempt}",
            opened.id,
            self.matter.rule_set(opened, base),
            settled.id if settled and settled.effect_date <= out else None,
        )
        runs = self.matter.clock(base, ground).running(self.matter.figure(ground), end)
        yield from self.matter.obligations(ground, base, runs, residence_sees=code in SEEN_BY_BOTH)

    def _moved(self, begun: LetterDrafted | LetterIssued) -> date:
        """Name the first day from then on on which the member lives under another body."""
        declared = [entry.occurred_on for entry in self.matter.member.of(ResidenceDeclared)]
        for day in (begun.effect_date, *(day for day in declared if day > begun.effect_date)):
            present = self.matter.member.as_of(day).residence_on(day)
            if present and present.residence_no != begun.residence_no:
                return day
        return FOREVER
