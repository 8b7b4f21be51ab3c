"""What can be wrong with a value that was sent, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow.exceptions import SCHEMA


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule that a value breaks: its code, and in both languages what would be right."""

    rule: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class FieldFault:
    """A fault and where it is: names and places in lists joined by dots, empty for the whole."""

    field: str
    fault: Fault


class InvalidBody(Exception):
    """A body says something that its command, or its question, cannot take."""

    def __init__(self, faults: Iterable[FieldFault]) -> None:
        """``faults`` are all of them, in the order of the fields."""
        self.faults = tuple(faults)
        super().__init__(", ".join(f"{fault.field}: {fault.fault.rule}" for fault in self.faults))


REQUIRED = Fault("required", "Trường này bắt buộc.", "This field is required.")
NULL = Fault("null", "Trường này phải có giá trị.", "This field needs a value.")
UNKNOWN = Fault("unknown", "Không có trường tên này.", "There is no field of this name.")
NOT_AN_OBJECT = Fault("object", "Cần một đối tượng JSON {…}.", "A JSON object {…} is needed.")
NOT_A_LIST = Fault("list", "Cần một danh sách JSON […].", "A JSON list […] is needed.")
NOT_TEXT = Fault("text", "Cần một chuỗi ký tự.", "A text is needed.")
EMPTY = Fault("empty", "Chuỗi rỗng: hãy ghi hoặc bỏ trường.", "Empty: write it or leave it out.")
NOT_A_DAY = Fault("date", "Cần ngày dạng 2026-03-06.", "A date such as 2026-03-06 is needed.")
NOT_A_TIME = Fault("time", "Cần giờ dạng 19:30.", "A time of day such as 19:30 is needed.")
NOT_A_NUMBER = Fault("integer", "Cần một số nguyên.", "A whole number is needed.")
NOT_A_FLAG = Fault("boolean", "Cần true hoặc false.", "true or false is needed.")
NOT_AN_ID = Fault(
    "uuid",
    "Cần mã UUID, ví dụ 0b9f4e7c-5d1a-4c6e-9a53-6f0e2d8c7b14.",
    "A UUID such as 0b9f4e7c-5d1a-4c6e-9a53-6f0e2d8c7b14 is needed.",
)
TOO_DEEP = Fault("depth", "Lồng quá nhiều lớp.", "Nested too deeply.")
NOT_A_VALUE = Fault(
    "value",
    "Cần chuỗi, số nguyên, true, false, null, hoặc danh sách, đối tượng của chúng.",
    "A text, a whole number, true, false, null, or a list or object of these is needed.",
)


def hidden(character: str) -> Fault:
    """Refuse a character that nobody sees, or that no database keeps."""
    name = f"U+{ord(character):04X}"
    return Fault(
        "character",
        f"Có ký tự điều khiển hoặc ký tự ẩn {name}: hãy xóa.",
        f"It holds the control or hidden character {name}: remove it.",
    )


def too_long(longest: int) -> Fault:
    """Refuse a text of more characters."""
    return Fault("length", f"Tối đa {longest} ký tự.", f"{longest} characters at most.")


def too_many(most: int) -> Fault:
    """Refuse a list or an object of more entries."""
    return Fault("count", f"Tối đa {most} mục.", f"{most} entries at most.")


def too_few(fewest: int) -> Fault:
    """Refuse a list of fewer entries."""
    return Fault("count", f"Ít nhất {fewest} mục.", f"{fewest} entries at least.")


def outside(least: object, most: object) -> Fault:
    """Refuse a number or a day that is not between two others, both included."""
    return Fault("range", f"Từ {least} đến {most}.", f"From {least} to {most}.")


def not_one_of(values: Iterable[str]) -> Fault:
    """Refuse a code that is none of these."""
    codes = ", ".join(values)
    return Fault("choice", f"Chọn một trong: {codes}.", f"One of: {codes}.")


def listed(messages: Any, path: tuple[str, ...] = ()) -> Iterator[FieldFault]:
    """List the faults in the nested messages of a ``ValidationError``."""
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            yield from listed(inner, path if key == SCHEMA else (*path, str(key)))
    elif isinstance(messages, list):
        for inner in messages:
            yield from listed(inner, path)
    else:
        yield FieldFault(".".join(path), messages)
