"""The command that plays the demo."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

import click
import httpx
from rich.console import Console
from rich.progress import Progress

from service.demo import folder as demo_folder
from service.demo.acts.founding import ADMINISTRATOR
from service.demo.days import REGISTERED_ON
from service.demo.player import PaperRefused
from service.demo.rehearsal_clock import RehearsalClock
from service.demo.server import DidNotStart, serving
from service.demo.stage import ListRefused, Performance, Stage
from service.demo.story import Story, tell
from service.demo.tokens import Tokens
from service.demo.welcome import summary, welcome
from service.importing.wording import ImportFailure
from service.settings import Settings

FAILURES = (DidNotStart, ListRefused, PaperRefused, ImportFailure, httpx.HTTPError)


@click.command("demo")
@click.option("--members", default=248, show_default=True, type=click.IntRange(4, 3000))
@click.option("--seed", default=1, show_default=True, help="Another seed, another year.")
@click.option(
    "--data",
    default=Path("demo-data"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The data folder; that of an earlier demo is made anew.",
)
@click.option("--port", type=click.IntRange(1, 65535), help="By default one that nobody uses.")
@click.option("--once", is_flag=True, help="Stop when the year is over.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as one JSON object.")
@click.pass_context
def demo(
    context: click.Context,
    *,
    members: int,
    seed: int,
    data: Path,
    port: int | None,
    once: bool,
    as_json: bool,
) -> None:
    """Play a year between a workplace committee and the wards where its members live.

    Invented people, real rules, planted faults: in the end the service has to report the planted
    gaps, no more and no fewer; else the demo ends with 1. Afterwards it goes on serving.
    """
    try:
        folder = demo_folder.fresh(data)
    except demo_folder.NotADemo:
        raise click.UsageError(
            f"“{data}” không phải thư mục diễn tập và có dữ liệu: chọn thư mục khác. / "
            f"“{data}” holds data that no demo has made: choose another folder."
        ) from None
    try:
        with _ended_like_by_hand():
            agrees = _play(tell(members, seed), folder, port, once=once, as_json=as_json)
    except FAILURES as failure:
        raise click.ClickException(str(failure)) from failure
    context.exit(0 if agrees else 1)


def _play(story: Story, folder: Path, port: int | None, *, once: bool, as_json: bool) -> bool:
    """Play the story in its folder; give whether the service reports what was planted."""
    file = folder / "clock"
    clock = RehearsalClock(file)
    clock.work_on(REGISTERED_ON)
    with Tokens(Settings(data=folder, clock_file=file), REGISTERED_ON) as tokens:
        tokens.of(ADMINISTRATOR)  # else the server would give one out itself
        with serving(folder, file, port) as address:
            with _progress(story) as told:
                performance = Stage(address, folder, clock, tokens.of, told).perform(story)
            _show(performance, as_json=as_json)
            if not once:
                for line in welcome(performance, address, tokens.of):
                    click.echo(line, err=as_json)
                _wait_for_interrupt()
    return performance.agrees


@contextmanager
def _progress(story: Story) -> Iterator[Callable[[int], None]]:
    """Show on standard error how far the story is; give the function that it is told by."""
    total = len(story.founding) + sum(len(one.members) for one in story.lists) + len(story.papers)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("Một năm / A year", total=total)
        yield lambda count: progress.advance(bar, count)


def _show(performance: Performance, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(performance.as_json))
    else:
        for line in summary(performance):
            click.echo(line)
    for (day, known_on), code, planted, reported in performance.differences:
        click.echo(
            f"{code}, {day} (biết đến {known_on}): cài {planted}, hệ thống báo {reported}. / "
            f"{code} on {day} (known by {known_on}): {planted} planted, {reported} reported.",
            err=True,
        )


@contextmanager
def _ended_like_by_hand() -> Iterator[None]:
    """Let a termination end the demo as Ctrl-C does: with the server, not without it."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _wait_for_interrupt() -> None:
    with suppress(KeyboardInterrupt):
        Event().wait()
