"""The clock of a rehearsal: a file that says what time it is for the service."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

from domain.decisions import VIETNAM

OPENING, CLOSING = time(8), time(17)
BETWEEN_BATCHES = timedelta(seconds=7)


class RehearsalClock:
    """Writes the time into the file; it never goes back."""

    def __init__(self, file: Path) -> None:
        """Nothing is written before the first day."""
        self._file = file
        self._now = datetime.min.replace(tzinfo=VIETNAM)

    def work_on(self, day: date) -> None:
        """Go on: to eight o'clock of a new day, or a few seconds further on the same one."""
        opened = datetime.combine(day, OPENING, VIETNAM)
        self._set(max(opened, self._now + BETWEEN_BATCHES if self._now > opened else opened))

    def close(self, day: date) -> None:
        """Go to the end of a day's work."""
        self._set(max(datetime.combine(day, CLOSING, VIETNAM), self._now))

    def _set(self, instant: datetime) -> None:
        self._now = instant
        written = self._file.with_suffix(".new")
        written.write_text(instant.isoformat(), "utf-8")
        written.replace(self._file)
