"""Meetings for introduced members: called, told, held, attended, followed up."""

from __future__ import annotations

from domain.refusals.refusal import Refusal

_REGULAR = "Bài viết về Quy định 76, câu 13: “tổ chức sinh hoạt cho đảng viên đang công tác”"
_TOLD = (
    "Bài viết về Quy định 76, câu 14: “chủ động thông báo trước (hoặc gửi giấy mời) ngày giờ họp”"
)
_ABSENT = (
    "Bài viết về Quy định 76, câu 34: “cần theo dõi số đảng viên vắng mặt các buổi sinh hoạt "
    "trong năm để nhắc nhở hoặc thông báo cho cấp ủy nơi công tác biết”"
)


class NotConvened(Refusal):
    """A meeting is called before it is held."""

    title = "Buổi sinh hoạt chưa được triệu tập"
    title_en = "The meeting was not convened"
    clause = _TOLD
    next_step = "Ghi việc triệu tập trước (convene-meeting)."
    next_step_en = "Record that it was called first (convene-meeting)."
    of_form = True
    defect = "NOT_CONVENED"


class HeldBeforeCalled(Refusal):
    """No meeting is held before the day on which it was called."""

    title = "Ngày họp trước ngày triệu tập"
    title_en = "The meeting is dated before it was called"
    clause = _TOLD
    next_step = "Đối chiếu ngày họp với ngày triệu tập và đính chính ngày ghi sai."
    next_step_en = "Compare the two dates and correct the one that is wrong."


class AfterTheMeeting(Refusal):
    """Notices go out before the meeting, not after it."""

    title = "Ngày báo họp sau ngày họp"
    title_en = "The notice is dated after the meeting"
    clause = _TOLD
    next_step = "Kiểm tra ngày gửi; không báo trước được thì giải trình (explain-gap)."
    next_step_en = "Check the date; if nobody was told in time, explain it (explain-gap)."


class MeetingIsOff(Refusal):
    """A cancelled meeting is neither told, held nor cancelled again."""

    title = "Buổi sinh hoạt đã hoãn, hủy"
    title_en = "The meeting was cancelled"
    clause = _REGULAR
    next_step = "Triệu tập buổi khác (convene-meeting)."
    next_step_en = "Call another meeting (convene-meeting)."


class AlreadyHeld(Refusal):
    """A meeting that was held is neither called nor cancelled."""

    title = "Buổi sinh hoạt đã họp"
    title_en = "The meeting has been held"
    clause = _REGULAR
    next_step = "Nếu ghi sai thì đính chính hoặc gạch bỏ mục đã ghi."
    next_step_en = "If the entry is wrong, correct or void it."


class NotHeld(Refusal):
    """Content is recorded of a meeting that was held."""

    title = "Buổi sinh hoạt chưa họp"
    title_en = "The meeting has not been held"
    clause = _REGULAR
    next_step = "Ghi buổi họp trước (hold-meeting)."
    next_step_en = "Record the meeting first (hold-meeting)."


class PeriodOutOfRange(Refusal):
    """A periodic meeting names its own half-year or an earlier one of its year.

    In the days of grace of January it may also name the last half of the year before.
    """

    title = "Kỳ sinh hoạt không khớp với ngày họp"
    title_en = "The half-year does not fit the day of the meeting"
    clause = "Quy định 213-QĐ/TW, Điều 4(3); bài viết về Quy định 76, câu 13: “2 lần trong một năm”"
    next_step = "Ghi kỳ 6 tháng của chính ngày họp, hoặc kỳ trước trong cùng năm."
    next_step_en = "Name the half-year of that day, or an earlier one of the same year."


class NotIntroducedHere(Refusal):
    """Notices and attendance are of members forwarded to that cell on that day.

    Members of class A may come as guests.
    """

    title = "Đảng viên không được giới thiệu về chi bộ này vào ngày ấy"
    title_en = "The member was not forwarded to this cell on that day"
    clause = "Quy định 213-QĐ/TW, Điều 4(2) và Điều 4(3)"
    next_step = "Bỏ khỏi danh sách, hoặc ghi việc giới thiệu về chi bộ trước (forward-member)."
    next_step_en = "Leave the member out, or record the forwarding first (forward-member)."


class PresentForAnother(Refusal):
    """Who did not come is REPRESENTED, never PRESENT."""

    title = "Người không đến họp không được ghi là có mặt"
    title_en = "Who did not come is not present"
    clause = "Bài viết về Quy định 76, câu 29: “chỉ tham gia sinh hoạt đại diện một người”"
    next_step = "Ghi REPRESENTED và nêu người đi thay (represented_by)."
    next_step_en = "Enter REPRESENTED and name who came instead (represented_by)."


class NotAbsent(Refusal):
    """Reminder, report and excuse need an absence."""

    title = "Đảng viên không vắng mặt ở buổi họp ấy"
    title_en = "The member was not absent from that meeting"
    clause = _ABSENT
    next_step = "Kiểm tra điểm danh của buổi họp được nêu."
    next_step_en = "Check the attendance of the meeting that is named."


class AttendanceKnown(Refusal):
    """A known entry is corrected, not recorded twice."""

    title = "Đảng viên này đã được điểm danh ở buổi họp ấy"
    title_en = "The attendance of this member is known already"
    clause = _ABSENT
    next_step = "Đính chính mục đã ghi (correct-entry), hoặc ghi vắng có lý do (excuse-absence)."
    next_step_en = "Correct the entry (correct-entry), or excuse the absence (excuse-absence)."


class ContentEmpty(Refusal):
    """The content of a meeting has one item at least."""

    title = "Nội dung sinh hoạt chưa có mục nào"
    title_en = "The content has no item"
    clause = (
        "Bài viết về Quy định 76, câu 15: "
        "“Nội dung các buổi sinh hoạt được cấp ủy chuẩn bị chu đáo”"
    )
    next_step = "Chọn ít nhất một mục nội dung."
    next_step_en = "Choose one item at least."
