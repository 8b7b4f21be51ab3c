"""Who keeps the read models up to date: a thread of this process, or a process of its own."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date

from projections.pump import Awaited


class Pumping(Awaited):
    """A pump that can be started and is closed by whoever started it."""

    @property
    @abstractmethod
    def horizon(self) -> date:
        """The last day for which calendar duties are written ahead."""

    @abstractmethod
    def start(self) -> None:
        """Begin to keep the read models up to date; a second time, nothing happens."""

    @abstractmethod
    def wake(self) -> None:
        """Tell it that something was added to the log."""

    @abstractmethod
    def extend(self, horizon: date) -> None:
        """Write calendar duties ahead to a farther horizon."""

    @abstractmethod
    def close(self) -> None:
        """End it."""
