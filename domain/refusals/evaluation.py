"""The slip: drafted, signed, confirmed, sent, received, filed."""

from __future__ import annotations

from domain.refusals.refusal import Refusal

_FORM = "Quy định 213-QĐ/TW, Điều 2; Hướng dẫn 33-HD/BTCTW, mẫu phiếu nhận xét"
_SLIP = (
    "Bài viết về Quy định 76, câu 19: "
    "“cấp ủy địa phương gửi bản nhận xét, đánh giá đảng viên cho Đảng ủy cơ quan”"
)
_SIGNED = (
    "Bài viết về Quy định 76, câu 41: “cấp ủy phải ký, đóng dấu xác nhận chữ ký "
    "đồng chí bí thư hoặc phó bí thư chi bộ vào bản nhận xét”"
)
_FILED = (
    "Bài viết về Quy định 76, câu 8: "
    "“được chi bộ tổng hợp gửi Đảng ủy cơ quan để lưu hồ sơ đảng viên”"
)


class FormNotFilled(Refusal):
    """Each criterion of the form has one of its levels."""

    title = "Phiếu nhận xét còn tiêu chí chưa có mức hợp lệ"
    title_en = "A criterion of the form has none of its levels"
    clause = _FORM
    next_step = "Chọn một mức cho mỗi tiêu chí của mẫu phiếu."
    next_step_en = "Choose one of the levels for each criterion of the form."
    of_form = True
    defect = "LEVEL_MISSING"


class WrongForm(Refusal):
    """The slip is written on the form in force for that member on that day."""

    title = "Phiếu nhận xét không theo mẫu đang áp dụng cho đảng viên này"
    title_en = "The slip is not on the form in force for this member"
    clause = _FORM
    next_step = "Viết lại theo mẫu của bộ quy định đang có hiệu lực."
    next_step_en = "Write it again on the form of the rule set in force."
    of_form = True
    defect = "WRONG_FORM"


class NotAsked(Refusal):
    """Only the yearly comment may be written unasked; any other needs a request."""

    title = "Không có phiếu xin ý kiến cho lần nhận xét này"
    title_en = "Nobody asked for this opinion"
    clause = _SLIP
    next_step = "Gửi phiếu xin ý kiến trước (request-evaluation), hoặc gửi ý kiến phản ánh."
    next_step_en = "Ask for it first (request-evaluation), or send a report of your own."


class SecondEvaluation(Refusal):
    """There is one evaluation for a link, a purpose and a year."""

    title = "Đã có bản nhận xét cho mối liên hệ, mục đích và năm này"
    title_en = "There is an evaluation for this link, purpose and year"
    clause = _SLIP
    next_step = "Dùng bản đã có; nếu cần sửa thì trả lại để bổ sung (return-evaluation)."
    next_step_en = "Use that one; to have it mended, return it (return-evaluation)."


class AlreadySigned(Refusal):
    """A comment is drafted again only until it is signed, or after it was returned."""

    title = "Bản nhận xét đã ký"
    title_en = "The evaluation is signed"
    clause = _SLIP
    next_step = "Chỉ viết lại khi nơi công tác đã trả lại bản nhận xét (return-evaluation)."
    next_step_en = "It may be written again once the workplace returns it (return-evaluation)."


class AlreadySent(Refusal):
    """A request is withdrawn only until the opinion was sent."""

    title = "Bản nhận xét đã gửi đi"
    title_en = "The evaluation has been sent"
    clause = _SLIP
    next_step = "Nhận bản nhận xét; không rút yêu cầu được nữa."
    next_step_en = "Receive it; the request can no longer be withdrawn."


class NotDrafted(Refusal):
    """What is signed was drafted."""

    title = "Chưa có dự thảo nhận xét"
    title_en = "The evaluation is not drafted"
    clause = _SIGNED
    next_step = (
        "Chi bộ nơi cư trú dự thảo trước (draft-evaluation); phiếu đến bằng giấy thì nhập kèm "
        "slip và transcribed."
    )
    next_step_en = (
        "The residence cell drafts it first (draft-evaluation); a slip on paper is entered with "
        "`slip` and `transcribed`."
    )


class NotSigned(Refusal):
    """What is confirmed or sent was signed on behalf of the cell."""

    title = "Bản nhận xét chưa được thay mặt chi bộ ký"
    title_en = "The evaluation is not signed on behalf of the cell"
    clause = _SIGNED
    next_step = "Để bí thư hoặc phó bí thư chi bộ ký trước (sign-evaluation)."
    next_step_en = "Have the cell secretary or deputy sign first (sign-evaluation)."
    of_form = True
    defect = "UNSIGNED"


class NotConfirmed(Refusal):
    """What is sent was confirmed by the residence committee."""

    title = "Bản nhận xét chưa được cấp ủy nơi cư trú xác nhận"
    title_en = "The evaluation is not confirmed by the residence committee"
    clause = _SIGNED
    next_step = "Để cấp ủy xác nhận chữ ký và đóng dấu trước (confirm-evaluation)."
    next_step_en = "Have the committee confirm and seal it first (confirm-evaluation)."
    of_form = True
    defect = "UNCONFIRMED"


class NotReceived(Refusal):
    """Returning, consolidating, disclosing and feedback rest on a slip received."""

    title = "Bản nhận xét chưa đến nơi công tác"
    title_en = "The evaluation has not been received"
    clause = _FILED
    next_step = "Ghi việc nhận bản nhận xét trước (receive-evaluation)."
    next_step_en = "Record its receipt first (receive-evaluation)."


class NotConsolidated(Refusal):
    """What is filed was passed up by the workplace cell."""

    title = "Chi bộ chưa tổng hợp gửi bản nhận xét"
    title_en = "The cell has not passed the evaluation up"
    clause = _FILED
    next_step = "Để chi bộ tổng hợp gửi Đảng ủy trước (consolidate-evaluations)."
    next_step_en = "Have the cell pass it up first (consolidate-evaluations)."


class AlreadyFiled(Refusal):
    """A filed evaluation is not returned."""

    title = "Bản nhận xét đã lưu hồ sơ"
    title_en = "The evaluation is filed"
    clause = _FILED
    next_step = "Nếu nội dung ghi sai thì đính chính (correct-entry)."
    next_step_en = "If it was entered wrongly, correct the entry (correct-entry)."


class NothingProposed(Refusal):
    """What is resolved is a proposal that the slip makes."""

    title = "Bản nhận xét không có đề nghị nào"
    title_en = "The evaluation proposes nothing"
    clause = (
        "Bài viết về Quy định 76, câu 38: “biểu dương những gương tổ chức đảng, "
        "đảng viên điển hình, kịp thời xử lý những tổ chức đảng, đảng viên có sai phạm”"
    )
    next_step = "Kiểm tra lại bản nhận xét được nêu."
    next_step_en = "Check the evaluation that is named."
