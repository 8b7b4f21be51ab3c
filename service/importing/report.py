"""What became of each row, and what was seen of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from service.importing.table import Line
from service.importing.wording import Fault, Said, column_letters


class Outcome(StrEnum):
    """What became of a row; nothing of a refused one is entered."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    READY = "ready"
    REFUSED = "refused"


_WORDS = {
    Outcome.IMPORTED: Said("đã nhập", "imported"),
    Outcome.UNCHANGED: Said("đã có từ trước", "there already"),
    Outcome.READY: Said("sẵn sàng nhập", "ready"),
    Outcome.REFUSED: Said("chưa nhập được", "refused"),
}


@dataclass(kw_only=True)
class RowReport:
    """One row by its sheet and the number that Excel shows, what became of it, and why.

    ``enters`` are the commands that are new, in a dry run those that would be.
    """

    sheet: str
    number: int
    outcome: Outcome
    line: Line
    faults: list[Fault] = field(default_factory=list)
    member: UUID | None = None
    enters: list[str] = field(default_factory=list)

    def refuse(self, faults: Sequence[Fault]) -> None:
        """Note why the row is not entered."""
        self.outcome, self.faults, self.enters = Outcome.REFUSED, list(faults), []

    @property
    def reason(self) -> Said | None:
        """Every fault, one behind the other."""
        if not self.faults:
            return None
        said = [fault.said for fault in self.faults]
        return Said(" ".join(vi for vi, _ in said), " ".join(en for _, en in said))

    @property
    def as_json(self) -> dict[str, Any]:
        """The row as the JSON report has it."""
        return {
            "sheet": self.sheet,
            "row": self.number,
            "outcome": self.outcome.value,
            "reason": self.reason._asdict() if self.reason else None,
            "faults": [_fault_as_json(fault) for fault in self.faults],
            "enters": self.enters,
        }


def _fault_as_json(fault: Fault) -> dict[str, Any]:
    column = column_letters(fault.column) if fault.column is not None else None
    return {"column": column, "heading": fault.heading.vi, **fault.what._asdict()}


@dataclass(kw_only=True)
class SheetReport:
    """A sheet that was read: its header's row as Excel shows it, and what its columns hold.

    ``columns`` are read ones, ``unread`` the others, each as a letter, a heading and a field.
    """

    name: str
    header_row: int
    columns: list[tuple[str, str, Said]]
    unread: list[tuple[str, str]]

    @property
    def as_json(self) -> dict[str, Any]:
        """The sheet as the JSON report has it."""
        return {
            "name": self.name,
            "header_row": self.header_row,
            "columns": [
                {"column": letters, "heading": heading, "read_as": said._asdict()}
                for letters, heading, said in self.columns
            ],
            "unread": [{"column": one, "heading": heading} for one, heading in self.unread],
        }

    @property
    def as_text(self) -> Iterator[Said]:
        """The sheet for people."""
        read = [(f"{one} “{heading}” = ", said) for one, heading, said in self.columns]
        vi, en = f"Trang “{self.name}”, tiêu đề" if self.name else "Tiêu đề", "heading"
        en = f"Sheet “{self.name}”, heading" if self.name else "Heading"
        yield Said(
            f"{vi} ở hàng {self.header_row}: {'; '.join(f'{at}{said.vi}' for at, said in read)}.",
            f"{en} in row {self.header_row}: {'; '.join(f'{at}{said.en}' for at, said in read)}.",
        )
        if self.unread:
            columns = ", ".join(f"{one} “{heading}”" for one, heading in self.unread)
            yield Said(f"Không nhập cột: {columns}.", f"Columns not imported: {columns}.")


@dataclass(kw_only=True)
class ImportReport:
    """What was seen of a list, and its rows that tell of a member, in its order.

    ``plan`` stands for what a dry run shows and the run then does, to the letter.
    """

    file: str = ""
    sheets: list[SheetReport] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)
    rows: list[RowReport] = field(default_factory=list)
    plan: str = ""
    refused_file: str | None = None

    @property
    def counts(self) -> Counter[Outcome]:
        """How many rows had which outcome."""
        return Counter(row.outcome for row in self.rows)

    @property
    def refused(self) -> list[RowReport]:
        """The rows that could not be entered."""
        return [row for row in self.rows if row.outcome is Outcome.REFUSED]

    @property
    def as_json(self) -> dict[str, Any]:
        """The report as one JSON object: a count for each outcome, and every row."""
        return {
            "file": self.file,
            "plan": self.plan,
            "rows": len(self.rows),
            **{outcome.value: self.counts[outcome] for outcome in Outcome},
            "refused_file": self.refused_file,
            "sheets": [sheet.as_json for sheet in self.sheets],
            "notes": [note._asdict() for note in self.notes],
            "report": [row.as_json for row in self.rows],
        }

    @property
    def as_text(self) -> Iterator[str]:
        """The report for people: what was read, refused rows with their reasons, the counts."""
        for sheet in self.sheets:
            yield from map(str, sheet.as_text)
        yield from map(str, self.notes)
        for row in self.refused:
            yield from (str(self._said(row, fault)) for fault in row.faults)
        for outcome, count in self.counts.items():
            yield f"{count} {_WORDS[outcome]}"

    def _said(self, row: RowReport, fault: Fault) -> Said:
        vi, en = fault.said
        in_sheet = (f", trang “{row.sheet}”", f", sheet “{row.sheet}”") if row.sheet else ("", "")
        return Said(
            f"Hàng {row.number} ({self.file}{in_sheet[0]}): {vi}",
            f"Row {row.number} ({self.file}{in_sheet[1]}): {en}",
        )
