"""Real Excel files for the tests, and files that only look like one."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
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
FORMULA = "="


@dataclass(frozen=True)
class Drawn:
    """A sheet as it is to look; ``merged`` blocks are named as Excel names them.

    A text that begins with ``=`` is a formula, its result behind a ``|``: ``=1/0|#DIV/0!``.
    """

    rows: Sequence[Sequence[Any]]
    name: str = "Danh sách"
    merged: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    is_hidden: bool = False


def draw(file: Path, *sheets: Drawn, date_1904: bool = False) -> Path:
    """Write a workbook; rows of ``hidden_rows`` are counted as Excel shows them."""
    options = {"default_date_format": "dd/mm/yyyy", "date_1904": date_1904}
    with xlsxwriter.Workbook(str(file), options) as workbook:
        for drawn in sheets:
            sheet = workbook.add_worksheet(drawn.name)
            for block in drawn.merged:
                sheet.merge_range(block, "")
            for place, row in enumerate(drawn.rows):
                _write_row(sheet, place, row)
            for number in drawn.hidden_rows:
                sheet.set_row(number - 1, None, None, {"hidden": True})
            if drawn.is_hidden:
                sheet.hide()
    return file


def _write_row(sheet: Any, place: int, row: Sequence[Any]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str) and cell.startswith(FORMULA):
            formula, _, result = cell.partition("|")
            sheet.write_formula(place, column, formula, None, result)
        elif cell not in (None, ""):
            sheet.write(place, column, cell)


def write(file: Path, rows: Sequence[Sequence[Any]], headings: Sequence[str] = HEADINGS) -> Path:
    """A list with a merged title, the headings in row 3, and the rows below them."""
    title = ["DANH SÁCH ĐẢNG VIÊN"]
    return draw(file, Drawn([title, [], headings, *rows], merged=["A1:M1"]))


def rewrite(file: Path, parts: dict[str, bytes]) -> Path:
    """The same file with some parts of it replaced."""
    with zipfile.ZipFile(file) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (kept | parts).items():
            archive.writestr(name, content)
    return file
