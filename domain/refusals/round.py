"""The yearly round in which opinions are asked."""

from __future__ import annotations

from domain.refusals.refusal import Refusal

_FOCUSED = (
    "Bài viết về Quy định 76, câu 42: "
    "“Cấp ủy nơi công tác chủ động đề xuất lấy ý kiến một số đảng viên”"
)
_ROUND = "Quy định 213-QĐ/TW, Điều 3(4): “Định kỳ hằng năm tổ chức lấy ý kiến nhận xét”"


class NotOnFocusList(Refusal):
    """A focused round asks only for those named."""

    title = "Đảng viên không có trong danh sách đề xuất lấy ý kiến"
    title_en = "The member is not on the focus list"
    clause = _FOCUSED
    next_step = "Bổ sung đảng viên vào danh sách (name-focus-list) với lý do, rồi xin ý kiến."
    next_step_en = "Put the member on the list (name-focus-list) with the reason, then ask."


class RoundNotFocused(Refusal):
    """A focus list belongs to a focused round."""

    title = "Đợt lấy ý kiến năm nay lấy ý kiến tất cả đảng viên"
    title_en = "The round of that year is not a focused one"
    clause = _FOCUSED
    next_step = "Không cần danh sách đề xuất; xin ý kiến về tất cả đảng viên."
    next_step_en = "No list is needed; ask about every member."


class RoundAlreadyOpen(Refusal):
    """A committee opens one round a year."""

    title = "Đợt lấy ý kiến của năm này đã mở"
    title_en = "The round of that year is open already"
    clause = _ROUND
    next_step = "Dùng đợt đã mở; nếu ghi sai thì đính chính mục mở đợt."
    next_step_en = "Use that round; if it was entered wrongly, correct its opening."


class RoundNotOpen(Refusal):
    """A list is named and a round is closed only while the round is open."""

    title = "Đợt lấy ý kiến của năm này chưa mở hoặc đã kết thúc"
    title_en = "The round of that year is not open"
    clause = _ROUND
    next_step = "Mở đợt lấy ý kiến trước (open-round)."
    next_step_en = "Open the round first (open-round)."


class DatesOutOfOrder(Refusal):
    """The dates of a round follow one another: opened, asked, slips back, closed."""

    title = "Các ngày của đợt lấy ý kiến không đúng thứ tự"
    title_en = "The dates of the round do not follow one another"
    clause = (
        "Bài viết về Quy định 76, câu 44: “quy định cụ thể thời gian gửi và nhận phiếu nhận xét”"
    )
    next_step = "Xếp lại: mở đợt, xin ý kiến, nhận phiếu, kết thúc."
    next_step_en = "Put them in order: opening, asking, slips back, closing."
