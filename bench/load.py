"""A load of requests over kept connections, one thread a connection, without a client library.

It runs in a process of its own: what it costs is not charged to the server that is measured.
``python -m bench.load HOST PORT CONNECTIONS REQUESTS TOKEN PATH`` reads bodies, one a line, from
its standard input and prints the numbers as JSON.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from threading import Barrier, Thread
from time import perf_counter
from uuid import uuid4


class Connection:
    """One kept connection, which answers one request after the other."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = b""

    def exchange(self, request: bytes) -> int:
        """Send a request, read the whole answer, give its status."""
        self._socket.sendall(request)
        head, _, rest = self._until(b"\r\n\r\n")
        length = next(
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        )
        while len(rest) < length:
            rest += self._received()
        self._buffer = rest[length:]
        return int(head.split(b" ", 2)[1])

    def _until(self, mark: bytes) -> tuple[bytes, bytes, bytes]:
        while mark not in self._buffer:
            self._buffer += self._received()
        return self._buffer.partition(mark)

    def _received(self) -> bytes:
        received = self._socket.recv(65_536)
        if not received:
            raise ConnectionError("The server closed the connection.")
        return received


def requests_of(path: str, token: str, bodies: Sequence[bytes]) -> Iterator[bytes]:
    """Write a request for each body, each under a key of its own."""
    for body in bodies:
        yield (
            f"POST {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n"
            f"Idempotency-Key: {uuid4().hex}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        ).encode() + body


def run(
    host: str, port: int, connections: int, path: str, token: str, bodies: Sequence[bytes]
) -> dict[str, float]:
    """Send every body once over some connections; give rate, p50 and p99 in milliseconds."""
    prepared = list(requests_of(path, token, bodies))
    shares = [prepared[number::connections] for number in range(connections)]
    times: list[float] = []
    refused: list[int] = []
    barrier = Barrier(connections + 1)

    def work(share: Sequence[bytes]) -> None:
        connection = Connection(host, port)
        own: list[float] = []
        barrier.wait()
        for request in share:
            begun = perf_counter()
            status = connection.exchange(request)
            own.append(perf_counter() - begun)
            if status >= 300:
                refused.append(status)
        times.extend(own)

    threads = [Thread(target=work, args=(share,)) for share in shares]
    for thread in threads:
        thread.start()
    barrier.wait()
    begun = perf_counter()
    for thread in threads:
        thread.join()
    taken = perf_counter() - begun
    if refused or len(times) != len(bodies):
        raise RuntimeError(f"{len(refused)} refused ({refused[:3]}), {len(times)} answered")
    times.sort()
    return {
        "rate": len(times) / taken,
        "p50_ms": 1000 * times[len(times) // 2],
        "p99_ms": 1000 * times[int(len(times) * 0.99)],
    }


def loaded(
    address: tuple[str, int], connections: int, path: str, token: str, bodies: Sequence[bytes]
) -> Mapping[str, float]:
    """Run a load in a process of its own."""
    command = [sys.executable, "-m", "bench.load", address[0], str(address[1]), str(connections)]
    done = subprocess.run(
        [*command, token, path],
        input=b"\n".join(bodies),
        stdout=subprocess.PIPE,
        check=True,
    )
    numbers: dict[str, float] = json.loads(done.stdout)
    return numbers


if __name__ == "__main__":
    host, port, connections, token, path = sys.argv[1:]
    lines = sys.stdin.buffer.read().split(b"\n")
    print(json.dumps(run(host, int(port), int(connections), path, token, lines)))
