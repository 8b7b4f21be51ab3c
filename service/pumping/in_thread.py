"""A pump in a thread of this process."""

from __future__ import annotations

from threading import Event, Lock, Thread

from projections.pump import Pump
from service.pumping import Pumping


class PumpThread(Pump, Pumping):
    """Runs from ``start`` on, never before a process forks."""

    _thread: Thread | None = None

    def start(self) -> None:
        """Begin; a second time, nothing happens."""
        with _STARTING:
            if self._thread is None:
                self._stop = Event()
                self._thread = Thread(target=self.run, args=(self._stop,), daemon=True)
                self._thread.start()

    def close(self) -> None:
        """End the thread, then drop what is held in memory."""
        if self._thread:
            self._stop.set()
            self.wake()
            self._thread.join()
        super().close()


_STARTING = Lock()
