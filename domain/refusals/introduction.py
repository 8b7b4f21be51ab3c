"""The letter, the slip and the link that they open between a member and a residence."""

from __future__ import annotations

from domain.refusals.refusal import Refusal

_LINK = "Bài viết về Quy định 76, câu 5: “tiếp nhận đảng viên về sinh hoạt”"
_LETTER = "Nguyên tắc ghi sổ: mỗi lúc một giấy giới thiệu cho một đảng viên ở một nơi cư trú"
_SLIP = "Bài viết về Quy định 76, câu 10: “tiếp nhận và có phiếu báo gửi về Đảng ủy cơ quan”"


class ExemptFromIntroduction(Refusal):
    """A member of class B is not introduced."""

    title = "Đảng viên thuộc diện miễn giới thiệu vào ngày ấy"
    title_en = "The member is exempt from introduction on that day"
    clause = "Hướng dẫn 33-HD/BTCTW, mục 1.2"
    next_step = "Không giới thiệu; khi hết diện miễn thì ghi việc hết miễn trước."
    next_step_en = "Do not introduce; once it is over, record the end of the exemption first."


class ResidenceUnknown(Refusal):
    """A letter needs a declared residence."""

    title = "Đảng viên chưa kê khai nơi cư trú"
    title_en = "The member has declared no residence"
    clause = "Bài viết về Quy định 76, câu 9: “đảng viên có thay đổi về nơi ở”"
    next_step = "Kê khai nơi cư trú trước (declare-residence)."
    next_step_en = "Declare the residence first (declare-residence)."


class LetterUnderWay(Refusal):
    """One letter at a time for one member and residence."""

    title = "Đã có giấy giới thiệu đang còn hiệu lực cho nơi cư trú này"
    title_en = "A letter for this residence is under way already"
    clause = _LETTER
    next_step = "Dùng giấy đang có, hoặc hủy giấy ấy (void-letter) rồi viết giấy mới."
    next_step_en = "Use that letter, or void it (void-letter) and write another."


class AfterFollowedFrom(Refusal):
    """Only what is older than the first day of the record is carried over."""

    title = "Giấy có sau ngày bắt đầu ghi sổ, không thuộc diện mang sang"
    title_en = "The letter is younger than the first day of the record: it is not carried over"
    clause = "Nguyên tắc ghi sổ: chỉ mang sang những gì có trước ngày bắt đầu theo dõi"
    next_step = "Ghi như giấy giới thiệu bình thường (issue-letter, return-slip)."
    next_step_en = "Enter it as an ordinary letter (issue-letter, return-slip)."


class LetterNeverArrived(Refusal):
    """Slip and forwarding rest on a letter that was received."""

    title = "Giấy giới thiệu chưa được tiếp nhận"
    title_en = "The letter has not been received"
    clause = _SLIP
    next_step = "Ghi việc tiếp nhận trước (receive-letter), hoặc ghi ngày tiếp nhận trên phiếu."
    next_step_en = "Record its receipt first (receive-letter), or give the day on the slip."


class LetterOutOfForce(Refusal):
    """A letter returned, voided or already received is not acted on again."""

    title = "Giấy giới thiệu không còn hiệu lực cho việc này"
    title_en = "The letter is no longer in force for this act"
    clause = _SLIP
    next_step = "Dùng lần giới thiệu sau cùng, hoặc viết giấy mới."
    next_step_en = "Use the latest letter, or write a new one."


class SlipNotReturned(Refusal):
    """What is filed is a slip that came back."""

    title = "Phiếu báo chưa gửi về"
    title_en = "The slip has not come back"
    clause = "Bài viết về Quy định 76, câu 12: “Văn phòng Đảng ủy lưu phiếu”"
    next_step = "Ghi phiếu báo trước (return-slip), rồi lưu."
    next_step_en = "Record the slip first (return-slip), then file it."


class LinkIsOpen(Refusal):
    """A letter that has opened a link is neither voided nor returned."""

    title = "Mối liên hệ đã được thiết lập theo giấy này"
    title_en = "The link under this letter is open"
    clause = _LINK
    next_step = "Kết thúc mối liên hệ (close-link) thay vì hủy hoặc trả lại giấy."
    next_step_en = "Close the link (close-link) instead of voiding or returning the letter."


class LinkIsClosed(Refusal):
    """A closed link is neither forwarded, placed nor closed again."""

    title = "Mối liên hệ đã kết thúc trước ngày ấy"
    title_en = "The link had closed on that day"
    clause = _LINK
    next_step = "Kiểm tra ngày, hoặc giới thiệu lại bằng giấy mới."
    next_step_en = "Check the day, or introduce anew with another letter."


class NotForwarded(Refusal):
    """Listing, group and monitor rest on a cell that the member was forwarded to."""

    title = "Đảng viên chưa được giới thiệu về chi bộ vào ngày ấy"
    title_en = "The member has not been forwarded to a cell on that day"
    clause = _LINK
    next_step = "Ghi việc giới thiệu về chi bộ trước (forward-member)."
    next_step_en = "Record the forwarding first (forward-member)."


class NoOpenLink(Refusal):
    """An opinion or a report is about a member with an open link; the year link may be closed."""

    title = "Đảng viên không có mối liên hệ nào đang mở vào ngày ấy"
    title_en = "The member has no open link on that day"
    clause = _LINK
    next_step = "Giới thiệu và tiếp nhận đảng viên trước, hoặc nêu mối liên hệ của năm ấy."
    next_step_en = "Introduce and receive the member first, or name the link of that year."


class NoSuchLink(Refusal):
    """Who acts on a link names one that was opened."""

    title = "Không có mối liên hệ ấy"
    title_en = "No such link"
    clause = _LINK
    next_step = "Kiểm tra mã mối liên hệ; nếu có từ trước thì ghi mang sang (carry-over-link)."
    next_step_en = "Check the link's id; if it is an old one, carry it over (carry-over-link)."


class NoGround(Refusal):
    """A notice or a closing rests on a change that happened."""

    title = "Không có thay đổi nào làm căn cứ cho việc này"
    title_en = "Nothing changed that this act could rest on"
    clause = _LINK
    next_step = "Ghi thay đổi của đảng viên trước (chuyển đi, đổi nơi ở, miễn, đình chỉ)."
    next_step_en = "Record the change first (departure, move, exemption, suspension)."


class MonitorNotOnCommittee(Refusal):
    """Who follows a member sits on the residence committee or the cell committee that day.

    On a transcribed paper the entry stands, and the member remains without a monitor in office.
    """

    title = "Người theo dõi không phải là cấp ủy viên vào ngày ấy"
    title_en = "The monitor does not sit on the committee on that day"
    clause = "Bài viết về Quy định 76, câu 6: “phân công cấp ủy viên thường xuyên theo dõi”"
    next_step = "Phân công một cấp ủy viên (chi ủy viên) đương nhiệm."
    next_step_en = "Assign a committee member who is in office."
    of_form = True
