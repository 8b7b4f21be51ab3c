"""Who may enter what: the office held that day, in a body on one of the two sides of the matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import CELL_SIGNING_OFFICES, SIGNING_OFFICES, Actor, Office, Side, Transcription
from domain.decisions import Streams
from domain.organization import Bodies, Tree, is_under, standing_on
from domain.refusals import NotVisible, OutsideYourSide, TranscribedWithoutPaper


@dataclass(frozen=True, slots=True)
class Officer:
    """The person that a token names, and the body in which he holds office; none: administrator."""

    person: UUID
    organization: UUID | None


@dataclass(frozen=True, slots=True)
class Sides:
    """The bodies that a command is about, as far as there are any, as papers name them."""

    workplace: UUID | None = None
    workplace_cell: UUID | None = None
    residence: UUID | None = None
    residence_cell: UUID | None = None
    monitor: UUID | None = None

    def on(self, day: date, bodies: Bodies) -> Sides:
        """Give what stands in the place of each of them on a day."""
        tree = Tree(bodies)

        def now(body: UUID | None) -> UUID | None:
            return tree.in_place_of(body, day) if body else None

        return Sides(
            now(self.workplace),
            now(self.workplace_cell),
            now(self.residence),
            now(self.residence_cell),
            self.monitor,
        )


@dataclass(frozen=True, slots=True)
class Entitled:
    """Which offices may enter a command as their own act, and who may transcribe it.

    Codes as in the catalogue: side (W, R) and office: o clerk, s secretary or deputy of the
    committee, c those of the cell, g group leader, m the member's monitor; Ad administrator.
    """

    own: frozenset[str]
    transcribing: frozenset[str]


def entitled(own: str, transcribing: str = "") -> Entitled:
    """Read codes separated by spaces: ``entitled("Ro Rs", "Wo")``."""
    return Entitled(frozenset(own.split()), frozenset(transcribing.split()))


_OFFICES = {
    "o": frozenset({Office.CLERK}),
    "s": SIGNING_OFFICES,
    "c": CELL_SIGNING_OFFICES,
    "g": frozenset({Office.PARTY_GROUP_LEADER}),
    "m": frozenset({Office.CELL_COMMITTEE_MEMBER, Office.COMMITTEE_MEMBER}) | CELL_SIGNING_OFFICES,
}


@dataclass(frozen=True, slots=True)
class Role:
    """An office of an officer as seen from one matter: its code, and who acts."""

    code: str
    actor: Actor


@dataclass(frozen=True)
class Standing:
    """An officer before the bodies of one matter, as they stand today; so are his rights."""

    officer: Officer
    sides: Sides
    today: date
    streams: Streams

    def acting(self, allowed: Entitled, transcribed: Transcription | None) -> Actor:
        """Find in which office the officer may enter an act.

        Raises ``NotVisible`` where none of the bodies is his, ``OutsideYourSide`` where it is
        and his office is not enough, ``TranscribedWithoutPaper`` where only the paper is missing.
        """
        roles = list(self._roles())
        wanted = allowed.transcribing if transcribed else allowed.own
        for role in roles:
            if role.code in wanted:
                return role.actor
        if any(role.code in allowed.transcribing for role in roles):
            raise TranscribedWithoutPaper(field="transcribed")
        if roles or self._is_near():
            may = sorted(allowed.own | allowed.transcribing)
            raise OutsideYourSide(officer=self.officer.person, may=may)
        raise NotVisible(officer=self.officer.person)

    def _roles(self) -> Iterator[Role]:
        person, body = self.officer.person, self.officer.organization
        if body is None:
            yield Role("Ad", Actor(person, Office.ADMINISTRATOR, None, None))
            return
        offices = standing_on(body, self.today, self.streams).offices_of(person, self.today)
        for letter, named in _OFFICES.items():
            for office in sorted(offices & named):
                for side in self._sides_of(letter):
                    yield Role(f"{side[0]}{letter}", Actor(person, office, body, side))

    def _sides_of(self, letter: str) -> Iterator[Side]:
        """Give the sides on which the officer's body stands, as an office of that kind sees it."""
        of_committee = letter in "os"
        workplace = self.sides.workplace if of_committee else self.sides.workplace_cell
        residence = self.sides.residence if of_committee else self.sides.residence_cell
        if letter == "m" and self.officer.person != self.sides.monitor:
            return
        for side, body in ((Side.WORKPLACE, workplace), (Side.RESIDENCE, residence)):
            if body and self._is_of(body, with_groups=letter == "g"):
                yield side

    def _is_of(self, body: UUID, *, with_groups: bool) -> bool:
        own = self.officer.organization
        if own is None or own == body:
            return own == body
        return with_groups and is_under(own, body, self.today, self.streams)

    def _is_near(self) -> bool:
        """Tell whether the officer's body is one of the matter's, or above one."""
        own, sides = self.officer.organization, self.sides
        known = (sides.workplace, sides.workplace_cell, sides.residence, sides.residence_cell)
        return own is not None and any(
            own == other or is_under(other, own, self.today, self.streams)
            for other in known
            if other
        )
