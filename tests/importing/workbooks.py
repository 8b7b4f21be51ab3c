"""Real Excel files for the tests, and files that only look like one."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

HEADINGS = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Ngày vào Đảng",
    "Ngày chính thức",
    "Chi bộ",
    "Nơi ở hiện nay",
    "Khu dân cư/Tổ dân phố",
    "Phường/Xã",
    "Chi bộ nơi cư trú",
    "Số giấy giới thiệu",
    "Ngày giấy",
)


def write(file: Path, rows: Sequence[Sequence[Any]], headings: Sequence[str] = HEADINGS) -> Path:
    """A list with a merged title, the headings in row 3, and the rows below them."""
    with xlsxwriter.Workbook(str(file), {"default_date_format": "dd/mm/yyyy"}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.merge_range(0, 0, 0, 12, "DANH SÁCH ĐẢNG VIÊN")
        for place, row in enumerate([headings, *rows], start=2):
            sheet.write_row(place, 0, row)
    return file


def rewrite(file: Path, parts: dict[str, bytes]) -> Path:
    """The same file with some parts of it replaced."""
    with zipfile.ZipFile(file) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (kept | parts).items():
            archive.writestr(name, content)
    return file
