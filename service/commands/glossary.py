"""What every field of every command means, in both languages, with an example.

A field is looked up by its published name; ``Class.name`` comes first where one command means
something else by it. The examples are invented, and belong to one story: a member of a workplace
committee is introduced to the committee where he lives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid5

from domain.names import LIENHE

_LINES = 4_000


@dataclass(frozen=True, slots=True)
class Term:
    """A field: its label in Vietnamese, its meaning in English, one value that it may have.

    ``longest`` bounds a text, in characters; ``between`` a number, ``several`` the entries of a
    list, both ends included.
    """

    vi: str
    en: str
    example: Any = None
    longest: int = 200
    between: tuple[int, int] = (0, 32_767)
    several: tuple[int, int] = (0, 1_000)


def _id(name: str) -> str:
    return str(uuid5(LIENHE, f"example/{name}"))


_MEMBER = "3e0b6f4a-9d52-4c1e-8a77-5b1c0f2d6e90"
_LINK, _MEETING = _id("link"), _id("meeting")
_FIRST = (1, 32_767)
_YEAR = (1900, 2199)

GLOSSARY: dict[str, Term] = {
    # The envelope of every command
    "occurred_on": Term("Ngày ghi trên giấy", "date on the paper, in Vietnam", "2026-03-06"),
    "transcribed": Term("Giấy của bên kia làm căn cứ", "the other side's paper that is copied"),
    "paper_kind": Term("Loại giấy", "kind of paper", "phiếu báo"),
    "paper_number": Term("Số giấy", "number on the paper", "12-PB/ĐU"),
    "arrived_on": Term("Ngày giấy đến", "day on which the paper arrived", "2026-03-20"),
    "scan_digest": Term(
        "Mã băm SHA-256 của bản quét",
        "SHA-256 of the scan, in hex",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ),
    # Bodies and officers
    "organization": Term("Tổ chức đảng", "the body", _id("workplace")),
    "code": Term("Mã trong sổ", "code in the register, which names the body", "DU-CO-QUAN"),
    "RegisterOrganization.kind": Term("Loại tổ chức", "what the body is", "grassroots_committee"),
    "RegisterOrganization.name": Term("Tên tổ chức", "name of the body", "Đảng ủy Cơ quan"),
    "symbol": Term("Ký hiệu trên công văn", "symbol on its papers", "ĐU"),
    "parent": Term("Tổ chức cấp trên", "the body above it", _id("bloc")),
    "sides": Term("Bên: nơi công tác, nơi cư trú", "sides on which it stands", ["WORKPLACE"]),
    "commune_unit": Term("Xã, phường, đặc khu", "commune, ward or special zone", "Phường An Hòa"),
    "RegisterOrganization.neighborhood": Term(
        "Thôn, tổ dân phố", "hamlet or quarter", "Tổ dân phố 5"
    ),
    "exists_from": Term("Ngày thành lập", "first day of the body; none: always", "2025-07-01"),
    "followed_from": Term(
        "Ngày bắt đầu theo dõi", "day from which obligations are counted", "2026-01-01"
    ),
    "RenameOrganization.name": Term("Tên mới", "the new name", "Đảng ủy phường An Hòa - Phú Lộc"),
    "DissolveOrganization.decision": Term("Quyết định", "the decision by number and date"),
    "predecessors": Term(
        "Các tổ chức kết thúc", "who is succeeded, at once", [_id("residence")], several=(1, 16)
    ),
    "SucceedOrganization.to": Term("Tổ chức kế thừa", "who takes over", _id("merged ward")),
    "cells": Term("Các chi bộ thay đổi", "the cells that change; the others stay"),
    "CellTakenOver.from": Term("Chi bộ kết thúc", "the cell that ends", _id("quarter")),
    "CellTakenOver.to": Term("Chi bộ kế thừa", "the cell that takes over", _id("merged quarter")),
    "SucceedOrganization.how": Term("Hình thức", "how it came about", "MERGER"),
    "SucceedOrganization.decision": Term("Quyết định", "the decision by number and date"),
    "officer": Term("Người giữ chức vụ", "the person in office", _id("officer")),
    "name": Term("Họ và tên", "the person's name; stored sealed", "Trần Văn Bình"),
    "office": Term("Chức vụ", "the office", "secretary"),
    "from": Term("Từ ngày", "first day", "2026-03-01"),
    "until": Term("Đến hết ngày", "last day, included", "2026-12-31"),
    "appointment": Term("Mục ghi phân công", "id of the appointment's entry", f"{_MEMBER}/2"),
    "on": Term("Kể từ ngày", "first day without it", "2026-06-01"),
    "members": Term("Các chi ủy viên", "who sits on the committee", [_id("officer")]),
    "adopts": Term("Mã bộ quy định", "id of the rule set", "213-2020"),
    "figures": Term(
        "Thời hạn riêng nơi quy định để mở", "local figures, by name", {"letter.new_days": 20}
    ),
    # What two committees agree on
    "workplace": Term("Đảng ủy nơi công tác", "workplace committee", _id("workplace")),
    "residence": Term("Đảng ủy nơi cư trú", "residence committee", _id("ward")),
    "signers": Term(
        "Người ký của hai bên",
        "who signed, of both sides",
        [_id("officer"), _id("ward officer")],
        several=(2, 8),
    ),
    "agreement": Term("Mục ghi quy chế", "id of the agreement's entry", f"{_id('pair')}/1"),
    # The member at the workplace
    "member": Term("Đảng viên", "the member", _MEMBER),
    "committee": Term("Đảng ủy nơi công tác", "the workplace committee", _id("workplace")),
    "cell": Term("Chi bộ", "the cell", _id("cell")),
    "how": Term("Hình thức", "how it came about"),
    "person": Term("Mã người, nếu đã có", "the person's id, where it is known", _MEMBER),
    "secret": Term("Diện miễn giới thiệu, không ghi tên", "class B: no identity is kept", False),
    "full_name": Term("Họ và tên", "full name; stored sealed", "Nguyễn Thị Thắm"),
    "birth_date": Term("Ngày sinh", "date of birth; stored sealed", "1984-05-17"),
    "sex": Term("Giới tính", "sex; stored sealed", "Nữ"),
    "admitted_on": Term("Ngày vào Đảng", "day of admission; stored sealed", "2010-09-02"),
    "official_on": Term("Ngày chính thức", "day of full membership; sealed", "2011-09-02"),
    "probationary": Term("Đảng viên dự bị", "on probation", False),
    "from_departure": Term(
        "Mục ghi chuyển đi ở nơi cũ", "entry of the departure before", f"{_MEMBER}/9"
    ),
    "DeclareResidence.body": Term(
        "Đảng ủy nơi cư trú", "the receiving committee", _id("residence")
    ),
    "neighborhood": Term("Thôn, tổ dân phố", "hamlet or quarter; sealed", "Tổ dân phố 5"),
    "dwelling": Term("Địa chỉ", "address; stored sealed", "Số 12, ngõ 34, phố Hòa Bình"),
    "DeclareResidence.kind": Term("Loại cư trú", "ground of living there", "PERMANENT"),
    "household": Term("Hộ gia đình", "any text that names the dwelling", "Hộ số 12 ngõ 34"),
    "moved_on": Term("Ngày chuyển đến ở", "day of the move", "2026-02-15"),
    "residence_no": Term("Lần cư trú thứ", "number of the stay", 1, between=_FIRST),
    "class": Term("Diện miễn: A, B", "class A: need not attend; B: not introduced", "A"),
    "ground": Term("Lý do miễn", "ground, a code of the rule set", "ROTATED"),
    "evidence": Term("Giấy tờ làm căn cứ", "papers behind it; sealed", "QĐ 15", longest=_LINES),
    "exemption_no": Term("Lần miễn thứ", "number of the exemption", 1, between=_FIRST),
    # Two rosters compared
    "stated_by": Term("Bên lập danh sách", "the side whose list it is", "RESIDENCE"),
    "as_on": Term("Danh sách tính đến ngày", "day of which the list speaks", "2026-06-30"),
    "StateRoster.entries": Term("Các đảng viên trong danh sách", "the members on the list"),
    "StatedMember.link": Term("Mối liên hệ", "the member's link, where it is known", _LINK),
    "StatedMember.status": Term("Tình trạng", "how the member stands by the list", "PLACED"),
    "reconciliation": Term("Lần đối chiếu", "the comparison of one day", _id("reconciliation")),
    "difference": Term(
        "Chênh lệch",
        "the difference, as /api/differences names it",
        "NOT_AT_WORKPLACE:2",
        longest=100,
    ),
    "answer": Term("Trả lời", "whose list is right, or that it is mended", "OURS_RIGHT"),
    # What is said about what is owed
    "obligation": Term(
        "Mã của việc phải làm",
        "key of the obligation, as /api/obligations gives it",
        f"G05:letter/{_LINK}/1:{_LINK}/3",
        longest=400,
    ),
    "SnoozeObligation.until": Term(
        "Nhắc lại từ ngày", "first day on the work list again", "2026-04-20"
    ),
    "accepted_by": Term(
        "Người chấp nhận giải trình",
        "officer of the other side, or of the committee above, who accepted it",
        _id("officer"),
    ),
    "reason": Term("Lý do", "the reason", "Ghi nhầm ngày", longest=_LINES),
    "decision": Term("Quyết định", "the decision; stored sealed", "QĐ 27", longest=_LINES),
    "suspension": Term("Mục ghi đình chỉ", "entry of the suspension", f"{_MEMBER}/4"),
    "RecognizeFullMember.on": Term("Ngày công nhận", "day of full membership", "2026-02-15"),
    "DecideTransfer.kind": Term("Chính thức, tạm thời", "for good or for a time", "OFFICIAL"),
    "to_name": Term(
        "Nơi đến, như quyết định ghi", "where to, as decided", "Đảng ủy Viện Quy hoạch"
    ),
    "effective_on": Term("Ngày quyết định có hiệu lực", "day it takes effect", "2026-04-01"),
    "transfer": Term("Mục ghi điều động", "entry of the transfer", f"{_MEMBER}/6"),
    "RevokeTransfer.on": Term("Ngày hủy quyết định", "day on which it fell", "2026-04-10"),
    "approved_by": Term("Người duyệt thứ hai", "the second officer who approves", _id("officer")),
    "enrolment": Term("Mục ghi tiếp nhận", "entry of the enrolment", f"{_MEMBER}/1"),
    "to": Term("Nơi chuyển đến", "the body that the member goes to", _id("bloc")),
    # Letters, slips and the link
    "link": Term("Mối liên hệ", "one member with one receiving committee", _LINK),
    "attempt": Term("Giấy giới thiệu lần thứ", "number of the letter", 1, between=_FIRST),
    "to_cell": Term("Chi bộ nơi cư trú", "residence cell it is meant for", _id("quarter")),
    "number": Term("Số giấy", "number of the paper", "15-GGT/ĐU"),
    "signer": Term("Người ký", "who signed", _id("secretary")),
    "signer_office": Term("Chức vụ người ký", "the signer's office", "secretary"),
    "sealed": Term("Có đóng dấu", "bears the seal", True),
    "replaces": Term("Thay cho giấy", "the letter that it replaces", f"{_LINK}/1"),
    "letter_number": Term("Số giấy giới thiệu cũ", "number as listed", "98-GGT/ĐU"),
    "letter_date": Term("Ngày giấy giới thiệu cũ", "date as listed", "2019-05-06"),
    "slip_date": Term("Ngày phiếu báo cũ", "date of the slip as listed", "2019-05-20"),
    "via": Term("Cách chuyển", "how it travelled"),
    "note": Term("Ghi chú", "note; stored sealed", "Đã trao đổi trực tiếp", longest=_LINES),
    "received_on": Term("Ngày tiếp nhận", "day of arrival on the slip", "2026-03-10"),
    "signer_as_written": Term("Người ký, như trên giấy", "signer as written", "Lê Văn Cường"),
    "as_letter_foot": Term("Phiếu ở chân giấy", "slip at the foot of the letter", False),
    "file_ref": Term("Nơi lưu", "where it is filed", "HS-0123/2026"),
    "informed_on": Term("Ngày báo đảng viên", "day the member was told", "2026-03-15"),
    "group": Term("Tổ đảng", "the Party group", _id("group")),
    "monitor": Term("Cấp ủy viên theo dõi", "who follows the member", _id("officer")),
    "meetings": Term("Các cuộc họp vắng", "the meetings missed", [_MEETING]),
    "GiveFeedback.on": Term(
        "Về bản nhận xét, ý kiến phản ánh nào, hoặc ATTENDANCE",
        "id of an evaluation or a report, or ATTENDANCE",
        "ATTENDANCE",
    ),
    "change": Term("Thay đổi", "what changed", "SUSPENDED"),
    "CloseLink.reason": Term("Lý do kết thúc", "why it ends", "MOVED"),
    "notice_number": Term("Số thông báo", "number of the notice", "21-TB/ĐU"),
    # Meetings of the residence cell
    "meeting": Term("Cuộc họp", "the meeting", _MEETING),
    "kind": Term("Loại cuộc họp", "periodic, or another one", "PERIODIC"),
    "scheduled_for": Term("Ngày họp", "day for which it is called", "2026-06-25"),
    "time": Term("Giờ họp", "time of day", "19:30"),
    "period": Term("Kỳ 6 tháng", "half-year that it stands for", "2026-H1"),
    "about": Term("Nội dung dự kiến", "what it is about", "Sơ kết 6 tháng", longest=_LINES),
    "chair": Term("Chủ trì", "who chairs", _id("quarter secretary")),
    "attendance": Term("Điểm danh", "who came"),
    "status": Term("Có mặt, vắng", "whether the member came", "PRESENT"),
    "represented_by": Term("Ai đi thay", "a link's id, or RELATIVE", "RELATIVE"),
    "excuse": Term("Lý do vắng", "excuse; stored sealed", "Đi công tác", longest=_LINES),
    "links": Term("Những người được báo", "who was told", [_LINK]),
    "through": Term("Qua tổ trưởng", "the group leader who told them", _id("leader")),
    "decided_by": Term("Người chấp nhận", "who accepted it", _id("quarter secretary")),
    "items": Term("Các nội dung đã bàn", "what was put forward", ["LOCAL_SITUATION"]),
    "minutes_digest": Term("Mã băm biên bản", "SHA-256 of the minutes, in hex", "9f86d081"),
    "contributions": Term("Ý kiến đóng góp", "what members put forward"),
    # The yearly round, the collective meeting, the evaluation
    "year": Term("Năm", "the year", 2026, between=_YEAR),
    "mode": Term("Lấy ý kiến tất cả hay theo danh sách", "of all, or of those named", "ALL"),
    "entries": Term("Danh sách", "of whom opinions are asked"),
    "body": Term("Ai thống nhất", "who agreed", "CELL_COMMITTEE"),
    "sat": Term("Những người dự", "who sat", [_id("quarter secretary")]),
    "of": Term("Tổng số chi ủy viên", "how many might have sat", 3, between=_FIRST),
    "front_present": Term("Có ban công tác mặt trận", "the Front was there", True),
    "front_count": Term("Số người của mặt trận", "how many came for the Front", 2),
    "considered": Term("Những người được xét", "on whom they agreed", [_LINK]),
    "purpose": Term("Mục đích lấy ý kiến", "what the opinion is for", "ANNUAL"),
    "answer_by": Term("Hạn trả lời", "answer by, as printed", "2026-12-01"),
    "slip": Term("Nội dung phiếu", "what the slip says"),
    "form": Term("Mẫu phiếu", "form, a code of the rule set", "A"),
    "levels": Term(
        "Mức theo từng tiêu chí",
        "level by criterion, 1 the lowest",
        {"example": 2, "civic_duty": 3, "attendance": 3, "contact": 2, "contribution": 2},
    ),
    "proposal": Term("Đề nghị", "what is proposed", "NONE"),
    "remarks": Term("Nhận xét", "remarks; stored sealed", "Gương mẫu.", longest=_LINES),
    "rests_on": Term("Cuộc họp tập thể", "the collective meeting behind it", _id("agreement")),
    "dated": Term("Ngày trên phiếu", "date on the slip", "2026-11-25"),
    "stated_meeting": Term("Cuộc họp ghi trên phiếu", "the meeting that the slip names"),
    "held_on": Term("Ngày họp", "day of that meeting", "2026-11-20"),
    "signed": Term("Có chữ ký", "is signed", True),
    "confirmed": Term("Có xác nhận của cấp ủy", "is confirmed", True),
    "confirmed_by": Term("Người xác nhận", "who confirmed it", _id("ward secretary")),
    "confirmed_office": Term("Chức vụ người xác nhận", "office of who confirmed", "secretary"),
    "evaluation": Term("Bản nhận xét", "the evaluation", _id("evaluation")),
    "request": Term("Mục ghi yêu cầu", "entry of the request", f"{_id('evaluation')}/1"),
    "by": Term("Người xác nhận", "who confirms", _id("ward secretary")),
    "defects": Term("Thiếu sót", "what has to be mended", ["UNSEALED"]),
    # The workplace's year
    "ReviewCommand.body": Term("Đảng bộ, chi bộ", "the workplace committee or cell", _id("cell")),
    "HoldReview.kind": Term("Loại kiểm điểm, tổng kết", "which yearly review", "COLLECTIVE"),
    "regulation_item": Term("Có đánh giá việc thực hiện quy định", "had its item", True),
    "RecordReference.kind": Term("Loại căn cứ", "what is quoted", "SELF_RATING"),
    "value": Term("Nội dung căn cứ", "what it says; sealed", "Hoàn thành tốt", longest=_LINES),
    "source": Term("Nguồn", "the paper that it stands on", "Bản tự kiểm điểm"),
    "HoldPeriodicReview.body": Term("Đảng bộ", "the workplace committee", _id("workplace")),
    "HoldPeriodicReview.kind": Term("Sơ kết hay tổng kết", "midway, or at the end", "FINAL"),
    "findings_digest": Term("Mã băm báo cáo", "SHA-256 of the report, in hex", "9f86d081"),
    "commended": Term("Số được biểu dương", "bodies and members commended", 2),
    "handled": Term("Số bị xử lý", "bodies and members dealt with", 1),
    "MakeInspection.body": Term("Đảng bộ", "the workplace committee", _id("workplace")),
    "MakeInspection.kind": Term("Kiểm tra hay đôn đốc", "looked, or urged", "CHECK"),
    "MakeInspection.of": Term("Nơi được kiểm tra, đôn đốc", "who was looked at", [_id("cell")]),
    "findings": Term("Kết quả", "what was found; sealed", "Cần nhắc họp", longest=_LINES),
    "DisseminateRegulation.body": Term("Đảng bộ", "the committee", _id("workplace")),
    "made_known": Term("Văn bản được quán triệt", "what was made known", "213-QĐ/TW"),
    "DisseminateRegulation.to": Term("Nơi được quán triệt", "who was told", [_id("cell")]),
    "level": Term("Mức xếp loại", "level, a code of the rule set", "GOOD"),
    "DecideClassification.decided_by": Term(
        "Nơi quyết định", "the committee, or the cell where it decides", _id("workplace")
    ),
    "DecideClassification.decision": Term("Quyết định", "the decision by number and date"),
    "DecisionGiven.number": Term("Số quyết định", "its number", "51-QĐ/ĐU"),
    "DecisionGiven.dated": Term("Ngày quyết định", "its date", "2026-12-24"),
    # What the residence reports, what the workplace answers, what comes of an opinion
    "AnswerAbsence.report": Term(
        "Mục ghi thông báo vắng", "entry of the notice of absence", f"{_LINK}/9"
    ),
    "outcome": Term("Kết quả", "what came of it"),
    "SendReport.kind": Term("Phản ánh hay biểu dương", "against the member, or for him", "ADVERSE"),
    "subject": Term("Nội dung phản ánh", "what it is about", "CIVIC_DUTY"),
    "text": Term(
        "Nội dung ý kiến", "what is written; stored sealed", "Chưa tham gia", longest=_LINES
    ),
    "report": Term("Ý kiến phản ánh", "the report", _id("report")),
    "AskForLetter.by": Term(
        "Đảng ủy nơi cư trú đề nghị", "the residence that asks", _id("residence")
    ),
    "AskForLetter.to": Term(
        "Đảng ủy nơi công tác được đề nghị", "the workplace that is asked", _id("workplace")
    ),
    "grounds": Term(
        "Căn cứ đề nghị", "why a letter should exist; sealed", "Sống ở đây", longest=_LINES
    ),
    "letter_ask": Term("Đề nghị giới thiệu", "the request for a letter", _id("letter ask")),
    "statement": Term(
        "Ý kiến của đảng viên", "the member's own view; sealed", "Nhất trí", longest=_LINES
    ),
    "reference": Term(
        "Văn bản làm căn cứ", "the decision behind it; sealed", "QĐ 40", longest=_LINES
    ),
    # Corrections
    "event": Term("Mục trong sổ", "id of the entry", f"{_LINK}/2"),
    "facts": Term(
        "Nội dung đúng, theo tên trường", "right facts, by path", {"occurred_on": "2026-03-05"}
    ),
}


def term_of(kind: type, name: str) -> Term:
    """Look up a field of a command, or of a part of one; raise ``KeyError`` without an entry."""
    for known in kind.__mro__:
        if found := GLOSSARY.get(f"{known.__name__}.{name}"):
            return found
    return GLOSSARY[name]
