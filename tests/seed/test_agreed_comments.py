"""The seed on how a cell comes to its comment: together, on this member, from what it has seen."""

from __future__ import annotations

from tests.seed.reading import Row, gaps, numbers, owed, year_of
from tests.seed.townspeople import about, but, introduced, link, on_paper
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    AGREE,
    ASK,
    DRAFT,
    INTRODUCTION,
    LINK,
    MEETING,
    MEETING_HELD,
    MEMBER,
    OPINION,
    PLACING,
    QUARTER,
    act,
    person,
)

RECEIVE = OPINION[6]
WRITTEN = {**DRAFT.body["slip"], "dated": "2026-11-20", "signed": True, "confirmed": True}
SEALED = {"sealed": True, "confirmed_by": str(person("ward secretary"))}
ALONE = {**WRITTEN, **SEALED, "signer": str(person("quarter secretary"))}


def arrived(**slip: object) -> Sent:
    """A slip on paper, as the workplace copies it."""
    return on_paper(but(RECEIVE, "2026-11-28", slip={**ALONE, **slip}), "2026-11-28")


def the_gap(play: Scenario, code: str, on: str) -> Row:
    [gap] = gaps(play, code, on)
    assert (gap["office"], gap["owner"]["id"]) == ("Rc", str(QUARTER))
    return gap


def test_row_32_a_comment_of_one_man_is_refused_and_as_a_paper_a_gap(play: Scenario) -> None:
    """“Một số chi bộ không họp chi ủy để thống nhất đánh giá, nhận xét đối với đảng viên”"""
    play.given(*INTRODUCTION, ASK)
    play.when(but(DRAFT, rests_on=None)).refused(409, "WithoutCollectiveMeeting", "rests_on")
    play.when(DRAFT).refused(409, "WithoutCollectiveMeeting", "rests_on")
    play.given(arrived())
    gap = the_gap(play, "G19", "2026-11-28")
    assert gap["due_on"] == "2026-11-20"
    assert "họp lấy ý kiến tập thể cấp ủy" in gap["quote"]
    year = year_of(play, on="2026-11-28")
    assert "NO_COLLECTIVE_MEETING" in year["evaluation"]["defects"]
    assert year["items"]["WITHOUT_DEFECT"]["code"] == "G19"
    assert gaps(play, "G20", "2026-11-28") == []


def test_row_32_the_front_sits_with_the_cell(play: Scenario) -> None:
    """“… không họp chi ủy để thống nhất đánh giá, nhận xét …” (since 213 with the Front)"""
    play.given(*INTRODUCTION, ASK, but(AGREE, front_present=False))
    play.when(DRAFT).refused(409, "FrontAbsent", "rests_on")
    play.given(arrived(stated_meeting={"held_on": "2026-11-18", "front_present": False}))
    gap = the_gap(play, "G20", "2026-11-28")
    assert "Chi ủy sau khi họp với ban công tác mặt trận" in gap["quote"]
    assert gaps(play, "G19", "2026-11-28") == []
    assert year_of(play)["evaluation"]["defects"] == ["NO_FRONT"]


def test_row_33_comments_that_all_say_the_same_are_found(play: Scenario) -> None:
    """“nêu ý kiến nhận xét chung chung, mang tính cá nhân đồng chí bí thư hoặc phó bí thư chi
    bộ”
    """
    said = "nêu ý kiến nhận xét chung chung, mang tính cá nhân đồng chí bí thư"
    names = ["an", "bình", "chi", "dũng"]
    play.given(*INTRODUCTION, *introduced(*names))
    play.given(but(AGREE, considered=[LINK, *(link(name) for name in names)]), DRAFT)
    for name in names[:-1]:
        play.given(*about(name, DRAFT))
    assert owed(play, "G22", "2026-11-21", "quarter secretary") == []
    [last] = about(names[-1], DRAFT)
    own = {**DRAFT.body["slip"], "remarks": f"GƯƠNG MẪU !  {names[-1]}"}
    play.given(but(last, slip=own))
    [gap] = gaps(play, "G22", "2026-11-22", "quarter secretary")
    assert (gap["office"], gap["owner"]["id"]) == ("Rc", str(QUARTER))
    assert (gap["weight"], gap["due_on"]) == ("advisory", "2026-11-21")
    assert said in gap["quote"]
    own = {**DRAFT.body["slip"], "remarks": "Đề nghị tổ dân phố biểu dương.", "proposal": "COMMEND"}
    play.given(but(last, "2026-11-22", slip=own))
    assert owed(play, "G22", "2026-11-22", "quarter secretary") == []


