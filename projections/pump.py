"""The only loop over the log: a page is a transaction, a version is per event.

Any number of pumps may run, in threads and in processes: whoever moves the checkpoint writes the
page, and the others go on from there.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from threading import Condition, Event, Lock

from domain.rulebook import Rulebook
from projections.folding import KEPT
from projections.log import Log
from projections.pages import FoldFailed, Pages
from projections.views import Views

PAGE = 1_000
POLL = 0.5  # seconds between two looks at the log while nobody wakes the pump


class PumpFailure(Exception):
    """The pump cannot go on: a fold failed on an event, or something that it needs did.

    ``position`` is that of the event; where there is no event, and no ``topic``, the last one
    that was reached.
    """

    def __init__(self, position: int, topic: str | None, error: BaseException) -> None:
        super().__init__(
            f"The pump stopped at {topic or 'the end'}, position {position}: {error!r}"
        )
        self.position = position
        self.topic = topic
        self.__cause__ = error


class Awaited(ABC):
    """How far the read models have come, for whoever waits for it, in this process or another.

    ``failure`` is what the pump last stopped at, ``None`` while it goes on.
    """

    def __init__(self) -> None:
        self.failure: PumpFailure | None = None
        self._moved = Condition()

    @property
    @abstractmethod
    def position(self) -> int:
        """The position up to which the rows are known, as far as has been heard."""

    def wait_until(self, position: int, timeout: float) -> bool:
        """Wait, ``timeout`` seconds at most, for a position to be reached by the running pump.

        Give whether it is; raise ``PumpFailure`` where the pump stopped before it.
        """
        with self._moved:
            self._moved.wait_for(
                lambda: self.position >= position or self.failure is not None, timeout
            )
            if self.position >= position:
                return True
            if self.failure is not None:
                raise self.failure
            return False

    def _tell(self, failure: PumpFailure | None) -> None:
        with self._moved:
            self.failure = failure
            self._moved.notify_all()


class Pump(Awaited):
    """Keeps the read models up to date. Safe for many threads."""

    def __init__(
        self,
        log: Log,
        views: Views,
        rulebook: Rulebook,
        horizon: date,
        *,
        page: int = PAGE,
        kept: int = KEPT,
        told: Callable[[Pump], None] = lambda pump: None,
    ) -> None:
        """Make the tables where they do not stand yet, with calendar duties to the horizon.

        A horizon nearer than one they once had changes nothing. ``page`` is the most events of a
        transaction, ``kept`` the most streams and subjects held in memory from one to the next.
        ``told`` hears of each move and of each failure.
        """
        super().__init__()
        self._told = told
        views.create(horizon, rulebook.digest)
        self._pages = Pages(log, views, rulebook, kept=kept)
        self._page = page
        self._turn = Lock()
        self._woken = Event()
        self.extend(horizon)

    @property
    def position(self) -> int:
        """The position up to which the rows are known, as far as this pump has seen."""
        return self._pages.checkpoint.position

    @property
    def horizon(self) -> date:
        """The last day for which calendar duties are written ahead."""
        return date.fromordinal(self._pages.checkpoint.horizon)

    def catch_up(self, until: int | None = None) -> int:
        """Go on to the end of the log, or to a position; give the position that was reached.

        Raise ``PumpFailure`` where that cannot be done; what came before is written.
        """
        try:
            while self._go_on(until):
                self._tell(None)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            failure = self._failure_of(error)
            self._tell(failure)
            raise failure from failure.__cause__
        self._tell(None)
        return self.position

    def run(self, stop: Event, poll: float = POLL) -> None:
        """Catch up whenever it is woken, and each ``poll`` seconds, until ``stop`` is set.

        A failure ends nothing: it is kept as ``failure``, raised to whoever waits, and what failed
        is tried again. Who sets ``stop`` wakes the pump to have it end at once.
        """
        while not stop.is_set():
            self._woken.clear()
            with suppress(PumpFailure):
                self.catch_up()
            if not stop.is_set():
                self._woken.wait(poll)

    def wake(self) -> None:
        """Tell a running pump that something was added to the log."""
        self._woken.set()

    def extend(self, horizon: date) -> None:
        """Write calendar duties ahead to a farther horizon."""
        with self._turn:
            self._pages.extend(horizon)
        self._tell(self.failure)

    def close(self) -> None:
        """Close the connection and drop what is held in memory; going on opens it again."""
        with self._turn:
            self._pages.forget()

    def _go_on(self, until: int | None) -> bool:
        with self._turn:
            left = self._page if until is None else min(self._page, until - self.position)
            return left > 0 and self._pages.go_on(left)

    def _failure_of(self, error: Exception) -> PumpFailure:
        if isinstance(error, FoldFailed):
            return PumpFailure(error.event.position, error.event.TOPIC, error.__cause__ or error)
        return PumpFailure(self.position, None, error)

    def _tell(self, failure: PumpFailure | None) -> None:
        super()._tell(failure)
        self._told(self)
