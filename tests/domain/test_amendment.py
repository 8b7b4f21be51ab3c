"""Where a path leads in an entry, what may stand there, and what is said where it may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from domain.acts import Via
from domain.amendment import UnknownPath, amended, looked_up
from domain.introduction.events import NamesAsIssued, Printed
from domain.meeting import Attendance, AttendanceEntry, ContentItem
from domain.private import Personal
from tests import year
from tests.paper import Paper
from tests.scenario import given
from tests.year import YEAR

RECORD = given(*YEAR)
NAME = Personal(year.THAM, "Nguyễn Thị Thơm")
HERE = f"attendance.{year.LINK}"


@pytest.mark.parametrize(
    ("paper", "path", "value", "field", "right"),
    [
        (year.ISSUED, "number", "16-GT/ĐU", "number", "16-GT/ĐU"),
        (year.ISSUED, "sealed", False, "sealed", False),
        (year.ISSUED, "occurred_on", "2026-02-11", "occurred_on", date(2026, 2, 11)),
        (
            year.ISSUED,
            "attendance_exempt_until",
            "2026-12-31",
            "attendance_exempt_until",
            date(2026, 12, 31),
        ),
        (year.ISSUED, "to_cell", str(year.QUARTER), "to_cell", year.QUARTER),
        (
            year.ISSUED,
            "names_as_issued.to",
            "Đảng ủy phường",
            "names_as_issued",
            NamesAsIssued("Đảng ủy cơ quan", "Đảng ủy phường"),
        ),
        (
            year.ISSUED,
            "names_as_issued",
            {"issuer": "A", "to": "B"},
            "names_as_issued",
            NamesAsIssued("A", "B"),
        ),
        (
            year.ISSUED,
            "printed.identity",
            NAME,
            "printed",
            Printed(NAME, Personal(year.THAM, "Số 1 ngõ Thông Phong")),
        ),
        (year.ENROLLED, "full_name", NAME, "full_name", NAME),
        (year.ENROLLED, "official_on", None, "official_on", None),
        (year.RECEIVED, "via", "POST", "via", Via.POST),
        (year.EXEMPTION_GRANTED, "from", "2026-09-08", "from_", date(2026, 9, 8)),
        (year.CONVENED, "time", "19:30", "time", time(19, 30)),
        (year.WRITTEN, "levels", {"example": 1}, "levels", {"example": 1}),
        (
            year.RULES_ADOPTED,
            "figures",
            {"notify.changes": ["MOVED"]},
            "figures",
            {"notify.changes": ["MOVED"]},
        ),
        (
            year.CONTENT_RECORDED,
            "items",
            ["DIFFICULTIES"],
            "items",
            (ContentItem.DIFFICULTIES,),
        ),
        (
            year.COMMITTEE_ELECTED,
            "members",
            [str(year.MINH)],
            "members",
            (year.MINH,),
        ),
        (
            year.HELD,
            f"{HERE}.status",
            "EXCUSED",
            "attendance",
            (AttendanceEntry(year.LINK, Attendance.EXCUSED),),
        ),
        (
            year.HELD,
            "attendance",
            [{"link": str(year.DINH_LINK), "status": "PRESENT"}],
            "attendance",
            (AttendanceEntry(year.DINH_LINK, Attendance.PRESENT),),
        ),
    ],
)
def test_the_right_fact_stands_at_its_path(
    paper: Paper, path: str, value: object, field: str, right: object
) -> None:
    entry = RECORD.entry_of[paper]
    changes: dict[str, Any] = {field: right}
    assert amended(entry, {path: value}) == replace(entry, **changes)


def test_the_day_of_arrival_may_be_mended() -> None:
    copy = year.SLIP_RETURNED.transcribed()
    entry = given(*year.before(year.SLIP_RETURNED)).when(copy).entry_of[copy]
    assert amended(entry, {"transcribed.arrived_on": "2026-03-13"}).arrived_on == date(2026, 3, 13)


def test_several_facts_are_mended_at_once() -> None:
    entry = RECORD.entry_of[year.HELD]
    facts = {f"{HERE}.status": "REPRESENTED", f"{HERE}.represented_by": "RELATIVE"}
    [listed] = amended(entry, facts).attendance  # type: ignore[attr-defined]
    assert listed == AttendanceEntry(year.LINK, Attendance.REPRESENTED, "RELATIVE")


@pytest.mark.parametrize(
    ("paper", "path", "value", "why"),
    [
        (year.ISSUED, "colour", "blue", "LetterIssued has no such field"),
        (year.ISSUED, "", "blue", "LetterIssued has no such field"),
        (year.ISSUED, "number", 16, "str is needed"),
        (year.ISSUED, "number", None, "str is needed"),
        (year.ISSUED, "attempt", True, "int is needed"),
        (year.ISSUED, "sealed", "yes", "bool is needed"),
        (year.ISSUED, "occurred_on", "yesterday", "'yesterday' cannot stand here"),
        (year.ISSUED, "occurred_on", 20260211, "date is needed"),
        (year.ISSUED, "to_cell", "here", "'here' cannot stand here"),
        (year.ISSUED, "signer_office", "treasurer", "'treasurer' cannot stand here"),
        (year.ISSUED, "number.year", "2026", "number has nothing inside it"),
        (year.ISSUED, "names_as_issued.by", "A", "NamesAsIssued has no such field"),
        (year.ISSUED, "names_as_issued", {"issuer": "A"}, "NamesAsIssued is needed whole"),
        (year.ISSUED, "names_as_issued", "A", "NamesAsIssued is needed"),
        (year.ISSUED, "transcribed.arrived_on", "2026-03-13", "transcribed has nothing inside"),
        (year.ENROLLED, "full_name", "Nguyễn Thị Thơm", "a private value is needed"),
        (year.CONVENED, "time", "soon", "'soon' cannot stand here"),
        (year.CONTENT_RECORDED, "items", "DIFFICULTIES", "a list is needed"),
        (year.CONTENT_RECORDED, "items", ["GOSSIP"], "'GOSSIP' cannot stand here"),
        (year.CONTENT_RECORDED, "items.SECURITY", "GOSSIP", "the list has no entry SECURITY"),
        (year.WRITTEN, "levels", {"example": "high"}, "int is needed"),
        (year.WRITTEN, "levels.example", 1, "levels has nothing inside it"),
        (year.HELD, "attendance.somebody.status", "PRESENT", "the list has no entry somebody"),
        (year.HELD, HERE, "PRESENT", "a fact of .* is needed"),
        (year.HELD, f"{HERE}.mood", "good", "AttendanceEntry has no such field"),
        (year.HELD, "attendance", [{"status": "PRESENT"}], "AttendanceEntry is needed whole"),
        (year.COMMITTEE_ELECTED, "members.first", str(UUID(int=1)), "the list has no entry first"),
    ],
)
def test_what_cannot_stand_there_is_said(paper: Paper, path: str, value: object, why: str) -> None:
    with pytest.raises(UnknownPath, match=why):
        amended(RECORD.entry_of[paper], {path: value})


@pytest.mark.parametrize(
    ("paper", "path", "now"),
    [
        (year.ISSUED, "number", "15-GT/ĐU"),
        (year.EXEMPTION_GRANTED, "from", date(2026, 9, 7)),
        (year.ISSUED, "names_as_issued.to", "Đảng ủy phường Văn Miếu"),
        (year.HELD, f"{HERE}.status", Attendance.UNEXCUSED),
    ],
)
def test_what_stands_at_a_path_can_be_looked_up(paper: Paper, path: str, now: object) -> None:
    assert looked_up(RECORD.entry_of[paper], path)[1] == now


@pytest.mark.parametrize(
    ("paper", "path"),
    [
        (year.ISSUED, "colour"),
        (year.ISSUED, "number.year"),
        (year.WRITTEN, "levels.example"),
        (year.HELD, "attendance.somebody.status"),
        (year.COMMITTEE_ELECTED, "members.first"),
    ],
)
def test_a_path_that_leads_nowhere_is_said(paper: Paper, path: str) -> None:
    with pytest.raises(UnknownPath):
        looked_up(RECORD.entry_of[paper], path)
