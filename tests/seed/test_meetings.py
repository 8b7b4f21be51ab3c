"""The seed on the meetings of a residence cell: how often, who is told, what they are about."""

from __future__ import annotations

from datetime import date

import pytest

from domain.meeting import MeetingKind, meeting_id
from tests.seed.reading import chronicle, gaps, late_from, numbers, owed
from tests.seed.townspeople import but, by, introduced, link, member
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    FORWARD,
    INTRODUCTION,
    LINK,
    MEETING,
    MEETING_HELD,
    MEMBER,
    PLACING,
    QUARTER,
    person,
)

CONVENE, TELL, HOLD, RECORD = MEETING_HELD


def held_on(day: str, kind: str = "PERIODIC", **facts: object) -> list[Sent]:
    """A meeting called ten days before and held, to which the member came."""
    where = {"cell": QUARTER, "kind": kind}
    meeting = meeting_id(QUARTER, date.fromisoformat(day), MeetingKind(kind))
    came = [{"link": LINK, "status": "PRESENT"}]
    called = day[:8] + f"{int(day[8:]) - 10:02}"
    return [
        but(CONVENE, called, **where, scheduled_for=day),
        but(HOLD, day, **where, meeting=meeting, attendance=came, **facts),
    ]


def test_row_13_a_cell_meets_twice_a_year_or_more(play: Scenario) -> None:
    """“tổ chức sinh hoạt cho đảng viên đang công tác 2 lần trong một năm (thường giữa và cuối năm),
    có một số nơi tổ chức sinh hoạt nhiều hơn 2 lần”; “chưa chủ động, tích cực duy trì chế độ sinh
    hoạt định kỳ”
    """
    said = "tổ chức sinh hoạt cho đảng viên đang công tác 2 lần trong một năm"
    play.given(*INTRODUCTION)
    first = late_from(play, "G09", "2026-07-15", office="Rc", owner=QUARTER, quote=said)
    play.given(*held_on("2026-05-20", "OTHER"))
    assert gaps(play, "G09", "2026-07-16") == [first]
    play.given(*held_on("2026-06-25"))
    assert owed(play, "G09", "2026-06-25") == []
    play.given(*held_on("2026-09-22"))
    assert [row["due_on"] for row in owed(play, "G09", "2026-12-31")] == []
    figures = play.asked("cell secretary", "/api/classification-inputs?year=2026").items[0]
    held = figures["attendance"]
    assert (held["called"], held["attended"]) == (3, 3)
    assert (held["periodic_called"], held["other_called"]) == (2, 1)


@pytest.mark.parametrize(("forwarded", "owes"), [("2026-06-01", True), ("2026-06-02", False)])
def test_row_13_a_cell_owes_a_meeting_to_whoever_was_there_for_thirty_days(
    play: Scenario, forwarded: str, *, owes: bool
) -> None:
    """“tổ chức sinh hoạt cho đảng viên đang công tác 2 lần trong một năm …”"""
    play.given(*INTRODUCTION[:4], but(FORWARD, forwarded))
    assert bool(gaps(play, "G09", "2026-07-16")) is owes
    assert gaps(play, "G09", "2027-01-16") != []


def test_row_13_a_missed_half_is_settled_late_by_a_meeting_for_it(play: Scenario) -> None:
    """“chưa chủ động, tích cực duy trì chế độ sinh hoạt định kỳ”"""
    late = held_on("2026-08-20", period="2026-H1")
    play.given(*INTRODUCTION).given(*late)
    [gap] = gaps(play, "G09", "2026-08-19")
    assert gap["settled_by"]
    assert [row["opened_by"] for row in owed(play, "G09", "2026-08-20")] == ["2026-H2"]
    wrong = but(CONVENE, "2026-09-10", scheduled_for="2026-09-20", period="2025-H2")
    play.when(wrong).refused(409, "PeriodOutOfRange", "period")


def test_row_14_the_group_leader_tells_each_member_beforehand(play: Scenario) -> None:
    """“chủ động thông báo trước (hoặc gửi giấy mời) ngày giờ họp cho đồng chí tổ trưởng đảng để
    đồng chí tổ trưởng đảng gửi trực tiếp cho từng đảng viên”
    """
    said = "chủ động thông báo trước (hoặc gửi giấy mời) ngày giờ họp"
    play.given(*INTRODUCTION, *PLACING, *introduced("second")).given(CONVENE)
    both = {str(LINK), str(link("second"))}
    gap = late_from(
        play, "G10", "2026-06-20", office="Rc", owner=QUARTER, quote=said, who="quarter secretary"
    )
    assert set(gap["links"]) == both
    through = {"through": person("group leader")}
    play.given(but(TELL, links=[LINK], **through))
    [left] = owed(play, "G10", "2026-06-15", "quarter secretary")
    assert left["links"] == [str(link("second"))]
    after = but(TELL, "2026-06-26", links=[link("second")])
    play.when(after).refused(409, "AfterTheMeeting", "occurred_on")
    play.when(but(TELL, links=[link("third")])).refused(409, "NotIntroducedHere", "links")
    play.given(but(TELL, "2026-06-18", links=[link("second")], **through))
    assert owed(play, "G10", "2026-06-18", "quarter secretary") == []
    told = chronicle(play, MEMBER)["meeting.notices_delivered"]
    assert (told["through"], told["via"]) == (str(person("group leader")), "INVITATION")


