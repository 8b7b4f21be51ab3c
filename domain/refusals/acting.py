"""Who may act, on which day, for which side, in which office."""

from __future__ import annotations

from domain.refusals.refusal import Refusal


class FutureDate(Refusal):
    """No act is dated after the day of entry."""

    title = "Ngày ghi trên giấy sau ngày nhập"
    title_en = "The act is dated after the day of entry"
    clause = "Nguyên tắc ghi sổ: việc mang ngày trên giấy, sổ ghi ngày biết việc ấy"
    next_step = "Kiểm tra lại ngày, hoặc chờ đến ngày ấy rồi nhập."
    next_step_en = "Check the date, or enter the act on or after its day."


class BeforeItsGround(Refusal):
    """No act is dated before the event that it rests on."""

    title = "Ngày ghi trên giấy trước ngày của việc làm căn cứ"
    title_en = "The act is dated before the event that it rests on"
    clause = "Nguyên tắc ghi sổ: việc mang ngày trên giấy, căn cứ đi trước việc dựa vào nó"
    next_step = "Đối chiếu hai ngày và đính chính ngày nào ghi sai."
    next_step_en = "Compare the two dates and correct the one that is wrong."


class OutsideYourSide(Refusal):
    """An officer acts for his own side, body and members."""

    title = "Việc này không thuộc bên, tổ chức hoặc đảng viên của đồng chí"
    title_en = "The act belongs to another side, body or member than yours"
    clause = "Nguyên tắc phân quyền: mỗi bên làm phần việc của mình; Luật 91/2025/QH15"
    next_step = "Chuyển việc cho tổ chức có thẩm quyền, hoặc nhập giấy của bên kia theo bản sao."
    next_step_en = "Leave it to the body concerned, or transcribe that side's paper."


class NotVisible(Refusal):
    """What an officer may not see is, to him, not there."""

    title = "Không tìm thấy"
    title_en = "Not found"
    clause = "Nguyên tắc phân quyền: ai xem được gì; Luật 91/2025/QH15"
    next_step = "Kiểm tra lại mã, hoặc hỏi tổ chức đang quản lý hồ sơ."
    next_step_en = "Check the id, or ask the body that keeps the file."


class ReadByAdministrator(Refusal):
    """An administrator keeps bodies, officers and tokens, and reads nothing about members."""

    title = "Người quản trị không xem dữ liệu về đảng viên"
    title_en = "An administrator reads nothing about members"
    clause = "Nguyên tắc phân quyền: quản trị ghi tổ chức, chức vụ, mã truy cập; Luật 91/2025/QH15"
    next_step = (
        "Hỏi bằng mã truy cập của người giữ chức vụ trong tổ chức (lienhe token --officer … "
        "--organization …); quản trị xem được /api/organizations."
    )
    next_step_en = (
        "Ask with the token of an officer of the body (lienhe token --officer … "
        "--organization …); an administrator may read /api/organizations."
    )


class WithoutOffice(Refusal):
    """Who holds no office in his body today asks nothing for it."""

    title = "Hôm nay đồng chí không giữ chức vụ nào trong tổ chức này"
    title_en = "You hold no office in this body today"
    clause = "Nguyên tắc phân quyền: quyền xem theo chức vụ đang giữ; Luật 91/2025/QH15"
    next_step = (
        "Ghi việc phân công còn thiếu (appoint-officer), hoặc dùng mã của người đương nhiệm."
    )
    next_step_en = "Record the appointment that is missing (appoint-officer), or ask an officer."


class ReadByResidence(Refusal):
    """What a yearly review rests on is read at the workplace, which holds it."""

    title = "Căn cứ xếp loại hằng năm chỉ nơi công tác xem"
    title_en = "What a yearly review rests on is read by the workplace only"
    clause = "Nguyên tắc phân quyền: nơi công tác xếp loại đảng viên; Quy định 366-QĐ/TW"
    next_step = "Xem nhận xét của bên mình tại /api/members/<mã>/chronicle."
    next_step_en = "See your own side's opinion in /api/members/<id>/chronicle."


class TranscribedWithoutPaper(Refusal):
    """Acting for the other side needs its paper's kind, date, and number or digest."""

    title = "Nhập thay bên kia mà không ghi giấy làm căn cứ"
    title_en = "Entered for the other side without naming its paper"
    clause = "Nguyên tắc ghi sổ: nhập thay phải nêu loại giấy, ngày, số hoặc mã băm bản quét"
    next_step = "Ghi loại giấy, ngày giấy, ngày đến và số giấy (hoặc mã băm của bản quét)."
    next_step_en = "Give the paper's kind, date, day of arrival, and number or digest of the scan."


class SecretMaterial(Refusal):
    """Secret papers, and identity, papers and grounds of class B, are not taken in."""

    title = "Tài liệu mật hoặc thông tin của diện miễn giới thiệu không được đưa vào sổ"
    title_en = "Secret material, or data about a member of class B, is not taken in"
    clause = "Danh mục bí mật nhà nước của Đảng; Hướng dẫn 33-HD/BTCTW, mục 1.2"
    next_step = "Chỉ ghi mã và lý do “có hồ sơ lưu” (ON_FILE); bỏ tên, giấy tờ và căn cứ."
    next_step_en = "Record an id and the ground ON_FILE only; leave out names, papers and reasons."


class NotInOffice(Refusal):
    """The signer held that office in that body on the paper's date."""

    title = "Chưa nêu người ký, hoặc người ký không giữ chức vụ ấy vào ngày ghi trên giấy"
    title_en = "No signer is named, or the signer did not hold that office on the paper's date"
    clause = "Bài viết về Quy định 76, câu 11: “đồng chí bí thư hoặc phó bí thư ký, đóng dấu”"
    next_step = (
        "Nêu bí thư hoặc phó bí thư đương nhiệm đã ký, hoặc ghi việc phân công còn thiếu "
        "(appoint-officer)."
    )
    next_step_en = (
        "Name the secretary or deputy of that day who signed, or record the appointment that is "
        "missing (appoint-officer)."
    )
    of_form = True
    defect = "NOT_IN_OFFICE"


class Unsealed(Refusal):
    """A letter and a confirmation bear the seal."""

    title = "Giấy chưa được đóng dấu"
    title_en = "The paper bears no seal"
    clause = (
        "Bài viết về Quy định 76, câu 11 và câu 41: "
        "“cấp ủy phải ký, đóng dấu xác nhận chữ ký đồng chí bí thư hoặc phó bí thư chi bộ”"
    )
    next_step = "Đóng dấu vào giấy rồi nhập lại."
    next_step_en = "Have the paper sealed, then enter it again."
    of_form = True
    defect = "UNSEALED"
