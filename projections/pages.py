"""Exactly once: a page of the log is one transaction, which moves the checkpoint first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import Connection

from domain.entries import Event
from domain.rulebook import Rulebook
from projections.folding import Folding
from projections.horizon import write_ahead
from projections.log import Log
from projections.views import Checkpoint, Views, move_checkpoint, read_checkpoint


class FoldFailed(Exception):
    """A fold raised an error on an event."""

    def __init__(self, event: Event, place: int) -> None:
        """``place`` is that of the event in its page, counted from 0."""
        super().__init__(f"{event.TOPIC} at position {event.position}")
        self.event = event
        self.place = place


class Pages:
    """Writes one page after the other, on a connection of its own. For one thread at a time.

    Where somebody else has moved the checkpoint, it drops what it holds in memory and goes on
    from there.
    """

    def __init__(self, log: Log, views: Views, rulebook: Rulebook, *, kept: int) -> None:
        self.checkpoint = views.checkpoint()
        self._log = log
        self._views = views
        self._rulebook = rulebook
        self._kept = kept
        self._connection: Connection | None = None
        self._folding: Folding | None = None

    def go_on(self, limit: int) -> bool:
        """Write the next page, if the log has one.

        A fold that fails raises ``FoldFailed``; what came before its event is written.
        """
        page = self._log.page(self.checkpoint.position, limit)
        if page:
            self._write(page)
        return bool(page)

    def extend(self, horizon: date) -> None:
        """Write calendar duties ahead to a farther horizon; to a nearer one nothing happens."""
        while horizon.toordinal() > self.checkpoint.horizon:
            old = self.checkpoint
            new = old._replace(horizon=horizon.toordinal(), edition=old.edition + 1)
            self._move(new, lambda connection: self._write_ahead(connection, old, new))  # noqa: B023
            self.forget()

    def forget(self) -> None:
        """Close the connection and drop what was held in memory."""
        connection, self._connection, self._folding = self._connection, None, None
        if connection is not None:
            connection.close()

    def _write(self, page: Sequence[Event]) -> None:
        new = self.checkpoint._replace(position=page[-1].position)
        try:
            self._move(new, lambda connection: self._fold(connection, page))
        except FoldFailed as failed:
            if failed.place > 0:
                self._write(page[: failed.place])
            raise

    def _fold(self, connection: Connection, page: Sequence[Event]) -> None:
        folding = self._folding or self._fresh(connection, self.checkpoint)
        for place, event in enumerate(page):
            try:
                folding.take(event)
            except Exception as error:
                raise FoldFailed(event, place) from error
        folding.flush()
        self._folding = folding

    def _write_ahead(self, connection: Connection, old: Checkpoint, new: Checkpoint) -> None:
        folding = self._fresh(connection, new, end=new.position)
        write_ahead(connection, folding, date.fromordinal(old.horizon), new.position)

    def _fresh(
        self, connection: Connection, checkpoint: Checkpoint, end: int | None = None
    ) -> Folding:
        return Folding(
            connection,
            self._views.models,
            self._log,
            self._rulebook,
            checkpoint,
            kept=self._kept,
            end=end,
        )

    def _move(self, new: Checkpoint, work: Callable[[Connection], None]) -> None:
        """Do work in a transaction that moves the checkpoint, unless somebody else has moved it."""
        connection = self._connection = self._connection or self._views.own_connection()
        try:
            with connection.begin():
                if move_checkpoint(connection, self.checkpoint, new):
                    work(connection)
                else:
                    new, self._folding = read_checkpoint(connection), None
        except BaseException:
            self.forget()
            raise
        self.checkpoint = new