def test_row_15_each_meeting_has_a_content(play: Scenario) -> None:
    """“Nội dung các buổi sinh hoạt được cấp ủy chuẩn bị chu đáo”; “chuẩn bị nội dung sinh hoạt có
    lúc chưa kỹ” (what is recorded of it; how it was prepared is not)
    """
    said = "Nội dung các buổi sinh hoạt được cấp ủy chuẩn bị chu đáo"
    play.given(*INTRODUCTION, CONVENE)
    for who in ("quarter secretary", "ward clerk", "group leader"):
        found = play.asked(who, "/api/calendar?as_of=2026-06-20").items
        meetings = [line for line in found if line["id"] == f"meeting/{MEETING}"]
        assert [line["title"] for line in meetings] == ["Sơ kết 6 tháng"]
    play.given(TELL).when(RECORD).refused(409, "NotHeld", "meeting")
    play.given(HOLD)
    late_from(play, "G11", "2026-07-02", office="Rc", owner=QUARTER, quote=said)
    play.when(but(RECORD, items=[])).refused(409, "ContentEmpty", "items")
    play.given(RECORD)
    assert owed(play, "G11", "2026-06-26") == []


def test_row_16_members_are_told_of_the_place_and_its_people(play: Scenario) -> None:
    """“cung cấp thông tin về tình hình kinh tế - xã hội, trật tự an toàn xã hội của địa phương,
    tình hình đảng viên và nhân dân nơi cư trú, những khó khăn, thuần lợi cũng như ý kiến của nhân
    dân”
    """
    items = [
        *("LOCAL_SITUATION", "SECURITY", "MEMBERS_AND_RESIDENTS"),
        *("DIFFICULTIES", "RESIDENTS_OPINIONS"),
    ]
    play.given(*INTRODUCTION, *MEETING_HELD[:3], but(RECORD, items=items))
    for who in ("clerk", "quarter secretary"):
        assert chronicle(play, MEMBER, who)["meeting.content_recorded"]["items"] == items
    content = numbers(play, "ward clerk", by="CELL")["CONTENT_ITEMS", None]
    assert (content["value"], content["group"]["id"]) == (5, str(QUARTER))


def test_row_17_members_contribute_from_where_they_work(play: Scenario) -> None:
    """“để đảng viên sinh hoạt có cơ sở tham gia đóng góp ý kiến xây dựng địa phương”; “phát huy
    điều kiện của đảng viên đang công tác để tham gia với cấp ủy nơi cư trú”
    """
    said = [
        {"link": LINK, "note": "Đề nghị sửa đường."},
        {"link": link("second"), "note": "Ý khác"},
    ]
    play.given(*INTRODUCTION, *introduced("second"), *MEETING_HELD[:3])
    play.given(but(RECORD, items=["SPECIAL_TOPIC"], contributions=said))
    content = chronicle(play, MEMBER)["meeting.content_recorded"]
    assert content["contributions"] == [{"link": str(LINK), "note": "Đề nghị sửa đường."}]
    assert "Ý khác" not in play.answer.text
    [other] = chronicle(play, member("second"))["meeting.content_recorded"]["contributions"]
    assert other["note"] == "Ý khác"


def test_row_31_how_varied_and_candid_meetings_are_is_measured(play: Scenario) -> None:
    """“Nội dung sinh hoạt vẫn còn đơn điệu, chưa có sự đổi mới”; “chưa mạnh dạn nêu lên những ưu,
    khuyết điểm, hạn chế” (measured; it is no gap)
    """
    play.given(*INTRODUCTION, *MEETING_HELD)
    dull = numbers(play, "ward clerk", by="CELL", year="2026")
    assert (dull["CONTENT_ITEMS", None]["value"], dull["CANDID_CONTENT", None]["value"]) == (1, 0)
    play.given(*held_on("2026-12-20"))
    second = meeting_id(QUARTER, date(2026, 12, 20), MeetingKind.PERIODIC)
    open_minded = ["LOCAL_SITUATION", "STRENGTHS_WEAKNESSES", "SPECIAL_TOPIC"]
    play.given(but(RECORD, "2026-12-22", meeting=second, items=open_minded, contributions=[]))
    better = numbers(play, "ward clerk", by="CELL", year="2026")
    assert better["CONTENT_ITEMS", None]["value"] == 2
    assert better["CANDID_CONTENT", None]["value"] == 0.5
    rows = play.asked("ward clerk", better["CANDID_CONTENT", None]["rows"]).items
    assert [(row["on"], row["part"]) for row in rows] == [("2026-06-25", 0), ("2026-12-20", 1)]
    assert [
        row for row in play.asked("ward clerk", "/api/gaps").items if row["code"] == "G11"
    ] == []
    play.when(by("clerk", RECORD)).refused(409, "TranscribedWithoutPaper", "transcribed")
