"""The parameters of a question as options of the command line: read alike, refused alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from service.queries.asked import Asked
from service.queries.parameters import PARAMETERS
from service.schema.faults import InvalidBody


def options(names: Sequence[str]) -> list[click.Parameter]:
    """Make an option of each parameter: ``as_of`` is ``--as-of``, and means the same."""
    return [click.Option([_option(n), n], metavar="", help=PARAMETERS[n][1]) for n in names]


@contextmanager
def asked_here(given: dict[str, str | None]) -> Iterator[Asked]:
    """Read the options that were given; whatever cannot be read ends the command."""
    try:
        yield Asked({name: text for name, text in given.items() if text is not None})
    except InvalidBody as invalid:
        said = (f"{_option(f.field)}: {f.fault.vi} / {f.fault.en}" for f in invalid.faults)
        raise click.UsageError("\n".join(said)) from None


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
