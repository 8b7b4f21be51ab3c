"""Which events cannot change the rows of a subject, although it reads their stream.

A meeting of a large cell reads a stream for each member, and a member has a row for each year: most
of what is entered about him says nothing to them. What is not named here may change everything.
"""

from __future__ import annotations

from collections.abc import Mapping

from domain.entries import Event
from domain.evaluation import (
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
    ProposalResolved,
    StatementRecorded,
)
from domain.introduction.events import (
    AbsenceAnswered,
    AbsenceReminded,
    AbsenceReported,
    FeedbackGiven,
    GroupAssigned,
    LetterDrafted,
    LetterIssued,
    LetterReceived,
    LetterReturned,
    LetterVoided,
    LinkCarriedOver,
    LinkClosed,
    MemberForwarded,
    MemberListed,
    MonitorAssigned,
    SlipFiled,
    SlipReturned,
    StatusNotified,
)
from domain.meeting import MeetingContentRecorded, NoticesDelivered
from domain.member import (
    ActivityResumed,
    ActivitySuspended,
    CellAssigned,
    ExemptionEnded,
    ExemptionGranted,
    FullMembershipRecognized,
    MemberDeparted,
    MemberEnrolled,
    PersonalDataErased,
    ResidenceDeclared,
    TransferDecided,
    TransferRevoked,
)
from domain.organization import CommitteeElected, OfficerAppointed, OfficerRelieved
from projections.subjects import Subject

# Whether a member is called to a meeting does not hang on what follows his placing in the cell.
_AFTER_PLACING = (
    SlipReturned,
    SlipFiled,
    MemberListed,
    GroupAssigned,
    MonitorAssigned,
    AbsenceReminded,
    AbsenceReported,
    AbsenceAnswered,
    FeedbackGiven,
    StatusNotified,
)
# Who came to a meeting does not hang on who was told of it, nor on what was put forward there.
_BESIDE_ATTENDANCE = (NoticesDelivered, MeetingContentRecorded)
# Whether an opinion was asked for does not hang on how its slip goes on.
_AFTER_ASKING = (
    EvaluationDrafted,
    EvaluationSigned,
    EvaluationConfirmed,
    EvaluationSent,
    EvaluationReturned,
    EvaluationConsolidated,
    EvaluationFiled,
    OpinionDisclosed,
    StatementRecorded,
    ProposalResolved,
)
# Whether a member is covered hangs on where he is enrolled and whether he is kept secret.
_BESIDE_COVER = (
    FullMembershipRecognized,
    ResidenceDeclared,
    ActivitySuspended,
    ActivityResumed,
    TransferDecided,
    TransferRevoked,
)
# Of a body it is read where it belongs, since when it is followed and by which figures it goes;
# who holds office in it matters to whoever follows a member, and to nobody else.
_OFFICES = (OfficerAppointed, OfficerRelieved, CommitteeElected)
# Whether comments are alike does not hang on how the slips go on, unless they come back.
_AFTER_DRAFTING = (
    EvaluationRequested,
    EvaluationSigned,
    EvaluationConfirmed,
    EvaluationSent,
    EvaluationReceived,
    EvaluationConsolidated,
    EvaluationFiled,
)
_UNMOVED_BY: Mapping[str, tuple[type[Event], ...]] = {
    "absences": (*_BESIDE_ATTENDANCE, AbsenceAnswered, *_OFFICES),
    "asked": _AFTER_PLACING + _AFTER_ASKING + _OFFICES,
    "cell_half": _AFTER_PLACING + _BESIDE_ATTENDANCE + _OFFICES,
    "cell_year": _AFTER_PLACING + _AFTER_DRAFTING + _OFFICES,
    "classification": (*_BESIDE_COVER, ExemptionGranted, ExemptionEnded),
    "evaluation": _OFFICES,
    "household": _BESIDE_ATTENDANCE + _OFFICES,
    "inputs": _OFFICES,
    "letter_ask": _OFFICES,
    "meeting": _AFTER_PLACING + _OFFICES,
    "member": _OFFICES,
    "pair": _OFFICES,
    "organization": _OFFICES,
    "report": _AFTER_PLACING + _OFFICES,
    "review": _OFFICES,
    "round": _OFFICES,
    "workplace": _BESIDE_COVER + _OFFICES,
    "workplace_cell": _BESIDE_COVER + _OFFICES,
}
# In a row of a year, what is dated later says nothing of the year.
_YEARS = frozenset({"inputs", "workplace", "workplace_cell"})


def may_move(event: Event, subject: Subject) -> bool:
    """Tell whether an event may change the rows of a subject that reads its stream.

    A meeting of a large cell reads a stream for each member, and a member has a row for each year:
    most of what is entered about him says nothing to them.
    """
    if isinstance(event, _UNMOVED_BY.get(subject[0], ())):
        return False
    return subject[0] not in _YEARS or may_move_year(event, int(subject[2]))


def may_move_year(event: Event, year: int) -> bool:
    """Tell whether an entry may say something about a member's year.

    What is dated later says nothing of the member and his link as they were in it; a follow-up, a
    meeting's list and a slip may.
    """
    if min(event.occurred_on.year, event.effect_date.year) <= year:
        return True
    return not isinstance(event, _OF_THEIR_OWN_DAY)


_OF_THEIR_OWN_DAY = (
    MemberEnrolled,
    CellAssigned,
    ResidenceDeclared,
    ExemptionGranted,
    ExemptionEnded,
    ActivitySuspended,
    ActivityResumed,
    FullMembershipRecognized,
    TransferDecided,
    TransferRevoked,
    MemberDeparted,
    PersonalDataErased,
    LetterDrafted,
    LetterIssued,
    LetterReceived,
    LetterReturned,
    LetterVoided,
    SlipReturned,
    SlipFiled,
    LinkCarriedOver,
    MemberForwarded,
    MemberListed,
    GroupAssigned,
    MonitorAssigned,
    StatusNotified,
    LinkClosed,
)
