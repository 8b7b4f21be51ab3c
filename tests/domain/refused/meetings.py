"""Meetings: called, told, held, followed up; and what follows an absence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.introduction.link import link_id
from domain.meeting import Attendance, AttendanceEntry, MeetingKind
from domain.refusals import (
    AfterTheMeeting,
    AlreadyHeld,
    AttendanceKnown,
    BeforeItsGround,
    ContentEmpty,
    HeldBeforeCalled,
    MeetingIsOff,
    NotAbsent,
    NotConvened,
    NotHeld,
    NotIntroducedHere,
    OrganizationEnded,
    OtherFactsOnRecord,
    PeriodOutOfRange,
    PresentForAnother,
)
from tests.domain.refused.row import NOWHERE, Row
from tests.year import (
    ATTENDANCE_RECORDED,
    CALLED_IN_VAIN,
    CANCELLED,
    CONTENT_RECORDED,
    CONVENED,
    DINH_LINK,
    EXCUSED,
    HELD,
    LINK,
    MEETING,
    NOTICES_DELIVERED,
    REMINDED,
    REPORTED,
    THAM,
    after,
    before,
)

STRANGER = link_id(THAM, 7)
THE_DAY_BEFORE, THE_DAY_AFTER = date(2026, 6, 11), date(2026, 6, 13)
OFF = CALLED_IN_VAIN.stream
LISTED_TWICE = (
    AttendanceEntry(DINH_LINK, Attendance.PRESENT),
    AttendanceEntry(DINH_LINK, Attendance.EXCUSED),
)
FOR_ANOTHER = (AttendanceEntry(DINH_LINK, Attendance.PRESENT, represented_by="RELATIVE"),)
OF_A_STRANGER = (AttendanceEntry(STRANGER, Attendance.PRESENT),)

ROWS = [
    Row(
        "called in a cell that nobody knows",
        before(CONVENED),
        CONVENED.but(cell=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "called for a day gone by",
        before(CONVENED),
        CONVENED.on(THE_DAY_AFTER),
        HeldBeforeCalled,
    ),
    Row(
        "called after it was held",
        (*before(CONVENED), HELD.transcribed()),
        CONVENED,
        AlreadyHeld,
    ),
    *(
        Row(f"a periodic meeting in June for {period}", before(CONVENED), paper, PeriodOutOfRange)
        for period in ("2026-H2", "2025-H2", None)
        for paper in (CONVENED.but(period=period),)
    ),
    Row(
        "another meeting that takes a half-year",
        before(CONVENED),
        CONVENED.but(kind=MeetingKind.OTHER),
        PeriodOutOfRange,
    ),
    Row("told before it was called", before(CONVENED), NOTICES_DELIVERED, NotConvened),
    Row(
        "told on a day before it was called",
        before(NOTICES_DELIVERED),
        NOTICES_DELIVERED.on(date(2026, 5, 31)),
        BeforeItsGround,
    ),
    Row(
        "told after it was cancelled",
        after(CANCELLED),
        replace(NOTICES_DELIVERED, stream=OFF).on(date(2026, 8, 19)),
        MeetingIsOff,
    ),
    Row(
        "told the day after",
        before(NOTICES_DELIVERED),
        NOTICES_DELIVERED.on(THE_DAY_AFTER),
        AfterTheMeeting,
    ),
    Row(
        "somebody told who is not of the cell",
        before(NOTICES_DELIVERED),
        NOTICES_DELIVERED.but(links=(LINK, STRANGER)),
        NotIntroducedHere,
    ),
    Row(
        "held in a cell that nobody knows",
        before(HELD),
        HELD.but(cell=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "held after it was cancelled",
        after(CANCELLED),
        replace(HELD.but(kind=MeetingKind.OTHER, period=None), stream=OFF).on(date(2026, 8, 20)),
        MeetingIsOff,
    ),
    Row("held without a call", before(CONVENED), HELD, NotConvened),
    Row("held before the call", before(HELD), HELD.on(date(2026, 5, 31)), HeldBeforeCalled),
    Row(
        "held as another kind than called",
        before(HELD),
        HELD.but(kind=MeetingKind.OTHER, period=None),
        OtherFactsOnRecord,
    ),
    Row("held for another half", before(HELD), HELD.but(period="2026-H2"), PeriodOutOfRange),
    Row(
        "somebody listed who is not of the cell",
        before(HELD),
        HELD.but(attendance=OF_A_STRANGER),
        NotIntroducedHere,
    ),
    Row("somebody listed twice", before(HELD), HELD.but(attendance=LISTED_TWICE), AttendanceKnown),
    Row(
        "present and represented at once",
        before(HELD),
        HELD.but(attendance=FOR_ANOTHER),
        PresentForAnother,
    ),
    Row("a list of no meeting", before(HELD), ATTENDANCE_RECORDED, NotHeld),
    Row(
        "a list completed before the meeting",
        before(ATTENDANCE_RECORDED),
        ATTENDANCE_RECORDED.on(THE_DAY_BEFORE),
        BeforeItsGround,
    ),
    Row(
        "a list that knows better",
        before(ATTENDANCE_RECORDED),
        ATTENDANCE_RECORDED.but(attendance=(AttendanceEntry(LINK, Attendance.PRESENT),)),
        AttendanceKnown,
    ),
    Row(
        "a list completed by a stranger",
        before(ATTENDANCE_RECORDED),
        ATTENDANCE_RECORDED.but(attendance=OF_A_STRANGER),
        NotIntroducedHere,
    ),
    Row(
        "completed as present and represented at once",
        before(ATTENDANCE_RECORDED),
        ATTENDANCE_RECORDED.but(attendance=FOR_ANOTHER),
        PresentForAnother,
    ),
    Row("excused from no meeting", before(HELD), EXCUSED, NotHeld),
    Row(
        "excused before the meeting",
        before(EXCUSED),
        EXCUSED.on(THE_DAY_BEFORE),
        BeforeItsGround,
    ),
    Row("excused though not absent", before(EXCUSED), EXCUSED.but(link=DINH_LINK), NotAbsent),
    Row("the content of no meeting", before(HELD), CONTENT_RECORDED, NotHeld),
    Row(
        "the content before the meeting",
        before(CONTENT_RECORDED),
        CONTENT_RECORDED.on(THE_DAY_BEFORE),
        BeforeItsGround,
    ),
    Row(
        "a meeting about nothing",
        before(CONTENT_RECORDED),
        CONTENT_RECORDED.but(items=()),
        ContentEmpty,
    ),
    Row("cancelled before it was called", before(CALLED_IN_VAIN), CANCELLED, NotConvened),
    Row(
        "cancelled on a day before it was called",
        before(CANCELLED),
        CANCELLED.on(date(2026, 8, 9)),
        BeforeItsGround,
    ),
    Row(
        "cancelled after it was held",
        after(HELD),
        replace(CANCELLED, stream=MEETING),
        AlreadyHeld,
    ),
    *(
        row
        for paper in (REMINDED, REPORTED)
        for name in (paper.kind.__name__,)
        for row in (
            Row(f"{name} of no meeting", before(HELD), paper, NotAbsent),
            Row(
                f"{name} of one who was excused",
                before(paper),
                replace(paper, stream=DINH_LINK),
                NotAbsent,
            ),
            Row(
                f"{name} before the meeting",
                before(paper),
                paper.on(THE_DAY_BEFORE),
                BeforeItsGround,
            ),
        )
    ),
]
