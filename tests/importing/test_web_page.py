"""Web pages that are called .xls, and workbooks that are one XML document."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.importing.files.excel_xml import read_excel_xml
from service.importing.files.sheet import Damaged, Merge
from service.importing.files.web_page import read_web_page
from service.importing.wording import UnreadableList
from tests.importing.documents import excel_xml, excel_xml_sheet, html_page


def test_a_table_is_a_sheet() -> None:
    page = html_page(
        [
            "<td colspan=3><b>ĐẢNG BỘ</b><br>CƠ QUAN</td>",
            "<th rowspan=2>Họ và tên</th><th colspan=2>Ngày sinh</th>",
            "<td>Nam<td>Nữ",
            "<td>Nguyễn&nbsp;Thị\n  Thắm</td><td></td><td>03/02/1980</td>",
        ]
    )
    [sheet] = read_web_page(page)
    assert sheet.rows == [
        ["ĐẢNG BỘ\nCƠ QUAN"],
        ["Họ và tên", "Ngày sinh"],
        ["", "Nam", "Nữ"],
        ["Nguyễn Thị Thắm", "", "03/02/1980"],
    ]
    assert sheet.merged == (Merge(0, 0, 0, 2), Merge(1, 0, 2, 0), Merge(1, 1, 1, 2))


def test_hidden_rows_names_of_sheets_and_tables_within_tables() -> None:
    head = "<xml><x:Name>Chi bộ 1</x:Name><x:Name>Chi bộ 2</x:Name></xml>"
    rows = ['<td>a</td></tr><tr style="display: none"><td>b</td>', "<td><table><td>c</table></td>"]
    page = html_page(rows, head) + "<table><td>d"
    [one, two] = read_web_page(page)
    assert (one.name, two.name) == ("Chi bộ 1", "Chi bộ 2")
    assert (one.rows, two.rows) == ([["a"], ["b"], ["c"]], [["d"]])
    assert one.hidden_rows == {1}


def test_a_page_without_a_table_is_told() -> None:
    with pytest.raises(UnreadableList, match="HTML"):
        read_web_page("<html><frameset></frameset></html>")


def test_a_cell_that_spans_the_world_is_stopped() -> None:
    with pytest.raises(UnreadableList, match="quá lớn"):
        read_web_page("<table><td colspan=9999 rowspan=9999>x</table>")


TAGS = ["<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "x", "&", "<td rowspan=2>"]


@given(st.lists(st.sampled_from(TAGS)))
def test_tags_in_any_order_are_read_or_told(tags: list[str]) -> None:
    try:
        sheets = read_web_page("".join(tags))
    except UnreadableList:
        assert "<table>" not in tags
        return
    assert len(sheets) >= 1


def cell(text: str, kind: str = "String", more: str = "") -> str:
    return f'<Cell{more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_a_workbook_that_is_one_document() -> None:
    rows = (
        f"<Row>{cell('ĐẢNG BỘ', more=chr(32) + 'ss:MergeAcross=' + chr(34) + '2' + chr(34))}"
        f"{cell('x')}</Row>"
        f'<Row ss:Index="4" ss:Hidden="1">{cell("1980-02-03T00:00:00.000", "DateTime")}'
        f"{cell('17', 'Number')}{cell('#REF!', 'Error')}"
        f"{cell('1980-02-03T12:30:00.000', 'DateTime')}{cell('lạ', 'Number')}</Row>"
    )
    options = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"
    document = excel_xml(excel_xml_sheet("A", rows), excel_xml_sheet("B", "", options))
    [sheet, hidden] = read_excel_xml(document.encode())
    assert sheet.rows == [
        ["ĐẢNG BỘ", "", "", "x"],
        [],
        [],
        [date(1980, 2, 3), 17.0, "#REF!", datetime(1980, 2, 3, 12, 30), "lạ"],  # noqa: DTZ001
    ]
    assert isinstance(sheet.rows[3][2], Damaged)
    assert sheet.merged == (Merge(0, 0, 0, 2),)
    assert sheet.hidden_rows == {3}
    assert (sheet.is_hidden, hidden.is_hidden) == (False, True)


def test_a_cell_at_the_far_end_of_a_document_is_stopped() -> None:
    row = '<Row ss:Index="999999"><Cell ss:Index="999"><Data ss:Type="String">x</Data></Cell></Row>'
    with pytest.raises(UnreadableList, match="quá lớn"):
        read_excel_xml(excel_xml(excel_xml_sheet("A", row)).encode())


def test_a_damaged_document_is_told() -> None:
    with pytest.raises(UnreadableList, match="hỏng"):
        read_excel_xml(b"<Workbook>")
