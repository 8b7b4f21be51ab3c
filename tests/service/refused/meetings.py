"""Meetings of a residence cell, and the absences from them."""

from __future__ import annotations

from domain.introduction.link import link_id
from domain.refusals import (
    AfterTheMeeting,
    AlreadyHeld,
    AttendanceKnown,
    ContentEmpty,
    HeldBeforeCalled,
    MeetingIsOff,
    NoSuchReport,
    NotAbsent,
    NotConvened,
    NotHeld,
    NotIntroducedHere,
    PeriodOutOfRange,
    PresentForAnother,
)
from tests.service.refused.row import Row, Stage, but
from tests.service.town import (
    INTRODUCTION,
    LINK,
    MEETING,
    MEETING_HELD,
    PLACING,
    act,
    person,
)

CONVENE, TELL, HOLD, RECORD = MEETING_HELD
STRANGER = link_id(person("stranger"), 1)
CANCEL = act("quarter secretary", "cancel-meeting", "2026-06-20", meeting=MEETING, reason="Bão")
COMPLETE = act(
    "quarter secretary",
    "record-attendance",
    "2026-06-27",
    meeting=MEETING,
    attendance=[{"link": str(LINK), "status": "PRESENT"}],
)
REMIND = act(
    "quarter secretary", "remind-absence", "2026-06-27", link=LINK, meetings=[MEETING], how="CALL"
)
ANSWER = act(
    "cell secretary",
    "answer-absence",
    "2026-06-30",
    link=LINK,
    report=f"{LINK}/1",
    outcome="EXPLAINED",
)
FOR_ANOTHER = [{"link": str(LINK), "status": "PRESENT", "represented_by": "RELATIVE"}]

STAGES = [
    Stage(
        "no meeting",
        [*INTRODUCTION, *PLACING],
        [
            Row(but(CONVENE, "2026-06-26"), HeldBeforeCalled, "scheduled_for"),
            Row(but(CONVENE, period="2026-H2"), PeriodOutOfRange, "period"),
            Row(TELL, NotConvened, "meeting"),
            Row(but(HOLD, meeting=None), NotConvened, "meeting"),
        ],
    ),
    Stage(
        "a meeting called",
        [*INTRODUCTION, *PLACING, CONVENE],
        [
            Row(but(TELL, "2026-06-26"), AfterTheMeeting, "occurred_on"),
            Row(but(TELL, links=[STRANGER]), NotIntroducedHere, "links"),
            Row(but(HOLD, "2026-06-09"), HeldBeforeCalled, "occurred_on"),
            Row(but(HOLD, attendance=FOR_ANOTHER), PresentForAnother, "attendance"),
            Row(RECORD, NotHeld, "meeting"),
        ],
    ),
    Stage(
        "a meeting cancelled",
        [*INTRODUCTION, *PLACING, CONVENE, CANCEL],
        [Row(TELL, MeetingIsOff, "meeting"), Row(HOLD, MeetingIsOff, "meeting")],
    ),
    Stage(
        "a meeting held",
        [*INTRODUCTION, *PLACING, *MEETING_HELD[:3]],
        [
            Row(but(CANCEL, "2026-06-27"), AlreadyHeld, "meeting"),
            Row(COMPLETE, AttendanceKnown, "attendance"),
            Row(but(RECORD, items=[]), ContentEmpty, "items"),
            Row(REMIND, NotAbsent, "meetings"),
            Row(ANSWER, NoSuchReport, "report"),
        ],
    ),
]
