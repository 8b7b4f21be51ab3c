"""The command that puts two rule sets side by side: one of the service's, or a draft in a file."""

from __future__ import annotations

from inspect import cleandoc
from pathlib import Path
from typing import IO

import click

from service.asked_here import options
from service.queries.questions import COMPARISONS
from service.terminal.cli import CONNECTION, NOT_ASKED, OUTPUT, give
from service.terminal.fetching import Request, Service

_USUAL = "gaps"


def _compare(
    url: str,
    token: str,
    rules: str,
    *,
    csv: IO[bytes] | None,
    xlsx: IO[bytes] | None,
    wide: bool,
    english: bool,
    **given: str | None,
) -> None:
    """Ai sẽ quá hạn nếu áp dụng quy định khác, ai không.

    Who would be late under another rule set, and who would not: what is owed and late as it is,
    beside what it would be, with the due date of each. RULES is the id of a rule set that the
    service has, or the file of a draft.
    """
    said = {name: text for name, text in given.items() if text is not None}
    file = Path(rules)
    if file.is_file():
        request = Request(COMPARISONS.address, said, file.read_bytes())
    else:
        request = Request(said.pop("of", _USUAL), said | {"rules": rules})
    service = Service(url, token, english)
    give(service, request, COMPARISONS.title, csv=csv, xlsx=xlsx, wide=wide)


_RULES = click.Option(
    ["--rules"], required=True, help="Mã bộ quy định, hoặc tệp .toml / an id, or a file."
)
_NARROWING = options([name for name in COMPARISONS.parameters if name not in NOT_ASKED])
compare = click.Command(
    "compare",
    callback=_compare,
    params=[*CONNECTION, _RULES, *_NARROWING, *OUTPUT],
    help=cleandoc(_compare.__doc__ or ""),
)
