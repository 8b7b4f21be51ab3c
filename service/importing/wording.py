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


class ImportFailure(Exception):
    """Nothing is imported; the sentence says why and what to do."""

    def __init__(self, vi: str, en: str) -> None:
        self.said = Said(vi, en)
        super().__init__(str(self.said))


class UnreadableList(ImportFailure):
    """The file as a whole cannot be taken in."""


class ServiceFailure(ImportFailure):
    """The service could not be asked, or did not answer."""


class NoWorkplace(ImportFailure):
    """Who imports belongs to no workplace committee."""


class RowFault(Exception):
    """One row cannot be taken in; the sentence says which column and what would be right."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.said = Said(vi, en)
