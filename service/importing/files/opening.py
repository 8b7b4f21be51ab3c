"""Opening a list, whatever its name says that it is: it is told by what it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from service.importing.files.compound import SIGNATURE, Broken, CompoundFile
from service.importing.files.delimited import read_delimited
from service.importing.files.excel import read_workbook
from service.importing.files.excel_xml import NAMESPACE, read_excel_xml
from service.importing.files.measures import MOST_BYTES, too_many_bytes
from service.importing.files.old_excel import read_old_workbook
from service.importing.files.open_document import read_open_document
from service.importing.files.package import Package, damaged
from service.importing.files.sheet import Sheet
from service.importing.files.texts import decoded
from service.importing.files.web_page import read_web_page
from service.importing.wording import UnreadableList

_ZIP = b"PK\x03\x04"
_EXCEL_4 = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_OTHERS = {
    b"%PDF": ("PDF", "a PDF"),
    b"{\\rtf": ("Word (RTF)", "a Word document (RTF)"),
    b"MIME-Version:": ("trang web lưu trữ (MHT)", "an archived web page (MHT)"),
    b"Rar!": ("nén RAR", "a RAR archive"),
    b"7z\xbc\xaf": ("nén 7z", "a 7z archive"),
    b"\x89PNG": ("ảnh", "a picture"),
    b"\xff\xd8\xff": ("ảnh", "a picture"),
}


def read_sheets(file: Path, known: Callable[[list[str]], int]) -> list[Sheet]:
    """Read every sheet of a file; raise ``UnreadableList``.

    ``known`` counts the headings in a row of texts: where cells are cut is seen by their headings.
    """
    content = _content(file)
    for begins, (vi, en) in _OTHERS.items():
        if content.startswith(begins):
            raise _other(vi, en)
    if content.startswith(_ZIP):
        return _read_package(content)
    if content.startswith(SIGNATURE):
        return _read_compound(content)
    if content.startswith(_EXCEL_4):
        raise _other("Excel 4 trở về trước", "of Excel 4 or older")
    return _read_text(content, known)


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise too_many_bytes()
        content = file.read_bytes()
    except OSError as error:
        raise UnreadableList(
            f"Không mở được tệp ({error.strerror}). Kiểm tra đường dẫn, và đóng tệp nếu đang mở.",
            f"The file cannot be opened ({error.strerror}). Check its path, and close it.",
        ) from error
    if not content.strip(b"\0 \t\r\n"):
        raise UnreadableList("Tệp rỗng.", "The file is empty.")
    return content


def _read_package(content: bytes) -> list[Sheet]:
    package = Package(content)
    names = {name.replace("\\", "/").lower() for name in package.names}
    if b"opendocument.spreadsheet" in package.part("mimetype"):
        return read_open_document(package)
    if "xl/workbook.bin" in names:
        raise _other("Excel nhị phân (.xlsb)", "a binary workbook (.xlsb)")
    if any(name.startswith("word/") for name in names):
        raise _other("Word (.docx)", "a Word document (.docx)")
    if "[content_types].xml" not in names:
        raise _other("nén ZIP", "a ZIP archive")
    return read_workbook(content, package)


def _read_compound(content: bytes) -> list[Sheet]:
    try:
        compound = CompoundFile(content)
    except Broken as error:
        raise damaged() from error
    if "encryptedpackage" in compound.names:
        raise UnreadableList(
            "Tệp có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.",
            "The file has a password. Open it in Excel, take it off, save it anew.",
        )
    if "worddocument" in compound.names:
        raise _other("Word (.doc)", "a Word document (.doc)")
    return read_old_workbook(compound)


def _read_text(content: bytes, known: Callable[[list[str]], int]) -> list[Sheet]:
    text = decoded(content)
    beginning = text.lstrip()
    if not beginning.startswith("<"):
        return read_delimited(text, known)
    if NAMESPACE in text:
        return read_excel_xml(content)
    return read_web_page(text)


def _other(vi: str, en: str) -> UnreadableList:
    return UnreadableList(
        f"Đây là tệp {vi}, không phải bảng danh sách. Mở ra và lưu lại thành .xlsx.",
        f"This is {en}, no sheet with a list. Open it and save it as .xlsx.",
    )
