"""The commands that ask: each question of the registry is one."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import IO
from urllib.parse import quote

import click
from rich.console import Console

from service.answers.forms import CSV, XLSX
from service.answers.table import Label
from service.asked_here import options
from service.queries.questions import QUESTIONS, Question
from service.terminal.fetching import Request, Service
from service.terminal.shown import show

HERE = "http://127.0.0.1:8000"
EVERYTHING = 2_000  # columns of a terminal
CALLED = {"classification-inputs": "review"}
NOT_ASKED = ("limit", "cursor", "after")
_FILE = click.File("wb", lazy=True)

CONNECTION: list[click.Parameter] = [
    click.Option(["--url"], envvar="LIENHE_URL", default=HERE, show_default=True),
    click.Option(["--token"], envvar="LIENHE_TOKEN", required=True, help="Mã truy cập / a token."),
]
OUTPUT: list[click.Parameter] = [
    click.Option(["--csv"], type=_FILE, help="Ghi tệp CSV / write a CSV."),
    click.Option(["--xlsx"], type=_FILE, help="Ghi bảng tính / write a workbook."),
    click.Option(["--wide"], is_flag=True, help="Mọi cột / all columns."),
    click.Option(["--english"], is_flag=True, help="Tiếng Anh / in English."),
]


def asking(question: Question) -> click.Command:
    """Make the command that asks a question: what it needs are arguments, the rest options."""
    arguments = [*question.ids, *question.needs]
    named = options([n for n in question.parameters if n not in (*NOT_ASKED, *arguments)])

    def ask(
        url: str,
        token: str,
        *,
        csv: IO[bytes] | None,
        xlsx: IO[bytes] | None,
        wide: bool,
        english: bool,
        **given: str | None,
    ) -> None:
        said = {name: text for name, text in given.items() if text is not None}
        address = re.sub(r"<(\w+)>", lambda one: quote(said.pop(one[1]), ""), question.address)
        request = Request(address, said)
        give(Service(url, token, english), request, question.title, csv=csv, xlsx=xlsx, wide=wide)

    told = cleandoc(question.ask.__doc__ or "")
    return click.Command(
        CALLED.get(question.name, question.name),
        callback=ask,
        params=[*(click.Argument([one]) for one in arguments), *CONNECTION, *named, *OUTPUT],
        help=f"{question.title.vi} / {question.title.en}\n\n{told}",
    )


def give(
    service: Service,
    request: Request,
    title: Label,
    *,
    csv: IO[bytes] | None,
    xlsx: IO[bytes] | None,
    wide: bool,
) -> None:
    """Write an answer into the files that are named, or show it."""
    for form, file in ((CSV, csv), (XLSX, xlsx)):
        if file:
            content = service.fetch(request, form).content
            file.write(content)  # opened only now, when there is something to write
    if not (csv or xlsx):
        console = Console(width=EVERYTHING if wide else None)
        show(console, title.said_in("en" if service.english else "vi"), service.fetch(request, CSV))


def question_commands() -> dict[str, click.Command]:
    """Make a command of each question of the registry, by its name."""
    made = map(asking, QUESTIONS)
    return {str(command.name): command for command in made}
