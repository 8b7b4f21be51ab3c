"""What is known before the list is opened: the bodies, the day, and who is enrolled already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from service.importing.register import Register
from service.importing.vietnamese import folded


@dataclass(frozen=True)
class Office:
    """The importing office as the service knows it; ``today`` is the service's day.

    ``enrolled`` finds the members on its roster by name and date of birth.
    """

    register: Register
    today: date
    enrolled: Mapping[tuple[str, date], UUID] = field(default_factory=dict)


def known_by(name: str, birth: date) -> tuple[str, date]:
    """By what a member is found again who is written otherwise: *Hoà* is *Hòa*, capitals or not."""
    return folded(name), birth


def enrolled_on(roster: Iterable[Mapping[str, Any]]) -> dict[tuple[str, date], UUID]:
    """Index a roster; members without identity are on it and cannot be found so."""
    return {
        known_by(row["full_name"], date.fromisoformat(row["birth_date"])): UUID(row["member"])
        for row in roster
        if row["full_name"] and row["birth_date"]
    }
