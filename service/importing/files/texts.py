"""The letters of a text file: in which way its bytes are to be read is seldom said in it."""

from __future__ import annotations

import codecs
import re
import unicodedata

from service.importing.charsets import CHARSETS, is_vietnamese
from service.importing.wording import UnreadableList

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENOUGH = 4_096
_CELLS = re.compile(r"[;,\t|\r\n<>]+")


def decoded(content: bytes) -> str:
    """Read bytes as text; raise ``UnreadableList`` where they are none.

    What is no UTF is Windows-1258, or the letters of an old typeface, left as they are: whichever
    gives the more cells that are Vietnamese.
    """
    encoding = _encoding(content)
    if encoding:
        mark = next((mark for mark, name in _MARKS if name == encoding), b"")
        try:
            return content.removeprefix(mark).decode(encoding)
        except UnicodeDecodeError as error:
            raise _no_text() from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\0" in content:
        raise _no_text()
    return _before_unicode(content)


def _encoding(content: bytes) -> str | None:
    """Name the encoding that a mark tells, or that zeros between the letters do."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    beginning = content[:_ENOUGH]
    even, odd = beginning[::2].count(0), beginning[1::2].count(0)
    if len(content) % 2 == 0 and max(even, odd) > len(beginning) // 4 and min(even, odd) == 0:
        return "utf-16-le" if odd else "utf-16-be"
    return None


def _before_unicode(content: bytes) -> str:
    shown = content.decode("latin-1")
    odd = [cell for cell in _CELLS.split(shown) if not cell.isascii()]
    typeface = max(sum(map(charset.fits, odd)) for charset in CHARSETS)
    windows = unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
    cells = [cell for cell in _CELLS.split(windows) if not cell.isascii()]
    return shown if typeface > sum(map(is_vietnamese, cells)) else windows


def _no_text() -> UnreadableList:
    return UnreadableList(
        "Đây không phải tệp danh sách: không phải Excel (.xlsx, .xls), .ods hay .csv.",
        "This is no list: neither Excel (.xlsx, .xls) nor .ods nor .csv.",
    )
