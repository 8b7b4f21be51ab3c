"""Applications that do a part of the work only: nothing at all, or writing the same bytes.

``python -m bench.plain nothing|group PORT``; ``group`` writes into the log at ``BENCH_LOG``.
"""

from __future__ import annotations

import os
import sys
from uuid import uuid4

import msgspec
from eventsourcing.persistence import StoredEvent
from flask import Flask, Response, request
from granian import Granian
from granian.constants import Interfaces

from service.store.address import open_database
from service.store.recorder import LogRecorder
from service.store.tables import LOG

TOPIC = "organization.registered"


def nothing() -> Flask:
    """Answer each request, and do nothing else."""
    app = Flask("nothing")

    @app.post("/")
    def answer() -> Response:
        return Response(b"{}", 201, mimetype="application/json")

    return app


def group() -> Flask:
    """Write what came as one event, many requests to a commit, and answer its position."""
    app = Flask("group")
    recorder = LogRecorder(open_database(os.environ["BENCH_LOG"], LOG))

    @app.post("/")
    def answer() -> Response:
        event = StoredEvent(uuid4(), 1, TOPIC, request.get_data())
        [position] = recorder.insert_events([event])
        return Response(msgspec.json.encode({"position": position}), 201)

    return app


if __name__ == "__main__":
    name, port = sys.argv[1:]
    print(f"http://127.0.0.1:{port}", flush=True)
    Granian(
        f"bench.plain:{name}",
        factory=True,
        address="127.0.0.1",
        port=int(port),
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=min(8, 2 * (os.cpu_count() or 1) + 1),
        websockets=False,
    ).serve()
