"""A log in an SQLite file: ``PERSISTENCE_MODULE=service.store.sqlite``."""

from __future__ import annotations

from eventsourcing.utils import Environment, EnvType

from service.store import factory  # the class itself, imported here, would count as a second one


class SQLiteFactory(factory.LogFactory):
    """Opens the log at the path in ``LIENHE_LOG``; one process, several are correct and slower."""

    LOG_SETTING = "LIENHE_LOG"

    def __init__(self, env: Environment | EnvType | None) -> None:
        super().__init__(env)
        if self.setting(self.LOG_SETTING) == self.setting(factory.KEYS_SETTING):
            raise OSError("The keys are kept in a file of their own, so that no copy has both.")
