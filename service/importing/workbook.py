"""Reading an Excel file that somebody else made: it is measured before it is believed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from python_calamine import CalamineError, CalamineWorkbook

from service.importing.extent import Extent, NotXml
from service.importing.wording import UnreadableList

MOST_BYTES = 10 * 2**20
MOST_INFLATED = 50 * 2**20
MOST_CELLS = 1_000_000
MOST_PARTS = 1_000

_CHUNK = 2**16
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_rows(file: Path) -> list[list[Any]]:
    """Read the first sheet, row by row; raise ``UnreadableList``.

    Cells are text, numbers, ``bool``, or what Excel itself keeps as a date; empty ones are ``""``.
    """
    content = _measured(file)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        return workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, OSError) as error:
        raise UnreadableList(
            f"Không đọc được tệp Excel này ({error}). Mở bằng Excel và lưu lại thành .xlsx.",
            f"This Excel file cannot be read ({error}). Save it in Excel as .xlsx anew.",
        ) from error


def _measured(file: Path) -> bytes:
    if file.stat().st_size > MOST_BYTES:
        raise UnreadableList(
            f"Tệp lớn hơn {MOST_BYTES // 2**20} MB. Chỉ giữ lại trang danh sách rồi lưu lại.",
            f"The file is over {MOST_BYTES // 2**20} MB. Keep the sheet with the list only.",
        )
    content = file.read_bytes()
    if not content.startswith(_ZIP):
        raise _no_workbook(content)
    try:
        _measure(content)
    except (BadZipFile, NotXml, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise UnreadableList(
            "Tệp .xlsx bị hỏng hoặc có mật khẩu. Mở bằng Excel và lưu lại không mật khẩu.",
            "The .xlsx file is damaged or has a password. Save it anew without one.",
        ) from error
    return content


def _no_workbook(content: bytes) -> UnreadableList:
    if content.startswith(_OLD_EXCEL):
        return UnreadableList(
            "Đây là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Lưu lại thành .xlsx không mật khẩu.",
            "This is an old Excel file (.xls), or has a password. Save it as .xlsx without one.",
        )
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return UnreadableList(
            "Đây là trang web (HTML, XML) đổi đuôi. Mở bằng Excel và lưu lại thành .xlsx.",
            "This is a web page (HTML, XML) renamed. Open it in Excel and save it as .xlsx.",
        )
    return UnreadableList("Đây không phải tệp Excel .xlsx.", "This is no Excel file (.xlsx).")


def _measure(content: bytes) -> None:
    """Inflate every part once, counting: what the file says of its own size proves nothing."""
    inflated = 0
    with ZipFile(BytesIO(content)) as archive:
        if len(archive.infolist()) > MOST_PARTS:
            raise _too_big()
        for part in archive.infolist():
            extent = Extent()
            for chunk in _inflated(archive, part):
                inflated += len(chunk)
                extent.feed(chunk)
                if inflated > MOST_INFLATED or extent.cells > MOST_CELLS:
                    raise _too_big()


def _inflated(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as opened:
        while chunk := opened.read(_CHUNK):
            yield chunk


def _too_big() -> UnreadableList:
    return UnreadableList(
        "Bảng quá lớn khi mở ra. Xóa các trang và ô thừa, chỉ giữ lại danh sách rồi lưu lại.",
        "The sheet is too big once unpacked. Delete stray sheets and cells and save it anew.",
    )
