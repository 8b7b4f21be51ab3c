"""What is owed about a member himself: a residence (G40), a transfer (G35), an exemption (G36)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, after
from domain.member import (
    Exemption,
    ExemptionClass,
    ExemptionGranted,
    How,
    MemberDeparted,
    MemberEnrolled,
    ResidenceDeclared,
    TransferDecided,
    TransferKind,
    TransferRevoked,
)
from domain.obligations.matter import Matter
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.opened import Opened, Settled, earliest, told_on


def about_member(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a residence is unknown, a transfer overdue, an exemption run out."""
    member = histories.member(UUID(subject[1]))
    for enrolment in member.of(MemberEnrolled):
        yield from _residence_unknown(Matter(histories, member, enrolment))
    for decided in member.of(TransferDecided):
        sent_from = member.enrolment_on(decided.occurred_on)
        if sent_from and decided.kind is TransferKind.OFFICIAL:
            yield from _transfer_overdue(decided, Matter(histories, member, sent_from))
    for exemption in member.exemptions():
        last = exemption.granted.until
        still_in = member.enrolment_on(after(last)) if last and last < FOREVER else None
        if last and still_in:
            yield from _exemption_expired(exemption, last, Matter(histories, member, still_in))


def _residence_unknown(matter: Matter) -> Iterator[Obligation]:
    """Enrolment, and the day after class B, ask where the member lives (4.3-1)."""
    member, enrolled = matter.member, matter.enrolment
    declared = (Settled(r, r.effect_date) for r in member.of(ResidenceDeclared))
    settled = earliest(declared)
    for opened, base in _openings(matter):
        asked = Opened(
            matter, "G40", f"member/{member.id}", opened, base, since=enrolled.occurred_on
        )
        yield from asked.until(settled, matter.departed_on)


def _openings(matter: Matter) -> Iterator[tuple[Event, date]]:
    enrolled = matter.enrolment
    initial = enrolled.how is How.INITIAL
    yield enrolled, matter.followed_from if initial else enrolled.occurred_on
    for secret in matter.member.exemptions(ExemptionClass.B):
        if enrolled.occurred_on < secret.days.end < FOREVER:
            yield secret.over_by, secret.days.end


def _transfer_overdue(decided: TransferDecided, matter: Matter) -> Iterator[Obligation]:
    """The membership follows an official transfer (294-QĐ/TW)."""
    member = matter.member
    left = (d for d in member.of(MemberDeparted) if d.enrolment == matter.enrolment.id)
    revoked = (r.on for r in member.of(TransferRevoked) if r.transfer == decided.id)
    opened = Opened(matter, "G35", f"transfer/{decided.id}", decided, decided.effective_on)
    yield from opened.until(earliest(Settled(d, d.on) for d in left), min(revoked, default=FOREVER))


def _exemption_expired(exemption: Exemption, last: date, matter: Matter) -> Iterator[Obligation]:
    """An exemption that has run out is ended, or another one follows it (33-HD 1.1)."""
    granted = exemption.granted
    about = f"exemption/{matter.member.id}/{granted.exemption_no}"
    opened = Opened(matter, "G36", about, granted, after(last), counted_from=last)
    settled = earliest(_answers(exemption, last, matter))
    yield from opened.until(settled, matter.departed_on)


def _answers(exemption: Exemption, last: date, matter: Matter) -> Iterator[Settled]:
    if exemption.ended:
        yield Settled(exemption.ended, told_on(exemption.ended))
    rules = matter.rule_set(exemption.granted, after(last))
    latest = last + timedelta(days=rules.days("exemption.close_days"))
    for following in matter.member.of(ExemptionGranted):
        if last < following.from_ <= latest:
            yield Settled(following, told_on(following))
