"""The refused rows as a file: what is mended there can be imported again."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from service.importing.importer import read_rows
from service.importing.lists import MembersList
from service.importing.refused_rows import refused_beside, write_refused
from tests.importing.members import THAM, changed, faults, read
from tests.importing.workbooks import HEADINGS, Drawn, draw, write

GROUPS: list[list[Any]] = [
    ["ĐẢNG BỘ", "", "", "", "", "", "", "", "", "", "", ""],
    [
        "STT",
        "Họ và tên",
        "",
        "Ngày sinh",
        "",
        "Ngày vào Đảng",
        "",
        "Nơi cư trú",
        "",
        "",
        "Giấy giới thiệu",
    ],
    [
        "",
        "Họ đệm",
        "Tên",
        "Nam",
        "Nữ",
        "Dự bị",
        "Chính thức",
        "Số nhà",
        "Tổ",
        "Phường/Xã",
        "Số",
        "Ngày",
    ],
    ["Chi bộ Thư viện"],
    [1, "Nguyễn Thị", "Thắm", "", "1980", "19/5/2004", "", "Số 1", 3, "An Hòa", 17, "6/3/2020"],
    ["Chi bộ Phòng Khoa học"],
    [1, "Trần Văn", "Sáng", 1975, "", date(1999, 2, 3), "dự bị", "Số 2", 3, "An Hòa", "", ""],
]
MERGED = ["A2:A3", "B2:C2", "D2:E2", "F2:G2", "H2:J2", "K2:L2"]


def returned(found: MembersList, file: Path) -> Path:
    report, _ = read_rows(found)
    write_refused(report, file)
    return file


def shown(file: Path, sheet: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(file)).get_sheet_by_name(sheet).to_python()


def test_headings_above_headings_come_back_in_one_row_that_is_read_alike(tmp_path: Path) -> None:
    found = read(draw(tmp_path / "list.xlsx", Drawn(GROUPS, merged=MERGED)))
    again = read(returned(found, tmp_path / "back.xlsx"))
    places = [
        {field: column.place for field, column in read.tables[0].header.places.items()}
        for read in (found, again)
    ]
    assert places[0] == {f: p for f, p in places[1].items() if p < 12}
    assert len(places[0]) == 12
    assert [faults(row) for row in again.rows] == [faults(row) for row in found.rows]
    assert [row.line.section.text for row in again.rows if row.line.section] == [
        "Chi bộ Thư viện",
        "Chi bộ Phòng Khoa học",
    ]


def test_cells_come_back_as_they_were(tmp_path: Path) -> None:
    row = changed(
        THAM,
        born="'1980",
        admitted=datetime(2004, 5, 19),  # noqa: DTZ001
        official=29254,
        home=time(12, 4),
        quarter=True,
        letter='=HYPERLINK("x")',
        ward="=1/0|#DIV/0!",
    )
    found = read(write(tmp_path / "list.xlsx", [row]))
    [title, headings, back] = shown(returned(found, tmp_path / "back.xlsx"), "Danh sách")
    assert (title[0], headings) == ("DANH SÁCH ĐẢNG VIÊN", [*HEADINGS, "Lý do"])
    assert back[1:3] == ["Nguyễn Thị Thắm", "'1980"]
    assert back[4:6] == [date(2004, 5, 19), 29254.0]
    assert back[7:10] == ["12:04:00", True, "#DIV/0!"]
    assert str(back[-1]).startswith("Hàng 4. Ngày sinh (cột C)")


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Họ tên;Ngày sinh;Ngày vào Đảng\n=1+1;1980;@SUM(A1)\n", "utf-8")
    [_, back] = shown(returned(read(file), tmp_path / "back.xlsx"), "Danh sách")
    assert back[:3] == ["=1+1", "1980", "@SUM(A1)"]


def test_sheets_keep_their_names_as_far_as_excel_takes_them(tmp_path: Path) -> None:
    headings = ["Họ tên", "Ngày sinh", "Ngày vào Đảng"]
    row = ["Nguyễn Thị Thắm", "1980", "19/5/2004"]
    sheets = [
        Drawn([headings, [f"{row[0]} {n}", *row[1:]]], name=n) for n in ("Chi bộ A", "Chi bộ B")
    ]
    found = read(draw(tmp_path / "list.xlsx", *sheets))
    found.rows[0].sheet = found.rows[1].sheet = "Chi bộ/Phòng [Khoa học] và Công nghệ thông tin"
    found.rows[1].sheet = found.rows[1].sheet.replace("thông", "mới")
    names = CalamineWorkbook.from_path(str(returned(found, tmp_path / "back.xlsx"))).sheet_names
    assert names == ["Chi bộ Phòng  Khoa học  và Công", "Chi bộ Phòng  Khoa học  và  2"]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "list.xls"
    names = []
    for _ in range(3):
        beside = refused_beside(file)
        beside.touch()
        names.append(beside.name)
    assert names == ["list-chua-nhap.xlsx", "list-chua-nhap-2.xlsx", "list-chua-nhap-3.xlsx"]
