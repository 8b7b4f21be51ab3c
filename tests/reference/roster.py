"""The state of a member on a day, as the roster of the workplace has it (5.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.reference.history import History
from tests.reference.links import Letter, letters_of
from tests.reference.members import Enrolment, enrolment_on, present_residence
from tests.reference.placing import forwardings_to_present_cell
from tests.reference.stops import exemptions, is_exempt, is_suspended


@dataclass(frozen=True, slots=True)
class MemberState:
    """The first state that fits, and what stands beside it (5.1)."""

    state: str
    suspended: bool
    exempt_a: bool
    exempt_a_until: date | None
    residence_no: int | None
    slip: str
    cell: str | None
    group: str | None
    monitor: str | None
    older_links: tuple[str, ...]


def member_state(past: History, member: str) -> MemberState | None:
    """Say how a member stands on the day of the history; None before he was ever enrolled."""
    enrolment = enrolment_on(past, member, past.day)
    if enrolment is None:
        return None
    residence = present_residence(past, member, past.day)
    number = int(residence["residence_no"]) if residence else None
    letter = _present_letter(past, enrolment, number)
    in_force = letter if letter and _is_in_force(past, letter) else None
    opened = in_force if in_force and in_force.opening else None
    exempt = [e for e in exemptions(past, member, "A") if e.covers(past.day)]
    return MemberState(
        state=_state(past, enrolment, number, in_force),
        suspended=is_suspended(past, member, past.day),
        exempt_a=bool(exempt),
        exempt_a_until=exempt[-1].last if exempt else None,
        residence_no=number,
        slip=_slip(letter),
        cell=opened.cell(past.day) if opened else None,
        group=_last(past, opened, "link.group_assigned", "group"),
        monitor=_last(past, opened, "link.monitor_assigned", "monitor"),
        older_links=_older_links(past, member, number),
    )


def _state(
    past: History, enrolment: Enrolment, residence_no: int | None, letter: Letter | None
) -> str:
    """First that fits (5.1)."""
    tests = {
        "DEPARTED": enrolment.is_over(past.day),
        "EXEMPT_B": is_exempt(past, enrolment.member, "B", past.day),
        "RESIDENCE_UNKNOWN": residence_no is None,
        "TO_INTRODUCE": letter is None,
        "PLACED": letter is not None and bool(letter.opening and letter.cell(past.day)),
        "RECEIVED": letter is not None and letter.opening is not None,
        "ISSUED": letter is not None and letter.first("letter.issued") is not None,
        "DRAFTED": True,
    }
    return next(state for state, fits in tests.items() if fits)


def _present_letter(past: History, enrolment: Enrolment, residence_no: int | None) -> Letter | None:
    """Find the last letter of this enrolment for the present residence."""
    own = [
        letter
        for letter in letters_of(past, enrolment.member)
        if letter.residence_no == residence_no and letter.enrolment.entry is enrolment.entry
    ]
    return own[-1] if own else None


def _is_in_force(past: History, letter: Letter) -> bool:
    """Neither returned nor voided, and its link not closed (TO_INTRODUCE)."""
    return letter.undoing is None and not letter.is_closed(past.day)


def _slip(letter: Letter | None) -> str:
    """NONE, RETURNED, FILED, CARRIED_OVER (5.1)."""
    if letter is None:
        return "NONE"
    if letter.first("slip.filed"):
        return "FILED"
    if letter.first("slip.returned"):
        return "RETURNED"
    return "CARRIED_OVER" if letter.carried_over else "NONE"


def _last(past: History, letter: Letter | None, topic: str, field: str) -> str | None:
    """Name the group or monitor last assigned since the link came to its present cell."""
    if letter is None:
        return None
    _, cause = forwardings_to_present_cell(past, letter)
    assigned = [entry for entry in letter.all(topic) if entry.order > cause]
    return str(assigned[-1][field]) if assigned else None


def _older_links(past: History, member: str, residence_no: int | None) -> tuple[str, ...]:
    """List links still open that are not of the present residence (5.1)."""
    older = [letter for letter in letters_of(past, member) if letter.residence_no != residence_no]
    return tuple(sorted({letter.link for letter in older if letter.is_open(past.day)}))
