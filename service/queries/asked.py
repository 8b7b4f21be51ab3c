"""What a question says in its address: for which day, as known when, of which body, which page."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any, cast
from uuid import UUID

import msgspec
from marshmallow import ValidationError

from domain.decisions import VIETNAM
from service.schema.faults import (
    NOT_A_DAY,
    NOT_A_NUMBER,
    NOT_AN_ID,
    REQUIRED,
    Fault,
    FieldFault,
    InvalidBody,
    not_one_of,
    outside,
)
from service.schema.fields import day_of, id_of, text_of

Position = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Word = Annotated[str, msgspec.Meta(pattern=r"^[ -~]*$", max_length=500)]

MOST_ROWS = 1_000
USUAL_ROWS = 250
_LONGEST_LINE = 200
_EARLIEST_YEAR, _LATEST_YEAR = 1930, 2199
NOT_AN_INSTANT = Fault(
    "instant",
    "Cần một vị trí (số nguyên), một ngày, hoặc một thời điểm có múi giờ, "
    "ví dụ 2026-06-30T20:00:00+07:00.",
    "A position, a day, or an instant with its time zone such as 2026-06-30T20:00:00+07:00, "
    "is needed.",
)
NOT_A_TOPIC = Fault(
    "topic",
    "Cần loại mục, ví dụ letter.issued; letter. là mọi mục về giấy.",
    "A topic such as letter.issued is needed; letter. is every one that begins so.",
)
NOT_A_CURSOR = Fault(
    "cursor",
    "Dùng nguyên văn địa chỉ trang sau (next) mà hệ thống đã trả.",
    "Use the address of the next page as it was answered.",
)
REPEATED_PARAMETER = Fault(
    "repeated", "Chỉ ghi tham số này một lần.", "This parameter is given once at the most."
)
UNKNOWN_PARAMETER = Fault(
    "unknown", "Không có tham số tên này.", "There is no parameter of this name."
)


@dataclass(frozen=True)
class Asked:
    """The parameters of one question, read as they are asked for.

    Whatever cannot be read raises ``InvalidBody`` with the name of the parameter.
    """

    given: Mapping[str, str]

    @classmethod
    def once(cls, given: Mapping[str, Sequence[str]]) -> Asked:
        """Take the values by name; refuse a parameter that is given twice."""
        repeated = [name for name, values in given.items() if len(values) > 1]
        if repeated:
            raise InvalidBody(FieldFault(name, REPEATED_PARAMETER) for name in repeated)
        return cls({name: value for name, [value] in given.items()})

    def only(self, *names: str) -> None:
        """Refuse a parameter that the question does not know."""
        unknown = [name for name in self.given if name not in names]
        if unknown:
            raise InvalidBody(FieldFault(name, UNKNOWN_PARAMETER) for name in unknown)

    def changed(self, **given: str) -> Asked:
        """Ask the same with other values of these parameters."""
        return Asked({**self.given, **given})

    def day(self, name: str) -> date | None:
        """Read a day, written 2026-03-06."""
        text = self.given.get(name)
        if text is None:
            return None
        try:
            day = day_of(text)
        except ValidationError:
            raise _fault(name, NOT_A_DAY) from None
        if not _EARLIEST_YEAR <= day.year <= _LATEST_YEAR:
            raise _fault(name, NOT_A_DAY)
        return day

    def known_at(self, end: int, name: str = "known_at") -> int | datetime | None:
        """Read a position of a log that ends there, or an instant; a day is its end in Vietnam."""
        text = self.given.get(name)
        if text is None:
            return None
        if text.isascii() and text.isdigit():
            return self.number(name, 0, end)
        if "T" in text:
            return self._instant(name, text)
        day = self.day(name)
        return datetime.combine(day, time.max, VIETNAM) if day else None

    def _instant(self, name: str, text: str) -> datetime:
        try:
            instant = datetime.fromisoformat(text.replace(" ", "+"))
        except ValueError:
            raise _fault(name, NOT_AN_INSTANT) from None
        if instant.tzinfo is None or not _EARLIEST_YEAR <= instant.year <= _LATEST_YEAR:
            raise _fault(name, NOT_AN_INSTANT)
        return instant

    def moment(self, name: str) -> date | datetime | None:
        """Read a day, or an instant with its time zone."""
        text = self.given.get(name, "")
        return self._instant(name, text) if "T" in text else self.day(name)

    def text(self, name: str) -> str | None:
        """Read a line of text, as papers and names are written."""
        text = self.given.get(name)
        if text is None:
            return None
        try:
            return text_of(text, _LONGEST_LINE)
        except ValidationError as error:
            [fault] = error.messages
            raise _fault(name, cast("Fault", fault)) from None

    def number(self, name: str, least: int, most: int) -> int | None:
        """Read a whole number between two others, both included."""
        text = self.given.get(name)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit()):
            raise _fault(name, NOT_A_NUMBER)
        if len(text) > len(str(most)) or not least <= int(text) <= most:
            raise _fault(name, outside(least, most))
        return int(text)

    def id(self, name: str) -> UUID | None:
        """Read an id."""
        text = self.given.get(name)
        if text is None:
            return None
        try:
            return id_of(text)
        except ValidationError:
            raise _fault(name, NOT_AN_ID) from None

    def codes(self, name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Read codes separated by commas; none where the parameter is absent."""
        text = self.given.get(name, "")
        codes = tuple(code for code in text.split(",") if code)
        if any(code not in allowed for code in codes):
            raise _fault(name, not_one_of(allowed))
        return codes

    def topics(self, name: str, known: Sequence[str]) -> tuple[str, ...]:
        """Read topics separated by commas, ``letter.`` for all that begin so.

        None where the parameter is absent.
        """
        chosen: list[str] = []
        for word in filter(None, self.given.get(name, "").split(",")):
            several = word.endswith(".")
            meant = [one for one in known if one == word or (several and one.startswith(word))]
            if not meant:
                raise _fault(name, NOT_A_TOPIC)
            chosen += meant
        return tuple(sorted(set(chosen)))

    def limit(self) -> int:
        """Read how many rows a page has at the most."""
        return self.number("limit", 1, MOST_ROWS) or USUAL_ROWS

    def required(self, name: str, value: Any) -> Any:
        """Refuse a question without a parameter that it needs."""
        if value is None:
            raise _fault(name, REQUIRED)
        return value

    def cursor(self, place: Any) -> Any:
        """Read the place at which the page before ended: a tuple of this type."""
        text = self.given.get("cursor")
        if text is None:
            return None
        try:
            return msgspec.json.decode(base64.urlsafe_b64decode(text), type=place)
        except (ValueError, msgspec.MsgspecError):
            raise _fault("cursor", NOT_A_CURSOR) from None


def cursor_of(*values: object) -> str:
    """Write a place down as an opaque word."""
    return base64.urlsafe_b64encode(msgspec.json.encode(values)).decode("ascii")


def _fault(name: str, fault: Fault) -> InvalidBody:
    return InvalidBody([FieldFault(name, fault)])
