"""XML of a whole sheet, gone through element by element without keeping it."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers.expat import ExpatError, ParserCreate

from service.importing.files.package import damaged
from service.importing.files.scan import NotXml

Attributes = dict[str, str]


def go_through(
    content: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Tell of each element's start and end and of the text between; names without prefixes.

    Raise ``UnreadableList`` where it is no well-formed XML or has a document type.
    """
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: start(
        _local(name), {_local(key): value for key, value in given.items()}
    )
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except (ExpatError, LookupError, NotXml) as error:
        raise damaged() from error


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise NotXml("document type")
