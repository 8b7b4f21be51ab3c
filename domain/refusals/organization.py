"""Bodies, their tree and their offices; to whom papers go; figures set locally."""

from __future__ import annotations

from domain.refusals.refusal import Refusal

_SUCCESSION = "Hướng dẫn 31-HD/BTCTW, Quy định 298-QĐ/TW"
_RECEIVER = "Quy định 213-QĐ/TW, Điều 4(1)"
_FIGURES = "Nguyên tắc bộ quy định: số liệu có căn cứ thì giữ nguyên, số liệu để mở thì tự định"


class OrganizationEnded(Refusal):
    """A body acts and receives until its last day; then its successor does."""

    title = "Tổ chức đảng này đã kết thúc hoạt động vào ngày ấy"
    title_en = "The body had ended on that day"
    clause = _SUCCESSION
    next_step = "Dùng tổ chức kế thừa, hoặc ghi việc kế thừa nếu chưa có."
    next_step_en = "Use its successor, or record the succession if there is none yet."


class SuccessorUnknown(Refusal):
    """A succession names a body that stands in the register on that day."""

    title = "Chưa có tổ chức kế thừa trong danh sách vào ngày ấy"
    title_en = "The successor does not stand in the register on that day"
    clause = _SUCCESSION
    next_step = "Ghi tên tổ chức kế thừa vào danh sách trước (register-organization)."
    next_step_en = "Register the successor first (register-organization)."


class OfficeTaken(Refusal):
    """A body has one secretary at a time."""

    title = "Chức vụ bí thư của tổ chức này đang có người giữ"
    title_en = "The body has a secretary on that day"
    clause = "Hướng dẫn 31-HD/BTCTW, Quy định 298-QĐ/TW: mỗi tổ chức một bí thư"
    next_step = "Ghi việc thôi giữ chức của người trước (relieve-officer), rồi phân công."
    next_step_en = "Relieve the officer before (relieve-officer), then appoint."


class NoSuchAppointment(Refusal):
    """An end names an appointment of that person to that office of the same body."""

    title = "Tổ chức này không có mục phân công ấy cho người và chức vụ đó"
    title_en = "The body has no such appointment of that person to that office"
    clause = "Hướng dẫn 31-HD/BTCTW, Quy định 298-QĐ/TW: mỗi chức vụ theo một quyết định"
    next_step = "Dùng mã của mục appoint-officer đã ghi, đúng người và đúng chức vụ."
    next_step_en = "Name the entry of appoint-officer, with its person and its office."


class ParentUnknown(Refusal):
    """A body is placed under a body that stands in the register on that day."""

    title = "Chưa có tổ chức đảng cấp trên trong danh sách vào ngày ấy"
    title_en = "The superior body does not stand in the register on that day"
    clause = _SUCCESSION
    next_step = "Ghi tên tổ chức cấp trên vào danh sách trước (register-organization)."
    next_step_en = "Register the superior body first (register-organization)."


class TreeLoop(Refusal):
    """The tree is a tree: no body stands above itself."""

    title = "Một tổ chức không thể trực thuộc chính mình hoặc tổ chức cấp dưới của mình"
    title_en = "A body cannot stand under itself or under a body of its own"
    clause = _SUCCESSION
    next_step = "Chọn tổ chức cấp trên khác."
    next_step_en = "Choose another superior body."


class UnknownRuleSet(Refusal):
    """A rule set that is adopted, or that a question is asked under, is one that was read."""

    title = "Không có bộ quy định này"
    title_en = "There is no such rule set"
    clause = "Nguyên tắc bộ quy định: mỗi bộ quy định một mã, có ngày hiệu lực, không sửa lại"
    next_step = "Chọn một trong các bộ quy định đang có."
    next_step_en = "Choose one of the rule sets that there are."


