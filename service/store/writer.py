"""The one thread of a process that writes to the log.

Callers queue their jobs and wait. The thread takes all that wait together into one transaction
and wakes each caller when it is committed, so that many share what a commit costs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Condition, Thread, current_thread

from eventsourcing.persistence import InterfaceError, OperationalError

from service.store.admission import Job
from service.store.batch import Outcome

TOGETHER = 256
WAITING = 1_000


class Overloaded(OperationalError):
    """So many jobs wait already that one more would wait too long: try again later."""


class Writer:
    """A queue and the daemon thread behind it, which starts with the first job.

    ``write`` is called in that thread only; it returns after the commit, with an outcome for
    each job, or raises what everybody in the transaction is then told.
    """

    def __init__(
        self, write: Callable[[Sequence[Job]], Sequence[Outcome]], capacity: int = WAITING
    ) -> None:
        self._write = write
        self._capacity = capacity
        self._waiting: deque[tuple[Job, Future[list[int]]]] = deque()
        self._changed = Condition()
        self._closed = False
        self._thread: Thread | None = None

    def submit(self, job: Job) -> list[int]:
        """Wait until a job is committed and give the positions of its events.

        Raise the job's own error, that of its transaction, or ``Overloaded``.
        """
        written: Future[list[int]] = Future()
        with self._changed:
            if self._closed:
                raise InterfaceError("The log has been closed.")
            if len(self._waiting) >= self._capacity:
                raise Overloaded(f"{self._capacity} jobs wait to be written.")
            self._waiting.append((job, written))
            self._start()
            self._changed.notify()
        return written.result()

    def close(self) -> None:
        """Write what waits, and no more; return when the thread has ended."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread and self._thread is not current_thread():
            self._thread.join()

    def _start(self) -> None:
        # A thread does not live on in a forked process.
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, name="log writer", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while batch := self._gather():
            outcomes = self._outcomes([job for job, _ in batch])
            for (_, written), outcome in zip(batch, outcomes, strict=True):
                _tell(written, outcome)

    def _gather(self) -> list[tuple[Job, Future[list[int]]]]:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            count = min(len(self._waiting), TOGETHER)
            return [self._waiting.popleft() for _ in range(count)]

    def _outcomes(self, jobs: list[Job]) -> Sequence[Outcome]:
        try:
            return self._write(jobs)
        except Exception as error:  # noqa: BLE001
            return [error] * len(jobs)


def _tell(written: Future[list[int]], outcome: Outcome) -> None:
    if isinstance(outcome, Exception):
        written.set_exception(outcome)
    else:
        written.set_result(outcome)
