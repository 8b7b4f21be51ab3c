"""Invented names of people: plausible, Vietnamese, nobody's."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from service.demo.words import WORDS

SEXES = ("Nam", "Nam", "Nữ")


@dataclass(frozen=True, slots=True)
class Name:
    """A full name and the sex (``Nam``, ``Nữ``) that it goes with."""

    full: str
    sex: str


def invent(chance: Random) -> Name:
    """Put a name together."""
    sex = chance.choice(SEXES)
    parts = (WORDS["family"], WORDS["middle"][sex], WORDS["given"][sex])
    return Name(" ".join(chance.choice(part) for part in parts), sex)
