"""Reports, notices of absence, requests for a letter: each answered once."""

from __future__ import annotations

from domain.refusals.refusal import Refusal


class NoSuchReport(Refusal):
    """An answer names a notice of absence, a report or a request that is on record."""

    title = "Không có thông báo vắng mặt, ý kiến phản ánh hoặc đề nghị ấy"
    title_en = "No such notice of absence, report or request"
    clause = (
        "Bài viết về Quy định 76, câu 34: “thông báo cho cấp ủy nơi công tác biết”; "
        "câu 43: “chủ động gửi ý kiến phản ánh”"
    )
    next_step = (
        "Nêu đúng giấy cần trả lời, hoặc nhập giấy ấy trước "
        "(report-absence, send-report, ask-for-letter)."
    )
    next_step_en = (
        "Name the paper to be answered, or enter it first "
        "(report-absence, send-report, ask-for-letter)."
    )


class AlreadyAnswered(Refusal):
    """A report or a request is answered once."""

    title = "Ý kiến này đã được trả lời"
    title_en = "The report or request has been answered"
    clause = "Nguyên tắc ghi sổ: mỗi ý kiến một câu trả lời"
    next_step = "Nếu câu trả lời ghi sai thì đính chính (correct-entry)."
    next_step_en = "If the answer is wrong, correct it (correct-entry)."
