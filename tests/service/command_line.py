"""Calling the command line, and a real server that it starts."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from click.testing import CliRunner, Result

from service.cli import main


def run(*arguments: object, status: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result


@contextmanager
def serving(data: Path, clock: Path) -> Iterator[tuple[httpx.Client, list[str]]]:
    """A real server on a free port, with what it printed before it said where it listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "service.cli",
        "serve",
        "--data",
        str(data),
        "--port",
        str(port),
    ]
    environment = {**os.environ, "LIENHE_CLOCK_FILE": str(clock), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603
        assert process.stdout
        printed = []
        while not (line := process.stdout.readline()).startswith("http://"):
            printed.append(line)
        transport = httpx.HTTPTransport(retries=20)  # until the port is open
        with httpx.Client(base_url=line.strip(), transport=transport, timeout=20) as client:
            yield client, printed
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
