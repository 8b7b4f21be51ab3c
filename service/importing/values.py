"""What stands in a cell, read as what its column wants."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Any

from service.importing.charsets import CHARSETS
from service.importing.files.sheet import Damaged
from service.importing.vietnamese import composed, folded, plain
from service.importing.wording import CellFault

LONGEST = 200
_SEXES = {"nam": "Nam", "nu": "Nữ"}
_MARKS = frozenset({"x", "×", "✓", "✔", "√", "v", "1", "+", "có"})
_NOTHING = re.compile(r"[\s\-–—_./\\…*]*")
_NONE = frozenset(
    folded(word)
    for word in (
        "không",
        "không có",
        "chưa",
        "chưa có",
        "k",
        "ko",
        "n/a",
        "trống",
        "0",
        "chưa nhận",
    )
)
_DITTO = frozenset({'"', "''", "”", "“", "〃", "-nt-", "nt", "- nt -", "như trên", "-//-", "//"})
_LOST = re.compile(r"[^\W\d_]\?|\ufffd")
_NAME = re.compile(r"[^\W\d_]+([ '’ʼ`.·-]+[^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 2


def text_of(cell: Any) -> str | None:
    """Read a text; a number that is whole loses the ``.0`` that Excel gives it.

    ``None`` where there is nothing, or dashes and dots only. Raise ``CellFault`` where the cell is
    in error, where Excel has made a date of it, or where letters are lost.
    """
    if isinstance(cell, Damaged):
        raise CellFault(*cell.said)
    if isinstance(cell, date | time | timedelta):
        raise _became_a_date(cell)
    if isinstance(cell, bool):
        raise CellFault(
            "ô có giá trị đúng/sai, không phải chữ. Gõ lại thành chữ.",
            "the cell is true or false, no text. Type it as text.",
        )
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = composed(str(cell)).lstrip("'’`").strip()
    if _NOTHING.fullmatch(text):
        return None
    if _LOST.search(text):
        raise CellFault(
            f"“{text}” mất chữ (có dấu ? thay chữ có dấu). Lưu lại từ bản gốc thành .xlsx, "
            "hoặc .csv UTF-8.",
            f"“{text}” has lost letters (? in their place). Save the original as .xlsx or UTF-8.",
        )
    if len(text) > LONGEST:
        raise CellFault(
            f"dài {len(text)} chữ, quá {LONGEST}. Rút gọn lại.",
            f"is {len(text)} characters long, over {LONGEST}. Shorten it.",
        )
    return text


def is_blank(cell: Any) -> bool:
    """Tell whether a cell is empty, or has dashes and dots only."""
    return isinstance(cell, str) and _NOTHING.fullmatch(composed(cell)) is not None


def is_none(cell: Any) -> bool:
    """Tell whether a cell says that there is none: *không*, *chưa có*."""
    return isinstance(cell, str) and folded(cell) in _NONE


def stated(cell: Any) -> str | None:
    """Read a text where there may be none."""
    return None if is_none(cell) else text_of(cell)


def is_ditto(cell: Any) -> bool:
    """Tell whether a cell says *as above*."""
    return isinstance(cell, str) and composed(cell).casefold() in _DITTO


def is_marked(cell: Any) -> bool:
    """Tell whether a cell is ticked; raise ``CellFault`` where it says something else."""
    text = text_of(cell)
    if text is None:
        return False
    if text.casefold() in _MARKS:
        return True
    raise CellFault(
        f"“{text}” không phải dấu x. Đánh dấu x hoặc để trống.",
        f"“{text}” is no mark. Write x, or leave it empty.",
    )


def sex_of(cell: Any) -> str | None:
    """Read the sex, or raise ``CellFault``."""
    text = text_of(cell)
    if text is None:
        return None
    if sex := _SEXES.get(plain(text)):
        return sex
    raise CellFault(
        f"“{text}” không phải Nam hoặc Nữ. Ghi Nam hoặc Nữ.", f"“{text}” is not Nam or Nữ."
    )


def name_of(text: str) -> str:
    """Read a whole name; one in capitals or small letters only gets its capitals.

    Raise ``CellFault`` where something stands with it that is no name, or half of it is missing.
    """
    if not _NAME.fullmatch(text):
        raise CellFault(
            f"“{text}” có chữ số hoặc dấu lạ. Chỉ ghi họ và tên, điều khác ghi ở cột Ghi chú.",
            f"“{text}” has digits or odd signs. Write the name only, the rest under Ghi chú.",
        )
    for charset in CHARSETS:
        if charset.fits(text):
            raise CellFault(
                f"“{text}” theo bảng mã {charset.name}, có lẽ là “{charset.read(text)}”. "
                "Chuyển cả cột sang Unicode.",
                f"“{text}” is in {charset.name}, maybe “{charset.read(text)}”. "
                "Convert the column to Unicode.",
            )
    if len(_WORD.findall(text)) < _FEWEST_WORDS:
        raise CellFault(
            f"“{text}” chỉ có một chữ. Ghi đủ họ và tên; nếu ở hai cột thì đặt tiêu đề "
            "“Họ đệm” và “Tên”.",
            f"“{text}” is one word. Write the whole name; where it stands in two columns, call "
            "them “Họ đệm” and “Tên”.",
        )
    if text.isupper() or text.islower():
        return _WORD.sub(lambda found: found[0].capitalize(), text)
    return text


def _became_a_date(cell: date | time | timedelta) -> CellFault:
    shown = f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)
    return CellFault(
        f"Excel đã đổi thành ngày giờ ({shown}). Định dạng ô là Văn bản (Text) và gõ lại.",
        f"Excel has made a date of it ({shown}). Format the cell as text and type it again.",
    )
