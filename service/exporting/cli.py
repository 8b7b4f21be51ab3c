"""The command that exports the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO

import click

from projections.history import history
from projections.viewpoint import Viewpoint, position_of
from service.asked_here import asked_here, options
from service.composition import Service, open_log
from service.data_folder import DATA, existing, opened
from service.exporting.lines import lines, lines_at
from service.queries.asked import Asked
from service.queries.history import FILTERS, filter_of

PAGE = 1_000
_ASKED = ("known_at", "organization", *FILTERS)


@click.command("export", params=options(_ASKED))
@DATA
@click.option("--out", type=click.File("wb"), default="-", help="Mặc định: đầu ra chuẩn / stdout.")
def export(data: Path, out: IO[bytes], **given: str | None) -> None:
    """Xuất nhật ký, mỗi dòng một mục / export the log as JSON Lines; private values stay sealed.

    Bộ lọc như của /api/history; không có bộ lọc thì cả nhật ký, của mọi tổ chức. / The filters are
    those of /api/history; without any, the whole log, of all bodies.
    """
    settings = existing(data)
    if not any(given.values()):
        with open_log(settings) as log:
            _write(lines(log.recorder, PAGE), out)
        return
    with asked_here(given) as asked, opened(settings) as service:
        service.catch_up()
        recorder = service.coordination.log_recorder
        _write(lines_at(recorder, _positions(service, asked), PAGE), out)


def _write(found: Iterable[bytes], out: IO[bytes]) -> None:
    for line in found:
        out.write(line + b"\n")


def _positions(service: Service, asked: Asked) -> Iterator[int]:
    """Find the positions of what is asked for, page after page."""
    end = service.coordination.log_end()
    known_at = position_of(asked.known_at(end), service.log, end)
    viewpoint = Viewpoint(date.max, known_at)
    body = asked.id("organization")
    wanted = filter_of(asked, [body] if body else [], service.log)
    after = 0
    while page := history(service.views, viewpoint, wanted, after=after, limit=PAGE):
        yield from (entry.position for entry in page)
        after = page[-1].position
