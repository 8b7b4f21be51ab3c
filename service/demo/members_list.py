"""The Excel list of the office, as offices keep it: a title across, headings below, a total."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from service.demo.people import Member

TITLE = "DANH SÁCH ĐẢNG VIÊN GIỮ MỐI LIÊN HỆ VỚI NƠI CƯ TRÚ"
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
    "Ngày phiếu báo",
)
HEADER_ROW = 3
FIRST_ROW = HEADER_ROW + 1
EVERY = 4
"""Each fourth member's dates are typed as text: lists are seldom of one hand."""


def write_list(file: Path, committee: str, members: Sequence[Member]) -> None:
    """Write the list; a member's place in it is his place among the members."""
    with xlsxwriter.Workbook(str(file), {"default_date_format": "dd/mm/yyyy"}) as workbook:
        sheet = workbook.add_worksheet("Danh sách")
        bold = workbook.add_format({"bold": True, "align": "center"})
        sheet.merge_range(0, 0, 0, len(HEADINGS) - 1, committee.upper(), bold)
        sheet.merge_range(1, 0, 1, len(HEADINGS) - 1, TITLE, bold)
        sheet.write_row(HEADER_ROW, 0, HEADINGS, bold)
        for place, member in enumerate(members):
            sheet.write_row(FIRST_ROW + place, 0, _row(place, member))
        sheet.write(FIRST_ROW + len(members), 1, f"Tổng cộng: {len(members)} đồng chí")


def row_of(place: int) -> int:
    """Name the row in which Excel shows a member."""
    return FIRST_ROW + place + 1


def _row(place: int, member: Member) -> list[object]:
    home, letter = member.homes[0], member.letter
    days = [member.born_on, member.admitted_on, member.official_on]
    papers = [letter.dated, letter.slip_on] if letter else [None, None]
    born, admitted, official, dated, slip_on = (
        _typed(day) if day and place % EVERY == 0 else day for day in (*days, *papers)
    )
    return [
        place + 1,
        member.full_name,
        born,
        member.sex,
        admitted,
        official,
        (member.listed_cell or member.cell).name,
        home.dwelling,
        home.cell.neighborhood,
        home.ward.commune_unit,
        home.cell.name,
        letter.number if letter else None,
        dated,
        slip_on,
    ]


def _typed(day: date) -> str:
    return f"{day:%d/%m/%Y}"
