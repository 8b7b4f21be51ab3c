"""Keeps the made parts of ``docs/format.md``: ``python -m tests.frozen.page`` makes them anew."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.frozen import tables
from tests.frozen.golden import VECTORS, golden_events, line_of, read

PAGE = Path(__file__).parents[2] / "docs" / "format.md"
_PART = re.compile(
    r"(?P<begin><!-- made: (?P<name>[a-z]+) -->\n).*?(?P<end><!-- end -->)", re.DOTALL
)


def streams() -> str:
    """List the streams of the vectors: function, name, id."""
    rows = [
        f"| `{vector['function']}` | `{name}` | `{vector['stream']}` |"
        for name, vector in read(VECTORS)["streams"].items()
    ]
    return "\n".join(["| Function | Name | Stream |", "|---|---|---|", *rows])


def line() -> str:
    """Show a line of the export, that of the leaf."""
    position = read(VECTORS)["leaf"]["position"]
    return _code("json", line_of(golden_events()[position - 1]))


def leaf() -> str:
    """Show the leaf of the vector."""
    return _code("text", read(VECTORS)["leaf"]["bytes"])


def sealed() -> str:
    """Show a sealed value as it is stored."""
    event = next(e for e in golden_events() if e.topic == "absence.reported")
    return _code("json", json.dumps(json.loads(event.state)["note"], indent=2))


def vectors() -> str:
    """Show the vectors of commitment, tokens and digest."""
    shown = {
        name: value for name, value in read(VECTORS).items() if name not in ("streams", "leaf")
    }
    return _code("json", json.dumps(shown, ensure_ascii=False, indent=2))


PARTS = {
    "envelope": tables.envelope,
    "events": tables.events,
    "records": tables.records,
    "values": tables.values,
    "streams": streams,
    "line": line,
    "leaf": leaf,
    "sealed": sealed,
    "vectors": vectors,
}


def made(page: str) -> str:
    """Give the page with every made part as the code of today makes it."""

    def part(found: re.Match[str]) -> str:
        return f"{found['begin']}\n{PARTS[found['name']]()}\n\n{found['end']}"

    return _PART.sub(part, page)


def parts_of(page: str) -> list[str]:
    """Name the made parts of a page."""
    return [found["name"] for found in _PART.finditer(page)]


def _code(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


if __name__ == "__main__":
    PAGE.write_text(made(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
