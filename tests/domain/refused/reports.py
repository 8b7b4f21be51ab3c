"""What the residence reports and the workplace answers; feedback; what comes of an opinion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.introduction.events import ATTENDANCE
from domain.refusals import (
    AddresseeNotWorkplace,
    AlreadyAnswered,
    BeforeItsGround,
    ExemptFromIntroduction,
    MemberHasDeparted,
    NoOpenLink,
    NoSuchLink,
    NoSuchReport,
    NothingProposed,
    NotOurMember,
    NotReceived,
    NotReceiver,
    OrganizationEnded,
    SecretMaterial,
)
from domain.report import AskOutcome
from tests.domain.refused.row import NOWHERE, Row
from tests.year import (
    ABSENCE_ANSWERED,
    AN,
    ARRIVED,
    CELL,
    CLOSED,
    DEPARTED,
    DINH,
    DINH_LINK,
    EVALUATION,
    FEEDBACK_GIVEN,
    LETTER_ASK_ANSWERED,
    LETTER_ASKED,
    LINK,
    OPINION_DISCLOSED,
    OTHER_WARD,
    PROPOSAL_RESOLVED,
    RECEIVED,
    REPORT,
    REPORT_ANSWERED,
    REPORT_SENT,
    REWARD_RECEIVED,
    SENT_BACK,
    STATEMENT_RECORDED,
    after,
    before,
)

ON_ATTENDANCE = FEEDBACK_GIVEN.but(on=ATTENDANCE)
ON_A_REPORT = FEEDBACK_GIVEN.but(on=str(REPORT))
FOLLOWS = LETTER_ASK_ANSWERED.but(outcome=AskOutcome.LETTER_FOLLOWS)

ROWS = [
    Row(
        "an answer to no notice",
        before(ABSENCE_ANSWERED),
        ABSENCE_ANSWERED.but(report=f"{LINK}/99"),
        NoSuchReport,
    ),
    Row(
        "an answer to a notice about somebody else",
        before(ABSENCE_ANSWERED),
        replace(ABSENCE_ANSWERED, stream=DINH_LINK),
        NoSuchReport,
    ),
    Row(
        "a notice answered before it was written",
        before(ABSENCE_ANSWERED),
        ABSENCE_ANSWERED.on(date(2026, 6, 30)),
        BeforeItsGround,
    ),
    Row("feedback on a link never opened", before(RECEIVED), ON_ATTENDANCE, NoSuchLink),
    Row(
        "feedback on a day before the link",
        after(RECEIVED),
        ON_ATTENDANCE.on(date(2026, 3, 8)),
        NoSuchLink,
    ),
    Row(
        "feedback to a member who has departed",
        after(DEPARTED),
        ON_ATTENDANCE.on(date(2027, 1, 5)),
        MemberHasDeparted,
    ),
    Row("feedback before the slip came", before(ARRIVED), FEEDBACK_GIVEN, NotReceived),
    Row(
        "feedback on a slip that was returned",
        after(SENT_BACK),
        FEEDBACK_GIVEN.on(date(2026, 11, 19)),
        NotReceived,
    ),
    Row(
        "feedback on a slip about somebody else",
        before(FEEDBACK_GIVEN),
        replace(FEEDBACK_GIVEN.on(date(2026, 11, 30)), stream=DINH_LINK),
        NotReceived,
    ),
    Row(
        "feedback on nothing on record",
        before(FEEDBACK_GIVEN),
        FEEDBACK_GIVEN.but(on=str(NOWHERE)),
        NotReceived,
    ),
    Row(
        "feedback on no id",
        before(FEEDBACK_GIVEN),
        FEEDBACK_GIVEN.but(on="attendance"),
        NotReceived,
    ),
    Row(
        "feedback on a day before the slip came",
        before(FEEDBACK_GIVEN),
        FEEDBACK_GIVEN.on(date(2026, 11, 26)),
        BeforeItsGround,
    ),
    Row("feedback on a report never sent", before(REPORT_SENT), ON_A_REPORT, NotReceived),
    Row(
        "feedback on a report about somebody else",
        after(REPORT_SENT),
        replace(ON_A_REPORT.on(date(2026, 11, 30)), stream=DINH_LINK),
        NotReceived,
    ),
    Row(
        "feedback on a day before the report",
        after(REPORT_SENT),
        ON_A_REPORT.on(date(2026, 8, 2)),
        BeforeItsGround,
    ),
    *(
        row
        for paper in (OPINION_DISCLOSED, STATEMENT_RECORDED)
        for name in [paper.kind.__name__]
        for row in (
            Row(f"{name} before the slip came", before(ARRIVED), paper, NotReceived),
            Row(
                f"{name} on a day before the slip came",
                before(paper),
                paper.on(date(2026, 11, 26)),
                BeforeItsGround,
            ),
            Row(
                f"{name} after the departure",
                before(paper),
                paper.on(date(2027, 1, 5)),
                MemberHasDeparted,
            ),
        )
    ),
    Row("resolved before it came", before(REWARD_RECEIVED), PROPOSAL_RESOLVED, NotReceived),
    Row(
        "resolved on a day before it came",
        before(PROPOSAL_RESOLVED),
        PROPOSAL_RESOLVED.on(date(2026, 11, 16)),
        BeforeItsGround,
    ),
    Row(
        "resolved though nothing was proposed",
        before(PROPOSAL_RESOLVED),
        replace(PROPOSAL_RESOLVED, stream=EVALUATION),
        NothingProposed,
    ),
    Row("reported before the link", before(RECEIVED), REPORT_SENT, NoOpenLink),
    Row(
        "reported after the link was closed",
        after(CLOSED),
        REPORT_SENT.on(date(2026, 12, 16)),
        NoOpenLink,
    ),
    Row(
        "reported after the departure",
        (*before(CLOSED), DEPARTED),
        REPORT_SENT.on(date(2026, 12, 31)),
        MemberHasDeparted,
    ),
    Row("an answer to no report", before(REPORT_SENT), REPORT_ANSWERED, NoSuchReport),
    Row(
        "a report answered before it was written",
        after(REPORT_SENT),
        REPORT_ANSWERED.on(date(2026, 8, 2)),
        BeforeItsGround,
    ),
    Row(
        "a report answered twice",
        after(REPORT_ANSWERED),
        REPORT_ANSWERED.on(date(2026, 8, 25)),
        AlreadyAnswered,
    ),
    Row(
        "a letter asked for by nobody",
        before(LETTER_ASKED),
        LETTER_ASKED.but(by=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "a letter asked of nobody",
        before(LETTER_ASKED),
        LETTER_ASKED.but(to=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "a letter asked for by a workplace",
        before(LETTER_ASKED),
        LETTER_ASKED.but(by=CELL),
        NotReceiver,
    ),
    Row(
        "a letter asked of a residence",
        before(LETTER_ASKED),
        LETTER_ASKED.but(to=OTHER_WARD),
        AddresseeNotWorkplace,
    ),
    Row("an answer to no request", before(LETTER_ASKED), LETTER_ASK_ANSWERED, NoSuchReport),
    Row(
        "a request answered before it was written",
        after(LETTER_ASKED),
        LETTER_ASK_ANSWERED.on(date(2026, 8, 4)),
        BeforeItsGround,
    ),
    Row(
        "a request answered twice",
        after(LETTER_ASK_ANSWERED),
        FOLLOWS.on(date(2026, 8, 25)),
        AlreadyAnswered,
    ),
    Row(
        "no letter is due, for somebody who is named",
        after(LETTER_ASKED),
        LETTER_ASK_ANSWERED.but(member=AN),
        SecretMaterial,
    ),
    Row(
        "a letter follows for somebody else's member",
        after(LETTER_ASKED),
        FOLLOWS.but(member=NOWHERE),
        NotOurMember,
    ),
    Row(
        "a letter follows for a member of class B",
        after(LETTER_ASKED),
        FOLLOWS.on(date(2026, 12, 5)).but(member=DINH),
        ExemptFromIntroduction,
    ),
]
