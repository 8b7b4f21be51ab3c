"""The calendar of a body, and the file that a calendar program subscribes to."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from domain.meeting import MeetingKind, meeting_id
from tests.service.scenario import Scenario
from tests.service.town import (
    INTRODUCTION,
    MEETING,
    MEETING_HELD,
    PLACING,
    QUARTER,
    WARD,
    YEAR,
    act,
)
from tests.service.trail import trail

CALLED = MEETING_HELD[0]
CALLED_LATER = act(
    "quarter secretary",
    "convene-meeting",
    "2026-11-20",
    cell=QUARTER,
    scheduled_for="2026-12-20",
    kind="PERIODIC",
    period="2026-H2",
    about="Tổng kết năm, bàn việc xây dựng nếp sống văn minh; góp ý, phê bình, và nhiều việc khác",
)


def events(scenario: Scenario, who: str, asked: str = "") -> list[Any]:
    scenario.asked(who, f"/api/calendar.ics{asked}")
    assert scenario.answer.status_code == 200, scenario.answer.text
    assert scenario.answer.content_type == "text/calendar; charset=utf-8"
    return Calendar.from_ical(scenario.answer.data).walk("VEVENT")


def meetings(found: list[Any]) -> list[Any]:
    return [event for event in found if event["uid"].startswith("meeting/")]


def test_a_meeting_is_on_the_calendar_of_its_cell_committee_and_group(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, *PLACING, CALLED)
    for who in ("quarter secretary", "ward clerk", "group leader"):
        [event] = meetings(events(scenario, who, "?as_of=2026-06-20"))
        assert event["uid"] == f"meeting/{MEETING}@lienhe"
        assert event.start == datetime(2026, 6, 25, 19, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
        assert event["summary"] == "Sinh hoạt định kỳ 2026-H1: Sơ kết 6 tháng"
        assert (event["status"], event["sequence"]) == ("CONFIRMED", 1)
    for who in ("clerk", "other ward clerk", "cell secretary"):
        assert meetings(events(scenario, who, "?as_of=2026-06-20")) == []
    assert meetings(events(scenario, "ward clerk", "?as_of=2026-06-09")) == []


def test_what_becomes_of_a_meeting_is_told_under_the_same_id(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, *PLACING, CALLED, CALLED_LATER)
    first, _ = meetings(events(scenario, "ward clerk"))
    cancel = act(
        "quarter secretary",
        "cancel-meeting",
        "2026-12-01",
        meeting=meeting_id(QUARTER, date(2026, 12, 20), MeetingKind.PERIODIC),
        reason="Mưa bão",
    )
    scenario.given(*MEETING_HELD[1:], cancel)
    held, off = meetings(events(scenario, "ward clerk"))
    assert held["uid"] == first["uid"]
    assert held["sequence"] > first["sequence"]
    assert "đã họp" in held["description"]
    assert (off["status"], off.start) == ("CANCELLED", date(2026, 12, 20))
    [only] = meetings(events(scenario, "ward clerk", "?from=2026-12-01&to=2026-12-31"))
    assert only["uid"] == off["uid"]


def test_what_falls_due_is_counted_and_names_nobody(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION[:4])
    listed = scenario.asked("ward clerk", "/api/obligations?as_of=2026-03-20").items
    ours = [row for row in listed if row["owner"]["id"] == str(WARD) and row["due_on"]]
    found = events(scenario, "ward clerk", "?as_of=2026-03-20")
    assert {event.start for event in found} == {date.fromisoformat(r["due_on"]) for r in ours}
    assert [event["summary"] for event in found if "G05" in event["description"]] == [
        "Hạn: Chưa gửi phiếu báo (1)"
    ]
    [late] = [
        e for e in events(scenario, "ward clerk", "?as_of=2026-04-20") if "G05" in e["description"]
    ]
    assert late["summary"].startswith("Quá hạn: ")
    assert late["uid"] in {event["uid"] for event in found}
    assert "Thắm" not in scenario.answer.text
    assert trail(scenario)[-1][1].startswith("/api/obligations")


def test_a_line_is_short_and_ends_as_the_standard_says(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, CALLED_LATER)
    assert meetings(events(scenario, "ward clerk"))
    content = scenario.answer.data
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert "Tổng kết năm\\, bàn việc xây dựng nếp sống văn minh\\; góp ý" in unfolded


def test_the_calendar_is_given_by_its_media_type_too(scenario: Scenario) -> None:
    scenario.given(*YEAR)
    scenario.asked("ward clerk", "/api/calendar", Accept="text/calendar")
    assert "X-WR-CALNAME:Đảng ủy phường An Hòa: Lịch" in scenario.answer.text
    scenario.asked("ward clerk", "/api/calendar.ics", **{"Accept-Language": "en"})
    assert "Periodic meeting 2026-H1" in scenario.answer.text


def test_a_calendar_program_shows_the_token_as_a_password(at_rest: Scenario) -> None:
    token = at_rest.headers("ward clerk")["Authorization"].partition(" ")[2]
    basic = {"Authorization": "Basic " + b64encode(f"x:{token}".encode()).decode()}
    for feed in ("calendar.ics", "history.atom"):
        assert at_rest.client.get(f"/api/{feed}", headers=basic).status_code == 200
        at_rest.answer = at_rest.client.get(f"/api/{feed}")
        at_rest.refused(401, "UnknownPassword")
        assert at_rest.client.get(f"/api/{feed}?token={token}").status_code == 401


@pytest.mark.parametrize("query", ["limit=3", "cursor=x", "from=x", "as_of=x", "topic=letter."])
def test_a_calendar_minds_its_parameters(at_rest: Scenario, query: str) -> None:
    at_rest.asked("clerk", f"/api/calendar.ics?{query}").refused(422, "InvalidBody")


def test_an_administrator_has_no_calendar(at_rest: Scenario) -> None:
    at_rest.asked("administrator", "/api/calendar.ics").refused(403, "ReadByAdministrator")
