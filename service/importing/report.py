"""What became of each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from service.importing.wording import Said


class Outcome(StrEnum):
    """What became of a row; nothing of a refused one is entered beyond what came before."""

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
    """One row by the number that Excel shows, what became of it, and why."""

    number: int
    outcome: Outcome
    reason: Said | None = None
    member: UUID | None = None

    @property
    def as_json(self) -> dict[str, Any]:
        """The row as the JSON report has it."""
        reason = {"vi": self.reason.vi, "en": self.reason.en} if self.reason else None
        return {"row": self.number, "outcome": self.outcome.value, "reason": reason}


@dataclass
class ImportReport:
    """All rows of a list that tell of a member, in its order."""

    rows: list[RowReport] = field(default_factory=list)

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
        counts = {outcome.value: self.counts[outcome] for outcome in Outcome}
        return {"rows": len(self.rows), **counts, "report": [row.as_json for row in self.rows]}

    @property
    def as_text(self) -> Iterator[str]:
        """The report for people: refused rows with their reasons, then the counts."""
        for row in self.refused:
            yield f"Hàng {row.number}: {row.reason}"
        for outcome, count in self.counts.items():
            yield f"{count} {_WORDS[outcome]}"
