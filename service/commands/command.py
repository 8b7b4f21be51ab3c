"""What a command is: a frozen dataclass that makes schema, route and documentation, and its act."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from service.officers import Entitled

if TYPE_CHECKING:
    from service.unit_of_work import UnitOfWork

COMMANDS: dict[str, type[Command]] = {}


@dataclass(frozen=True, kw_only=True)
class TranscribedPaper:
    """The other side's paper that is copied: its kind, its number or digest, the day it arrived."""

    paper_kind: str
    paper_number: str | None = None
    arrived_on: date
    scan_digest: str | None = None


@dataclass(frozen=True, kw_only=True)
class DecisionGiven:
    """The decision on paper, by its number and its date."""

    number: str | None = None
    dated: date | None = None


@dataclass(frozen=True, kw_only=True)
class Command(ABC):
    """An act as it is entered; ``occurred_on`` is the date on the paper.

    A subclass names itself (``NAME``, published in the address), says in Vietnamese what it does
    (``TITLE``), who may enter it (``ENTITLED``), and carries itself out. ``OWN_ACT_STATES`` are
    fields that a copied paper may lack and one's own act may not. Its docstring is the
    documentation of the route.
    """

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    ENTITLED: ClassVar[Entitled]
    OWN_ACT_STATES: ClassVar[tuple[str, ...]] = ()

    occurred_on: date
    transcribed: TranscribedPaper | None = None

    def __init_subclass__(cls) -> None:
        """Enter the command into the one registry."""
        super().__init_subclass__()
        if "NAME" in cls.__dict__:
            COMMANDS[cls.NAME] = cls

    @abstractmethod
    def carry_out(self, work: UnitOfWork) -> None:
        """Load, decide, record; raise the refusal that holds."""
