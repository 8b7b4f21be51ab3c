"""A log in PostgreSQL: ``PERSISTENCE_MODULE=service.store.postgres``."""

from __future__ import annotations

from eventsourcing.utils import Environment, EnvType, strtobool

from service.store import factory  # the class itself, imported here, would count as a second one

_UNLOCKED = "POSTGRES_ENABLE_DB_FUNCTIONS"


class PostgresFactory(factory.LogFactory):
    """Opens the log at the URL in ``LIENHE_DATABASE_URL``, for any number of web processes."""

    LOG_SETTING = "LIENHE_DATABASE_URL"

    def __init__(self, env: Environment | EnvType | None) -> None:
        super().__init__(env)
        if strtobool(self.env.get(_UNLOCKED) or "no"):
            raise OSError(
                f"{_UNLOCKED} must not be set: its inserts take no table lock, so that whoever "
                "reads along the log would miss events that are committed late."
            )
