"""The meeting in which a residence cell agrees its comments."""

from __future__ import annotations

from domain.refusals.refusal import Refusal

_COLLECTIVE = (
    "Bài viết về Quy định 76, câu 35: “Trước khi nhận xét, đánh giá đảng viên sinh hoạt 76, "
    "cấp ủy nơi cư trú cần tổ chức họp lấy ý kiến tập thể cấp ủy”"
)


class WithoutCollectiveMeeting(Refusal):
    """A comment rests on a collective meeting of that cell, in that year, not after the draft."""

    title = "Bản nhận xét chưa qua họp lấy ý kiến tập thể"
    title_en = "No collective meeting stands behind the comment"
    clause = _COLLECTIVE
    next_step = (
        "Họp lấy ý kiến tập thể, ghi cuộc họp (hold-collective-meeting), rồi nêu cuộc họp ấy ở "
        "rests_on."
    )
    next_step_en = (
        "Hold and record the collective meeting (hold-collective-meeting), then name it in "
        "`rests_on`."
    )
    of_form = True
    defect = "NO_COLLECTIVE_MEETING"


class NotConsidered(Refusal):
    """The collective meeting considered the member that the comment is about."""

    title = "Cuộc họp tập thể được nêu không xét đảng viên này"
    title_en = "The collective meeting did not consider this member"
    clause = _COLLECTIVE
    next_step = "Nêu cuộc họp đã xét đảng viên này, hoặc họp xét bổ sung."
    next_step_en = "Name the meeting that considered the member, or hold one."
    of_form = True
    defect = "NO_COLLECTIVE_MEETING"


class NoQuorum(Refusal):
    """More than half of the committee sits in a collective meeting.

    Of a transcribed meeting the numbers ``sat`` and ``of`` say it themselves.
    """

    title = "Cuộc họp tập thể không quá nửa số cấp ủy viên dự"
    title_en = "Not more than half of the committee sat"
    clause = (
        "Nguyên tắc bộ quy định: quá nửa số cấp ủy viên; căn cứ: bài viết về Quy định 76, câu 35"
    )
    next_step = "Họp lại với quá nửa số cấp ủy viên dự."
    next_step_en = "Meet again with more than half sitting."
    of_form = True


class FrontAbsent(Refusal):
    """From Regulation 213 on the Front work committee sits in the collective meeting."""

    title = "Ban công tác mặt trận không dự cuộc họp tập thể"
    title_en = "The Front work committee did not sit in the collective meeting"
    clause = "Quy định 213-QĐ/TW, Điều 4(4)"
    next_step = "Họp cùng ban công tác mặt trận và ghi cuộc họp ấy."
    next_step_en = "Meet together with the Front work committee and record that meeting."
    of_form = True
    defect = "NO_FRONT"
