"""A pump in a process of its own: it folds on another core while this one answers requests.

Words go to it over its standard input, one a line: ``wake``, or ``extend`` and a day. It answers
each move with a line of JSON. When this process ends, its input does, and so does the pump.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from threading import Event, Lock, Thread

import msgspec

from projections.pump import PumpFailure
from projections.views import Checkpoint
from service.pumping import Pumping

AGAIN = 1.0  # seconds before a pump that ended is started again


class Move(msgspec.Struct):
    """What a pump says of itself: how far it has come, and at what it stopped."""

    position: int
    horizon: date
    failed_at: int | None = None
    failed_on: str | None = None
    error: str | None = None


class PumpProcess(Pumping):
    """The pump of a data folder, run by ``python -m service.pumping.child``."""

    def __init__(self, checkpoint: Checkpoint, environment: Mapping[str, str]) -> None:
        """``environment`` says where the data lie, as the variables LIENHE_ do."""
        super().__init__()
        self._last = Move(checkpoint.position, date.fromordinal(checkpoint.horizon))
        self._environment = {**os.environ, **environment}
        self._stop = Event()
        self._turn = Lock()
        self._woken = False
        self._child: subprocess.Popen[bytes] | None = None
        self._listener: Thread | None = None

    @property
    def position(self) -> int:
        """The position that the pump has last told."""
        return self._last.position

    @property
    def horizon(self) -> date:
        """The horizon that the pump has last told."""
        return self._last.horizon

    @property
    def child(self) -> int:
        """The number of the process."""
        return self._child.pid if self._child else 0

    def start(self) -> None:
        """Start the process, and again whenever it ends by itself."""
        with self._turn:
            if self._listener is None:
                self._child = self._spawned()
                self._listener = Thread(target=self._listen, args=(self._child,), daemon=True)
                self._listener.start()

    def wake(self) -> None:
        """Tell it once that something was added, until it has moved."""
        if not self._woken:
            self._woken = True
            self._say(b"wake\n")

    def extend(self, horizon: date) -> None:
        """Ask for a farther horizon and wait until the pump says that it has written so far."""
        self.start()
        self._say(f"extend {horizon}\n".encode())
        with self._moved:
            self._moved.wait_for(lambda: self.horizon >= horizon or self._stop.is_set())

    def close(self) -> None:
        """End the process: it finishes the page that it writes."""
        self._stop.set()
        self._tell(self.failure)
        with self._turn:
            if self._child and self._child.stdin:
                with suppress(OSError):
                    self._child.stdin.close()
        if self._listener:
            self._listener.join()

    def _say(self, words: bytes) -> None:
        with self._turn, suppress(OSError, ValueError):
            if self._child and self._child.stdin:
                self._child.stdin.write(words)
                self._child.stdin.flush()

    def _listen(self, child: subprocess.Popen[bytes]) -> None:
        while True:
            with child, suppress(BrokenPipeError):
                self._hear(child)
            if self._stop.wait(AGAIN):
                return
            with self._turn:
                child = self._child = self._spawned()

    def _hear(self, child: subprocess.Popen[bytes]) -> None:
        for line in child.stdout or ():
            self._woken = False
            self._last = move = msgspec.json.decode(line, type=Move)
            failure = None
            if move.failed_at is not None:
                failure = PumpFailure(move.failed_at, move.failed_on, RuntimeError(move.error))
            self._tell(failure)

    def _spawned(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "service.pumping.child"],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
