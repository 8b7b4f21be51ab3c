"""The command that imports a list."""

from __future__ import annotations

import json
from pathlib import Path

import click
import httpx

from service.importing.client import ServiceClient
from service.importing.importer import import_file
from service.importing.report import ImportReport
from service.importing.wording import ImportFailure

TIMEOUT = 60.0
SOME_REFUSED, NOTHING_DONE = 1, 2


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--url",
    envvar="LIENHE_URL",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Where the service is.",
)
@click.option(
    "--token",
    envvar="LIENHE_TOKEN",
    required=True,
    help="The token of a workplace clerk; better given as LIENHE_TOKEN.",
)
@click.option("--dry-run", is_flag=True, help="Only tell of each row whether it could be sent.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@click.pass_context
def import_list(
    context: click.Context,
    *,
    file: Path,
    url: str,
    token: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import a list of members (.xlsx) with their dwellings and letters.

    Importing the same list again changes nothing. Ends with 1 where a row was refused, with 2
    where the file or the service could not be read.
    """
    try:
        with httpx.Client(base_url=url, timeout=TIMEOUT) as http:
            report = import_file(file, ServiceClient(http, token), dry_run=dry_run)
    except ImportFailure as failure:
        click.echo(str(failure.said), err=True)
        context.exit(NOTHING_DONE)
    _show(report, as_json=as_json)
    context.exit(SOME_REFUSED if report.refused else 0)


def _show(report: ImportReport, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(report.as_json, ensure_ascii=False))
        return
    for line in report.as_text:
        click.echo(line)
