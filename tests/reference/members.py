"""A member on a day: enrolled where, living where, in which workplace cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.reference.bodies import followed_from
from tests.reference.history import Entry, History, Order


@dataclass(frozen=True, eq=False)
class Enrolment:
    """A member of one committee, from one day until a departure that names it."""

    entry: Entry
    departed_on: date | None
    followed_from: date

    @property
    def member(self) -> str:
        """Whose it is."""
        return self.entry.stream

    @property
    def committee(self) -> str:
        """The committee as enrolled; its successors are a question of the day."""
        return str(self.entry["committee"])

    @property
    def since(self) -> date:
        """The day to count from: INITIAL enrolments count from `followed_from` (4.1-9)."""
        return self.followed_from if self.entry["how"] == "INITIAL" else self.entry.effect

    def is_over(self, day: date) -> bool:
        """`departed on` is the first day without (4.1-4)."""
        return self.departed_on is not None and self.departed_on <= day


def members(past: History) -> list[str]:
    """Name everybody who was ever enrolled."""
    return sorted({entry.stream for entry in past.all("member.enrolled")})


def enrolments(past: History, member: str) -> list[Enrolment]:
    """List the enrolments of a member, in their order."""
    return [_enrolment(past, entry) for entry in past.of(member, "member.enrolled")]


def enrolment_on(past: History, member: str, day: date) -> Enrolment | None:
    """Find the last enrolment begun by a day, over or not."""
    begun = [e for e in enrolments(past, member) if e.entry.effect <= day]
    return begun[-1] if begun else None


def workplace_cell(past: History, enrolment: Enrolment, day: date) -> str:
    """Name the workplace cell on a day, for an ended enrolment the last (4.1-8)."""
    cell = enrolment.entry["cell"]
    for entry in past.of(enrolment.member, "member.cell_assigned"):
        current = enrolment_on(past, enrolment.member, entry.effect)
        ours = current is not None and current.entry is enrolment.entry
        if entry.effect <= day and ours and not enrolment.is_over(entry.effect):
            cell = entry["cell"]
    return str(cell)


def declarations(past: History, member: str, day: date) -> list[Entry]:
    """List the residences declared by a day, the present one last (ResidenceDeclared)."""
    declared = past.of(member, "member.residence_declared")
    return sorted((entry for entry in declared if entry.effect <= day), key=lived_from)


def present_residence(past: History, member: str, day: date) -> Entry | None:
    """Find the declaration of where a member lives on a day, as declared by then."""
    declared = declarations(past, member, day)
    return declared[-1] if declared else None


def lived_from(declaration: Entry) -> Order:
    """Order residences by the move, else the declaration, then position (ResidenceDeclared)."""
    return declaration.day("moved_on") or declaration.effect, declaration.position


def stay_declared(past: History, member: str) -> Entry:
    """Find the declaration with which the present stay began to be known (G02).

    A stay is an unbroken run of residences with one residence number.
    """
    run: list[Entry] = []
    for entry in reversed(declarations(past, member, past.day)):
        if run and entry["residence_no"] != run[0]["residence_no"]:
            break
        run.append(entry)
    return min(run, key=lambda entry: entry.order)


def new_neighborhoods(past: History, member: str, residence_no: int) -> list[Entry]:
    """List the declarations of another neighborhood under the same receiving body (G07).

    Each is held against the last under that body, although the member lived elsewhere between.
    """
    found: list[Entry] = []
    last: Entry | None = None
    declared = past.of(member, "member.residence_declared")
    for count, entry in enumerate(declared):
        is_present = all(lived_from(other) < lived_from(entry) for other in declared[:count])
        if entry["residence_no"] == residence_no and is_present:
            if last and last["neighborhood_token"] != entry["neighborhood_token"]:
                found.append(entry)
            last = entry
    return found


def _enrolment(past: History, entry: Entry) -> Enrolment:
    departures = [
        departed.effect
        for departed in past.of(entry.stream, "member.departed")
        if departed["enrolment"] == entry.id
    ]
    return Enrolment(
        entry=entry,
        departed_on=min(departures, default=None),
        followed_from=followed_from(past, entry["committee"]),
    )
