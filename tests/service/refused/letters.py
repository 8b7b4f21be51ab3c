"""Letters, slips, and the link that they open and close."""

from __future__ import annotations

from domain.introduction.link import link_id
from domain.refusals import (
    AfterFollowedFrom,
    BeforeItsGround,
    CellNotUnderBody,
    ExemptFromIntroduction,
    GroupNotInCell,
    LetterNeverArrived,
    LetterOutOfForce,
    LetterUnderWay,
    LinkIsClosed,
    LinkIsOpen,
    MonitorNotOnCommittee,
    NoGround,
    NoSuchLink,
    NotForwarded,
    NotInOffice,
    NumberTaken,
    OutsideYourSide,
    ResidenceUnknown,
    RestsOnIt,
    SlipNotReturned,
    StruckEntry,
    SubjectIsFixed,
    TranscribedWithoutPaper,
    Unsealed,
    WrongBody,
)
from tests.service.refused.bodies import SUCCEED
from tests.service.refused.members import EXEMPT
from tests.service.refused.row import Row, Stage, but
from tests.service.scenario import Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    FILE_SLIP,
    FORWARD,
    INTRODUCTION,
    ISSUE,
    LINK,
    MEMBER,
    OFFICE_CELL,
    OTHER_WARD,
    PLACING,
    QUARTER,
    RECEIVE,
    RETURN_SLIP,
    act,
    person,
)

LIST, ASSIGN_GROUP, ASSIGN_MONITOR = PLACING
DRAFT = act("clerk", "draft-letter", "2026-03-03", member=MEMBER)
VOID = act("clerk", "void-letter", "2026-03-20", link=LINK, reason="LOST")
RETURN = act("ward clerk", "return-letter", "2026-03-20", link=LINK, reason="WRONG_DATA")
CARRY = act("clerk", "carry-over-link", "2026-03-03", member=MEMBER, letter_date="2026-02-01")
TELL = act("clerk", "notify-status", "2026-06-03", link=LINK, change="SUSPENDED")
MOVE = but(DECLARE, "2026-04-01", body=OTHER_WARD)
CLOSE = act("clerk", "close-link", "2026-05-01", link=LINK, reason="MOVED", on="2026-05-01")
SECRET = but(EXEMPT, "2026-03-03", class_="B", ground="ON_FILE", from_="2026-03-03", until=None)


def corrected(event: str, **facts: object) -> Sent:
    return act("clerk", "correct-entry", "2026-12-01", event=event, reason="Ghi nhầm", facts=facts)


def voided(event: str) -> Sent:
    return act("clerk", "void-entry", "2026-12-01", event=event, reason="Ghi nhầm")


STAGES = [
    Stage(
        "a residence",
        [ENROL],
        [
            Row(DRAFT, ResidenceUnknown, "residence_no"),
            Row(RECEIVE, NoSuchLink, "link"),
        ],
    ),
    Stage(
        "no letter",
        [ENROL, DECLARE],
        [
            Row(but(ISSUE, signer=person("clerk")), NotInOffice, "signer"),
            Row(but(ISSUE, sealed=False), Unsealed, "sealed"),
            Row(but(ISSUE, to_cell=OFFICE_CELL), CellNotUnderBody, "to_cell"),
            Row(CARRY, AfterFollowedFrom, "letter_date"),
            Row(but(DRAFT, who="secretary"), OutsideYourSide, None, 403),
        ],
    ),
    Stage(
        "a member of class B",
        [ENROL, DECLARE, SECRET],
        [Row(DRAFT, ExemptFromIntroduction, "member")],
    ),
    Stage(
        "a letter under way",
        [ENROL, DECLARE, ISSUE],
        [
            Row(but(DRAFT, "2026-03-10", attempt=2), LetterUnderWay, "attempt"),
            Row(but(ISSUE, "2026-03-10", attempt=2), LetterUnderWay, "attempt"),
            Row(but(RECEIVE, "2026-03-05"), BeforeItsGround, "occurred_on"),
            Row(but(RECEIVE, who="clerk"), TranscribedWithoutPaper, "transcribed"),
            Row(FORWARD, LetterNeverArrived, "link"),
            Row(RETURN_SLIP, LetterNeverArrived, "received_on"),
            Row(FILE_SLIP, SlipNotReturned, "attempt"),
            Row(corrected(f"{LINK}/1", to_body=str(OTHER_WARD)), SubjectIsFixed, "facts.to_body"),
            Row(voided(f"{LINK}/7"), StruckEntry, "event"),
        ],
    ),
    Stage(
        "a letter voided",
        [ENROL, DECLARE, ISSUE, VOID],
        [Row(RECEIVE, LetterOutOfForce, "attempt")],
    ),
    Stage(
        "a second member",
        [
            *INTRODUCTION[:3],
            but(ENROL, person=person("second")),
            but(DECLARE, member=person("second")),
        ],
        [Row(but(ISSUE, member=person("second")), NumberTaken, "number")],
    ),
    Stage(
        "a link open",
        INTRODUCTION[:4],
        [
            Row(RETURN, LinkIsOpen, "attempt"),
            Row(VOID, LinkIsOpen, "attempt"),
            Row(but(LIST, who="ward clerk"), NotForwarded, "link"),
            Row(CLOSE, NoGround, "reason"),
            Row(TELL, NoGround, "change"),
            Row(voided(f"{LINK}/1"), RestsOnIt, "event"),
        ],
    ),
    Stage(
        "a member placed",
        INTRODUCTION,
        [
            Row(but(ASSIGN_GROUP, group=QUARTER), GroupNotInCell, "group"),
            Row(but(ASSIGN_MONITOR, monitor=person("clerk")), MonitorNotOnCommittee, "monitor"),
        ],
    ),
    Stage(
        "a link closed",
        [*INTRODUCTION, MOVE, CLOSE],
        [Row(but(FORWARD, "2026-05-02"), LinkIsClosed, "link")],
    ),
    Stage(
        "a letter to a ward since merged",
        [
            ENROL,
            but(DECLARE, body=OTHER_WARD),
            SUCCEED,
            but(ISSUE, "2026-08-03"),
        ],
        [
            Row(
                corrected(f"{link_id(MEMBER, 1)}/1", occurred_on="2026-06-01"),
                WrongBody,
                "to_body",
            )
        ],
    ),
]
