"""Reports, requests for a letter, lists compared, classification, and what is owed."""

from __future__ import annotations

from domain.reconciliation import reconciliation_id
from domain.refusals import (
    AcceptedByOwner,
    AddresseeNotWorkplace,
    AlreadyAnswered,
    AlreadyDecided,
    LevelUnknown,
    NoSuchDifference,
    NotAGap,
    NotReceiver,
    SnoozeTooLong,
    WrongCommittee,
)
from domain.report import report_id
from tests.service.refused.row import Row, Stage, but
from tests.service.town import (
    CLASSIFY,
    ENROL,
    INTRODUCTION,
    LINK,
    OFFICE_CELL,
    OTHER_WARD,
    WARD,
    WORKPLACE,
    act,
    person,
)

WROTE = act(
    "ward secretary",
    "send-report",
    "2026-05-04",
    link=LINK,
    kind="ADVERSE",
    subject="CIVIC_DUTY",
    text="Không tham gia.",
    number="4-CV",
)
ANSWER = act(
    "secretary",
    "answer-report",
    "2026-05-20",
    report=report_id(LINK, "4-CV"),
    outcome="PARTLY",
)
ASK = act(
    "ward clerk",
    "ask-for-letter",
    "2026-04-01",
    by=WARD,
    to=WORKPLACE,
    full_name="Lê Văn Út",
    grounds="Ở từ tháng 1",
)
STATE = act(
    "ward clerk",
    "state-roster",
    "2026-07-03",
    workplace=WORKPLACE,
    residence=WARD,
    stated_by="RESIDENCE",
    as_on="2026-06-30",
    entries=[{"link": str(LINK), "status": "RECEIVED"}],
)
EXPLAIN_DIFFERENCE = act(
    "ward clerk",
    "answer-difference",
    "2026-07-10",
    reconciliation=reconciliation_id(WORKPLACE, WARD, STATE.body["as_on"]),
    difference="OTHER_CELL:9",
    answer="MENDED",
)
SLIP_OWED = f"G05:letter/{LINK}/1:{LINK}/2"
SNOOZE = act(
    "ward clerk",
    "snooze-obligation",
    "2026-04-01",
    obligation=SLIP_OWED,
    until="2026-07-01",
    reason="Chờ con dấu",
)
EXPLAIN = act(
    "ward clerk",
    "explain-gap",
    "2026-05-01",
    obligation=SLIP_OWED,
    reason="Thất lạc",
    accepted_by=person("secretary"),
)

STAGES = [
    Stage(
        "a report and its answer",
        [*INTRODUCTION, WROTE, ANSWER],
        [Row(but(ANSWER, "2026-06-01"), AlreadyAnswered, "report")],
    ),
    Stage(
        "nobody",
        [],
        [
            Row(but(ASK, to=OTHER_WARD), AddresseeNotWorkplace, "to"),
            Row(but(ASK, who="clerk", by=WORKPLACE), NotReceiver, "by"),
        ],
    ),
    Stage(
        "a list stated",
        [*INTRODUCTION, STATE],
        [Row(EXPLAIN_DIFFERENCE, NoSuchDifference, "difference")],
    ),
    Stage(
        "a slip owed",
        INTRODUCTION[:4],
        [
            Row(SNOOZE, SnoozeTooLong, "until"),
            Row(but(EXPLAIN, "2026-03-20"), NotAGap, "obligation"),
            Row(but(EXPLAIN, accepted_by=person("ward secretary")), AcceptedByOwner, "accepted_by"),
        ],
    ),
    Stage(
        "nobody classified",
        [ENROL],
        [
            Row(but(CLASSIFY, level="SPLENDID"), LevelUnknown, "level"),
            Row(
                but(CLASSIFY, who="cell secretary", decided_by=OFFICE_CELL),
                WrongCommittee,
                "decided_by",
            ),
        ],
    ),
    Stage(
        "a member classified",
        [ENROL, CLASSIFY],
        [Row(but(CLASSIFY, "2026-12-30"), AlreadyDecided, "member")],
    ),
]
