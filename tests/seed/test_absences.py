"""The seed on those who do not come: followed up, told of, and one who goes for the family."""

from __future__ import annotations

from datetime import date

from domain.meeting import MeetingKind, meeting_id
from tests.seed.reading import (
    chronicle,
    found_from,
    gaps,
    late_from,
    numbers,
    owed,
    year_of,
)
from tests.seed.townspeople import about, but, by, link
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    INTRODUCTION,
    LINK,
    MEETING_HELD,
    OFFICE_CELL,
    QUARTER,
    act,
)

CONVENE, TELL, HOLD, RECORD = MEETING_HELD


def meeting_on(day: str) -> str:
    return str(meeting_id(QUARTER, date.fromisoformat(day), MeetingKind.OTHER))


def held_on(day: str, *came: object) -> list[Sent]:
    """A meeting of that day, called on the first of the month: each link with how it came."""
    entries = [one if isinstance(one, dict) else {"link": LINK, "status": one} for one in came]
    where = {"cell": QUARTER, "kind": "OTHER"}
    return [
        but(CONVENE, f"{day[:8]}01", **where, scheduled_for=day),
        but(HOLD, day, **where, meeting=meeting_on(day), attendance=entries),
    ]


def came(name: str, status: str, **more: object) -> dict[str, object]:
    return {"link": str(link(name)), "status": status, **more}


REMIND = act(
    "quarter secretary",
    "remind-absence",
    "2026-06-20",
    link=LINK,
    meetings=[meeting_on("2026-06-12")],
    how="CALL",
)
REPORT = act(
    "ward secretary",
    "report-absence",
    "2026-12-10",
    link=LINK,
    meetings=[meeting_on("2026-12-04")],
    number="12-TB/ĐU",
)


def test_row_34_absences_are_kept_count_of(play: Scenario) -> None:
    """“cần theo dõi số đảng viên vắng mặt các buổi sinh hoạt trong năm để nhắc nhở hoặc thông báo
    cho cấp ủy nơi công tác biết”
    """
    said = "cần theo dõi số đảng viên vắng mặt các buổi sinh hoạt trong năm"
    play.given(*INTRODUCTION, *held_on("2026-06-12"))
    gap = late_from(play, "G12", "2026-06-19", office="Rc", owner=QUARTER, quote=said)
    assert gap["links"] == [str(LINK)]
    assert year_of(play)["attendance"]["unknown"] == 1
    assert year_of(play)["items"]["ATTENDANCE"]["status"] == "MISSING"
    late = {
        "meeting": meeting_on("2026-06-12"),
        "attendance": [{"link": LINK, "status": "UNEXCUSED"}],
    }
    play.given(act("quarter secretary", "record-attendance", "2026-06-18", **late))
    assert owed(play, "G12", "2026-06-18") == []
    figures = year_of(play)["attendance"]
    assert (figures["called"], figures["absent"], figures["unknown"]) == (1, 1, 0)
    play.when(
        act(
            "quarter secretary",
            "record-attendance",
            "2026-06-18",
            **{**late, "attendance": [{"link": str(LINK), "status": "PRESENT"}]},
        )
    )
    play.refused(409, "AttendanceKnown", "attendance")


def test_row_34_the_first_is_reminded_of_and_the_second_told_to_the_workplace(
    play: Scenario,
) -> None:
    """“… để nhắc nhở hoặc thông báo cho cấp ủy nơi công tác biết”"""
    said = "để nhắc nhở hoặc thông báo cho cấp ủy nơi công tác biết"
    play.given(*INTRODUCTION, *held_on("2026-06-12", "UNEXCUSED"))
    first = late_from(play, "G13", "2026-06-22", office="Rc", owner=QUARTER, quote=said)
    assert first["step"] == "REMIND"
    present = {**REMIND.body, "meetings": [meeting_on("2026-05-12")]}
    play.when(REMIND._replace(body=present)).refused(409, "NotAbsent", "meetings")
    play.given(REMIND)
    assert owed(play, "G13", "2026-06-20") == []

    play.given(*held_on("2026-12-04", "REPRESENTED"))
    second = late_from(play, "G13", "2026-12-14", office="Rc", owner=QUARTER, quote=said)
    assert second["step"] == "REPORT"
    play.given(but(REMIND, "2026-12-05", meetings=[meeting_on("2026-12-04")]))
    assert len(owed(play, "G13", "2026-12-05")) == 1
    play.given(REPORT)
    assert owed(play, "G13", "2026-12-10") == []
    figures = year_of(play)["attendance"]
    assert (figures["reminders"], figures["notices"], figures["answers"]) == (2, 1, 0)


def test_row_34_an_excuse_shown_later_is_no_absence(play: Scenario) -> None:
    """“cần theo dõi số đảng viên vắng mặt …”"""
    play.given(*INTRODUCTION, *held_on("2026-06-12", "UNEXCUSED"))
    excuse = {"meeting": meeting_on("2026-06-12"), "link": LINK, "excuse": "Đi viện"}
    play.given(act("quarter secretary", "excuse-absence", "2026-07-01", **excuse))
    [before] = gaps(play, "G13", "2026-06-30")
    assert before["days_late"] == 8
    assert owed(play, "G13", "2026-07-01") == []
    assert year_of(play)["attendance"]["excused"] == 1
    play.when(
        act(
            "quarter secretary",
            "excuse-absence",
            "2026-07-01",
            **{**excuse, "link": link("nobody")},
        )
    ).refused(409, "NotAbsent", "link")


