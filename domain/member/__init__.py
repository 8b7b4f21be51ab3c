"""A member as the workplace knows him: enrolled, living somewhere, exempted, suspended, gone.

The stream is the person: the same id in successive workplaces. Members exempt from introduction
for secrecy (class B) are an id and the ground ``ON_FILE``: never a name, never a paper.
"""

from __future__ import annotations

from domain.member import erasure, kept_out, membership, residence, stops, transfers
from domain.member.events import (
    EVERYTHING,
    ON_FILE,
    ActivityResumed,
    ActivitySuspended,
    CellAssigned,
    Departure,
    ExemptionClass,
    ExemptionEnded,
    ExemptionGranted,
    FullMembershipRecognized,
    How,
    MemberDeparted,
    MemberEnrolled,
    PersonalDataErased,
    ResidenceDeclared,
    ResidenceKind,
    TransferDecided,
    TransferKind,
    TransferRevoked,
)
from domain.member.kept_out import is_secret, personal_field
from domain.member.member import Exemption, Member, Suspension
from domain.member.membership import still_here

__all__ = [
    "EVERYTHING",
    "ON_FILE",
    "ActivityResumed",
    "ActivitySuspended",
    "CellAssigned",
    "Departure",
    "Exemption",
    "ExemptionClass",
    "ExemptionEnded",
    "ExemptionGranted",
    "FullMembershipRecognized",
    "How",
    "Member",
    "MemberDeparted",
    "MemberEnrolled",
    "PersonalDataErased",
    "ResidenceDeclared",
    "ResidenceKind",
    "Suspension",
    "TransferDecided",
    "TransferKind",
    "TransferRevoked",
    "erasure",
    "is_secret",
    "kept_out",
    "membership",
    "personal_field",
    "residence",
    "still_here",
    "stops",
    "transfers",
]
