"""What the entries of the log are called: each event class says it itself, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from inspect import cleandoc

import domain.streams  # noqa: F401 - with it every event class of the domain is there
from domain.entries import Event
from service.answers.table import Label

_SAID = re.compile(r"(?P<en>.+?)\.? \((?P<vi>[^()]+)\)", re.DOTALL)


@cache
def topics() -> dict[str, Label]:
    """Give the label of every topic of the domain, in the order of the topics."""
    found = {kind.TOPIC: _label(kind) for kind in _below(Event) if _is_of_domain(kind)}
    return dict(sorted(found.items()))


def _label(kind: type[Event]) -> Label:
    """Read the first paragraph of a docstring: a sentence, and behind it the Vietnamese term."""
    paragraph = " ".join(cleandoc(kind.__doc__ or "").partition("\n\n")[0].split())
    said = _SAID.fullmatch(paragraph)
    if said is None:
        raise TypeError(f"{kind.TOPIC} does not say what it is called in Vietnamese.")
    return Label(said["vi"], said["en"].replace("``", ""))


def _below(kind: type[Event]) -> Iterator[type[Event]]:
    for subclass in kind.__subclasses__():
        yield subclass
        yield from _below(subclass)


def _is_of_domain(kind: type[Event]) -> bool:
    return kind.__module__.startswith("domain.")
