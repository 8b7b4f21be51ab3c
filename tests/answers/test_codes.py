"""Every code that an answer may have is said in both languages."""

from __future__ import annotations

from enum import StrEnum

import pytest

from domain.acts import Office, Side
from domain.evaluation import Proposal, ProposalOutcome, Purpose
from domain.introduction.events import AbsenceOutcome, ClosingReason, ReturnReason, StatusChange
from domain.meeting import Attendance, MeetingKind
from domain.organization import Kind
from domain.report import AskOutcome, ReportKind, ReportOutcome, ReportSubject
from domain.review import InspectionKind, StocktakingKind
from domain.rulebook.obligation_rule import Owner, Weight
from projections.classification import NotAsked
from projections.completeness import Status
from projections.documents.numbers import Counted, Section
from projections.introduced import Stage
from projections.letters import Slip
from projections.meetings import Outcome
from projections.opinion import Stage as OpinionStage
from projections.reports import AnswerState, PaperKind
from projections.roster import State
from service.answers import codes, details
from service.answers.codes import Codes
from service.answers.topics import topics
from service.queries.calendar import DUE, LATE, WAITING
from tests.event_classes import event_classes

SAID: dict[type[StrEnum], Codes] = {
    Side: codes.SIDES,
    Kind: codes.KINDS,
    Office: codes.OFFICES,
    Owner: codes.OWNERS,
    Weight: codes.WEIGHTS,
    State: codes.STATES,
    Stage: codes.STAGES,
    Slip: codes.SLIPS,
    OpinionStage: codes.OPINIONS,
    Purpose: codes.PURPOSES,
    Proposal: codes.PROPOSALS,
    ProposalOutcome: codes.PROPOSALS_CAME_TO,
    PaperKind: codes.PAPERS,
    AnswerState: codes.ANSWERED,
    ReportSubject: codes.SUBJECTS,
    ReportOutcome: codes.REPORT_OUTCOMES,
    AbsenceOutcome: codes.ABSENCE_OUTCOMES,
    AskOutcome: codes.ASKS,
    NotAsked: codes.NOT_ASKED,
    Status: codes.FOUND,
}


@pytest.mark.parametrize("kind", SAID, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_each_code_is_said(kind: type[StrEnum]) -> None:
    assert SAID[kind].keys() == set(kind)
    assert all(label.vi and label.en for label in SAID[kind].values())
    assert len({label.vi for label in SAID[kind].values()}) == len(kind)


def test_each_line_of_a_calendar_is_said() -> None:
    assert codes.CALENDAR_KINDS.keys() == {*MeetingKind, DUE}
    assert codes.CALENDAR_STATES.keys() == {*Outcome, WAITING, LATE}


@pytest.mark.parametrize(
    "kind",
    [
        *(Purpose, State, Stage, Attendance, MeetingKind, ProposalOutcome, AskOutcome),
        *(AbsenceOutcome, ClosingReason, ReturnReason, StatusChange, ReportKind, ReportOutcome),
        *(InspectionKind, StocktakingKind),
    ],
    ids=lambda kind: kind.__name__,
)
def test_each_detail_of_a_document_is_said(kind: type[StrEnum]) -> None:
    assert set(kind) <= details.DETAILS.keys()


def test_each_number_of_a_document_is_said() -> None:
    assert details.PARTS.keys() == set(Section)
    assert details.COUNTED.keys() == set(Counted)
    assert all(label.vi and label.en for label in details.DETAILS.values())


def test_each_topic_is_said() -> None:
    assert topics().keys() == event_classes().keys()
    assert len({label.vi for label in topics().values()}) == len(topics())
