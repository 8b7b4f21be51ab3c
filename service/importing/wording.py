"""What is wrong, said in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """A sentence in Vietnamese and in English."""

    vi: str
    en: str

    def __str__(self) -> str:
        """Give both, the Vietnamese first."""
        return f"{self.vi} / {self.en}"


class UnreadableList(Exception):
    """The file as a whole cannot be taken in; the sentence says why and what to do."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.said = Said(vi, en)


class RowFault(Exception):
    """One row cannot be taken in; the sentence says which column and what would be right."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.said = Said(vi, en)
