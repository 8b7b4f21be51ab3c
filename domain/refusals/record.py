"""What already stands on the record, and what a correction may touch."""

from __future__ import annotations

from domain.refusals.refusal import Refusal


class OtherFactsOnRecord(Refusal):
    """One paper, one set of facts: other facts about it are a correction."""

    title = "Giấy này đã vào sổ với nội dung khác"
    title_en = "The same paper stands on the record with other facts"
    clause = "Nguyên tắc ghi sổ: mỗi giấy một nội dung, nhập lại không sinh việc mới"
    next_step = "Nếu nội dung mới là đúng, đính chính mục đã ghi (correct-entry)."
    next_step_en = "If the new facts are right, correct the entry that stands (correct-entry)."


class NumberTaken(Refusal):
    """One number per issuer and year."""

    title = "Số giấy đã được dùng trong năm"
    title_en = "The paper number is taken in that year"
    clause = "Nguyên tắc ghi sổ: mỗi số một giấy cho mỗi tổ chức trong một năm"
    next_step = "Lấy số tiếp theo trong sổ công văn, hoặc kiểm tra giấy mang số này."
    next_step_en = "Take the next number of the register, or look at the paper that bears this one."


class StruckEntry(Refusal):
    """A struck entry bears nothing; the void of a void or of a correction undoes it."""

    title = "Mục này đã bị gạch bỏ"
    title_en = "The entry has been struck"
    clause = "Nguyên tắc đính chính: gạch để vẫn đọc được, ghi nội dung đúng bên cạnh"
    next_step = "Dựa vào mục còn hiệu lực, hoặc gạch bỏ chính việc gạch bỏ trước."
    next_step_en = "Rest on an entry in force, or void the voiding first."


class RestsOnIt(Refusal):
    """What bears other entries is struck last."""

    title = "Còn mục khác dựa vào mục này"
    title_en = "Other entries rest on this one"
    clause = "Nguyên tắc đính chính: gạch bỏ từ mục sau cùng trở về trước"
    next_step = "Gạch bỏ các mục dựa vào nó trước, rồi gạch bỏ mục này."
    next_step_en = "Void the entries that rest on it first, then this one."


class SubjectIsFixed(Refusal):
    """A wrong person or body is voided, not corrected."""

    title = "Không đính chính được người hoặc tổ chức mà mục này nói đến"
    title_en = "The person or body that an entry is about cannot be corrected"
    clause = "Nguyên tắc đính chính: sai người, sai tổ chức thì gạch bỏ và ghi mục mới"
    next_step = "Gạch bỏ mục sai (void-entry) và ghi mục mới cho đúng người, đúng tổ chức."
    next_step_en = "Void the wrong entry (void-entry) and enter a new one about the right subject."
