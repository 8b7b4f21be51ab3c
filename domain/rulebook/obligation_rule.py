"""A row of the catalogue of obligations: what should happen, and who owes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What opens an obligation: an event, the calendar, or a finding that holds on a day."""

    EVENT = "event"
    CALENDAR = "calendar"
    FINDING = "finding"


class Weight(StrEnum):
    """How it counts: owed, for advice only, or off unless ``obligations.on`` names it."""

    DUTY = "duty"
    ADVISORY = "advisory"
    OFF = "off"


class Owner(StrEnum):
    """The office of one side that owes an obligation, or the member who has a part in it."""

    WORKPLACE_OFFICE = "Wo"
    WORKPLACE_SECRETARY = "Ws"
    WORKPLACE_CELL = "Wc"
    RESIDENCE_COMMITTEE = "Ro"
    RESIDENCE_SECRETARY = "Rs"
    RESIDENCE_CELL = "Rc"
    ADMINISTRATOR = "Ad"
    MEMBER = "M"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an obligation, owed by one office; the only step of a row has no name.

    ``figures`` name what decides when it opens, falls due and ends. ``stops`` are the letters
    under which its days are not counted: ``a`` exempt from attending, ``s`` suspended.
    """

    name: str
    owner: Owner
    together_with: Owner | None
    figures: tuple[str, ...]
    stops: str


@dataclass(frozen=True, slots=True)
class ObligationRule:
    """One row: its name, the clause and the Vietnamese sentence behind it, its steps, its ends.

    ``ends`` are the letters that cancel it: ``A`` exempt from attending, ``B`` exempt from
    introduction, ``C`` link closed, ``D`` departed, ``S`` suspended. What is ``incurable`` can
    only be explained. ``holds_from`` is a later day than the rule set's, from which it holds.
    """

    code: str
    name: str
    kind: Kind
    weight: Weight
    title_vi: str
    title_en: str
    clause: str
    quote: str
    steps: tuple[Step, ...]
    ends: str
    incurable: bool
    holds_from: date | None

    def step(self, name: str = "") -> Step:
        """Give a step by its name; ``KeyError`` if the row has no such step."""
        for step in self.steps:
            if step.name == name:
                return step
        raise KeyError(f"{self.code} has no step {name!r}")
