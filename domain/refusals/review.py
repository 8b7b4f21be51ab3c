"""The workplace's review and classification; rosters compared."""

from __future__ import annotations

from domain.refusals.refusal import Refusal

_CLASSIFICATION = (
    "Quy định 366-QĐ/TW; bài viết về Quy định 76, câu 7: “để chi bộ nhận xét, "
    "đánh giá và phân loại chất lượng đảng viên”"
)


class WrongCommittee(Refusal):
    """The body competent for the member on the day decides the classification."""

    title = "Tổ chức này không có thẩm quyền xếp loại đảng viên vào ngày ấy"
    title_en = "This body is not the one to classify the member on that day"
    clause = _CLASSIFICATION
    next_step = "Để tổ chức có thẩm quyền vào ngày ấy quyết định."
    next_step_en = "Let the body that is competent on that day decide."


class LevelUnknown(Refusal):
    """A classification is one of the levels of the rule set."""

    title = "Bộ quy định không có mức xếp loại này"
    title_en = "The rule set has no such level of classification"
    clause = _CLASSIFICATION
    next_step = "Chọn một trong các mức xếp loại của bộ quy định."
    next_step_en = "Choose one of the levels of the rule set."


class AlreadyDecided(Refusal):
    """A member is classified once a year."""

    title = "Đảng viên đã được xếp loại năm này"
    title_en = "The member has been classified for that year"
    clause = _CLASSIFICATION
    next_step = "Nếu quyết định đã ghi sai hoặc được thay thì đính chính (correct-entry)."
    next_step_en = "If the decision on record is wrong, correct it (correct-entry)."


class NoSuchDifference(Refusal):
    """An answer names a difference between the two lists."""

    title = "Không có chênh lệch ấy giữa hai danh sách"
    title_en = "No such difference between the two lists"
    clause = "Nguyên tắc ghi sổ: mỗi bên nêu danh sách của mình, chênh lệch suy ra từ hai danh sách"
    next_step = "Xem lại các chênh lệch của lần đối chiếu sau cùng."
    next_step_en = "Look at the differences of the latest comparison."
