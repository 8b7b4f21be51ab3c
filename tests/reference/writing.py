"""Writing the letter G01 and G02, which needs a residence G40."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.reference.history import Entry, History, Order
from tests.reference.links import STARTS, Letter, letters_of
from tests.reference.members import (
    Enrolment,
    declarations,
    enrolment_on,
    members,
    present_residence,
    stay_declared,
)
from tests.reference.obligation import Duty, Obligation, Subject, owed, workplace
from tests.reference.rules import Figures, rule_set_of
from tests.reference.stops import Stretch, exemptions, is_exempt, is_suspended, pause

EARLIEST: Order = (date.min, 0)


def writing_obligations(past: History) -> Iterator[Obligation]:
    """The first step of the letter, for everybody enrolled on the day."""
    for member in members(past):
        enrolment = enrolment_on(past, member, past.day)
        if enrolment and not is_idle(past, enrolment):
            yield from residence_unknown(past, enrolment)
            yield from unwritten(past, enrolment)


def is_idle(past: History, enrolment: Enrolment) -> bool:
    """Stops of G01, G02 and G40: s pauses, B and D end."""
    member, day = enrolment.member, past.day
    return (
        enrolment.is_over(day)
        or is_exempt(past, member, "B", day)
        or is_suspended(past, member, day)
    )


def residence_unknown(past: History, enrolment: Enrolment) -> Iterator[Obligation]:
    """G40: without a residence no letter can be written, only this runs (4.3-1)."""
    member = enrolment.member
    if present_residence(past, member, past.day):
        return
    exemption = last_class_b(past, enrolment)
    base = latest(enrolment.since, exemption.day_after if exemption else None)
    ground = exemption.ended_by.id if exemption else enrolment.entry.id
    figures = Figures(past, rule_set_of(past, enrolment.entry, base), base, enrolment.committee)
    due_on = figures.days_after(base, "residence.days", pause(past, member, "s"))
    owner = workplace(past, enrolment, "Wo")
    yield from owed(past, figures, base, Duty("G40", Subject(member), owner, base, due_on, ground))


def unwritten(past: History, enrolment: Enrolment) -> Iterator[Obligation]:
    """G01 and G02: no letter for the present residence (4.3-1, 4.3-2, 4.3-15, 4.3-16)."""
    member = enrolment.member
    residence = present_residence(past, member, past.day)
    if residence is None or is_settled(past, enrolment, residence):
        return
    moved = is_move(past, enrolment, residence)
    base = base_after_move(past, enrolment, residence) if moved else base_of_new(past, enrolment)
    opening = stay_declared(past, member) if moved else enrolment.entry
    committee = enrolment.committee
    figures = Figures(
        past, rule_set_of(past, opening, base), base, committee, pair=(committee, residence["body"])
    )
    name = "letter.move_days" if moved else "letter.new_days"
    due_on = figures.days_after(base, name, pause(past, member, "s"))
    duty = Duty(
        code="G02" if moved else "G01",
        subject=Subject(member, residence_no=residence["residence_no"])
        if moved
        else Subject(member, enrolment=enrolment.entry.id),
        owner=workplace(past, enrolment, "Wo"),
        opened_on=base,
        due_on=due_on,
        ground=reopened_by(past, enrolment, residence, base) or opening.id,
    )
    yield from owed(past, figures, base, duty)


def reopened_by(past: History, enrolment: Enrolment, residence: Entry, base: date) -> str | None:
    """Name what opened the row anew on its base: class B that is over, an undoing of a letter."""
    undone = [one.undoing for one in letters_for(past, enrolment, residence) if one.undoing]
    causes = [(entry.effect, entry.position, entry.id) for entry in undone]
    exemption = last_class_b(past, enrolment)
    if exemption and exemption.day_after:
        over_by = exemption.ended_by
        causes.append((exemption.day_after, over_by.position, over_by.id))
    return max((cause for cause in causes if cause[0] == base), default=(None, None, None))[2]


def is_settled(past: History, enrolment: Enrolment, residence: Entry) -> bool:
    """Tell whether a letter for this residence stands that is not older than what reopened.

    After a return, a voiding or class B only an act dated on or after the cause counts, on the
    same day one of a later position (4.1-3).
    """
    own = letters_for(past, enrolment, residence)
    causes = [letter.undoing.order for letter in own if letter.undoing]
    if exemption := last_class_b(past, enrolment):
        causes.append(exemption.entry.order)
    cause: Order = max(causes, default=EARLIEST)
    return any(
        act.order > cause for letter in own if not letter.undoing for act in letter.all(*STARTS)
    )


def is_move(past: History, enrolment: Enrolment, residence: Entry) -> bool:
    """Tell G02 from G01: another residence was declared after a letter existed (4.3-1).

    After class B it is G01 again, whatever came before (4.3-15).
    """
    declared = stay_declared(past, enrolment.member)
    exemption = last_class_b(past, enrolment)
    if exemption and exemption.last and exemption.last >= declared.effect:
        return False
    elsewhere = any(
        entry["residence_no"] != residence["residence_no"]
        for entry in declarations(past, enrolment.member, declared.effect)
    )
    return elsewhere and any(
        letter.enrolment.entry is enrolment.entry and letter.all(*STARTS)[0].order < declared.order
        for letter in letters_of(past, enrolment.member)
    )


def base_after_move(past: History, enrolment: Enrolment, residence: Entry) -> date:
    """G02: the declaration, or the return or voiding of the letter for it."""
    declared = stay_declared(past, enrolment.member)
    return latest(declared.effect, last_undoing(past, enrolment, residence))


def base_of_new(past: History, enrolment: Enrolment) -> date:
    """G01: latest of enrolment, first declaration, day after class B, undoing of its letter."""
    member = enrolment.member
    declared = min(entry.effect for entry in declarations(past, member, past.day))
    exemption = last_class_b(past, enrolment)
    residence = present_residence(past, member, past.day)
    return latest(
        enrolment.since,
        declared,
        exemption.day_after if exemption else None,
        last_undoing(past, enrolment, residence) if residence else None,
    )


def letters_for(past: History, enrolment: Enrolment, residence: Entry) -> list[Letter]:
    """List the letters written under an enrolment for the stay of a residence."""
    return [
        letter
        for letter in letters_of(past, enrolment.member)
        if letter.enrolment.entry is enrolment.entry
        and letter.residence_no == residence["residence_no"]
    ]


def last_undoing(past: History, enrolment: Enrolment, residence: Entry) -> date | None:
    """Give the day on which a letter for a residence was last taken back."""
    undone = (letter.undoing for letter in letters_for(past, enrolment, residence))
    return max((entry.effect for entry in undone if entry), default=None)


def last_class_b(past: History, enrolment: Enrolment) -> Stretch | None:
    """Find the last class B that touched an enrolment and is over on the day (4.3-15)."""
    over = [
        exemption
        for exemption in exemptions(past, enrolment.member, "B")
        if exemption.last
        and enrolment.entry.effect <= exemption.last < past.day
        and exemption.entry.effect <= exemption.last
    ]
    return max(over, key=lambda exemption: exemption.last or date.max, default=None)


def latest(*days: date | None) -> date:
    """Give the latest of the days that are known."""
    return max(day for day in days if day)
