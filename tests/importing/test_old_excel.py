"""Workbooks of Excel 5 to 2003, record by record."""

from __future__ import annotations

import struct
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from service.importing.files.compound import Broken, CompoundFile
from service.importing.files.old_excel import read_old_workbook
from service.importing.files.sheet import Damaged, Merge, Sheet
from service.importing.vietnamese import composed
from service.importing.wording import UnreadableList
from tests.importing.old_workbooks import (
    DATED,
    OldSheet,
    OldWorkbook,
    compound,
    error,
    formula,
    packed,
    record,
)

ROWS: list[list[Any]] = [
    ["Họ và tên", "Ngày sinh"],
    [],
    ["Nguyễn Thị Thắm", date(1980, 2, 3), 17, 2.5],
]


def read(workbook: OldWorkbook, stream: str = "Workbook") -> list[Sheet]:
    return read_old_workbook(CompoundFile(compound({stream: workbook.stream()})))


def only(*records: bytes) -> Sheet:
    [sheet] = read(OldWorkbook([OldSheet("A", records=records)]))
    return sheet


def test_cells_and_sheets_are_read_as_they_stand() -> None:
    book = OldWorkbook(
        [
            OldSheet("Chi bộ Văn phòng", ROWS, merged=[(0, 0, 0, 3)], hidden_rows=[2]),
            OldSheet("Cũ", [["x"]], is_hidden=True),
        ]
    )
    [sheet, hidden] = read(book)
    assert (sheet.name, sheet.is_hidden) == ("Chi bộ Văn phòng", False)
    assert sheet.rows == [
        ["Họ và tên", "Ngày sinh"],
        [],
        ["Nguyễn Thị Thắm", date(1980, 2, 3), 17.0, 2.5],
    ]
    assert sheet.merged == (Merge(0, 0, 0, 3),)
    assert sheet.hidden_rows == {2}
    assert (hidden.name, hidden.is_hidden, hidden.rows) == ("Cũ", True, [["x"]])


def test_another_program_reads_the_same_out_of_these_files(tmp_path: Path) -> None:
    """What the tests make by hand is what Excel makes, as far as somebody else can tell."""
    for book in (
        OldWorkbook([OldSheet("Một", ROWS)]),
        OldWorkbook([OldSheet("A", [["a", 1.5]])], is_new=False),
    ):
        file = book.write(tmp_path / "list.xls", "Workbook" if book.is_new else "Book")
        theirs = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0)
        [ours] = read_old_workbook(CompoundFile(file.read_bytes()))
        width = max(map(len, ours.rows))
        assert [row + [""] * (width - len(row)) for row in ours.rows] == theirs.to_python()


def test_a_workbook_from_before_unicode_has_its_code_page() -> None:
    book = OldWorkbook([OldSheet("Hà Nội", [["Đỗ Quỳnh Ưởng", 3]])], is_new=False)
    [sheet] = read(book, "Book")
    assert composed(sheet.name) == "Hà Nội"
    assert [composed(str(cell)) for cell in sheet.rows[0]] == ["Đỗ Quỳnh Ưởng", "3.0"]


def test_a_code_page_that_nobody_knows_is_taken_for_that_of_the_west() -> None:
    stream = OldWorkbook([OldSheet("A", [["e"]])], is_new=False).stream()
    other = stream.replace(
        record(0x42, struct.pack("<H", 1258)), record(0x42, struct.pack("<H", 9))
    )
    [sheet] = read_old_workbook(CompoundFile(compound({"Book": other})))
    assert sheet.rows == [["e"]]


def test_long_lists_of_texts_are_cut_between_and_within_texts() -> None:
    texts = [f"{number} đảng viên ở phường An Hòa" * 9 for number in range(80)]
    [sheet] = read(OldWorkbook([OldSheet("A", [[text] for text in texts])]))
    assert [row[0] for row in sheet.rows] == texts


@given(st.integers(-(2**29), 2**29 - 1), st.booleans())
def test_packed_whole_numbers(number: int, in_hundredths: bool) -> None:
    cell = packed(0, 0, ((number << 2) & 0xFFFFFFFF) | 2 | in_hundredths)
    assert only(cell).rows == [[number / 100 if in_hundredths else number]]


