"""What the library asks for when an application is made: our recorder and our mapper."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar, NoReturn

from eventsourcing.persistence import InfrastructureFactory, NotSupportedError, TrackingRecorder

from service.store.address import open_database
from service.store.keys import KeyStore
from service.store.mapper import SealingMapper
from service.store.recorder import LogRecorder
from service.store.sealing import Sealing
from service.store.tables import KEYS, LOG

KEYS_SETTING = "LIENHE_KEYS"


class LogFactory(InfrastructureFactory[TrackingRecorder]):
    """Opens the log named by ``LOG_SETTING`` and the keys named by ``LIENHE_KEYS``.

    Both settings hold the path of an SQLite file or a ``postgresql://`` URL. Projections keep
    their own place in the log, and nothing is snapshotted: the other recorders are refused.
    """

    LOG_SETTING: ClassVar[str]

    def setting(self, name: str) -> str:
        """Read an address; raise ``OSError`` where it is not set."""
        value = self.env.get(name)
        if not value:
            raise OSError(f"{name} is not set: the path of an SQLite file or a PostgreSQL URL.")
        return value

    @cached_property
    def recorder(self) -> LogRecorder:
        """The one recorder of the application."""
        return LogRecorder(open_database(self.setting(self.LOG_SETTING), LOG))

    @cached_property
    def keys(self) -> KeyStore:
        """The one key store of the application."""
        return KeyStore(open_database(self.setting(KEYS_SETTING), KEYS))

    def mapper(self, *_: Any, **__: Any) -> SealingMapper:  # type: ignore[override]
        """Make the mapper, which needs no transcoder."""
        return SealingMapper(Sealing(self.keys))

    def application_recorder(self) -> LogRecorder:
        """Give the recorder."""
        return self.recorder

    def aggregate_recorder(self, purpose: str = "events") -> NoReturn:
        """Refuse: there are no snapshots."""
        raise NotSupportedError(f"The log keeps no {purpose} beside its events.")

    def tracking_recorder(self, tracking_recorder_class: type[Any] | None = None) -> NoReturn:
        """Refuse: projections keep their own place."""
        raise NotSupportedError("The log keeps no tracking: projections keep their own place.")

    def process_recorder(self) -> NoReturn:
        """Refuse: projections keep their own place."""
        raise NotSupportedError("The log keeps no tracking: projections keep their own place.")

    def close(self) -> None:
        """Write what waits and close both databases, as far as they were opened."""
        for opened in ("recorder", "keys"):
            if opened in self.__dict__:
                self.__dict__[opened].close()
