"""A member says where he lives."""

from __future__ import annotations

from service.demo.paper import Paper
from service.demo.people import Home, Member


def residence(member: Member, home: Home) -> Paper:
    """Write the declaration of a home."""
    return Paper(
        key=f"residence/{member.name}/{home.declared_on}",
        entered_on=home.declared_on,
        by=member.committee.clerk,
        command="declare-residence",
        occurred_on=home.declared_on,
        fields={
            "member": member.reference,
            "body": home.ward.on(home.declared_on).id,
            "neighborhood": home.cell.neighborhood,
            "dwelling": home.dwelling,
            "moved_on": home.moved_on,
        },
    )
