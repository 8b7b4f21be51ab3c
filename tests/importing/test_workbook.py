from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from service.importing.wording import UnreadableList
from service.importing.workbook import MOST_BYTES, read_rows
from tests.importing.workbooks import rewrite, write

SHEET = "xl/worksheets/sheet1.xml"
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_FOOT = b"</sheetData></worksheet>"


def refused(file: Path) -> UnreadableList:
    with pytest.raises(UnreadableList) as raised:
        read_rows(file)
    assert raised.value.said.vi
    assert raised.value.said.en
    return raised.value


def test_a_sheet_is_read_as_it_stands_title_and_empty_rows_included(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", [[1, "Nguyễn Thị Thắm", date(1980, 2, 3), True, 1.5]])
    rows = read_rows(file)
    assert rows[0][0] == "DANH SÁCH ĐẢNG VIÊN"
    assert rows[2][1] == "Họ và tên"
    assert rows[3][1:5] == ["Nguyễn Thị Thắm", date(1980, 2, 3), True, 1.5]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), ".xls"),
        (
            b"\xef\xbb\xbf\r\n<html><table><tr><td>H\xe1\xbb\x8d t\xc3\xaan</td></tr></table>",
            "HTML",
        ),
        (b"H\xe1\xbb\x8d t\xc3\xaan;Ng\xc3\xa0y sinh", "không phải"),
        (b"", "không phải"),
        (b"PK\x03\x04" + bytes(100), "hỏng"),
    ],
    ids=["old excel", "html", "csv", "empty", "damaged"],
)
def test_what_only_bears_the_name_of_excel_is_told_apart(
    tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(content)
    assert said in refused(file).said.vi


def test_a_zip_that_holds_no_workbook_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", [])
    rewrite(file, {"xl/workbook.xml": b"<nothing/>"})
    refused(file)


def test_a_file_that_is_too_big_is_not_even_opened(tmp_path: Path) -> None:
    file = tmp_path / "big.xlsx"
    file.write_bytes(b"PK\x03\x04" + bytes(MOST_BYTES))
    assert "lớn hơn" in refused(file).said.vi


def test_a_bomb_is_stopped_while_it_inflates(tmp_path: Path) -> None:
    file = write(tmp_path / "bomb.xlsx", [])
    rewrite(file, {SHEET: _HEAD + b" " * (60 * 2**20) + _FOOT})
    assert file.stat().st_size < 2**20
    assert "quá lớn" in refused(file).said.vi


@pytest.mark.parametrize(
    "far",
    [
        b'<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>',
        b'<row r="1048576"><c t="n"><v>1</v></c><c r="XFD1"><v>1</v></c></row>',
        b"<row r = '9999'><c r='XFD9999'><v>1</v></c></row>",
        b'<row r="1000"/>' + b"<row>" + b"<c/>" * 1000 + b"</row>",
        b'<row r="99999999999999999999"><c><v>1</v></c></row>',
        b"<row/>" * 1_000_001,
    ],
)
def test_cells_at_the_far_end_do_not_make_a_sheet_of_billions(tmp_path: Path, far: bytes) -> None:
    file = write(tmp_path / "sparse.xlsx", [])
    rewrite(file, {SHEET: _HEAD + far + _FOOT})
    assert "quá lớn" in refused(file).said.vi


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "entities.xlsx", [])
    rewrite(file, {SHEET: b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + _HEAD + _FOOT})
    assert "hỏng" in refused(file).said.vi


def test_a_sheet_may_leave_the_places_of_its_cells_unsaid(tmp_path: Path) -> None:
    file = write(tmp_path / "terse.xlsx", [])
    row = b"<row>" + b"<c><v>1</v></c>" * 15 + b"</row>"
    rewrite(file, {SHEET: _HEAD + row * 5_000 + _FOOT})
    assert len(read_rows(file)) == 5_000
