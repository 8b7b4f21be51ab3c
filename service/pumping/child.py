"""The pump as a process: reads words from its input, tells each move on its output."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from projections.pump import Pump
from service.composition import open_service
from service.pumping.in_process import Move
from service.settings import Settings


def told(pump: Pump) -> None:
    """Say on the output how far a pump has come."""
    failure = pump.failure
    move = Move(
        pump.position,
        pump.horizon,
        failure.position if failure else None,
        failure.topic if failure else None,
        repr(failure.__cause__) if failure else None,
    )
    sys.stdout.buffer.write(msgspec.json.encode(move) + b"\n")
    sys.stdout.buffer.flush()


def obey(settings: Settings, words: Iterable[str]) -> None:
    """Pump until the words end."""
    service = open_service(settings, told=told)
    try:
        service.start()
        for line in words:
            word, _, day = line.strip().partition(" ")
            if word == "extend":
                service.pump.extend(date.fromisoformat(day))
            service.pump.wake()
    finally:
        service.close()


if __name__ == "__main__":
    # Ctrl-C reaches the whole group: the pump ends when whoever started it closes its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    environment = {**os.environ, "LIENHE_PUMP": "thread"}
    obey(Settings.from_environment(Path(os.environ["LIENHE_DATA"]), environment), sys.stdin)
