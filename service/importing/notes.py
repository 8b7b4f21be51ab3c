"""What is said about a file as a whole: what was passed over, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from service.importing.files.sheet import Sheet
from service.importing.finding import best_guess
from service.importing.header import Header
from service.importing.headings import FIELDS
from service.importing.table import PassedOver, Table
from service.importing.wording import Said, UnreadableList, column_letters

_TOTAL = re.compile(
    r"(?:tổng(?: cộng| số)?|danh sách(?: này)? có)\D*?(\d+)\s*"
    r"(?:đồng chí|đảng viên|người|đ/c|đ\.c|đv)",
    re.IGNORECASE,
)


def hidden_sheet(name: str) -> Said:
    """Say that a sheet is not read because nobody sees it."""
    return Said(
        f"Trang “{name}” đang ẩn, không đọc. Cần đọc thì bỏ ẩn hoặc dùng --sheet.",
        f"Sheet “{name}” is hidden and not read. Show it, or name it by --sheet.",
    )


def no_list(name: str, table: Table | None) -> Said:
    """Say that a sheet is not read because it is no list of members."""
    lacking = f"thiếu cột {_missing(table.header)}" if table else "không thấy hàng tiêu đề"
    return Said(
        f"Trang “{name}” không phải danh sách đảng viên, không đọc: {lacking}.",
        f"Sheet “{name}” is no list of members and is not read.",
    )


def other_letters(name: str) -> Said:
    """Say that the texts were read as other letters than they are stored as."""
    return Said(
        f"Chữ theo bảng mã {name}, đã đọc ra Unicode: xem lại vài tên.",
        f"The text is in {name} and was read as Unicode: look at some names.",
    )


def passed_over(table: Table, members: int) -> Iterator[Said]:
    """Say what was passed over, and where a total is another number than of the members read.

    ``members`` are those of the whole file: a total may count either.
    """
    for passed in table.passed_over:
        at = _at(passed, table.sheet.name)
        yield Said(
            f"{at.vi} không phải đảng viên, bỏ qua: “{passed.text}”.",
            f"{at.en} is no member and passed over: “{passed.text}”.",
        )
        counted = _TOTAL.search(passed.text)
        if counted and int(counted[1]) not in {len(table.lines), members}:
            yield Said(
                f"{at.vi} ghi tổng {counted[1]}, đọc được {len(table.lines)} đảng viên. "
                "Kiểm tra các hàng bỏ qua.",
                f"{at.en} counts {counted[1]}, and {len(table.lines)} members were read. "
                "Look at the rows passed over.",
            )


def no_header(sheets: Sequence[Sheet], tables: Sequence[Table]) -> UnreadableList:
    """Say what comes nearest to a list, and which of its headings were not understood.

    ``tables`` are those with a header that lacks columns.
    """
    nearest = max(_guesses(sheets, tables), key=lambda found: found[1].known, default=None)
    if nearest is None:
        return UnreadableList("Tệp không có ô nào có chữ.", "No cell of the file has a text.")
    name, header = nearest
    missing = _missing(header)
    vi, en = ("Không tìm thấy hàng tiêu đề của danh sách", "No header row was found")
    if tables:
        vi, en = f"Thiếu cột: {missing}", f"Columns are missing: {missing}"
    at = _at(PassedOver(header.first + 1, ""), name)
    understood = [f"{column_letters(c.place)} “{c.text}”" for c in header.columns if c.field]
    unread = [f"{column_letters(c.place)} “{c.text}”" for c in header.unread]
    return UnreadableList(
        f"{vi}. {at.vi}: đã hiểu {_listed(understood, 'không cột nào')}; chưa hiểu "
        f"{_listed(unread, 'không cột nào')}. Cần ít nhất “Họ và tên”, “Ngày sinh”, “Ngày vào "
        "Đảng”: sửa tiêu đề rồi nhập lại.",
        f"{en}. {at.en}: understood {_listed(understood, 'none')}; not understood "
        f"{_listed(unread, 'none')}. Needed are “Họ và tên”, “Ngày sinh”, “Ngày vào Đảng”.",
    )


def _guesses(sheets: Sequence[Sheet], tables: Sequence[Table]) -> Iterator[tuple[str, Header]]:
    if tables:
        yield from ((table.sheet.name, table.header) for table in tables)
        return
    for sheet in sheets:
        if guess := best_guess(sheet):
            yield sheet.name, guess


def _at(passed: PassedOver, sheet: str) -> Said:
    vi, en = f"Hàng {passed.row}", f"Row {passed.row}"
    return Said(f"{vi} (trang “{sheet}”)", f"{en} (sheet “{sheet}”)") if sheet else Said(vi, en)


def _missing(header: Header) -> str:
    return ", ".join(f"“{FIELDS[field].name.vi}”" for field in header.missing)


def _listed(columns: list[str], none: str) -> str:
    return ", ".join(columns) or none
