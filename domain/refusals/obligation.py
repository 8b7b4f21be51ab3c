"""A duty put off, or a gap that can only be explained."""

from __future__ import annotations

from domain.refusals.refusal import Refusal

_GAP = "Nguyên tắc ghi sổ: việc quá hạn chỉ hết khi đã làm, hoặc khi giải trình được chấp nhận"


class SnoozeTooLong(Refusal):
    """A duty leaves the work list for a limited number of days (figure ``snooze.max_days``)."""

    title = "Thời gian tạm hoãn nhắc quá dài"
    title_en = "The duty is put off for too long"
    clause = "Nguyên tắc ghi sổ: tạm hoãn chỉ ẩn việc trong danh sách, không xóa việc quá hạn"
    next_step = "Chọn ngày gần hơn, trong giới hạn của bộ quy định."
    next_step_en = "Choose an earlier day, within the limit of the rule set."


class NotAGap(Refusal):
    """Only a duty past its due date and not settled is explained."""

    title = "Việc này chưa quá hạn hoặc đã xong"
    title_en = "This duty is not overdue, or it is settled"
    clause = _GAP
    next_step = "Không cần giải trình."
    next_step_en = "There is nothing to explain."


class AcceptedByOwner(Refusal):
    """An explanation is accepted by another than the one who owes the duty."""

    title = "Bên có trách nhiệm không thể tự chấp nhận giải trình của mình"
    title_en = "Who owes the duty cannot accept his own explanation"
    clause = _GAP
    next_step = "Để bên kia hoặc cấp trên chấp nhận giải trình."
    next_step_en = "Have the other side or the superior committee accept it."
