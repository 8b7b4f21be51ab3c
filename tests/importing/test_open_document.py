"""Sheets of LibreOffice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from service.importing.files.opening import read_sheets
from service.importing.files.sheet import Damaged, Merge, Sheet
from service.importing.wording import UnreadableList
from tests.importing.documents import ods_cell, ods_row, ods_table, write_ods


def read(tmp_path: Path, *tables: str) -> list[Sheet]:
    return read_sheets(write_ods(tmp_path / "list.ods", *tables), len)


def test_cells_of_every_kind(tmp_path: Path) -> None:
    row = ods_row("Họ tên", date(1980, 2, 3), 17, 2.5, True, "hai\ndòng", "#REF!", "Err:502")
    [sheet] = read(tmp_path, ods_table("Danh sách", row))
    assert sheet.name == "Danh sách"
    assert sheet.rows == [
        ["Họ tên", date(1980, 2, 3), 17.0, 2.5, True, "hai\ndòng", "#REF!", "Err:502"]
    ]
    assert [isinstance(cell, Damaged) for cell in sheet.rows[0][-2:]] == [True, True]


def test_what_is_repeated_is_laid_out_and_what_is_empty_is_not(tmp_path: Path) -> None:
    table = ods_table(
        "A",
        ods_row(
            ods_cell("x", number_columns_repeated=3), ods_cell("", number_columns_repeated=900)
        ),
        ods_row("y", number_rows_repeated=2),
        ods_row(ods_cell("", number_columns_repeated=1024), number_rows_repeated=1_048_000),
    )
    [sheet] = read(tmp_path, table)
    assert sheet.rows == [["x", "x", "x"], ["y"], ["y"]]


def test_merged_and_hidden(tmp_path: Path) -> None:
    table = ods_table(
        "A",
        ods_row(
            ods_cell("ĐẢNG BỘ", number_columns_spanned=3), "<table:covered-table-cell/>", "", "x"
        ),
        ods_row("ẩn", visibility="collapse"),
        ods_row("lọc", visibility="filter", number_rows_repeated=2),
    )
    [sheet, hidden] = read(tmp_path, table, ods_table("B", ods_row("z"), style="hidden"))
    assert sheet.rows[0] == ["ĐẢNG BỘ", "", "", "x"]
    assert sheet.merged == (Merge(0, 0, 0, 2),)
    assert sheet.hidden_rows == {1, 2, 3}
    assert (sheet.is_hidden, hidden.is_hidden) == (False, True)


def test_a_comment_is_no_content_and_blanks_are(tmp_path: Path) -> None:
    cell = (
        "<table:table-cell><office:annotation><text:p>hỏi lại</text:p></office:annotation>"
        '<text:p>Số<text:s text:c="2"/>12<text:line-break/>ngõ<text:tab/>4</text:p>'
        "</table:table-cell>"
    )
    [sheet] = read(tmp_path, ods_table("A", ods_row(cell)))
    assert sheet.rows == [["Số  12\nngõ\t4"]]


def test_a_value_that_does_not_fit_its_kind_is_what_it_shows(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="date" office:date-value="x"><text:p>3/2</text:p>'
    [sheet] = read(tmp_path, ods_table("A", ods_row(f"{cell}</table:table-cell>")))
    assert sheet.rows == [["3/2"]]


@pytest.mark.parametrize(
    "row",
    [
        ods_row(ods_cell("x", number_columns_repeated=999_999_999)),
        ods_row("x", number_rows_repeated=999_999_999),
        ods_row(ods_cell("x", number_columns_repeated=2_000), number_rows_repeated=2_000),
    ],
    ids=["across", "down", "both"],
)
def test_what_is_repeated_without_end_is_stopped(tmp_path: Path, row: str) -> None:
    with pytest.raises(UnreadableList, match="quá lớn"):
        read(tmp_path, ods_table("A", row))


@pytest.mark.parametrize("content", ["", "<a>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_a_damaged_document_is_told(tmp_path: Path, content: str) -> None:
    file = write_ods(tmp_path / "list.ods", parts={"content.xml": content})
    with pytest.raises(UnreadableList, match="hỏng"):
        read_sheets(file, len)


def test_a_password_is_told(tmp_path: Path) -> None:
    manifest = "<m><manifest:encryption-data/></m>"
    file = write_ods(tmp_path / "list.ods", parts={"META-INF/manifest.xml": manifest})
    with pytest.raises(UnreadableList, match="mật khẩu"):
        read_sheets(file, len)