class UnknownFigure(Refusal):
    """Local figures exist in the rule set, and have a value of its unit."""

    title = "Bộ quy định không có số liệu này, hoặc giá trị không đúng đơn vị"
    title_en = "The rule set has no such figure, or the value is not of its unit"
    clause = _FIGURES
    next_step = "Chọn số liệu có trong bộ quy định và ghi đúng đơn vị."
    next_step_en = "Choose a figure of the rule set and give a value of its unit."


class FigureFixedByRegulation(Refusal):
    """A figure that has a source is not open to local decision."""

    title = "Số liệu này do quy định ấn định, không tự định được"
    title_en = "The regulation fixes this figure; it is not open to local decision"
    clause = _FIGURES
    next_step = "Bỏ số liệu này khỏi danh sách, chỉ giữ những số liệu để mở."
    next_step_en = "Leave this figure out; keep only those that are open."


class NoSuchAgreement(Refusal):
    """An end names an agreement of the same two committees."""

    title = "Hai cấp ủy không có quy chế phối hợp này"
    title_en = "The two committees have no such agreement"
    clause = "Bài viết về Quy định 76, câu 39: “xây dựng quy chế phối hợp”"
    next_step = "Dùng mã của mục agree-coordination giữa hai cấp ủy này."
    next_step_en = "Name the entry of agree-coordination between these two committees."


class AddresseeNotReceiver(Refusal):
    """Papers go to a body that receives members at their residence on that date."""

    title = "Nơi gửi đến không phải là tổ chức tiếp nhận đảng viên vào ngày ấy"
    title_en = "The addressee does not receive members on that date"
    clause = _RECEIVER
    next_step = "Chọn đảng ủy (chi ủy) nơi cư trú tiếp nhận vào ngày ấy."
    next_step_en = "Choose the residence committee that receives on that date."


class AddresseeNotWorkplace(Refusal):
    """Who should introduce a member is asked at a body that introduces members."""

    title = "Nơi được đề nghị không phải là tổ chức giới thiệu đảng viên"
    title_en = "The body that is asked does not introduce members"
    clause = _RECEIVER
    next_step = "Chọn đảng ủy (chi ủy) nơi đảng viên công tác."
    next_step_en = "Choose the committee where the member works."


class NotReceiver(Refusal):
    """Only a body that receives members asks for a letter about one."""

    title = "Tổ chức này không tiếp nhận đảng viên về nơi cư trú"
    title_en = "This body does not receive members at their residence"
    clause = _RECEIVER
    next_step = "Để đảng ủy (chi ủy) nơi cư trú đề nghị."
    next_step_en = "Let the residence committee ask."


class WrongBody(Refusal):
    """A letter is received by the body that it is addressed to, or by its successor."""

    title = "Giấy giới thiệu gửi đến tổ chức khác"
    title_en = "The letter is addressed to another body"
    clause = _RECEIVER
    next_step = "Trả lại giấy với lý do WRONG_BODY (return-letter), hoặc chuyển đúng nơi nhận."
    next_step_en = "Return it with the reason WRONG_BODY (return-letter), or pass it on."


class CellNotUnderBody(Refusal):
    """A member goes to a cell that the committee has on that day."""

    title = "Chi bộ này không trực thuộc tổ chức ấy vào ngày ấy"
    title_en = "The cell does not stand under that body on that day"
    clause = _RECEIVER
    next_step = "Chọn một chi bộ trực thuộc, hoặc ghi việc chuyển chi bộ về trực thuộc."
    next_step_en = "Choose a cell of that body, or record where the cell now belongs."


class GroupNotInCell(Refusal):
    """A member goes to a Party group of the cell that he is in."""

    title = "Tổ đảng này không thuộc chi bộ của đảng viên vào ngày ấy"
    title_en = "The Party group is not one of the member's cell on that day"
    clause = "Bài viết về Quy định 76, câu 5: “giới thiệu đảng viên về các tổ đảng”"
    next_step = "Chọn một tổ đảng của chi bộ đã tiếp nhận đảng viên."
    next_step_en = "Choose a Party group of the cell that the member was forwarded to."
