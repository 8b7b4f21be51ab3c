"""Every event class of the domain, found and not listed: a new one cannot be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import domain
from domain.entries import Event


def event_classes() -> dict[str, type[Event]]:
    """Import the whole domain and give its event classes by topic, in the order of their files."""
    for module in walk_packages(domain.__path__, "domain."):
        import_module(module.name)
    found = [kind for kind in _below(Event) if kind.__module__.startswith("domain.")]
    return {kind.TOPIC: kind for kind in sorted(found, key=lambda kind: kind.__module__)}


def _below(kind: type[Event]) -> Iterator[type[Event]]:
    for subclass in kind.__subclasses__():
        yield subclass
        yield from _below(subclass)
