"""Text files: which letters, which delimiter, which rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from service.importing.files.opening import read_sheets
from service.importing.headings import count_known
from service.importing.vietnamese import composed
from service.importing.wording import UnreadableList
from tests.importing.old_workbooks import windows_1258

ROWS = [
    ["DANH SÁCH ĐẢNG VIÊN"],
    [],
    ["Họ và tên", "Ngày sinh", "Nơi ở"],
    ["Đỗ Quỳnh Ưởng", "3/2/1980", "Số 12, ngõ 4; tổ 3\tnhà sau"],
    ["Trần Văn Sáng", "1/1/1975", "Số 1"],
]


def text(delimiter: str) -> str:
    quoted = ([f'"{cell}"' for cell in row] for row in ROWS)
    return "\r\n".join(delimiter.join(row) for row in quoted)


def read(tmp_path: Path, content: bytes) -> list[list[Any]]:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    [sheet] = read_sheets(file, count_known)
    assert sheet.is_delimited
    return sheet.rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_any_delimiter_in_any_form_of_unicode(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    assert read(tmp_path, text(delimiter).encode(encoding)) == ROWS


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_letters_of_old_windows(tmp_path: Path, delimiter: str) -> None:
    rows = read(tmp_path, windows_1258(text(delimiter)))
    assert [[composed(cell) for cell in row] for row in rows] == [
        [composed(cell) for cell in row] for row in ROWS
    ]


@pytest.mark.parametrize(
    "typed", ["Hä vµ tªn;Ngµy sinh\nNguyÔn ThÞ Th¾m;1", "Hoï teân;x\nLeâ Vuõ;2"]
)
def test_the_letters_of_old_typefaces_are_left_as_they_are(tmp_path: Path, typed: str) -> None:
    assert read(tmp_path, typed.encode("latin-1")) == [row.split(";") for row in typed.split("\n")]


def test_a_delimiter_may_be_named(tmp_path: Path) -> None:
    assert read(tmp_path, "sep=;\nHọ và tên;a,b,c,d,e,f\n".encode()) == [
        [],
        ["Họ và tên", "a,b,c,d,e,f"],
    ]


def test_a_cell_may_have_several_lines(tmp_path: Path) -> None:
    assert read(tmp_path, 'Họ và tên;"Nơi\nở"\nx;y'.encode()) == [
        ["Họ và tên", "Nơi\nở"],
        ["x", "y"],
    ]


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02\xff" * 50, b"\xff\xfe\x00\xd8", b"\x93\x00\x00\x01abc"]
)
def test_what_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableList, match="không phải tệp danh sách"):
        read(tmp_path, content)


def test_a_cell_without_end_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableList, match="csv"):
        read(tmp_path, b'a;"' + b"x" * 140_000)


def test_a_million_delimiters_are_too_many(tmp_path: Path) -> None:
    with pytest.raises(UnreadableList, match="quá lớn"):
        read(tmp_path, b";" * 1_000_001)
