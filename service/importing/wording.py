"""What is wrong, said in both languages, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

_LETTERS = 26


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


class OtherPlan(ImportFailure):
    """What would be done is not what a dry run has shown."""


class CellFault(Exception):
    """What stands in a cell cannot be taken; the sentence says the rule and what would be right."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.said = Said(vi, en)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row, under which heading; ``column`` counts from 0."""

    heading: Said
    column: int | None
    what: Said

    @property
    def said(self) -> Said:
        """The whole sentence: heading, column, what is wrong."""
        vi, en = self.heading
        if self.column is not None:
            letters = column_letters(self.column)
            vi, en = f"{vi} (cột {letters})", f"{en} (column {letters})"
        return Said(f"{vi}: {self.what.vi}", f"{en}: {self.what.en}")


def column_letters(column: int) -> str:
    """Name a column as Excel does: 0 is ``A``, 26 is ``AA``."""
    letters = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters
