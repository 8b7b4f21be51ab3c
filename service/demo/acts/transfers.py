"""A post elsewhere is decided for some, and they go on being members here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from service.demo.acts.departures import transfer
from service.demo.paper import EntryOf, Paper
from service.demo.year import Year


def papers(year: Year) -> Iterator[Paper]:
    """Record each decision, and that it fell where it did."""
    for stay in year.overdue_transfers:
        decided = stay.effective_on - timedelta(days=14)
        yield transfer(stay.member, stay.to, decided, stay.effective_on)
        if stay.revoked_on:
            yield Paper(
                key=f"revoked/{stay.member.name}",
                entered_on=stay.revoked_on,
                by=stay.member.committee.clerk,
                command="revoke-transfer",
                occurred_on=stay.revoked_on,
                fields={
                    "member": stay.member.reference,
                    "transfer": EntryOf(f"transfer/{stay.member.name}", "member.transfer_decided"),
                    "on": stay.revoked_on,
                },
            )
