"""A story as lines of text, for comparing it with itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from service.demo.paper import Paper
from service.demo.story import Story

GOLDEN = Path(__file__).parent / "golden" / "stories.json"


def digest(story: Story) -> str:
    """Sum up all that a story says."""
    return sha256("\n".join(lines(story)).encode()).hexdigest()


def lines(story: Story) -> Iterator[str]:
    """The list and every paper, in their order."""
    for member in story.listed:
        home = member.homes[0]
        yield f"{member.name} {member.full_name} {member.born_on} {home.dwelling} {member.letter}"
    for paper in (*story.founding, *story.papers):
        yield line(paper)


def line(paper: Paper) -> str:
    """A paper as one line; what the service will answer stands in it by its name."""
    said = json.dumps(_plain(paper.fields), ensure_ascii=False, sort_keys=True)
    who = f"{paper.by.code} {paper.command} {paper.key}"
    return f"{paper.entered_on} {paper.occurred_on} {who} {said}"


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | bool):
        return value
    return str(value) if isinstance(value, date | UUID) else repr(value)
