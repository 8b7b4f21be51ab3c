"""Strict fields: each takes what it says and nothing that merely looks like it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import Enum
from typing import Any
from uuid import UUID

from marshmallow import ValidationError, fields

from service.schema import faults
from service.schema.faults import Fault

MOST = 1_000
"""How many entries a list or an object may have."""

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
_DEPTH = 8
_LINE = 200
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_UUID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_ALWAYS: dict[str, Any] = {
    "required": [faults.REQUIRED],
    "null": [faults.NULL],
    "invalid": [faults.NOT_A_LIST],
    "type": [faults.NOT_AN_OBJECT],
}


def refuse(fault: Fault) -> ValidationError:
    """Make the error that marshmallow collects."""
    return ValidationError([fault])


def _described(options: dict[str, Any], **properties: Any) -> dict[str, Any]:
    """Say in the documentation what a field takes, beside what is said there already."""
    return options | {"metadata": {**options.get("metadata", {}), **properties}}


def text_of(value: Any, longest: int) -> str:
    """Read a text: composed (NFC), without blanks around it, of characters that one can see.

    One that may be longer than a line may have several lines.
    """
    if not isinstance(value, str):
        raise refuse(faults.NOT_TEXT)
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip()
    if not text:
        raise refuse(faults.EMPTY)
    if len(text) > longest:
        raise refuse(faults.too_long(longest))
    allowed = "\n\t" if longest > _LINE else ""
    for character in text:
        if unicodedata.category(character) in _HIDDEN and character not in allowed:
            raise refuse(faults.hidden(character))
    return text


def number_of(value: Any, least: int, most: int) -> int:
    """Read a whole number between two others; ``true`` and ``1.0`` are none."""
    if type(value) is not int:
        raise refuse(faults.NOT_A_NUMBER)
    if not least <= value <= most:
        raise refuse(faults.outside(least, most))
    return value


class Text(fields.String):
    """A text of at most so many characters."""

    default_error_messages = _ALWAYS

    def __init__(self, longest: int = _LINE, **options: Any) -> None:
        super().__init__(**_described(options, minLength=1, maxLength=longest))
        self.longest = longest

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any
    ) -> str:
        return text_of(value, self.longest)


class Day(fields.Date):
    """A day, written ``2026-03-06`` and in no other way."""

    default_error_messages = _ALWAYS

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any
    ) -> date:
        day = day_of(value)
        if not FIRST_DAY <= day <= LAST_DAY:
            raise refuse(faults.outside(FIRST_DAY, LAST_DAY))
        return day


def day_of(value: Any) -> date:
    """Read a day of any year."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise refuse(faults.NOT_A_DAY)


class TimeOfDay(fields.String):
    """An hour and a minute, written ``19:30``."""

    default_error_messages = _ALWAYS

    def __init__(self, **options: Any) -> None:
        super().__init__(**_described(options, pattern=f"^{_TIME.pattern}$"))

    def _deserialize(  # type: ignore[override] # what is published as a text is a time here
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any
    ) -> time:
        if isinstance(value, str) and _TIME.fullmatch(value):
            try:
                return time.fromisoformat(value)
            except ValueError:
                pass
        raise refuse(faults.NOT_A_TIME)


class Number(fields.Integer):
    """A whole number between two others, both included."""

    default_error_messages = _ALWAYS

    def __init__(self, least: int = 0, most: int = 32_767, **options: Any) -> None:
        super().__init__(**_described(options, minimum=least, maximum=most))
        self.between = (least, most)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any
    ) -> int:
        return number_of(value, *self.between)


class Flag(fields.Boolean):
    """``true`` or ``false``: neither a number nor a word."""

    default_error_messages = _ALWAYS

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any
    ) -> bool:
        if isinstance(value, bool):
            return value
        raise refuse(faults.NOT_A_FLAG)


class Id(fields.UUID):
    """A UUID in its usual form with hyphens."""

    default_error_messages = _ALWAYS

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any
    ) -> UUID:
        return id_of(value)


def id_of(value: Any) -> UUID:
    """Read an id in this one form."""
    if isinstance(value, str) and _UUID.fullmatch(value):
        return UUID(value)
    raise refuse(faults.NOT_AN_ID)


class Choice(fields.String):
    """One of the codes of an enumeration."""

    default_error_messages = _ALWAYS

    def __init__(self, choices: type[Enum], **options: Any) -> None:
        self.choices = {choice.value: choice for choice in choices}
        none = [None] if options.get("allow_none") else []
        super().__init__(**_described(options, enum=[*self.choices, *none]))

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any
    ) -> Any:
        if isinstance(value, str) and value in self.choices:
            return self.choices[value]
        raise refuse(faults.not_one_of(self.choices))


class Listed(fields.List[Any]):
    """A list, given on as a tuple."""

    default_error_messages = _ALWAYS

    def __init__(
        self, entry: fields.Field[Any], fewest: int = 0, most: int = MOST, **options: Any
    ) -> None:
        self.fewest, self.most = fewest, most
        super().__init__(entry, **_described(options, minItems=fewest, maxItems=most))

    def _deserialize(  # type: ignore[override] # a command is frozen, and so are its lists
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **options: Any
    ) -> tuple[Any, ...]:
        if isinstance(value, list):
            _not_too_many(value, self.most)
            if len(value) < self.fewest:
                raise refuse(faults.too_few(self.fewest))
        return tuple(super()._deserialize(value, attr, data, **options))


class Record(fields.Nested):
    """An object with fields of its own."""

    default_error_messages = _ALWAYS


class ByCode(fields.Dict):
    """An object whose keys are codes; its values are cleaned in their own way."""

    default_error_messages = _ALWAYS

    def cleaned(self, value: Any) -> Any:
        """Give one value as it is taken, or raise the fault."""
        raise NotImplementedError

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any
    ) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise refuse(faults.NOT_AN_OBJECT)
        _not_too_many(value)
        taken, wrong = {}, {}
        for key, inner in value.items():
            try:
                taken[text_of(key, _LINE)] = self.cleaned(inner)
            except ValidationError as error:
                wrong[key] = error.messages
        if wrong:
            raise ValidationError(wrong)
        return taken


class Levels(ByCode):
    """The level of each criterion, by its code."""

    def __init__(self, **options: Any) -> None:
        super().__init__(keys=fields.String(), values=Number(1, 99), **options)

    def cleaned(self, value: Any) -> int:
        """Take a level, 1 the lowest."""
        return number_of(value, 1, 99)


class Facts(ByCode):
    """Values of any kind that JSON has, except fractions, by name."""

    def cleaned(self, value: Any) -> Any:
        """Clean every text in it, however deep."""
        return _cleaned(value, _DEPTH)


def _cleaned(value: Any, depth: int) -> Any:
    if depth == 0:
        raise refuse(faults.TOO_DEEP)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return number_of(value, -(2**31), 2**31 - 1)
    if isinstance(value, str):
        return text_of(value, 4_000)
    if isinstance(value, list):
        _not_too_many(value)
        return [_cleaned(inner, depth - 1) for inner in value]
    if isinstance(value, dict):
        _not_too_many(value)
        return {text_of(k, _LINE): _cleaned(inner, depth - 1) for k, inner in value.items()}
    raise refuse(faults.NOT_A_VALUE)


def _not_too_many(entries: Iterable[Any], most: int = MOST) -> None:
    if len(list(entries)) > most:
        raise refuse(faults.too_many(most))
