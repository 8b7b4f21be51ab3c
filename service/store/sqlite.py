"""A log in an SQLite file: ``PERSISTENCE_MODULE=service.store.sqlite``."""

from __future__ import annotations

from service.store import factory  # the class itself, imported here, would count as a second one


class SQLiteFactory(factory.LogFactory):
    """Opens the log at the path in ``LIENHE_LOG``; one process, several are correct and slower."""

    LOG_SETTING = "LIENHE_LOG"
