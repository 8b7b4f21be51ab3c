"""Every field of every command is explained, in both languages, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from service.commands import COMMANDS
from service.commands.glossary import GLOSSARY, term_of
from service.schema import published


def parts(kind: Any) -> Iterator[Any]:
    """A command, and every record inside it."""
    yield kind
    hints = get_type_hints(kind)
    for field in fields(kind):
        for inner in (hints[field.name], *get_args(hints[field.name])):
            if is_dataclass(inner):
                yield from parts(inner)


def named(kind: type) -> Iterator[tuple[Any, str]]:
    return ((part, published(f.name)) for part in parts(kind) for f in fields(part))


@pytest.mark.parametrize("name", COMMANDS)
def test_each_field_has_an_entry(name: str) -> None:
    for kind, field in named(COMMANDS[name]):
        term = term_of(kind, field)
        assert term.vi[0].isupper()
        assert term.en[0].islower() or term.en.startswith("SHA")


def test_each_entry_is_about_a_field() -> None:
    used: set[Any] = set()
    for command in COMMANDS.values():
        for kind, field in named(command):
            used |= {f"{known.__name__}.{field}" for known in kind.__mro__} | {field}
    assert GLOSSARY.keys() <= used


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_does_in_both_languages(name: str) -> None:
    assert COMMANDS[name].TITLE
    assert COMMANDS[name].__doc__
