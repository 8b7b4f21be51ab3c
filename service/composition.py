"""The one place where the parts of a service are put together, for the web and the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from threading import TIMEOUT_MAX
from uuid import UUID

from domain.decisions import vietnam_day
from domain.obligations.obligation import Obligation
from domain.rulebook import load_rulebook
from projections.introduced import Introduced, introduced
from projections.log import StoredLog
from projections.models import MODELS
from projections.obligations import obligation_of_key
from projections.pump import Pump
from projections.rebuild import Rebuilt, rebuild
from projections.successions import with_predecessors
from projections.viewpoint import Viewpoint
from projections.views import Views
from service.access.tables import ACCESS
from service.access.tokens import AccessTokens
from service.access.trail import Trail
from service.coordination import Coordination
from service.erasures import finish_erasures
from service.judgments import Judgments
from service.pumping import Pumping
from service.pumping.in_process import PumpProcess
from service.pumping.in_thread import PumpThread
from service.settings import Settings
from service.store.address import open_database
from service.store.database import Database
from service.store.mapper import event_of
from service.store.recorder import LogRecorder
from service.store.tables import LOG


class NotYetVisible(Exception):
    """What was asked to be seen is not in the read models yet: ask again soon."""


@dataclass
class Service:
    """A service that is open: whoever opened it closes it.

    The pump runs from ``start`` on, never before a process forks.
    """

    settings: Settings
    coordination: Coordination
    tokens: AccessTokens
    trail: Trail
    access: Database
    log: StoredLog
    views: Views
    pump: Pumping
    judgments: Judgments

    def reach(self, position: int | None, day: date) -> None:
        """Bring the read models to a position and to the calendar of a day.

        A position that was asked for is waited for: raise ``NotYetVisible`` where that takes
        longer than a client waits. Without one, what is in the log by now is waited for a moment.
        """
        if day > self.pump.horizon:
            self.pump.extend(year_end(day.year))
        end = self.coordination.log_end()
        if position is None:
            self.pump.wait_until(end, self.settings.moment)
        elif position > end or not self.pump.wait_until(position, self.settings.longest_wait):
            raise NotYetVisible(position)

    def owed_under(self, key: str, day: date) -> Obligation | None:
        """Say what is owed under a key on a day, by all that is in the log."""
        return obligation_of_key(self.views, key, self._now(day))

    def introduced_between(
        self, workplace: UUID, residence: UUID, day: date
    ) -> Sequence[Introduced]:
        """List whom one committee had introduced to the other on a day, by all that is known."""
        now = self._now(day)
        rows = introduced(self.views, with_predecessors(self.views, [residence], now), now)
        ours = with_predecessors(self.views, [workplace], now)
        return [row for row in rows if row.workplace in ours]

    def _now(self, day: date) -> Viewpoint:
        position = self.coordination.log_end()
        self.reach(position, day)
        return Viewpoint(day, position)

    def catch_up(self) -> None:
        """Bring the read models to the end of the log, however long that takes."""
        self.pump.start()
        self.pump.wake()
        self.pump.wait_until(self.coordination.log_end(), TIMEOUT_MAX)

    def rebuild(self) -> Rebuilt:
        """Build every read model anew beside the old one and compare them, row for row."""
        fresh = Views(self.settings.fresh_views, MODELS, schema="views_anew")
        try:
            return rebuild(self.log, self.views, fresh, self.coordination.rulebook)
        finally:
            fresh.drop()
            fresh.close()
            self.settings.discard_fresh_views()

    def start(self) -> None:
        """Begin to keep the read models up to date."""
        self.pump.start()

    def close(self) -> None:
        """Write what waits and close every database."""
        self.pump.close()
        self.views.close()
        self.coordination.close()
        self.access.close()


def open_service(settings: Settings, told: Callable[[Pump], None] = lambda pump: None) -> Service:
    """Open the databases of a service; the data folder is made where it does not stand yet.

    ``told`` hears of each move of a pump in this process.
    """
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    rulebook = load_rulebook(settings.rule_set_files())
    coordination = Coordination(settings.persistence, rulebook, settings.now)
    finish_erasures(coordination.keys, coordination.log_recorder)
    access = open_database(settings.keys, ACCESS)
    log = StoredLog(coordination.log_recorder, event_of)
    views = Views(settings.views, MODELS)
    horizon = year_end(vietnam_day(settings.now()).year + 1)
    pump: Pumping
    if settings.pump == "process":
        views.create(horizon, rulebook.digest)
        pump = PumpProcess(views.checkpoint(), settings.environment)
    else:
        pump = PumpThread(log, views, rulebook, horizon, told=told)
    coordination.accepted = lambda _: pump.wake()
    tokens = AccessTokens(access)
    service = Service(
        settings,
        coordination,
        tokens,
        Trail(access),
        access,
        log,
        views,
        pump,
        Judgments(log, views, rulebook),
    )
    coordination.known = service
    return service


@contextmanager
def open_log(settings: Settings) -> Iterator[StoredLog]:
    """Open a log to be read: neither keys nor read models are needed for that."""
    recorder = LogRecorder(open_database(settings.log, LOG))
    try:
        yield StoredLog(recorder, event_of)
    finally:
        recorder.close()


def year_end(year: int) -> date:
    """Name the last day of a year, to which calendar duties are written ahead."""
    return date(year, 12, 31)
