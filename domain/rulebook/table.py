"""Reading a TOML table key by key, so that what breaks the shape of a file is named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

ValueT = TypeVar("ValueT")
EnumT = TypeVar("EnumT", bound=StrEnum)


class BrokenRuleSet(ValueError):
    """A rule set file does not have its shape: says in which file, at which key, what is right."""

    def __init__(self, file: str, key: str, right: str) -> None:
        super().__init__(f"{file}: {key}: {right}")
        self.file = file
        self.key = key
        self.right = right


class Table:
    """One table of a file; every key is taken once, and what nobody took is a mistake."""

    def __init__(self, file: str, content: dict[str, Any], path: str = "") -> None:
        self._file = file
        self._path = path
        self._left = dict(content)
        self._tables: list[Table] = []

    @classmethod
    def of(cls, file: str, content: bytes) -> Table:
        """Read a whole file."""
        try:
            return cls(file, tomllib.loads(content.decode()))
        except (ValueError, RecursionError) as error:
            raise BrokenRuleSet(file, "the file", f"has to be TOML in UTF-8: {error}") from error

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._left))

    def broken(self, key: str, right: str) -> BrokenRuleSet:
        """Make the error about a key of this table; ``right`` says what would be."""
        return BrokenRuleSet(self._file, self._path + key, right)

    def text(self, key: str) -> str:
        """Take a text that is not empty."""
        text = self._take(key, str, "a text")
        if not text:
            raise self.broken(key, "has to be a text that is not empty")
        return text

    def day(self, key: str) -> date:
        """Take a date, written ``2020-01-02``."""
        return self._take(key, date, "a date such as 2020-01-02")

    def flag(self, key: str, *, default: bool) -> bool:
        """Take ``true`` or ``false``; a key left out has its default."""
        return self._take(key, bool, "true or false") if key in self else default

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; a key left out is an empty list."""
        texts = self._take(key, list, "a list of texts") if key in self else []
        if not all(isinstance(text, str) for text in texts):
            raise self.broken(key, "has to be a list of texts")
        return tuple(texts)

    def letters(self, key: str, allowed: str) -> str:
        """Take a text of some of the allowed letters; a key left out has none."""
        letters = self.text(key) if key in self else ""
        if not set(letters) <= set(allowed):
            raise self.broken(key, f"has to be letters out of {allowed!r}, is {letters!r}")
        return letters

    def choice(self, key: str, choices: type[EnumT]) -> EnumT:
        """Take one of the values of an enumeration."""
        text, values = self.text(key), [choice.value for choice in choices]
        if text not in values:
            raise self.broken(key, f"has to be one of {', '.join(values)}, is {text!r}")
        return choices(text)

    def anything(self, key: str) -> Any:
        """Take a value of any kind, which the caller judges."""
        if key not in self:
            raise self.broken(key, "is missing")
        return self._left.pop(key)

    def table(self, key: str) -> Table:
        """Take a table."""
        return self._inner(key, self._take(key, dict, "a table"))

    def tables(self, key: str) -> tuple[Table, ...]:
        """Take a list of tables, not an empty one."""
        content = self._take(key, list, "a list of tables")
        if not content or not all(isinstance(table, dict) for table in content):
            raise self.broken(key, "has to be a list of tables, one at least")
        return tuple(self._inner(f"{key}[{n}]", table) for n, table in enumerate(content, start=1))

    def finish(self) -> None:
        """Refuse keys that nobody took, here and in every table inside."""
        for key in self._left:
            raise self.broken(key, "is no key of a rule set; correct its spelling or leave it out")
        for table in self._tables:
            table.finish()

    def _inner(self, key: str, content: dict[str, Any]) -> Table:
        table = Table(self._file, content, f"{self._path}{key}.")
        self._tables.append(table)
        return table

    def _take(self, key: str, kind: type[ValueT], right: str) -> ValueT:
        value = self.anything(key)
        if type(value) is not kind:
            raise self.broken(key, f"has to be {right}, is {value!r}")
        return value
