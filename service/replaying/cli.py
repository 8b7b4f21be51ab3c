"""The command that builds one body's answers anew."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from domain.decisions import vietnam_day
from projections.log import Log
from projections.viewpoint import Viewpoint, position_of
from service.asked_here import asked_here, options
from service.composition import open_log
from service.data_folder import DATA, existing
from service.queries.asked import Asked
from service.replaying.replayed import UnknownBody, Verdict, replay
from service.replaying.said import as_json, as_text
from service.settings import Settings


@click.command("replay", params=options(("organization", "as_of", "known_at", "year")))
@DATA
@click.option("--json", "printing_json", is_flag=True, help="Mọi dòng, một đối tượng JSON.")
@click.pass_context
def replay_command(
    context: click.Context, /, data: Path, *, printing_json: bool, **given: str | None
) -> None:
    """Dựng lại từ nhật ký danh sách, việc phải làm, việc quá hạn, căn cứ xếp loại của một tổ chức.

    Build a body's roster, obligations, gaps and yearly inputs of the log alone, for a day as known
    at a position or instant, and say whether the read models that stand agree. Nothing is
    changed, no name is opened. Ends with 1 where they differ.
    """
    settings = existing(data)
    with asked_here(given) as asked, open_log(settings) as log:
        body = asked.required("organization", asked.id("organization"))
        viewpoint = _viewpoint(asked, settings, log)
        year = asked.number("year", 2000, 2199) or viewpoint.as_of.year
        try:
            replayed = replay(settings, log, body, year, viewpoint)
        except UnknownBody:
            raise click.UsageError(
                f"Không có tổ chức {body} ở vị trí {viewpoint.known_at} / no such body by then."
            ) from None
    if printing_json:
        click.echo(msgspec.json.encode(as_json(replayed)))
    else:
        for line in as_text(replayed):
            click.echo(line)
    context.exit(1 if replayed.verdict is Verdict.DIFFERS else 0)


def _viewpoint(asked: Asked, settings: Settings, log: Log) -> Viewpoint:
    end = log.end()
    as_of = asked.day("as_of") or vietnam_day(settings.now())
    return Viewpoint(as_of, position_of(asked.known_at(end), log, end))