@given(st.floats(-1e9, 1e9))
def test_packed_fractions_lose_what_four_bytes_cannot_hold(number: float) -> None:
    (bits,) = struct.unpack("<Q", struct.pack("<d", number))
    kept = bits >> 32 & 0xFFFFFFFC
    assert only(packed(0, 0, kept)).rows == [
        [struct.unpack("<d", struct.pack("<Q", kept << 32))[0]]
    ]


def test_several_packed_numbers_stand_side_by_side() -> None:
    sheet = only(packed(1, 2, 5 << 2 | 2, 29254 << 2 | 2, look=DATED))
    assert sheet.rows == [[], ["", "", date(1900, 1, 5), date(1980, 2, 3)]]


def test_a_date_may_have_a_time_or_be_one() -> None:
    values = (29254.5, 0.75, 60.0, 59.0, -5.0)
    cells = [
        record(0x203, struct.pack("<3Hd", 0, place, DATED, value))
        for place, value in enumerate(values)
    ]
    assert only(*cells).rows == [
        [datetime(1980, 2, 3, 12), time(18), date(1900, 2, 28), date(1900, 2, 28), -5.0]  # noqa: DTZ001
    ]


def test_a_workbook_may_count_from_1904() -> None:
    [sheet] = read(OldWorkbook([OldSheet("A", [[date(1980, 2, 3)]])], from_1904=True))
    assert (sheet.rows, sheet.counts_from_1904) == ([[date(1980, 2, 3)]], True)


def test_errors_and_results_of_formulas() -> None:
    sheet = only(
        error(0, 0, 0x17),
        formula(0, 1, struct.pack("<d", 12.5)),
        formula(0, 2, b"\x00\0\0\0\0\0\xff\xff", "Nguyễn"),
        formula(0, 3, b"\x01\0\x01\0\0\0\xff\xff"),
        formula(0, 4, b"\x02\0\x2a\0\0\0\xff\xff"),
        formula(0, 5, b"\x03\0\0\0\0\0\xff\xff"),
        record(0x205, struct.pack("<3H2B", 0, 6, 0, 1, 0)),
    )
    assert sheet.rows == [["#REF!", 12.5, "Nguyễn", True, "#N/A", "", True]]
    assert [isinstance(cell, Damaged) for cell in sheet.rows[0]] == [
        True,
        *[False] * 3,
        True,
        False,
        False,
    ]


def test_what_is_embedded_in_a_sheet_is_none_of_its_cells() -> None:
    chart = record(0x809, bytes(16)) + packed(0, 0, 7 << 2 | 2) + record(0x0A)
    assert only(chart, packed(1, 0, 8 << 2 | 2)).rows == [[], [8]]


def test_a_password_is_told() -> None:
    with pytest.raises(UnreadableList, match="mật khẩu"):
        read(OldWorkbook([OldSheet("A", ROWS)], password=True))


def test_cells_at_the_far_end_do_not_make_a_sheet_of_millions() -> None:
    with pytest.raises(UnreadableList, match="quá lớn"):
        only(packed(65_535, 255, 2))


WHOLE = OldWorkbook([OldSheet("A", ROWS, merged=[(0, 0, 0, 1)], hidden_rows=[1])])
CONTENT = compound({"Workbook": WHOLE.stream()})


def outcome(content: bytes) -> str:
    """What reading says: the cells, or what is wrong with the file; anything else is a defect."""
    try:
        return repr(read_old_workbook(CompoundFile(content)))
    except (Broken, UnreadableList) as told:
        return str(told)


@given(st.lists(st.tuples(st.integers(0, len(CONTENT) - 1), st.integers(0, 255)), min_size=1))
def test_a_damaged_file_is_read_or_told_to_be_damaged(changes: list[tuple[int, int]]) -> None:
    content = bytearray(CONTENT)
    for place, byte in changes:
        content[place] = byte
    assert outcome(bytes(content))


@given(st.integers(0, len(CONTENT)))
def test_a_file_that_is_cut_off_is_told_to_be(length: int) -> None:
    assert outcome(CONTENT[:length])
