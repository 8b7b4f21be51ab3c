"""(a) One command over HTTP, beside what it cannot beat and what it should not be far from."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import uuid4

from eventsourcing.persistence import ApplicationRecorder, StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

from bench.acts import registrations, states
from bench.load import loaded
from bench.results import Ratio, Results
from bench.rounds import Contender, Run, side_by_side
from bench.servers import Served, lienhe, plain

COMMAND = "/api/commands/register-organization"


def on_sqlite(results: Results, rounds: int, number: int) -> None:
    """Measure on SQLite with ``synchronous=FULL``, at 1, 8 and 32 connections."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        home = Path(folder)
        served = stack.enter_context(lienhe(home / "data"))
        nothing = stack.enter_context(plain("nothing", {}))
        group = stack.enter_context(plain("group", {"BENCH_LOG": str(home / "group.db")}))
        bare = _stock_recorder(home / "stock.db")
        for connections in (1, 8, 32):
            contenders = [
                Contender("bare recorder, one a transaction", lambda: _bare(bare, number)),
                Contender("route that does nothing", _http(nothing, connections, number, "/")),
                Contender("route that group-commits", _http(group, connections, number, "/")),
                Contender("register-organization", _http(served, connections, number, COMMAND)),
            ]
            side_by_side(contenders, rounds)
            results.keep("one command, SQLite", contenders, connections=connections)
            _compare(results, contenders, f"one command over HTTP, SQLite, {connections}")


def _compare(results: Results, contenders: list[Contender], work: str) -> None:
    bare, nothing, group, ours = (one.middle() for one in contenders)
    is_asked = work.endswith(" 8")
    results.compare(
        Ratio(work, "bare recorder", ours / bare, *((0.40, 0.65) if is_asked else (None, None)))
    )
    results.compare(
        Ratio(work, "group commit only", ours / group, *((0.75, 0.9) if is_asked else (None, None)))
    )
    results.compare(Ratio(work, "route that does nothing", ours / nothing))


def _http(served: Served, connections: int, number: int, path: str) -> Run:
    make = states if path == "/" else registrations

    def run() -> Mapping[str, float]:
        return loaded(served.address, connections, path, served.token, make(number))

    return run


def _stock_recorder(file: Path) -> ApplicationRecorder:
    recorder = SQLiteApplicationRecorder(SQLiteDatastore(str(file)))
    recorder.create_table()
    return recorder


def _bare(recorder: ApplicationRecorder, number: int) -> Mapping[str, float]:
    """Write the same bytes with the library's own recorder, a transaction each."""
    events = [StoredEvent(uuid4(), 1, "organization.registered", s) for s in states(number)]
    begun = perf_counter()
    for event in events:
        recorder.insert_events([event])
    return {"rate": number / (perf_counter() - begun)}
