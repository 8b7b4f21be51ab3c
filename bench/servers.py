"""Servers under measurement, each a process of its own with the same web server in front."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HOST = "127.0.0.1"


class Served(NamedTuple):
    """A server that answers, and the administrator's token where it has one."""

    address: tuple[str, int]
    token: str


@contextmanager
def lienhe(data: Path, environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Serve the real thing from a new folder."""
    port = _free_port()
    command = ["-m", "service.cli", "serve", "--data", str(data), "--port", str(port)]
    with _process(command, port, environment or {}) as first_lines:
        token = re.search(r"lienhe_\S+", first_lines)
        yield Served((HOST, port), token.group() if token else "")


@contextmanager
def plain(app: str, environment: Mapping[str, str]) -> Iterator[Served]:
    """Serve one of the plain applications of ``bench.plain`` with the same server."""
    port = _free_port()
    with _process(["-m", "bench.plain", app, str(port)], port, environment):
        yield Served((HOST, port), "none")


@contextmanager
def _process(arguments: list[str], port: int, environment: Mapping[str, str]) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-u", *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield _said_until_up(process, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _said_until_up(process: subprocess.Popen[str], port: int) -> str:
    """Read what a server says until it answers: its last line is its address."""
    said = ""
    if process.stdout is None:
        raise RuntimeError("nothing can be read from the server")
    for line in process.stdout:
        said += line
        if f":{port}" in line:
            break
    while process.poll() is None:
        try:
            socket.create_connection((HOST, port), 1).close()
        except ConnectionRefusedError:
            continue
        return said
    raise RuntimeError(f"the server ended with {process.returncode}: {said}")


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as found:
        port: int = found.getsockname()[1]
        return port
