"""What runs out about a member: the days for a transfer G35, an exemption G36."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.reference.days import ONE_DAY
from tests.reference.history import Entry, History
from tests.reference.members import Enrolment, enrolments, members
from tests.reference.obligation import Duty, Obligation, Subject, owed, workplace
from tests.reference.rules import Figures, rule_set_of
from tests.reference.stops import is_suspended, met_class_b, pause


def running_out_obligations(past: History) -> Iterator[Obligation]:
    """Each transfer that was decided, each exemption whose last day has passed."""
    for member in members(past):
        for decided in past.of(member, "member.transfer_decided"):
            yield from transfer_overdue(past, member, decided)
        for granted in past.of(member, "member.exemption_granted"):
            yield from exemption_expired(past, member, granted)


def held_on(past: History, member: str, day: date) -> Enrolment | None:
    """Find the enrolment that holds on a day."""
    begun = [e for e in enrolments(past, member) if e.entry.effect <= day]
    return begun[-1] if begun and not begun[-1].is_over(day) else None


def transfer_overdue(past: History, member: str, decided: Entry) -> Iterator[Obligation]:
    """G35: the membership has not followed; s pauses, a revocation and B end."""
    enrolment = held_on(past, member, decided.day("occurred_on") or decided.effect)
    base = decided.effect
    revoked = past.of(member, "member.transfer_revoked")
    if (
        decided["kind"] != "OFFICIAL"
        or enrolment is None
        or enrolment.is_over(past.day)
        or any(entry["transfer"] == decided.id for entry in revoked)
        or is_suspended(past, member, past.day)
        or met_class_b(past, member, base)
    ):
        return
    figures = Figures(past, rule_set_of(past, decided, base), base, enrolment.committee)
    due_on = figures.working_days_after(base, "transfer.wd", pause(past, member, "s"))
    subject = Subject(member, paper=decided.id)
    owner = workplace(past, enrolment, "Wo")
    yield from owed(past, figures, base, Duty("G35", subject, owner, base, due_on, decided.id))


def exemption_expired(past: History, member: str, granted: Entry) -> Iterator[Obligation]:
    """G36: its last day has passed, and neither its end nor another one is there; D and B end."""
    last = granted.day("until")
    if last is None or last >= past.day:
        return
    opened_on = last + ONE_DAY
    enrolment = held_on(past, member, opened_on)
    if enrolment is None or enrolment.is_over(past.day) or met_class_b(past, member, opened_on):
        return
    figures = Figures(past, rule_set_of(past, granted, opened_on), opened_on, enrolment.committee)
    due_on = last + timedelta(days=figures["exemption.close_days"])
    ends = [
        entry
        for entry in past.of(member, "member.exemption_ended")
        if entry["exemption_no"] == granted["exemption_no"]
    ]
    ends += [e for e in past.of(member, "member.exemption_granted") if last < e.effect <= due_on]
    if any(max(end.effect, end.day("occurred_on") or end.effect) <= past.day for end in ends):
        return
    subject = Subject(member, paper=f"{member}/{granted['exemption_no']}")
    owner = workplace(past, enrolment, "Wo")
    yield from owed(
        past, figures, opened_on, Duty("G36", subject, owner, opened_on, due_on, granted.id)
    )
