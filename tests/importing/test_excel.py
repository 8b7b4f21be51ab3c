"""Workbooks of Excel 2007 and later: what they hold, and what is told beside the values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.importing.files.opening import read_sheets
from service.importing.files.sheet import Damaged, Merge, Sheet
from service.importing.wording import UnreadableList
from tests.importing.workbooks import Drawn, draw, rewrite, write

SHEET = "xl/worksheets/sheet1.xml"
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_FOOT = b"</sheetData></worksheet>"


def read(file: Path) -> list[Sheet]:
    return read_sheets(file, len)


def only(file: Path) -> Sheet:
    [sheet] = read(file)
    return sheet


def refused(file: Path) -> str:
    with pytest.raises(UnreadableList) as raised:
        read(file)
    assert raised.value.said.en
    return raised.value.said.vi


def test_a_sheet_is_read_as_it_stands_title_and_empty_rows_included(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", [[1, "Nguyễn Thị Thắm", date(1980, 2, 3), True, 1.5]])
    sheet = only(file)
    assert sheet.rows[0] == ["DANH SÁCH ĐẢNG VIÊN"]
    assert sheet.rows[1] == []
    assert sheet.rows[2][1] == "Họ và tên"
    assert sheet.rows[3] == [1.0, "Nguyễn Thị Thắm", date(1980, 2, 3), True, 1.5]
    assert sheet.merged == (Merge(0, 0, 0, 12),)


def test_sheets_hidden_and_not_with_their_hidden_rows(tmp_path: Path) -> None:
    shown = Drawn([["a"], ["b"], ["c"]], name="Chi bộ 1", hidden_rows=[2])
    hidden = Drawn([["x"]], name="Cũ", is_hidden=True)
    [one, two] = read(draw(tmp_path / "a.xlsx", shown, hidden))
    assert (one.name, one.is_hidden, one.hidden_rows) == ("Chi bộ 1", False, frozenset({1}))
    assert (two.name, two.is_hidden, two.hidden_rows) == ("Cũ", True, frozenset())


def test_formulas_are_their_results_and_errors_are_no_values(tmp_path: Path) -> None:
    row = ['="a"&"b"|ab', "=1/0|#DIV/0!", "=Cũ!A1|#REF!", "x"]
    sheet = only(draw(tmp_path / "a.xlsx", Drawn([row])))
    assert sheet.rows == [["ab", "#DIV/0!", "#REF!", "x"]]
    assert [isinstance(cell, Damaged) for cell in sheet.rows[0]] == [False, True, True, False]


def test_a_formula_without_its_result_is_told(tmp_path: Path) -> None:
    cells = b'<row r="1"><c r="A1"><f>B1&amp;C1</f></c><c r="B1"><f>1</f><v></v></c>'
    text = b'<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><v>5</v></c></row>'
    file = rewrite(write(tmp_path / "a.xlsx", []), {SHEET: _HEAD + cells + text + _FOOT})
    sheet = only(file)
    assert sheet.rows == [["=B1&C1", "=1", "", 5.0]]
    assert isinstance(sheet.rows[0][0], Damaged)


def test_a_workbook_may_count_from_1904(tmp_path: Path) -> None:
    sheet = only(draw(tmp_path / "a.xlsx", Drawn([[date(1980, 2, 3)]]), date_1904=True))
    assert (sheet.rows, sheet.counts_from_1904) == ([[date(1980, 2, 3)]], True)


def test_some_programs_name_the_parts_in_their_own_way(tmp_path: Path) -> None:
    file = draw(tmp_path / "a.xlsx", Drawn([["a"], ["b"]], hidden_rows=[1]))
    content = file.read_bytes()
    file.write_bytes(content.replace(b"xl/worksheets/sheet1.xml", b"xl\\worksheets\\sheet1.xml"))
    sheet = only(file)
    assert (sheet.rows, sheet.hidden_rows) == ([["a"], ["b"]], frozenset({0}))


def test_a_file_that_is_too_big_is_not_even_opened(tmp_path: Path) -> None:
    file = tmp_path / "big.xlsx"
    file.write_bytes(b"PK\x03\x04" + bytes(10 * 2**20))
    assert "lớn hơn" in refused(file)


def test_a_bomb_is_stopped_while_it_inflates(tmp_path: Path) -> None:
    file = write(tmp_path / "bomb.xlsx", [])
    rewrite(file, {SHEET: _HEAD + b" " * (60 * 2**20) + _FOOT})
    assert file.stat().st_size < 2**20
    assert "quá lớn" in refused(file)


def test_a_thousand_parts_are_too_many(tmp_path: Path) -> None:
    file = write(tmp_path / "parts.xlsx", [])
    rewrite(file, {f"xl/{number}": b"" for number in range(1_000)})
    assert "quá lớn" in refused(file)


@pytest.mark.parametrize(
    "far",
    [
        b'<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>',
        b'<row r="1048576"><c t="n"><v>1</v></c><c r="XFD1"><v>1</v></c></row>',
        b"<row r = '9999'><c r='XFD9999'><v>1</v></c></row>",
        b'<row r="1000"/>' + b"<row>" + b"<c><v/></c>" * 1000 + b"</row>",
        b'<row r="99999999999999999999"><c><v>1</v></c></row>',
        b"<row><c><v/></c></row>" * 1_000_001,
    ],
)
def test_cells_at_the_far_end_do_not_make_a_sheet_of_billions(tmp_path: Path, far: bytes) -> None:
    file = write(tmp_path / "sparse.xlsx", [])
    rewrite(file, {SHEET: _HEAD + far + _FOOT})
    assert "quá lớn" in refused(file)


@pytest.mark.parametrize(
    "far",
    [
        b'<row r="1048576"><c r="XFD1048576" s="1"/></row>',
        b"<row/>" * 100_000,
        b'<row r="1048576" hidden="1"/>',
    ],
)
def test_columns_that_are_only_formatted_to_the_last_row_do_no_harm(
    tmp_path: Path, far: bytes
) -> None:
    file = write(tmp_path / "formatted.xlsx", [])
    rewrite(file, {SHEET: _HEAD + b'<row r="1"><c><v>5</v></c></row>' + far + _FOOT})
    assert only(file).rows == [[5.0]]


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "entities.xlsx", [])
    rewrite(file, {SHEET: b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + _HEAD + _FOOT})
    assert "hỏng" in refused(file)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"])
def test_a_zip_that_holds_no_whole_workbook_is_refused(tmp_path: Path, part: str) -> None:
    file = rewrite(write(tmp_path / "a.xlsx", []), {part: b"<nothing"})
    assert "hỏng" in refused(file)


def test_a_sheet_may_leave_the_places_of_its_cells_unsaid(tmp_path: Path) -> None:
    file = write(tmp_path / "terse.xlsx", [])
    row = b"<row>" + b"<c><v>1</v></c>" * 15 + b"</row>"
    rewrite(file, {SHEET: _HEAD + row * 5_000 + _FOOT})
    assert len(only(file).rows) == 5_000


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Path]:
    file = write(tmp_path_factory.mktemp("whole") / "a.xlsx", [["x", 1, date(1980, 2, 3)]])
    return lambda part: rewrite(file, {SHEET: part})


PART = (
    _HEAD + b'<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>' + _FOOT
)


@given(
    place=st.integers(90, len(PART)),
    mess=st.sampled_from([b"<", b">", b'"', b"9", b"-", b"\0", b"Z"]),
)
def test_a_damaged_part_is_read_or_told(
    whole: Callable[[bytes], Path], place: int, mess: bytes
) -> None:
    try:
        sheets = read(whole(PART[:place] + mess + PART[place + 1 :]))
    except UnreadableList:
        return
    assert len(sheets) == 1
