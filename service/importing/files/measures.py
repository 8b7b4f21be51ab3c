"""How big a list may be: whatever somebody else made is measured before it is believed."""

from __future__ import annotations

from service.importing.wording import UnreadableList

MOST_BYTES = 10 * 2**20
MOST_INFLATED = 50 * 2**20
MOST_CELLS = 1_000_000
MOST_PARTS = 1_000


def too_big() -> UnreadableList:
    """Say that a table is too big once it is laid out."""
    return UnreadableList(
        "Bảng quá lớn khi mở ra. Xóa các trang và ô thừa, chỉ giữ lại danh sách rồi lưu lại.",
        "The sheet is too big once unpacked. Delete stray sheets and cells and save it anew.",
    )


def too_many_bytes() -> UnreadableList:
    """Say that a file is too long to be opened at all."""
    return UnreadableList(
        f"Tệp lớn hơn {MOST_BYTES // 2**20} MB. Chỉ giữ lại trang danh sách rồi lưu lại.",
        f"The file is over {MOST_BYTES // 2**20} MB. Keep the sheet with the list only.",
    )
