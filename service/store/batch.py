"""One transaction of the log: jobs that waited together, each written whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from eventsourcing.persistence import PersistenceError

from service.store import ledger
from service.store.admission import Admission, Job, Row
from service.store.database import Connection

_LAST_ROW = "SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1"
_VERSION = "SELECT coalesce(max(version), 0) FROM event WHERE stream = ?"
_INSERT = """
    INSERT INTO event (position, stream, version, topic, state, recorded_at)
    VALUES (?, ?, ?, ?, ?, ?)
"""

Outcome = list[int] | Exception


def write(connection: Connection, jobs: Sequence[Job]) -> list[Outcome]:
    """Write jobs in their order, inside a transaction that alone writes to the log.

    Give for each the positions of its events, or the error for which nothing of it was written.
    An error that costs the transaction is raised. One savepoint does for all jobs; where the
    database itself refuses something of them, each gets its own.
    """
    connection.execute("SAVEPOINT jobs")
    try:
        outcomes = _written(connection, jobs)
    except Exception as error:  # noqa: BLE001 - whatever one job brings, the others go on
        connection.execute("ROLLBACK TO SAVEPOINT jobs")
        outcomes = [error]
    connection.execute("RELEASE SAVEPOINT jobs")
    if len(outcomes) == len(jobs):
        return outcomes
    return [outcome for job in jobs for outcome in write(connection, [job])]


def _written(connection: Connection, jobs: Sequence[Job]) -> list[Outcome]:
    admission = _admission(connection, jobs)
    outcomes = [_outcome(admission, job) for job in jobs]
    connection.execute_each(_INSERT, [_values(row) for row in admission.rows])
    ledger.enter(connection, admission.entries)
    return outcomes


def _admission(connection: Connection, jobs: Sequence[Job]) -> Admission:
    [(position, recorded_at)] = connection.execute(_LAST_ROW) or [(0, 0)]
    streams = list({stream for job in jobs for stream in job.streams})
    versions = connection.execute_each(_VERSION, [[str(stream)] for stream in streams])
    return Admission(
        position,
        recorded_at,
        {stream: version for stream, [(version,)] in zip(streams, versions, strict=True)},
        ledger.find(connection, {job.key for job in jobs if job.key}),
    )


def _outcome(admission: Admission, job: Job) -> Outcome:
    try:
        return admission.admit(job)
    except PersistenceError as refusal:
        return refusal


def _values(row: Row) -> list[object]:
    place = [row.position, str(row.stream), row.version]
    return [*place, row.topic, row.state, row.recorded_at]
