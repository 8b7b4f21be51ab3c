"""The evaluation of one member: asked for, drafted, signed, confirmed, sent, received, filed.

Signing, confirming and sending are acts of different offices, hence different events. A return
starts the chain anew: what stood before it settles nothing after it.
"""

from __future__ import annotations

from domain.evaluation import arriving, asking, outcome, writing
from domain.evaluation.evaluation import Evaluation, weak_points
from domain.evaluation.events import (
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationDrafted,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationReturned,
    EvaluationSent,
    EvaluationSigned,
    OpinionDisclosed,
    Proposal,
    ProposalOutcome,
    ProposalResolved,
    Purpose,
    RequestWithdrawn,
    StatedMeeting,
    StatementRecorded,
    evaluation_id,
)

__all__ = [
    "Evaluation",
    "EvaluationConfirmed",
    "EvaluationConsolidated",
    "EvaluationDrafted",
    "EvaluationFiled",
    "EvaluationReceived",
    "EvaluationRequested",
    "EvaluationReturned",
    "EvaluationSent",
    "EvaluationSigned",
    "OpinionDisclosed",
    "Proposal",
    "ProposalOutcome",
    "ProposalResolved",
    "Purpose",
    "RequestWithdrawn",
    "StatedMeeting",
    "StatementRecorded",
    "arriving",
    "asking",
    "evaluation_id",
    "outcome",
    "weak_points",
    "writing",
]
