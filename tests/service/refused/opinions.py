"""The yearly round, the meeting that agrees comments, and the slip."""

from __future__ import annotations

from domain.refusals import (
    AlreadyFiled,
    AlreadySent,
    AlreadySigned,
    DatesOutOfOrder,
    FormNotFilled,
    FrontAbsent,
    NoOpenLink,
    NoQuorum,
    NotAsked,
    NotConfirmed,
    NotConsidered,
    NotConsolidated,
    NotDrafted,
    NothingProposed,
    NotInOffice,
    NotOnFocusList,
    NotOurMember,
    NotReceived,
    NotSigned,
    RoundAlreadyOpen,
    RoundNotFocused,
    RoundNotOpen,
    SecondEvaluation,
    WithoutCollectiveMeeting,
    WrongForm,
)
from tests.service.refused.row import Row, Stage, but
from tests.service.town import (
    AGREE,
    ASK,
    DRAFT,
    EVALUATION,
    INTRODUCTION,
    OPINION,
    WORKPLACE,
    act,
    person,
)

SIGN, CONFIRM, SEND, RECEIVE, CONSOLIDATE, FILE = OPINION[3:]
ROUND = {"committee": WORKPLACE, "year": 2026}
OPEN = act("secretary", "open-round", "2026-10-12", **ROUND, mode="FOCUSED")
NAME = act(
    "secretary",
    "name-focus-list",
    "2026-10-13",
    **ROUND,
    entries=[{"member": str(person("second")), "reason": "AWARD"}],
)
CLOSE = act("secretary", "close-round", "2026-12-30", **ROUND, on="2026-10-01")
WITHDRAW = act(
    "cell secretary", "withdraw-request", "2026-12-01", evaluation=EVALUATION, reason="Không cần"
)
BACK = act(
    "cell secretary",
    "return-evaluation",
    "2026-12-12",
    evaluation=EVALUATION,
    defects=["UNSEALED"],
    answer_by="2026-12-20",
)
RESOLVE = act(
    "secretary", "resolve-proposal", "2026-12-20", evaluation=EVALUATION, outcome="NO_ACTION"
)
LEVELS = DRAFT.body["slip"]["levels"]

STAGES = [
    Stage(
        "no round",
        INTRODUCTION,
        [
            Row(but(OPEN, year=2025), DatesOutOfOrder, "year"),
            Row(but(OPEN, figures={"round.request_by": "12-10"}), DatesOutOfOrder, "figures"),
            Row(NAME, RoundNotOpen, "round"),
        ],
    ),
    Stage(
        "a round of all",
        [*INTRODUCTION, but(OPEN, mode="ALL")],
        [
            Row(but(NAME, entries=[]), RoundNotFocused, "round"),
            Row(but(OPEN, "2026-10-13"), RoundAlreadyOpen, "year"),
            Row(CLOSE, DatesOutOfOrder, "on"),
        ],
    ),
    Stage(
        "a round of some",
        [*INTRODUCTION, OPEN],
        [Row(NAME, NotOurMember, "entries"), Row(ASK, NotOnFocusList, "link")],
    ),
    Stage(
        "no comment",
        [*INTRODUCTION, ASK],
        [
            Row(but(ASK, "2026-11-02"), SecondEvaluation, "link"),
            Row(but(ASK, year=2025), NoOpenLink, "link"),
            Row(DRAFT, WithoutCollectiveMeeting, "rests_on"),
            Row(but(AGREE, sat=[person("quarter secretary")]), NoQuorum, "sat"),
            Row(SIGN, NotDrafted, "evaluation"),
            Row(RECEIVE, NotDrafted, "evaluation"),
        ],
    ),
    Stage(
        "a meeting without the Front",
        [*INTRODUCTION, ASK, but(AGREE, front_present=False)],
        [Row(DRAFT, FrontAbsent, "rests_on")],
    ),
    Stage(
        "a meeting on others",
        [*INTRODUCTION, ASK, but(AGREE, considered=[])],
        [Row(DRAFT, NotConsidered, "rests_on")],
    ),
    Stage(
        "a meeting on the member",
        [*INTRODUCTION, AGREE],
        [
            Row(
                but(DRAFT, slip={"form": "A", "levels": {"example": 2}}),
                FormNotFilled,
                "levels.civic_duty",
            ),
            Row(but(DRAFT, slip={"form": "B", "levels": LEVELS}), WrongForm, "form"),
            Row(but(DRAFT, purpose="REWARD", number="1"), NotAsked, "purpose"),
        ],
    ),
    Stage(
        "a comment",
        [*INTRODUCTION, ASK, AGREE, DRAFT],
        [
            Row(but(SIGN, signer=person("clerk")), NotInOffice, "signer"),
            Row(CONFIRM, NotSigned, "evaluation"),
            Row(SEND, NotSigned, "evaluation"),
        ],
    ),
    Stage(
        "a comment signed",
        [*INTRODUCTION, ASK, AGREE, DRAFT, SIGN],
        [
            Row(
                but(DRAFT, slip={**DRAFT.body["slip"], "remarks": "Tốt."}),
                AlreadySigned,
                "evaluation",
            ),
            Row(SEND, NotConfirmed, "evaluation"),
        ],
    ),
    Stage(
        "a slip sent",
        [*INTRODUCTION, *OPINION[:6]],
        [Row(WITHDRAW, AlreadySent, "request"), Row(CONSOLIDATE, NotReceived, "evaluation")],
    ),
    Stage(
        "a slip received",
        [*INTRODUCTION, *OPINION[:7]],
        [Row(FILE, NotConsolidated, "evaluation"), Row(RESOLVE, NothingProposed, "evaluation")],
    ),
    Stage("a slip filed", [*INTRODUCTION, *OPINION], [Row(BACK, AlreadyFiled, "evaluation")]),
]