def test_row_26_the_workplace_answers_and_inspects(play: Scenario) -> None:
    """“thường xuyên kiểm tra, đôn đốc thực hiện”; “thiếu kiểm tra, nhắc nhở”"""
    play.given(*INTRODUCTION, *held_on("2026-06-12", "UNEXCUSED"))
    play.given(*held_on("2026-12-04", "UNEXCUSED"), REPORT)
    said = "thường xuyên kiểm tra, đôn đốc thực hiện"
    late_from(play, "G14", "2026-12-25", office="Wc", owner=OFFICE_CELL, quote=said)
    notice = chronicle_id(play, "absence.reported")
    answer = act(
        "cell secretary",
        "answer-absence",
        "2026-12-20",
        link=LINK,
        report=notice,
        outcome="WILL_ATTEND",
        note="Sẽ tham gia đầy đủ",
    )
    play.when(but(answer, report=f"{LINK}/99")).refused(409, "NoSuchReport", "report")
    play.when(by("ward clerk", answer)).refused(409, "TranscribedWithoutPaper", "transcribed")
    play.given(answer)
    assert owed(play, "G14", "2026-12-20") == []
    assert year_of(play)["attendance"]["answers"] == 1


def chronicle_id(play: Scenario, topic: str) -> str:
    [entry] = play.asked("ward secretary", f"/api/history?topic={topic}").items
    event: str = entry["event_id"]
    return event


def test_row_28_who_comes_to_fewer_than_half_comes_irregularly(play: Scenario) -> None:
    """“tham gia sinh hoạt không đều”"""
    said = "tham gia sinh hoạt không đều"
    play.given(*INTRODUCTION, *held_on("2026-04-10", "PRESENT"))
    play.given(*held_on("2026-05-12", "UNEXCUSED"))
    assert owed(play, "G15", "2026-05-13") == []
    play.given(*held_on("2026-06-12", "UNEXCUSED"), *held_on("2026-07-10", "EXCUSED"))
    gap = found_from(play, "G15", "2026-06-12", office="Wc", owner=OFFICE_CELL, quote=said)
    assert gap["weight"] == "advisory"
    figures = year_of(play)["attendance"]
    assert {name: figures[name] for name in ("called", "attended", "absent", "excused")} == {
        "called": 4,
        "attended": 1,
        "absent": 2,
        "excused": 1,
    }
    share = numbers(play, by="CELL")["ATTENDANCE", None]
    assert (share["part"], share["whole"]) == (1, 3)
    talk = act("cell secretary", "give-feedback", "2026-07-20", link=LINK, on="ATTENDANCE")
    play.given(talk)
    assert owed(play, "G15", "2026-07-20") == []
    play.given(*held_on("2026-09-10", "UNEXCUSED"))
    [anew] = gaps(play, "G15", "2026-09-11")
    assert anew["due_on"] == "2026-09-10"
    play.given(*held_on("2026-10-10", "PRESENT"), *held_on("2026-11-10", "PRESENT"))
    assert owed(play, "G15", "2026-11-10") == []


def test_row_29_one_goes_for_the_family(play: Scenario) -> None:
    """“một số gia đình có nhiều đảng viên … nhưng nhiều khi chỉ tham gia sinh hoạt đại diện một
    người”
    """
    said = "nhiều khi chỉ tham gia sinh hoạt đại diện một người"
    wife = about("wife", *INTRODUCTION)
    wife[1] = but(wife[1], dwelling=DECLARE.body["dwelling"])
    play.given(*INTRODUCTION, *wife)
    proxy = {"represented_by": str(LINK)}
    wrong = held_on("2026-06-12", "PRESENT", came("wife", "PRESENT", **proxy))
    play.given(wrong[0]).when(wrong[1]).refused(409, "PresentForAnother", "attendance")
    play.given(held_on("2026-06-12", "PRESENT", came("wife", "REPRESENTED", **proxy))[1])
    [running] = owed(play, "G16", "2026-06-12", "ward clerk")
    assert (running["due_on"], running["weight"]) == (None, "advisory")
    assert gaps(play, "G16", "2026-08-01", "ward clerk") == []

    play.given(*held_on("2026-09-11", "UNEXCUSED", came("wife", "PRESENT")))
    (gap,) = gaps(play, "G16", "2026-09-12", "ward clerk")
    assert (gap["due_on"], gap["office"], gap["owner"]["id"]) == ("2026-09-11", "Rc", str(QUARTER))
    assert said in gap["quote"]
    found = numbers(play, "ward clerk", by="CELL")
    assert found["HOUSEHOLDS_BY_PROXY", None]["value"] == 1
    assert found["REPRESENTED", None]["part"] == 1
    play.given(*held_on("2026-12-04", "PRESENT", came("wife", "PRESENT")))
    assert owed(play, "G16", "2026-12-04", "ward clerk") == []
    assert chronicle(play, ENROL.body["person"])["meeting.held"]["attendance"][0]["status"] == (
        "PRESENT"
    )
