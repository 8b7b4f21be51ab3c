"""The tables of ``docs/format.md``, made from the event classes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from inspect import cleandoc
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from domain.entries import Event
from tests.event_classes import event_classes
from tests.frozen.shape import NOT_IN_THE_STATE, WORDS, published

STREAMS = {
    "A body": ("organization",),
    "A person": ("member",),
    "A link: one stay of a member, and every letter for it": ("letter", "slip", "link", "absence"),
    "A number of a paper": ("paper",),
    "A meeting for introduced members": ("meeting",),
    "A yearly round": ("round", "focus_list"),
    "A meeting that agrees comments": ("collective_meeting",),
    "An evaluation": ("evaluation",),
    "What two committees agree on": ("coordination",),
    "A report": ("report",),
    "The reviews of a body in a year": (
        "review",
        "reference",
        "periodic_review",
        "inspection",
        "regulation",
    ),
    "The classification of a member": ("classification",),
    "Two rosters compared": ("roster", "difference"),
    "What is said about an obligation": ("obligation",),
    "Any stream": ("entry",),
}
_MEANING = re.compile(r"(?P<english>.+?) \((?P<vietnamese>[^()]+)\)\n*(?P<more>.*)", re.DOTALL)


def events() -> str:
    """Describe every event class, by the kind of stream in which it stands."""
    classes = event_classes()
    parts = []
    for stream, words in STREAMS.items():
        parts.append(f"### {stream}")
        parts += [_event(kind) for topic, kind in classes.items() if topic.split(".")[0] in words]
    return "\n\n".join(parts)


def envelope() -> str:
    """Describe what every event has."""
    return _table(Event, [field for field in fields(Event) if field.name not in NOT_IN_THE_STATE])


def records() -> str:
    """Describe the records that stand inside events."""
    parts = []
    for kind in _inside():
        if is_dataclass(kind):
            parts += [f"#### `{kind.__name__}`", _prose(kind), _table(kind, fields(kind))]
    return "\n\n".join(parts)


def values() -> str:
    """List what each choice can be."""
    rows = [
        f'| <a id="{kind.__name__.lower()}"></a>`{kind.__name__}` | {_first_line(kind)} '
        f"| {', '.join(f'`{member.value}`' for member in kind)} |"
        for kind in _inside()
        if issubclass(kind, Enum)
    ]
    return "\n".join(["| Choice | What it says | Values |", "|---|---|---|", *rows])


def _event(kind: type[Event]) -> str:
    meaning = _MEANING.fullmatch(cleandoc(kind.__doc__ or ""))
    if meaning is None:
        raise ValueError(f"the docstring of {kind.__name__} says nothing in Vietnamese")
    about = f"`{kind.__name__}`, dated from `{published(kind.EFFECT)}`; {_same_paper(kind)}."
    said = [f"#### `{kind.TOPIC}` · {meaning['vietnamese']}", _marked(meaning["english"])]
    if meaning["more"]:
        said.append(_marked(meaning["more"]))
    own = [field for field in fields(kind) if field.name not in get_type_hints(Event)]
    return "\n\n".join([*said, about, _table(kind, own)])


def _same_paper(kind: type[Event]) -> str:
    if kind.NATURAL_KEY is None:
        return "no two are the same paper"
    if not kind.NATURAL_KEY:
        return "one in a stream"
    return f"the same paper by {', '.join(f'`{published(name)}`' for name in kind.NATURAL_KEY)}"


def _table(kind: Any, kept: Any) -> str:
    types = get_type_hints(kind)
    rows = [f"| `{published(f.name)}` | {_words(types[f.name])}{_default(f)} |" for f in kept]
    return "\n".join(["| Field | Type |", "|---|---|", *rows])


def _default(field: Field[Any]) -> str:
    if field.default is MISSING:
        return ""
    return f"; where it is absent: `{json.dumps(field.default)}`"


def _words(annotation: Any) -> str:
    if annotation in WORDS:
        return WORDS[annotation]
    if isinstance(annotation, type) and (is_dataclass(annotation) or issubclass(annotation, Enum)):
        return f"[`{annotation.__name__}`](#{annotation.__name__.lower()})"
    arguments = [argument for argument in get_args(annotation) if argument is not NoneType]
    if NoneType in get_args(annotation):
        return f"{_words(arguments[0])} or null"
    if get_origin(annotation) is tuple:
        return f"list of {_words(arguments[0])}"
    return f"map of text to {_words(arguments[1])}"


def _inside() -> list[type[Any]]:
    """Find every record and every choice that an event class names, by name."""
    found: dict[str, Any] = {}
    ahead = [hint for kind in event_classes().values() for hint in _own_types(kind)]
    while ahead:
        annotation = ahead.pop()
        if not isinstance(annotation, type) or annotation in WORDS:
            ahead += get_args(annotation)
        elif is_dataclass(annotation) or issubclass(annotation, Enum):
            if found.setdefault(annotation.__name__, annotation) is not annotation:
                raise ValueError(f"two things are called {annotation.__name__}")
            ahead += _own_types(annotation) if is_dataclass(annotation) else []
    return [found[name] for name in sorted(found)]


def _own_types(kind: Any) -> Iterator[Any]:
    types = get_type_hints(kind)
    return (types[field.name] for field in fields(kind) if field.name not in NOT_IN_THE_STATE)


def _first_line(kind: type[Any]) -> str:
    return _prose(kind).partition("\n")[0]


def _prose(kind: type[Any]) -> str:
    return _marked(cleandoc(kind.__doc__ or ""))


def _marked(text: str) -> str:
    return text.replace("``", "`")