def test_row_33_who_sat_is_recorded_and_one_man_is_no_quorum(play: Scenario) -> None:
    """“… mang tính cá nhân đồng chí bí thư hoặc phó bí thư chi bộ”"""
    play.given(*INTRODUCTION)
    one = but(AGREE, sat=[person("quarter secretary")], of=3)
    play.when(one).refused(409, "NoQuorum", "sat")
    play.when(but(AGREE, sat=[person("quarter secretary"), person("clerk")]))
    play.refused(409, "NotInOffice", "sat")
    play.when(AGREE).then("collective_meeting.held")


def test_row_35_first_the_collective_meeting_then_the_comment(play: Scenario) -> None:
    """“Trước khi nhận xét, đánh giá đảng viên sinh hoạt 76, cấp ủy nơi cư trú cần tổ chức họp lấy
    ý kiến tập thể cấp ủy”
    """
    play.given(*INTRODUCTION, *introduced("other"), ASK)
    play.when(but(AGREE, considered=[link("nobody")]))
    play.refused(409, "NotIntroducedHere", "considered")
    play.given(but(AGREE, considered=[link("other")]))
    play.when(DRAFT).refused(409, "NotConsidered", "rests_on")
    play.when(but(DRAFT, "2026-11-19")).refused(409, "WithoutCollectiveMeeting", "rests_on")
    correct = {"event": f"{DRAFT.body['rests_on']}/1", "reason": "Ghi thiếu"}
    facts = {"considered": [str(LINK), str(link("other"))]}
    play.given(act("quarter secretary", "correct-entry", "2026-11-20", **correct, facts=facts))
    play.given(DRAFT)
    assert gaps(play, "G19", "2026-12-01") == []
    missing = {**DRAFT.body["slip"], "levels": {"example": 2}}
    play.when(but(DRAFT, slip=missing)).refused(409, "FormNotFilled", "levels.civic_duty")


def test_row_23_the_residence_writes_from_what_it_has_seen(play: Scenario) -> None:
    """“cấp ủy đảng ở địa phương đã thực hiện việc kiểm tra, giám sát đối với đảng viên đang công
    tác. Từ đó, có cơ sở nhận xét sát thực, khách quan”
    """
    absent = [{"link": LINK, "status": "UNEXCUSED"}]
    remind = {"link": LINK, "meetings": [MEETING], "how": "IN_PERSON"}
    play.given(*INTRODUCTION, *PLACING, *MEETING_HELD[:2], but(MEETING_HELD[2], attendance=absent))
    play.given(MEETING_HELD[3], act("quarter member", "remind-absence", "2026-06-30", **remind))
    found = play.asked("quarter secretary", f"/api/members/{MEMBER}/chronicle?limit=1000").items
    facts = {entry["topic"]: entry["facts"] for entry in found}
    assert facts["meeting.held"]["attendance"][0]["status"] == "UNEXCUSED"
    assert facts["absence.reminded"]["how"] == "IN_PERSON"
    assert facts["meeting.content_recorded"]["contributions"][0]["note"] == "Đề nghị sửa đường."
    share = numbers(play, "quarter secretary")["ATTENDANCE", None]
    assert (share["part"], share["whole"]) == (0, 1)
