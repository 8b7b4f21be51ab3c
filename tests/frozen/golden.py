"""The golden files, and the keys under which their values were sealed and their tokens made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Notification

from service.store.keys import KeyStore

FOLDER = Path(__file__).parents[1] / "golden"
EVENTS, FORMAT, SEALED, VECTORS = (
    FOLDER / name for name in ("events.jsonl", "format.json", "sealed.json", "vectors.json")
)


def read(path: Path) -> Any:
    """Read a golden file."""
    return json.loads(path.read_text(encoding="utf-8"))


def write(path: Path, content: Any, depth: int = 2) -> None:
    """Write a golden file: objects laid out to a depth, what is deeper in one line."""
    path.write_text(f"{_laid_out(content, depth)}\n", encoding="utf-8")


def _laid_out(content: Any, depth: int, margin: str = "") -> str:
    if not depth or not isinstance(content, dict):
        return json.dumps(content, ensure_ascii=False)
    inner = f"{margin}  "
    items = (
        f"{inner}{json.dumps(name)}: {_laid_out(value, depth - 1, inner)}"
        for name, value in content.items()
    )
    return "{\n" + ",\n".join(items) + f"\n{margin}}}"


class FixedKeys(KeyStore):
    """Keys out of a golden file instead of a database."""

    def __init__(self, persons: Mapping[str, str], purposes: Mapping[str, str]) -> None:
        self._persons = persons
        self._purposes = purposes

    def person(self, person: UUID) -> bytes | None:
        return bytes.fromhex(self._persons[str(person)])

    def person_made(self, person: UUID) -> bytes:
        return bytes.fromhex(self._persons[str(person)])

    def service(self, purpose: str) -> bytes:
        return bytes.fromhex(self._purposes[purpose])


def keys() -> FixedKeys:
    """Give the keys of the golden files."""
    return FixedKeys(read(SEALED)["keys"], read(VECTORS)["tokens"]["keys"])


def golden_events() -> list[Notification]:
    """Read the golden log, a line of ``lienhe export`` for each row."""
    return [event_of(line) for line in EVENTS.read_text(encoding="utf-8").splitlines()]


def event_of(line: str) -> Notification:
    """Give the row of the log that a line of the export stands for, its state byte for byte."""
    row = json.loads(line)
    state = line.split(f'"topic":"{row["topic"]}",', maxsplit=1)[1]
    return Notification(
        originator_id=UUID(row["stream"]),
        originator_version=row["version"],
        topic=row["topic"],
        state=b"{" + state.encode(),
        id=row["position"],
    )


def line_of(event: Notification) -> str:
    """Write a row of the log as a line of the export: its place, and then its state."""
    place = (
        f'{{"position":{event.id},"stream":"{event.originator_id}",'
        f'"version":{event.originator_version},"topic":"{event.topic}",'
    )
    return place + event.state.decode()[1:]
