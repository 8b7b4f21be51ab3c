"""Lists of the shapes in which offices keep them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from service.importing.lists import MembersList
from service.importing.wording import UnreadableList
from tests.importing.documents import html_page, ods_cell, ods_row, ods_table, write_ods
from tests.importing.members import SANG, THAM, changed, entered, faults, read
from tests.importing.old_workbooks import OldSheet, OldWorkbook, windows_1258
from tests.importing.workbooks import HEADINGS, Drawn, draw, write

SHORT = ["STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng"]
A = ["1", "Nguyễn Thị Thắm", "03/02/1980", "19/05/2004"]
B = ["2", "Trần Văn Sáng", "14/12/1975", "3/2/1999"]
C = ["3", "Lê Thị Mơ", "01/05/1988", "22/12/2012"]
SCIENCE, LIBRARY = "Chi bộ Phòng Khoa học", "Chi bộ Thư viện"


def notes(read: MembersList) -> list[str]:
    assert all(note.en and note.en != note.vi for note in read.notes)
    return [note.vi for note in read.notes]


def test_the_classic_form(tmp_path: Path) -> None:
    """Two rows of headings, merged; columns numbered; cells as rows of their own; signatures."""
    merged = ["A1:K1", "A2:K2", "A4:A5", "B4:C5", "D4:E4", "F4:G4", "H4:H5", "I4:I5", "J4:K4"]
    rows: list[list[Any]] = [
        ["ĐẢNG BỘ VIỆN THỦY VĂN"],
        ["DANH SÁCH ĐẢNG VIÊN GIỮ MỐI LIÊN HỆ VỚI NƠI CƯ TRÚ"],
        [],
        [
            "STT",
            "Họ và tên",
            "",
            "Ngày, tháng, năm sinh",
            "",
            "Ngày vào Đảng",
            "",
            "Chức vụ",
            "Chỗ ở hiện nay",
            "Giấy giới thiệu",
        ],
        ["", "", "", "Nam", "Nữ", "Dự bị", "Chính thức", "", "", "Số", "Ngày"],
        [f"({number})" for number in range(1, 12)],
        ["I. Chi bộ Phòng Khoa học (2 đảng viên)"],
        [
            1,
            "Nguyễn Thị",
            "Thắm",
            "",
            "03/02/1980",
            "19/5/04",
            "19/5/2005",
            "Bí thư",
            "Số 12, ngõ 4, TDP 3, P. An Hòa",
            "017-GGT/ĐU",
            date(2020, 3, 6),
        ],
        [2, "TRẦN VĂN", "SÁNG", date(1975, 12, 14), "", 38000, "dự bị", "", "Thôn Đoài, xã An Hóa"],
        ["II. CHI BỘ THƯ VIỆN"],
        [
            1,
            "Lê Thị",
            "Mơ",
            "",
            "1/5/88",
            "22/12/2012",
            "",
            "",
            "Số 3 tổ 3 phường An Hòa",
            "chưa có",
        ],
        ["", "Tổng cộng: 3 đồng chí"],
        [],
        ["", "Người lập biểu", "", "", "", "", "", "T/M ĐẢNG ỦY"],
        ["", "(Ký, ghi rõ họ tên)"],
        ["", "Nguyễn Văn A", "", "", "", "", "", "Trần Văn B"],
    ]
    merged += ["A7:K7", "A10:K10"]
    found = read(draw(tmp_path / "list.xlsx", Drawn(rows, merged=merged)))
    assert entered(found) == {
        "Nguyễn Thị Thắm": "vtv-01",
        "Trần Văn Sáng": "vtv-01",
        "Lê Thị Mơ": "vtv-02",
    }
    tham, sang, mo = (row.entering for row in found.rows)
    assert tham
    assert sang
    assert mo
    assert (tham.identity.sex, sang.identity.sex, mo.identity.sex) == ("Nữ", "Nam", "Nữ")
    assert tham.identity.admitted_on == date(2004, 5, 19)
    assert (tham.papers.letter_number, tham.papers.letter_date) == ("017-GGT/ĐU", date(2020, 3, 6))
    assert sang.identity.probationary
    assert sang.identity.admitted_on == date(2004, 1, 14)
    assert tham.home
    assert sang.home
    assert mo.home
    assert (tham.home.dwelling, tham.home.neighborhood) == ("Số 12, ngõ 4", "Tổ dân phố số 3")
    assert (sang.home.dwelling, sang.home.household) == ("Thôn Đoài", "Trần Văn Sáng")
    assert mo.papers.letter_number is None
    passed = [note for note in notes(found) if "bỏ qua" in note]
    assert [note.partition("bỏ qua: “")[2].rstrip("”.") for note in passed] == [
        "Tổng cộng: 3 đồng chí",
        "Người lập biểu | T/M ĐẢNG ỦY",
        "(Ký, ghi rõ họ tên)",
        "Nguyễn Văn A | Trần Văn B",
    ]


def test_headings_of_two_rows_without_merged_cells(tmp_path: Path) -> None:
    content = (
        "ĐẢNG BỘ;;;;;;\n;;Năm sinh;;Ngày vào Đảng;;\nTT;Họ và tên;Nam;Nữ;Dự bị;Chính thức;Chi bộ\n"
        "1;Nguyễn Thị Thắm;;03/02/1980;19/5/2004;19/5/2005;Thư viện\n"
    )
    file = tmp_path / "list.csv"
    file.write_text(content, "utf-8")
    found = read(file)
    [row] = found.rows
    assert row.entering
    assert (row.line.number, row.entering.identity.sex) == (4, "Nữ")
    assert row.entering.identity.official_on == date(2005, 5, 19)
    assert found.tables[0].header.unread == []


def test_a_name_in_two_columns(tmp_path: Path) -> None:
    apart = ["Họ đệm", "Tên", "Ngày sinh", "Ngày vào Đảng", "Chi bộ"]
    row = ["Nguyễn Thị", "Thắm", "03/02/1980", "19/05/2004", "Thư viện"]
    below = ["Họ và tên", "", *apart[2:]]
    for headings in (apart, below):
        found = read(write(tmp_path / "list.xlsx", [row, ["Trần Văn", "Sáng", *row[2:]]], headings))
        assert entered(found) == {"Nguyễn Thị Thắm": "vtv-02", "Trần Văn Sáng": "vtv-02"}


def test_a_birth_in_three_columns_and_both_days_of_membership_in_one(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Họ tên", "Ngày sinh", "", "", "Ngày vào Đảng/Ngày chính thức", "Chi bộ", "Nữ"],
        ["", "Ngày", "Tháng", "Năm"],
        ["Nguyễn Thị Thắm", 3, 2, 1980, "19/5/2004\n19/5/2005", "Thư viện", "x"],
        ["Trần Văn Sáng", "", "", 1975, "3/2/1999", "Thư viện"],
        ["Lê Thị Mơ", 1, 5, 1988, "DB: 22/12/2012 - CT: 22/12/2013", "Thư viện", "có"],
    ]
    merged = ["A1:A2", "B1:D1", "E1:E2", "F1:F2", "G1:G2"]
    [tham, sang, mo] = read(draw(tmp_path / "list.xlsx", Drawn(rows, merged=merged))).rows
    assert tham.entering
    assert mo.entering
    who = tham.entering.identity
    assert (who.birth_date, who.sex) == (date(1980, 2, 3), "Nữ")
    assert (who.admitted_on, who.official_on) == (date(2004, 5, 19), date(2005, 5, 19))
    assert mo.entering.identity.official_on == date(2013, 12, 22)
    assert faults(sang) == [
        "Ngày sinh: Năm (cột D): “1975” chỉ có năm, thiếu ngày và tháng. "
        "Ghi đủ ngày/tháng/năm, ví dụ 03/02/1980."
    ]


def test_a_letter_in_one_column(tmp_path: Path) -> None:
    headings = [*HEADINGS[:11], "Số, ngày giấy giới thiệu", "Phiếu báo"]
    said = [
        "Số 017-GGT/ĐU ngày 06/3/2020",
        "17; 6/3/20",
        "17-GGT",
        "",
        "chưa có",
        "17 ngày 6/3/2020 (lần 2)",
    ]
    people = ["An Văn Một", "An Văn Hai", "An Văn Ba", "An Văn Bốn", "An Văn Năm", "An Văn Sáu"]
    rows: list[list[Any]] = [
        [*changed(THAM, name=n)[:11], s, "12/3/2020"] for n, s in zip(people, said, strict=True)
    ]
    found = read(write(tmp_path / "list.xlsx", rows, headings)).rows
    papers = [row.entering.papers for row in found if row.entering]
    assert [(paper.letter_number, paper.letter_date) for paper in papers] == [
        ("017-GGT/ĐU", date(2020, 3, 6)),
        ("17", date(2020, 3, 6)),
        ("17-GGT", None),
        (None, None),
        (None, None),
    ]
    assert papers[0].slip_date == date(2020, 3, 12)
    assert "có thêm “(lần 2” sau ngày" in faults(found[5])[0]


def test_a_cell_may_be_told_by_sheet_title_heading_row_or_merged_block(tmp_path: Path) -> None:
    for number, drawn in enumerate(
        [
            Drawn([SHORT, A], name="CB Thư viện"),
            Drawn([["DANH SÁCH ĐẢNG VIÊN CHI BỘ THƯ VIỆN"], SHORT, A]),
            Drawn([["Đảng ủy Viện"], ["Chi bộ: Thư viện"], SHORT, A]),
            Drawn([SHORT, ["I", "Chi bộ Thư viện", "", ""], A]),
            Drawn([SHORT, ["1. Thư viện: 12 đ/c"], A]),
            Drawn([SHORT, [SCIENCE], C, ["", "Cộng: 1"], ["Thư viện"], A]),
            Drawn([[*SHORT, "Chi bộ"], [*A, LIBRARY]]),
        ]
    ):
        found = read(draw(tmp_path / f"{number}.xlsx", drawn))
        assert entered(found)["Nguyễn Thị Thắm"] == "vtv-02", number


def test_a_cell_merged_over_several_rows_is_that_of_each(tmp_path: Path) -> None:
    rows = [[*SHORT, "Chi bộ"], [*A, LIBRARY], B, [*C, SCIENCE]]
    found = read(draw(tmp_path / "list.xlsx", Drawn(rows, merged=["E2:E3"])))
    assert list(entered(found).values()) == ["vtv-02", "vtv-02", "vtv-01"]


def test_a_row_may_say_as_above(tmp_path: Path) -> None:
    rows = [THAM, changed(SANG, cell="-nt-", ward='"', quarter="như trên", residence_cell="''")]
    [_, sang] = read(write(tmp_path / "list.xlsx", rows)).rows
    assert sang.entering
    assert sang.entering.home
    assert (sang.entering.cell.code, sang.entering.home.ward.code) == ("vtv-01", "px1")


def test_an_empty_cell_is_not_taken_from_above(tmp_path: Path) -> None:
    [_, sang] = read(write(tmp_path / "list.xlsx", [THAM, changed(SANG, cell=None)])).rows
    assert faults(sang)[0].startswith("Chi bộ (cột G): để trống")


def test_nobody_is_put_into_the_cell_above_an_unknown_one(tmp_path: Path) -> None:
    rows = [SHORT, [SCIENCE], A, ["Phòng Lạ"], B, ["Đảng viên dự bị"], C]
    found = read(draw(tmp_path / "list.xlsx", Drawn(rows)))
    assert entered(found) == {"Nguyễn Thị Thắm": "vtv-01"}
    assert "theo hàng mục 4, không có tổ chức nào tên “Phòng Lạ”" in faults(found.rows[1])[0]
    assert "hàng mục 4" in faults(found.rows[2])[0]


def test_a_group_of_members_is_no_cell(tmp_path: Path) -> None:
    rows = [SHORT, [SCIENCE], ["A. Đảng viên chính thức"], A, ["B. Đảng viên dự bị: 1"], B]
    assert set(entered(read(draw(tmp_path / "list.xlsx", Drawn(rows)))).values()) == {"vtv-01"}


def test_without_any_cell_each_row_says_what_to_do(tmp_path: Path) -> None:
    [row] = read(draw(tmp_path / "list.xlsx", Drawn([SHORT, A]))).rows
    assert "Thêm cột ấy" in faults(row)[0]


def test_one_sheet_for_each_cell(tmp_path: Path) -> None:
    sheets = [
        Drawn([SHORT, A], name="CB Phòng Khoa học"),
        Drawn([["ĐẢNG BỘ"], SHORT, B], name="Chi bộ Thư viện"),
        Drawn([["Ghi chú của văn phòng"], ["Gọi lại"]], name="Nháp"),
        Drawn([], name="Trống"),
        Drawn([SHORT, C], name="Cũ", is_hidden=True),
    ]
    file = draw(tmp_path / "list.xlsx", *sheets)
    found = read(file)
    assert entered(found) == {"Nguyễn Thị Thắm": "vtv-01", "Trần Văn Sáng": "vtv-02"}
    assert notes(found) == [
        "Trang “Cũ” đang ẩn, không đọc. Cần đọc thì bỏ ẩn hoặc dùng --sheet.",
        "Trang “Nháp” không phải danh sách đảng viên, không đọc: không thấy hàng tiêu đề.",
    ]
    assert [row.sheet for row in read(file, "chi bộ THƯ VIỆN", "Cũ").rows] == [
        "Chi bộ Thư viện",
        "Cũ",
    ]
    with pytest.raises(UnreadableList, match="không có trang “Chi bộ 9”"):
        read(file, "Chi bộ 9")


def test_the_same_list_on_two_sheets_has_to_be_chosen(tmp_path: Path) -> None:
    rows = [[*SHORT, "Chi bộ"], [*A, LIBRARY], [*B, LIBRARY]]
    years = [Drawn(rows, name="2024"), Drawn([*rows, [*C, LIBRARY]], name="2025")]
    file = draw(tmp_path / "list.xlsx", *years)
    with pytest.raises(UnreadableList, match="“2024” và trang “2025” có 2 đảng viên giống nhau"):
        read(file)
    assert len(entered(read(file, "2025"))) == 3


def test_headings_that_stand_there_again_and_a_second_table(tmp_path: Path) -> None:
    other = ["Họ tên", "Chi bộ", "Ngày kết nạp", "Sinh ngày"]
    rows: list[list[Any]] = [
        [*SHORT, "Chi bộ"],
        [*A, LIBRARY],
        [*SHORT, "Chi bộ"],
        [*B, LIBRARY],
        [],
        ["DANH SÁCH ĐẢNG VIÊN DỰ BỊ"],
        other,
        ["Lê Thị Mơ", SCIENCE, "22/12/2012", "01/05/1988"],
    ]
    found = read(draw(tmp_path / "list.xlsx", Drawn(rows)))
    assert list(entered(found).values()) == ["vtv-02", "vtv-02", "vtv-01"]
    assert [row.line.number for row in found.rows] == [2, 4, 8]


def test_hidden_rows_and_cells_in_error_are_refused_and_not_lost(tmp_path: Path) -> None:
    rows = [HEADINGS, THAM, SANG, changed(THAM, name="Lê Thị Mơ", ward="=A1|#REF!")]
    found = read(draw(tmp_path / "list.xlsx", Drawn(rows, hidden_rows=[3])))
    tham, sang, mo = found.rows
    assert tham.entering
    assert faults(sang)[0].startswith("Hàng ẩn: hàng đang bị ẩn hoặc bị lọc")
    assert faults(mo)[0].startswith("Phường/Xã (cột J): ô đang báo lỗi công thức")


def test_a_total_that_does_not_fit_is_told(tmp_path: Path) -> None:
    rows = [THAM, SANG, ["", "Tổng số: 248 đồng chí"]]
    found = read(write(tmp_path / "list.xlsx", rows))
    assert any("ghi tổng 248, đọc được 2 đảng viên" in note for note in notes(found))


def test_counts_below_the_columns_of_a_total_are_no_member(tmp_path: Path) -> None:
    rows = [THAM, ["", "Cộng", 12, "", 13, 14, "", 15]]
    assert len(read(write(tmp_path / "list.xlsx", rows)).rows) == 1


def test_a_row_without_name_or_without_days_is_refused_and_not_lost(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        changed(THAM, name=None),
        [2, "Trần Văn Sáng"],
        ["", "Lê Thị Mơ", "chưa rõ", "Nữ", "", "", LIBRARY],
    ]
    found = read(write(tmp_path / "list.xlsx", rows)).rows
    assert [faults(row)[0].partition(" (")[0] for row in found] == [
        "Họ và tên",
        "Ngày sinh",
        "Ngày sinh",
    ]


def test_a_delimiter_within_a_cell_shifts_nothing(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Họ tên,Ngày sinh,Ngày vào Đảng,Chi bộ,Nơi ở\n"
        "Nguyễn Thị Thắm,3/2/1980,19/5/2004,Thư viện,Số 12, ngõ 4, P. An Hòa\n",
        "utf-8",
    )
    [row] = read(file).rows
    assert "nhiều ô hơn tiêu đề" in faults(row)[0]


@pytest.mark.parametrize("kind", ["xls", "old xls", "ods", "html", "csv", "1258", "tcvn3"])
def test_the_same_list_in_other_kinds_of_files(tmp_path: Path, kind: str) -> None:
    rows = [["ĐẢNG BỘ"], [*SHORT, "Chi bộ"], [*A, "Thư viện"], [*B, "Phòng Khoa học"]]
    file = tmp_path / "list.xls"
    text = "\r\n".join(";".join(row) for row in rows)
    match kind:
        case "xls":
            OldWorkbook([OldSheet("A", rows, merged=[(0, 0, 0, 4)])]).write(file)
        case "old xls":
            OldWorkbook([OldSheet("A", rows)], is_new=False).write(file, "Book")
        case "ods":
            title = ods_row(ods_cell("ĐẢNG BỘ", number_columns_spanned=5))
            write_ods(file, ods_table("A", title, *(ods_row(*row) for row in rows[1:])))
        case "html":
            page = html_page(["".join(f"<td>{cell}</td>" for cell in row) for row in rows])
            file.write_text(page, "utf-8")
        case "csv":
            file.write_text(text, "utf-16")
        case "1258":
            file.write_bytes(windows_1258(text))
        case "tcvn3":
            typed = (
                "§¶ng bé\nSTT;Hä vµ tªn;Ngµy sinh;Ngµy vµo §¶ng;Chi bé\n"
                "1;NguyÔn ThÞ Th¾m;03/02/1980;19/05/2004;Th­ viÖn\n"
                "2;TrÇn V¨n S¸ng;14/12/1975;3/2/1999;Phßng Khoa häc\n"
            )
            file.write_bytes(typed.encode("latin-1"))
    found = read(file)
    assert entered(found) == {"Nguyễn Thị Thắm": "vtv-02", "Trần Văn Sáng": "vtv-01"}
    assert any("TCVN3" in note for note in notes(found)) is (kind == "tcvn3")


def test_a_list_without_headings_says_what_was_understood(tmp_path: Path) -> None:
    file = draw(
        tmp_path / "list.xlsx", Drawn([["DANH SÁCH"], ["Họ và tên", "Ngày sinh", "Phòng"], A[1:]])
    )
    with pytest.raises(UnreadableList) as raised:
        read(file)
    said = raised.value.said.vi
    assert "Không tìm thấy hàng tiêu đề" in said
    assert "hàng 2" in said.lower()
    assert "đã hiểu A “Họ và tên”, B “Ngày sinh”; chưa hiểu C “Phòng”" in said


def test_a_column_that_is_needed_and_missing_is_named(tmp_path: Path) -> None:
    headings = ["Họ và tên", "Ngày sinh", "Chi bộ", "Vào Đoàn"]
    with pytest.raises(UnreadableList) as raised:
        read(draw(tmp_path / "list.xlsx", Drawn([headings, A])))
    assert "Thiếu cột: “Ngày vào Đảng”" in raised.value.said.vi
    assert "chưa hiểu D “Vào Đoàn”" in raised.value.said.vi


def test_an_empty_workbook_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableList, match="không có ô nào có chữ"):
        read(draw(tmp_path / "list.xlsx", Drawn([])))


def test_of_two_columns_alike_the_better_heading_counts(tmp_path: Path) -> None:
    headings = [*SHORT, "Chi bộ", "Hộ khẩu thường trú", "Nơi ở hiện nay", "Chi bộ"]
    row = [*A, LIBRARY, "Số 9, P. An Hòa", "Số 12, TDP 3, P. An Hòa", SCIENCE]
    found = read(draw(tmp_path / "list.xlsx", Drawn([headings, row])))
    [only] = found.rows
    assert only.entering
    assert only.entering.home
    assert (only.entering.home.dwelling, only.entering.cell.code) == ("Số 12", "vtv-02")
    unread = found.tables[0].header.unread
    assert [(c.place, c.text) for c in unread] == [(5, "Hộ khẩu thường trú"), (7, "Chi bộ")]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("P. An Hòa", "Địa chỉ (cột F): không có số nhà, ngõ, đường"),
        ("Số 7, P. An Hòa", "Địa chỉ (cột F): không nêu tổ dân phố, khu dân cư hoặc thôn"),
        ("Số 7, TDP 3, P. Lạ", "Địa chỉ (cột F): không nêu phường, xã nào có trong hệ thống"),
        ("Số 7, TDP 3, Tân Lập", "Địa chỉ (cột F): không nêu phường, xã nào có trong hệ thống"),
    ],
)
def test_what_an_address_in_one_column_lacks_is_told(
    tmp_path: Path, address: str, said: str
) -> None:
    rows = [[*SHORT, "Chi bộ", "Địa chỉ"], [*A, LIBRARY, address]]
    [row] = read(draw(tmp_path / "list.xlsx", Drawn(rows))).rows
    assert faults(row)[0].startswith(said)


def test_a_ward_may_be_told_by_the_cell_there_and_a_neighborhood_by_its_number(
    tmp_path: Path,
) -> None:
    headings = [*SHORT, "Chi bộ", "Chỗ ở", "Tổ", "Chi bộ nơi cư trú"]
    row = [*A, LIBRARY, "Số 7", 3, "Chi bộ TDP 3, Đảng ủy phường An Hòa"]
    [only] = read(draw(tmp_path / "list.xlsx", Drawn([headings, row]))).rows
    assert only.entering, faults(only)
    home = only.entering.home
    assert home
    assert home.residence_cell
    assert (home.ward.code, home.residence_cell.code) == ("px1", "px1-3")
    assert (home.dwelling, home.neighborhood) == ("Số 7", "Tổ dân phố số 3")


def test_days_in_doubt_are_refused(tmp_path: Path) -> None:
    born = ["02/03/1980", "12/25/1980"]
    rows = [changed(THAM, born=born[0]), changed(SANG, born=born[1])]
    found = read(write(tmp_path / "list.xlsx", rows)).rows
    assert "ngày trước hay tháng trước" in faults(found[0])[0]
    assert "25/12/1980" in faults(found[1])[0]
