"""The member at his workplace: enrolled, exempted, suspended, departed."""

from __future__ import annotations

from domain.refusals.refusal import Refusal

_MEMBERSHIP = "Quy định 294-QĐ/TW"
_EXEMPTION = "Hướng dẫn 33-HD/BTCTW, mục 1.1 và mục 1.2"
_ERASURE = "Luật 91/2025/QH15; nguyên tắc ghi sổ: xóa dữ liệu cá nhân phải hai người duyệt"


class LifeOutOfOrder(Refusal):
    """A member is born before he is admitted, admitted by the day on which he is made official.

    The dates themselves are nobody's business but the sender's: they are not among the facts.
    """

    title = "Ngày sinh, ngày vào Đảng, ngày chính thức không theo thứ tự"
    title_en = "The dates of birth, admission and full membership are out of order"
    clause = "Nguyên tắc ghi sổ: sinh ra rồi mới vào Đảng, vào Đảng rồi mới là chính thức"
    next_step = "Đối chiếu các ngày với lý lịch đảng viên và sửa ngày ghi sai."
    next_step_en = "Compare the dates with the member's file and mend the one that is wrong."


class MemberHasDeparted(Refusal):
    """Nothing new about a departed member is dated after the departure.

    Filing, closing, notices, answers and corrections are left.
    """

    title = "Đảng viên đã rời tổ chức trước ngày ấy"
    title_en = "The member had departed on that day"
    clause = (
        "Nguyên tắc ghi sổ: sau khi rời đi chỉ còn lưu, kết thúc, thông báo, trả lời, đính chính"
    )
    next_step = "Kiểm tra ngày trên giấy, hoặc đính chính việc rời đi nếu ghi sai."
    next_step_en = "Check the paper's date, or correct the departure if it is wrong."


class AlreadyEnrolled(Refusal):
    """A person is enrolled in one committee at a time."""

    title = "Đảng viên đang sinh hoạt ở một đảng bộ khác hoặc đã có trong danh sách"
    title_en = "The person is enrolled already"
    clause = _MEMBERSHIP
    next_step = "Ghi việc rời tổ chức trước (depart-member), rồi mới ghi việc đến."
    next_step_en = "Record the departure there first (depart-member), then the enrolment."


class NoIdOfAPerson(Refusal):
    """Ids that the record derives (version 5) are of letters, meetings, bodies, never of people.

    Whoever enrolled a person under one would stand in the way of the paper that it belongs to.
    """

    title = "Mã này là mã của giấy tờ hoặc tổ chức, không dùng cho người được"
    title_en = "The id is of a kind that papers and bodies have: it cannot be a person's"
    clause = "Nguyên tắc ghi sổ: mã UUID phiên bản 5 do sổ tính ra cho giấy tờ, cuộc họp, tổ chức"
    next_step = "Bỏ trống mã người (person), hoặc dùng mã UUID ngẫu nhiên (phiên bản 4)."
    next_step_en = "Leave the person's id out (person), or take a random UUID (version 4)."


class NotProbationary(Refusal):
    """Full membership is recognized for a probationary member only."""

    title = "Đảng viên không phải là đảng viên dự bị"
    title_en = "The member is not a probationary member"
    clause = _MEMBERSHIP
    next_step = "Kiểm tra hồ sơ; nếu ghi sai khi vào danh sách thì đính chính mục ấy."
    next_step_en = "Check the file; if the enrolment says it wrongly, correct that entry."


class AlreadySuspended(Refusal):
    """Activity is suspended once at a time."""

    title = "Đảng viên đang bị đình chỉ sinh hoạt"
    title_en = "The member's activity is suspended already"
    clause = _MEMBERSHIP
    next_step = "Ghi việc trở lại sinh hoạt trước, hoặc đính chính thời hạn đã ghi."
    next_step_en = "Record the resumption first, or correct the period on record."


class NotSuspended(Refusal):
    """A suspension ends only if it holds."""

    title = "Đảng viên không bị đình chỉ sinh hoạt vào ngày ấy"
    title_en = "The member's activity is not suspended on that day"
    clause = _MEMBERSHIP
    next_step = "Kiểm tra ngày và quyết định đình chỉ được nêu."
    next_step_en = "Check the day and the suspension that is named."


class NoSuchTransfer(Refusal):
    """A revocation names a transfer that was decided and stands."""

    title = "Không có quyết định điều động ấy"
    title_en = "No such transfer was decided"
    clause = _MEMBERSHIP
    next_step = "Nêu đúng quyết định điều động còn hiệu lực."
    next_step_en = "Name the transfer decision that stands."


