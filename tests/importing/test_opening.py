"""What a file is, is told by what it holds, whatever it is called."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from service.importing.files.opening import read_sheets
from service.importing.wording import UnreadableList
from tests.importing.documents import (
    excel_xml,
    excel_xml_sheet,
    html_page,
    ods_row,
    ods_table,
    write_ods,
)
from tests.importing.old_workbooks import OldSheet, OldWorkbook, compound
from tests.importing.workbooks import Drawn, draw


def refused(file: Path) -> str:
    with pytest.raises(UnreadableList) as raised:
        read_sheets(file, len)
    assert raised.value.said.en != raised.value.said.vi
    return raised.value.said.vi


@pytest.mark.parametrize("name", ["list.xlsx", "list.xls", "list.ods", "list.csv", "list"])
def test_the_name_of_a_file_says_nothing(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    row = excel_xml_sheet("A", '<Row><Cell><Data ss:Type="String">Họ tên</Data></Cell></Row>')
    for content in (
        draw(tmp_path / "new", Drawn([["Họ tên"]])).read_bytes(),
        OldWorkbook([OldSheet("A", [["Họ tên"]])]).write(tmp_path / "old").read_bytes(),
        write_ods(tmp_path / "ods", ods_table("A", ods_row("Họ tên"))).read_bytes(),
        html_page(["<td>Họ tên</td>"]).encode(),
        excel_xml(row).encode(),
        "Họ tên\r\n".encode(),
    ):
        file.write_bytes(content)
        [sheet] = read_sheets(file, len)
        assert sheet.rows == [["Họ tên"]]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "rỗng"),
        (b" \r\n\0", "rỗng"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 ...", "Word"),
        (b"MIME-Version: 1.0\r\n", "MHT"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"\x89PNG\r\n", "ảnh"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "Excel 4"),
        (b"PK\x03\x04" + bytes(100), "hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "hỏng"),
        (compound({"WordDocument": b"x"}), "Word (.doc)"),
        (compound({"EncryptedPackage": b"x"}), "mật khẩu"),
        (compound({"Other": b"x"}), "hỏng"),
        (b"\x00\x01\x02\x03\xff" * 90, "không phải tệp danh sách"),
        (b"<html><body>no table</body></html>", "HTML"),
    ],
)
def test_what_is_no_list_is_told_apart(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(content)
    assert said in refused(file)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/document.xml", "Word (.docx)"),
        ("xl/workbook.bin", "nhị phân (.xlsb)"),
        ("photo.jpg", "ZIP"),
    ],
)
def test_a_zip_of_something_else_is_told_apart(tmp_path: Path, part: str, said: str) -> None:
    file = tmp_path / "list.xlsx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(part, "x")
    assert said in refused(file)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert "Không mở được tệp" in refused(tmp_path / "nowhere.xlsx")
    assert "Không mở được tệp" in refused(tmp_path)
