"""Committees, cells and groups; who holds which office; which rule set a body adopted.

Any body may issue or receive: no rule asks for a level. The tree is dated, and so are offices: a
question about a body is a question about a day. A body acts and receives until its last day, then
its successor does.
"""

from __future__ import annotations

from domain.organization import bodies, offices
from domain.organization.bodies import standing_body
from domain.organization.events import (
    CellSucceeded,
    CommitteeElected,
    Kind,
    OfficerAppointed,
    OfficerRelieved,
    OrganizationDissolved,
    OrganizationPlaced,
    OrganizationRegistered,
    OrganizationRenamed,
    OrganizationSucceeded,
    RuleSetAdopted,
    SuccessionKind,
    organization_id,
)
from domain.organization.offices import office_held, signed_by, whole_term
from domain.organization.organization import Organization
from domain.organization.tree import (
    Bodies,
    Form,
    Related,
    Tree,
    committee_of,
    exists_on,
    in_place_of,
    is_under,
    kin,
    lineage,
    parent_on,
    same_on,
    standing_on,
)

__all__ = [
    "Bodies",
    "CellSucceeded",
    "CommitteeElected",
    "Form",
    "Kind",
    "OfficerAppointed",
    "OfficerRelieved",
    "Organization",
    "OrganizationDissolved",
    "OrganizationPlaced",
    "OrganizationRegistered",
    "OrganizationRenamed",
    "OrganizationSucceeded",
    "Related",
    "RuleSetAdopted",
    "SuccessionKind",
    "Tree",
    "bodies",
    "committee_of",
    "exists_on",
    "in_place_of",
    "is_under",
    "kin",
    "lineage",
    "office_held",
    "offices",
    "organization_id",
    "parent_on",
    "same_on",
    "signed_by",
    "standing_body",
    "standing_on",
    "whole_term",
]
