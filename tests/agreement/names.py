"""Who takes part in the walks: short names, and the ids that they stand for."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

SPACE = UUID(int=213)
FIRST_DAY = date(2025, 1, 1)

WORKPLACES = {"W1": ("W1a", "W1b"), "W2": ("W2a",)}
RESIDENCES = {"R1": ("R1a", "R1b"), "R2": ("R2a",)}
RESIDENCE_CELLS = ("R1a", "R1b", "R2a")
ABOVE = {"W1": "B", "W2": "B", "R1": "D"}
GROUPS = {"R1a": ("R1a-g1", "R1a-g2")}
MEMBERS = ("an", "binh", "chi", "dung")
HOUSEHOLDS = {"an": "ho-1", "binh": "ho-1", "chi": "ho-2", "dung": "ho-3"}
MONITORS = ("mai", "minh")
SECRETARY = "secretary"


def named(name: str) -> UUID:
    """The id of a body or a person of the walk, by a short name."""
    return uuid5(SPACE, name)
