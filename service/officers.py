"""Who may enter what: the office held that day, in a body on one of the two sides of the matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import CELL_SIGNING_OFFICES, SIGNING_OFFICES, Actor, Office, Side, Transcription
from domain.decisions import Streams
from domain.organization import is_under
from domain.refusals import NotVisible, OutsideYourSide, TranscribedWithoutPaper


@dataclass(frozen=True, slots=True)
class Officer:
    """The person that a token names, and the body in which he holds office; none: administrator."""

    person: UUID
    organization: UUID | None


@dataclass(frozen=True, slots=True)
class Sides:
    """The bodies that a command is about, as far as there are any."""

    workplace: UUID | None = None
    workplace_cell: UUID | None = None
    residence: UUID | None = None
    residence_cell: UUID | None = None
    monitor: UUID | None = None


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


def acting(
    officer: Officer,
    allowed: Entitled,
    sides: Sides,
    transcribed: Transcription | None,
    today: date,
    streams: Streams,
) -> Actor:
    """Find in which office the officer may enter this; rights to enter are those of today.

    Raises ``NotVisible`` where none of the bodies is his, ``OutsideYourSide`` where it is and
    his office is not enough, ``TranscribedWithoutPaper`` where only the paper is missing.
    """
    roles = list(_roles(officer, sides, today, streams))
    wanted = allowed.transcribing if transcribed else allowed.own
    for role in roles:
        if role.code in wanted:
            return role.actor
    if any(role.code in allowed.transcribing for role in roles):
        raise TranscribedWithoutPaper(field="transcribed")
    if roles or _near(officer, sides, today, streams):
        raise OutsideYourSide(
            officer=officer.person, may=sorted(allowed.own | allowed.transcribing)
        )
    raise NotVisible(officer=officer.person)


def _roles(officer: Officer, sides: Sides, today: date, streams: Streams) -> Iterator[Role]:
    if officer.organization is None:
        yield Role("Ad", Actor(officer.person, Office.ADMINISTRATOR, None, None))
        return
    body = officer.organization
    offices = streams.organization(body).offices_of(officer.person, today)
    for letter, named in _OFFICES.items():
        for office in sorted(offices & named):
            for side in _sides_of(letter, officer, sides, today, streams):
                actor = Actor(officer.person, office, body, side)
                yield Role(f"{side[0]}{letter}", actor)


def _sides_of(
    letter: str, officer: Officer, sides: Sides, today: date, streams: Streams
) -> Iterator[Side]:
    body = officer.organization
    if letter in "os":
        mine = {Side.WORKPLACE: (sides.workplace,), Side.RESIDENCE: (sides.residence,)}
    else:
        mine = {
            Side.WORKPLACE: (sides.workplace_cell,),
            Side.RESIDENCE: (sides.residence_cell,),
        }
    for side, bodies in mine.items():
        if letter == "m" and officer.person != sides.monitor:
            continue
        if body in bodies or (letter == "g" and _below(body, bodies, today, streams)):
            yield side


def _below(
    body: UUID | None, bodies: tuple[UUID | None, ...], today: date, streams: Streams
) -> bool:
    return any(body and above and is_under(body, above, today, streams) for above in bodies)


def _near(officer: Officer, sides: Sides, today: date, streams: Streams) -> bool:
    """Tell whether the officer's body is one of the matter's, or above or below one."""
    body = officer.organization
    known = (sides.workplace, sides.workplace_cell, sides.residence, sides.residence_cell)
    return any(
        body == other or is_under(other, body, today, streams) for other in known if other and body
    )
