"""What the service answers, in both languages and in the words of an office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from domain import refusals
from domain.refusals import Refusal
from service.importing.wording import Said, ServiceFailure
from service.problems import Words
from service.wordings import UNEXPECTED, WORDINGS

_UNAUTHORIZED = 401
_FIELDS = {
    "full_name": "full_name",
    "birth_date": "birth_date",
    "sex": "sex",
    "admitted_on": "admitted_on",
    "official_on": "official_on",
    "cell": "cell",
    "body": "commune",
    "neighborhood": "neighborhood",
    "dwelling": "dwelling",
    "household": "household",
    "letter_number": "letter_number",
    "letter_date": "letter_date",
    "slip_date": "slip_date",
}
_WORDINGS = {kind.__name__: words for kind, words in WORDINGS.items()}

ENROL, DECLARE, CARRY_OVER = "enroll-member", "declare-residence", "carry-over-link"

_ON_RECORD = {
    ENROL: Said(
        "đảng viên đã có trong hệ thống nhưng họ tên, giới tính, ngày chính thức hoặc chi bộ ghi "
        "khác. Nhập danh sách không sửa điều đã ghi: nếu danh sách đúng thì đính chính "
        "(correct-entry) hoặc chuyển chi bộ (assign-cell), rồi bỏ hàng này.",
        "the member is on record with another spelling, sex, date of full membership or cell. An "
        "import changes nothing on record: correct it there (correct-entry, assign-cell).",
    ),
    DECLARE: Said(
        "đảng viên đã có nơi ở khác trong hệ thống. Nếu đã chuyển nhà thì ghi nơi ở mới kèm ngày "
        "chuyển (declare-residence); nếu ghi sai thì đính chính (correct-entry).",
        "another dwelling is on record. Where the member has moved, declare it with its day "
        "(declare-residence); where the record is wrong, correct it (correct-entry).",
    ),
    CARRY_OVER: Said(
        "giấy giới thiệu của đảng viên đã ghi khác trong hệ thống. Nếu danh sách đúng thì đính "
        "chính (correct-entry); giấy mới thì ghi bằng draft-letter.",
        "the member's letter is on record with other facts. Correct it there (correct-entry); a "
        "new letter is entered by draft-letter.",
    ),
}
_IN_OTHER_WORDS = {
    "AlreadyEnrolled": Said(
        "người này đã có trong danh sách của hệ thống (ghi bằng cách khác), hoặc đang sinh hoạt ở "
        "đảng bộ khác. Nếu mới chuyển đến, ghi bằng enroll-member; nếu đã có thì bỏ hàng này.",
        "the person is on the roster already, entered otherwise, or enrolled elsewhere. Who has "
        "just come is entered by enroll-member; else leave the row out.",
    ),
}
_AFTER_FOLLOWED_FROM = (
    "giấy hoặc phiếu sau ngày bắt đầu theo dõi ({day}), không mang sang được. Để trống số giấy và "
    "các ngày của giấy, nhập hàng này, rồi ghi giấy bằng issue-letter.",
    "the letter or slip is younger than the first day of the record ({day}). Leave its number and "
    "dates empty, import the row, and enter the letter by issue-letter.",
)


class Refused(NamedTuple):
    """Why a command was refused, and the field of the list that it is about, if one."""

    field: str | None
    said: Said


def failure_in(status: int, problem: Any) -> ServiceFailure:
    """Say why a request was refused as a whole."""
    if status == _UNAUTHORIZED:
        return ServiceFailure(
            "Mã truy cập (--token) không đúng hoặc đã hết hiệu lực (401). "
            "Xin quản trị cấp mã mới (lienhe token).",
            "The token (--token) is wrong or no longer in force (401). "
            "Ask the administrator for a new one (lienhe token).",
        )
    vi, en = _said_of(problem if isinstance(problem, Mapping) else {})
    return ServiceFailure(
        f"Hệ thống trả lời {status}: {vi}", f"The service answered {status}: {en}"
    )


def refused_in(command: str, answer: Mapping[str, Any]) -> list[Refused]:
    """Say why a command was refused; nothing where it was accepted, or would be."""
    if "rule" not in answer:
        return []
    if errors := answer.get("errors"):
        return [
            Refused(_FIELDS.get(error["field"]), Said(error["vi"], error["en"])) for error in errors
        ]
    field = _FIELDS.get(answer.get("field") or "")
    match answer["rule"]:
        case "OtherFactsOnRecord":
            return [Refused(None, _ON_RECORD.get(command, _said_of(answer)))]
        case "AfterFollowedFrom" if day := (answer.get("facts") or {}).get("followed_from"):
            vi, en = _AFTER_FOLLOWED_FROM
            shown = f"{date.fromisoformat(day):%d/%m/%Y}"
            return [Refused("letter_date", Said(vi.format(day=shown), en.format(day=day)))]
        case rule:
            return [Refused(field, _IN_OTHER_WORDS.get(rule) or _said_of(answer))]


def _said_of(problem: Mapping[str, Any]) -> Said:
    """Give a problem in both languages: it was answered in one, and its rule names the other."""
    words = _words(str(problem.get("rule")))
    return Said(
        f"{words.title.rstrip('.')}. {words.next_step}",
        f"{words.title_en.rstrip('.')}. {words.next_step_en}",
    )


def _words(rule: str) -> Words:
    known: Any = getattr(refusals, rule, None)
    if isinstance(known, type) and issubclass(known, Refusal):
        return known  # a refusal's class has its words
    return _WORDINGS.get(rule, UNEXPECTED)
