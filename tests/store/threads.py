"""Threads that begin together and whose errors are not lost."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

T = TypeVar("T")


def at_once(*work: Callable[[], T]) -> list[T | Exception]:
    """Do all of it at the same time, and give for each what it answered or raised."""
    together = Barrier(len(work))

    def begin(one: Callable[[], T]) -> T | Exception:
        together.wait()
        try:
            return one()
        except Exception as error:  # noqa: BLE001
            return error

    with ThreadPoolExecutor(len(work)) as threads:
        return list(threads.map(begin, work))
