"""Deciding on the placing of a member at the residence."""

from __future__ import annotations

from datetime import date

from domain.decisions import Objections, Streams, decides
from domain.introduction.events import (
    GroupAssigned,
    MemberForwarded,
    MemberListed,
    MonitorAssigned,
)
from domain.introduction.link import Link
from domain.organization import is_under, standing_body, standing_on
from domain.refusals import (
    BeforeItsGround,
    CellNotUnderBody,
    GroupNotInCell,
    LetterNeverArrived,
    LinkIsClosed,
    MonitorNotOnCommittee,
    NotForwarded,
)


@decides(MemberForwarded)
def forward(link: Link, entry: MemberForwarded, streams: Streams) -> Objections:
    """A member is introduced on to a cell of the committee that received him (213 Art. 4(1))."""
    yield from still_open(link, entry.occurred_on)
    day = entry.occurred_on
    if body := link.receiver_on(day, streams):
        yield from standing_body(body, day, streams, "link")
        if not is_under(entry.cell, body, day, streams):
            yield CellNotUnderBody(field="cell", cell=entry.cell, body=body)


@decides(MemberListed)
def list_(link: Link, entry: MemberListed, streams: Streams) -> Objections:
    """The cell lists who was forwarded to it, and has told him so by the date of its paper."""
    yield from _forwarded(link, entry)
    if entry.informed_on > entry.occurred_on:
        yield BeforeItsGround(field="informed_on", day=entry.occurred_on, ground=entry.informed_on)
    forwarded = link.came_by(entry.occurred_on, streams)
    if forwarded and entry.informed_on < forwarded.occurred_on:
        yield BeforeItsGround(
            field="informed_on", day=entry.informed_on, ground=forwarded.occurred_on
        )


@decides(GroupAssigned)
def assign_group(link: Link, entry: GroupAssigned, streams: Streams) -> Objections:
    """The group is one of the cell's."""
    yield from _forwarded(link, entry)
    cell = link.host_on(entry.occurred_on, streams)
    if cell and not is_under(entry.group, cell, entry.occurred_on, streams):
        yield GroupNotInCell(field="group", group=entry.group, cell=cell)


@decides(MonitorAssigned)
def assign_monitor(link: Link, entry: MonitorAssigned, streams: Streams) -> Objections:
    """Who follows a member sits on the residence committee or the cell's (the seed, row 6)."""
    yield from _forwarded(link, entry)
    day = entry.occurred_on
    hosts = (link.host_on(day, streams), link.receiver_on(day, streams))
    sitting = (standing_on(body, day, streams).committee_on(day) for body in hosts if body)
    if not any(entry.monitor in committee for committee in sitting):
        yield MonitorNotOnCommittee(field="monitor", monitor=entry.monitor)


def still_open(link: Link, day: date) -> Objections:
    """Acts on a link need it open on their day."""
    days = [letter.open_days for letter in link.letters if letter.open_days]
    if not any(day in interval for interval in days):
        if any(interval.end <= day for interval in days):
            yield LinkIsClosed(field="link", link=link.id, day=day)
        else:
            yield LetterNeverArrived(field="link", link=link.id, day=day)


def _forwarded(link: Link, entry: MemberListed | GroupAssigned | MonitorAssigned) -> Objections:
    yield from still_open(link, entry.occurred_on)
    if link.cell_on(entry.occurred_on) is None:
        yield NotForwarded(field="link", link=link.id, day=entry.occurred_on)
