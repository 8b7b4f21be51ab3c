"""The parts of a work list."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """Whose work a line is, as the body sees it that asks."""

    OURS = "OURS"
    BELOW = "BELOW"
    THEIRS = "THEIRS"
    ESCALATED = "ESCALATED"
