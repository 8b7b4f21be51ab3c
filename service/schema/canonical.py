"""The one form of a command that its digest is taken of, however it was typed."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import time
from typing import Any

import msgspec

from service.commands.command import Command
from service.schema.dataclass_schema import published

_encode = msgspec.json.Encoder(order="sorted").encode


def canonical(command: Command) -> bytes:
    """Write a command as its name and its facts, in JSON with sorted keys and no blanks.

    What has its default is left out, so that a field which a later version adds changes no
    digest of what is sent without it.
    """
    return command.NAME.encode() + b"\n" + _encode(plain(command))


def plain(value: Any) -> Any:
    """Lay a dataclass out as objects and lists, under published names."""
    if is_dataclass(value):
        stated = [(f, getattr(value, f.name)) for f in fields(value)]
        return {published(f.name): plain(v) for f, v in stated if v != _default(f)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
