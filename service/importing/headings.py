"""Which column is which: headings as offices write them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from service.importing.vietnamese import plain
from service.importing.wording import UnreadableList

HEADINGS: dict[str, tuple[str, ...]] = {
    "full_name": ("Họ và tên", "Họ tên", "Họ và tên đảng viên", "Họ tên đảng viên"),
    "birth_date": ("Ngày sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Sinh ngày"),
    "sex": ("Giới tính", "Nam, nữ", "Nam/Nữ"),
    "admitted_on": ("Ngày vào đảng", "Ngày kết nạp", "Ngày vào đảng (dự bị)", "Ngày dự bị"),
    "official_on": ("Ngày chính thức", "Ngày công nhận chính thức", "Ngày vào đảng chính thức"),
    "cell": ("Chi bộ", "Chi bộ sinh hoạt", "Chi bộ đang sinh hoạt", "Sinh hoạt tại chi bộ"),
    "dwelling": ("Nơi ở", "Nơi ở hiện nay", "Địa chỉ", "Địa chỉ nơi ở", "Nơi cư trú"),
    "commune": ("Phường/Xã", "Xã/Phường", "Phường", "Xã", "Xã, phường, đặc khu"),
    "neighborhood": (
        "Khu dân cư",
        "Tổ dân phố",
        "Khu dân cư/Tổ dân phố",
        "Thôn/Tổ dân phố",
        "Thôn",
    ),
    "residence_cell": ("Chi bộ nơi cư trú", "Chi bộ nơi ở", "Chi bộ khu dân cư"),
    "household": ("Hộ", "Hộ gia đình", "Số hộ"),
    "letter_number": ("Số giấy giới thiệu", "Số giấy", "Số GGT", "Giấy giới thiệu số"),
    "letter_date": ("Ngày giấy giới thiệu", "Ngày giấy", "Ngày GGT"),
    "slip_date": ("Ngày phiếu báo", "Ngày nhận phiếu báo", "Phiếu báo ngày"),
}
NEEDED = ("full_name", "birth_date", "admitted_on", "cell")
LEAST_KNOWN = 3

_FIELD_OF = {plain(heading): field for field, names in HEADINGS.items() for heading in names}


def find_header(rows: Sequence[Sequence[Any]]) -> tuple[int, dict[str, int]]:
    """Find the header: the first row with three known headings; raise ``UnreadableList``.

    Gives the place of the row and, by field, that of its column: the first of two alike.
    """
    for place, row in enumerate(rows):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            if isinstance(cell, str) and (field := _FIELD_OF.get(plain(cell))):
                columns.setdefault(field, column)
        if len(columns) >= LEAST_KNOWN:
            _nothing_missing(columns)
            return place, columns
    raise UnreadableList(
        "Không tìm thấy hàng tiêu đề (cần ít nhất ba cột quen thuộc, như “Họ và tên”, “Ngày sinh”, "
        "“Ngày vào đảng”, “Chi bộ”).",
        "No header row was found (at least three known headings, such as “Họ và tên”).",
    )


def _nothing_missing(columns: dict[str, int]) -> None:
    missing = [f"“{HEADINGS[field][0]}”" for field in NEEDED if field not in columns]
    if missing:
        names = ", ".join(missing)
        raise UnreadableList(f"Thiếu cột: {names}.", f"Columns are missing: {names}.")
