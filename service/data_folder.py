"""The data folder of a service, as the commands of the command line open it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.settings import Settings

if TYPE_CHECKING:
    from service.composition import Service

DATA = click.option(
    "--data",
    default=Path("data"),
    show_default=True,
    envvar="LIENHE_DATA",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục dữ liệu / the data folder.",
)


def settings_of(data: Path) -> Settings:
    """Take the settings of a folder, and of the environment."""
    return Settings.from_environment(data, os.environ)


def existing(data: Path) -> Settings:
    """Take the settings of a folder in which there is a log; refuse any other."""
    settings = settings_of(data)
    if settings.database_url is None and not Path(settings.log).exists():
        raise click.UsageError(f"Không có nhật ký trong {data} / there is no log in {data}.")
    return settings


@contextmanager
def opened(settings: Settings) -> Iterator[Service]:
    """Open a service, and close it; a broken rule set ends the command."""
    from domain.rulebook import BrokenRuleSet  # noqa: PLC0415 - both take time to load
    from service.composition import open_service  # noqa: PLC0415

    try:
        service = open_service(settings)
    except BrokenRuleSet as broken:
        raise click.ClickException(f"Bộ quy định hỏng / a broken rule set: {broken}") from broken
    try:
        yield service
    finally:
        service.close()
