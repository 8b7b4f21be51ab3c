"""What a change of the stored form would break, in sentences for whoever made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.frozen.shape import Shape

UNREADABLE = "old logs could no longer be read"
OTHER_BYTES = "the same event would have other bytes, and what was proven could not be made again"
OTHER_DAYS = "entries would count from another day, and answers about the past would change"
OTHER_PATHS = "what is sealed in its entries would no longer open, corrections no longer find them"
OTHER_STREAM = (
    "what is on record would no longer be found, and the same paper could be entered twice"
)
OTHER_LEAF = "proofs made from these leaves would no longer verify"
SHUT = "what was sealed before could no longer be opened"
UNPROVEN = "a value that was shown could no longer be proven"
OTHER_TOKENS = (
    "tokens made before would match none made from now on: not the same household, "
    "the same remarks, nor a command that is sent again"
)
DELIBERATELY = (
    "old logs can be read; if this is meant, freeze it deliberately: python -m tests.frozen.freeze"
)

OTHER_PAPERS = (
    "papers on record would count as the same that were not, or as two that were one, "
    "and be entered twice or not at all"
)
OTHER_DEFAULT = "entries that lack it would say something else than when they were written"

ABSENT = "may be absent"
DEFAULT = "and is then"
SAME_PAPER = "same paper by"


def broken(frozen: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """Compare two formats, as ``format_of`` gives them; nothing is said where they are equal."""
    yield from _fields("every event", frozen["envelope"], now["envelope"])
    for topic, before in frozen["topics"].items():
        if topic not in now["topics"]:
            yield f"{topic} is gone: {UNREADABLE}."
            continue
        after = now["topics"][topic]
        if before["effect"] != after["effect"]:
            yield (
                f"{topic} dated from `{before['effect']}` and dates from `{after['effect']}`: "
                f"{OTHER_DAYS}."
            )
        if before[SAME_PAPER] != after[SAME_PAPER]:
            yield (
                f"{topic} was the same paper by {before[SAME_PAPER]} and is it by "
                f"{after[SAME_PAPER]}: {OTHER_PAPERS}."
            )
        yield from _fields(topic, before["fields"], after["fields"])
    for topic in now["topics"]:
        if topic not in frozen["topics"]:
            yield f"{topic} is new: {DELIBERATELY}."


def _fields(where: str, before: dict[str, Shape], after: dict[str, Shape]) -> Iterator[str]:
    for name, old in before.items():
        if name not in after:
            yield f"{where}: `{name}` is gone: {UNREADABLE}."
        else:
            yield from _shapes(f"{where}: `{name}`", old, after[name])
    for name, new in after.items():
        if name not in before:
            yield _new(where, name, new)
    if [name for name in after if name in before] != [name for name in before if name in after]:
        yield f"{where}: the fields stand in another order: {OTHER_BYTES}."


def _new(where: str, name: str, field: Shape) -> str:
    if isinstance(field, dict) and ABSENT in field:
        return f"{where}: `{name}` is new, with a default: {DELIBERATELY}."
    return f"{where}: `{name}` is new, and old states lack it: {UNREADABLE}."


def _shapes(where: str, before: Shape, after: Shape) -> Iterator[str]:
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        yield from _inside(where, before, after)
    elif before == after:
        return
    elif after == {"or null": before} or _under(ABSENT, after) == before:
        yield f"{where} may be left out or be null from now on: {DELIBERATELY}."
    elif _under(ABSENT, before) == after:
        yield f"{where} has lost its default, and old states may lack it: {UNREADABLE}."
    else:
        yield f"{where} was {before}, is {after}: {UNREADABLE}."


def _under(key: str, shape: Shape) -> Shape | None:
    return shape.get(key) if isinstance(shape, dict) else None


def _inside(where: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for what, old in before.items():
        new = after[what]
        if what == "one of":
            yield from _values(where, old, new)
        elif what in ("record", "entries"):
            yield from _fields(where, old, new)
        elif what == "by":
            if old != new:
                yield f"{where}: an entry went by `{old}` and goes by `{new}`: {OTHER_PATHS}."
        elif what == DEFAULT:
            if old != new:
                yield f"{where} was {old} where it is absent and is {new}: {OTHER_DEFAULT}."
        else:
            yield from _shapes(where, old, new)


def _values(where: str, before: list[str], after: list[str]) -> Iterator[str]:
    for value in before:
        if value not in after:
            yield f"{where} cannot be {value} any more: {UNREADABLE}."
    for value in after:
        if value not in before:
            yield f"{where} can be {value} from now on: {DELIBERATELY}."
