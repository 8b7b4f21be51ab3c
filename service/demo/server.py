"""The service in a process of its own, on a port that nobody uses."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"
STARTS_WITHIN = 60.0  # seconds
_LOOK_AGAIN = 0.05
_TOLD = 2_000  # characters


class DidNotStart(Exception):
    """The server ended, or did not answer in time; its output says why."""


@contextmanager
def serving(folder: Path, clock_file: Path, port: int | None = None) -> Iterator[str]:
    """Serve a data folder by the rehearsal clock; give the address. Raise ``DidNotStart``."""
    chosen = _free_port(port)
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own command
            _command(folder, chosen),
            env=_environment(clock_file),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(process, chosen, folder)
            yield f"http://{HOST}:{chosen}"
        finally:
            process.terminate()
            process.wait()


def _command(folder: Path, port: int) -> list[str]:
    served = ["--data", str(folder), "--host", HOST, "--port", str(port)]
    return [sys.executable, "-m", "service.cli", "serve", *served]


def _environment(clock_file: Path) -> dict[str, str]:
    """Give the environment without settings that are meant for another service."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LIENHE_")}
    return kept | {"LIENHE_CLOCK_FILE": str(clock_file)}


def _free_port(port: int | None) -> int:
    """Give the port, or any that nobody uses."""
    with socket.socket() as probe:
        try:
            probe.bind((HOST, port or 0))
        except OSError as error:
            raise DidNotStart(f"{HOST}:{port}: {error}") from error
        chosen: int = probe.getsockname()[1]
        return chosen


def _wait_for(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    """Try to connect until somebody listens, or the process has ended, or time is up."""
    for _ in range(int(STARTS_WITHIN / _LOOK_AGAIN)):
        try:
            process.wait(_LOOK_AGAIN)
            break
        except subprocess.TimeoutExpired:
            with socket.socket() as probe:
                if probe.connect_ex((HOST, port)) == 0:
                    return
    raise DidNotStart((folder / "server.log").read_text("utf-8")[-_TOLD:])
