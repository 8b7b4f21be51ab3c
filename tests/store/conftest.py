from __future__ import annotations

from collections.abc import Iterator

import pytest

from service.store.address import open_database
from service.store.keys import KeyStore
from service.store.recorder import LogRecorder
from service.store.tables import KEYS, LOG
from tests.databases import Databases


@pytest.fixture
def log(database: Databases) -> Iterator[LogRecorder]:
    log = LogRecorder(open_database(database.log, LOG))
    yield log
    log.close()


@pytest.fixture
def keys(database: Databases) -> Iterator[KeyStore]:
    keys = KeyStore(open_database(database.keys, KEYS))
    yield keys
    keys.close()
