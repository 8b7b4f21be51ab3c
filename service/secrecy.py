"""Which papers bear a mark of secrecy: they stay where secret papers are kept, and out of here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from domain.refusals import SecretMaterial

# The words in which commands name papers; a person may be called Mật, and a street too.
_OF_PAPERS = frozenset(
    {
        "decision",
        "evidence",
        "file_ref",
        "letter_number",
        "notice_number",
        "number",
        "paper_kind",
        "paper_number",
        "reference",
        "source",
    }
)
_MARKED = re.compile(r"(?<!BÍ )\b(?:TUYỆT |TỐI )?MẬT\b|(?i:\((?:tuyệt |tối )?mật\)|\bđộ mật\b)")


def refuse_marked(command: object) -> None:
    """Raise ``SecretMaterial`` where a command names a paper with a mark of secrecy."""
    for path, text in _named_papers(command, ""):
        if _MARKED.search(text):
            raise SecretMaterial(field=path)


def _named_papers(part: object, at: str) -> Iterator[tuple[str, str]]:
    """Give the words in which a command, or a part of one, names papers, with their paths."""
    for name, value in _parts(part):
        path = f"{at}.{name}" if at else name
        if isinstance(value, str) and name.rpartition(".")[2] in _OF_PAPERS:
            yield path, value
        else:
            yield from _named_papers(value, path)


def _parts(part: object) -> Iterable[tuple[str, object]]:
    if isinstance(part, Mapping):
        return part.items()
    if is_dataclass(part):
        return ((field.name, getattr(part, field.name)) for field in fields(part))
    return ()