class SameResidence(Refusal):
    """Declaring the same residence again is nothing new."""

    title = "Nơi cư trú này đã được kê khai"
    title_en = "This residence is declared already"
    clause = "Bài viết về Quy định 76, câu 9: “đảng viên có thay đổi về nơi ở”"
    next_step = "Không cần kê khai lại; nếu ghi sai thì đính chính mục cũ."
    next_step_en = "There is nothing to declare; if the entry is wrong, correct it."


class StayElsewhere(Refusal):
    """The number of a stay belongs to one receiving committee and its successors."""

    title = "Lần cư trú mang số này là ở nơi cư trú khác"
    title_en = "The stay of this number is under another committee"
    clause = "Nguyên tắc ghi sổ: một số cho một lần cư trú dưới một cấp ủy nơi cư trú"
    next_step = "Bỏ trống số lần cư trú (residence_no): sổ tự đánh số."
    next_step_en = "Leave the number out (residence_no): the record gives it."


class GroundUnknown(Refusal):
    """Grounds of exemption come from the rule set, each in its class."""

    title = "Bộ quy định không có lý do miễn này ở diện ấy"
    title_en = "The rule set has no such ground of exemption in that class"
    clause = _EXEMPTION
    next_step = "Chọn một lý do trong danh mục của bộ quy định; diện B chỉ ghi ON_FILE."
    next_step_en = "Choose a ground of the rule set; for class B it is ON_FILE only."


class ExemptionOverlaps(Refusal):
    """No two exemptions of a member hold at once."""

    title = "Đảng viên đang được miễn trong thời gian ấy"
    title_en = "Another exemption of the member covers those days"
    clause = _EXEMPTION
    next_step = "Kết thúc lần miễn trước (end-exemption), hoặc đặt ngày bắt đầu sau đó."
    next_step_en = "End the exemption before (end-exemption), or begin after it."


class ExemptionNeedsEnd(Refusal):
    """A temporary ground of exemption has an end."""

    title = "Lý do miễn này có thời hạn, phải ghi ngày hết"
    title_en = "This ground is temporary: an end is needed"
    clause = _EXEMPTION
    next_step = "Ghi ngày hết hạn miễn (until)."
    next_step_en = "Give the last day of the exemption (until)."


class NoSuchExemption(Refusal):
    """An exemption ends only if it holds."""

    title = "Không có lần miễn ấy, hoặc đã kết thúc"
    title_en = "No such exemption, or it has ended"
    clause = _EXEMPTION
    next_step = "Nêu đúng số của lần miễn còn hiệu lực."
    next_step_en = "Name the number of the exemption that holds."


class NotOurMember(Refusal):
    """A committee names, reviews and classifies its own members."""

    title = "Người này không phải đảng viên của đảng bộ (chi bộ) vào ngày ấy"
    title_en = "This is no member of the committee or cell on that day"
    clause = "Quy định 366-QĐ/TW; bài viết về Quy định 76, câu 7: “các đảng viên trong chi bộ”"
    next_step = "Bỏ người này khỏi danh sách, hoặc ghi việc vào danh sách trước."
    next_step_en = "Leave the person out, or enrol the member first."


class StillWorkingMember(Refusal):
    """The data of a person who is still enrolled are not erased."""

    title = "Chưa xóa được dữ liệu của đảng viên đang sinh hoạt ở đây"
    title_en = "The data of a member who is still enrolled are not erased"
    clause = _ERASURE
    next_step = "Chỉ xóa sau khi đảng viên đã rời tổ chức và hết thời hạn lưu."
    next_step_en = "Erase only after the departure and the term of keeping."


class PersonErased(Refusal):
    """Nothing personal is written about a person whose data were erased, and nothing begins."""

    title = "Dữ liệu cá nhân của người này đã được xóa"
    title_en = "This person's data have been erased"
    clause = _ERASURE
    next_step = "Không ghi thêm thông tin cá nhân; người trở lại sinh hoạt thì ghi với mã mới."
    next_step_en = "Write nothing personal any more; who comes back is enrolled under a new id."


class SecondApprovalMissing(Refusal):
    """Two different officers, secretary or deputy of the last committee, approve an erasure."""

    title = "Việc xóa dữ liệu cá nhân cần hai người duyệt khác nhau"
    title_en = "Two different officers approve an erasure"
    clause = _ERASURE
    next_step = "Xin người có thẩm quyền thứ hai duyệt."
    next_step_en = "Ask a second officer to approve."
