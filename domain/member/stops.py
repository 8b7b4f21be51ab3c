"""Deciding on what stops the clocks: exemptions, and suspensions of activity."""

from __future__ import annotations

from domain.decisions import Objections, Streams, decides
from domain.intervals import overlap, through
from domain.member.events import (
    ON_FILE,
    ActivityResumed,
    ActivitySuspended,
    ExemptionClass,
    ExemptionEnded,
    ExemptionGranted,
)
from domain.member.member import Member
from domain.member.membership import still_here
from domain.organization import whole_term
from domain.refusals import (
    AlreadySuspended,
    BeforeItsGround,
    ExemptionNeedsEnd,
    ExemptionOverlaps,
    GroundUnknown,
    NoSuchExemption,
    NotSuspended,
    SecretMaterial,
)


@decides(ExemptionGranted)
def grant_exemption(member: Member, entry: ExemptionGranted, streams: Streams) -> Objections:
    """Grounds come from the rule set; temporary ones have an end; no two at once."""
    yield from still_here(member, entry.from_)
    rule_set = streams.rulebook.in_force(entry.from_)
    ground = rule_set.grounds.get(entry.ground)
    if ground is None or ground.exemption_class != entry.class_:
        yield GroundUnknown(field="ground", ground=entry.ground, rule_set=rule_set.id)
    elif ground.temporary and entry.until is None:
        yield ExemptionNeedsEnd(field="until", ground=entry.ground)
    if entry.class_ is ExemptionClass.B and entry.evidence:
        yield SecretMaterial(field="evidence", member=member.id)
    yield from whole_term(entry.from_, entry.until)
    asked = through(entry.from_, entry.until)
    for other in member.exemptions():
        if overlap(other.days, asked):
            yield ExemptionOverlaps(field="from", exemption=other.granted.exemption_no)


@decides(ExemptionEnded)
def end_exemption(member: Member, entry: ExemptionEnded, streams: Streams) -> Objections:
    """An end names an exemption that was granted, and is not before it."""
    granted = [e for e in member.of(ExemptionGranted) if e.exemption_no == entry.exemption_no]
    if not granted:
        yield NoSuchExemption(field="exemption_no", exemption=entry.exemption_no)
        return
    if entry.on < granted[0].from_:
        yield BeforeItsGround(field="on", day=entry.on, ground=granted[0].from_)
    if granted[0].class_ is ExemptionClass.B and entry.reason != ON_FILE:
        yield SecretMaterial(field="reason", member=member.id)


@decides(ActivitySuspended)
def suspend(member: Member, entry: ActivitySuspended, streams: Streams) -> Objections:
    """Activity is suspended on days on which it is not."""
    yield from still_here(member, entry.from_)
    yield from whole_term(entry.from_, entry.until)
    asked = through(entry.from_, entry.until)
    for days in member.suspensions():
        if overlap(days, asked):
            yield AlreadySuspended(field="from", day=max(days.start, asked.start))


@decides(ActivityResumed)
def resume(member: Member, entry: ActivityResumed, streams: Streams) -> Objections:
    """A suspension ends only if it holds."""
    suspended = next((s for s in member.of(ActivitySuspended) if s.id == entry.suspension), None)
    if suspended is None:
        yield NotSuspended(field="suspension", suspension=entry.suspension)
    elif entry.on < suspended.from_:
        yield BeforeItsGround(field="on", day=entry.on, ground=suspended.from_)
