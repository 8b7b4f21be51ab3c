"""What both sides say of one day at one position, brought to one form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import msgspec

from domain.entries import Event
from domain.obligations.folds import FOLDS
from domain.obligations.obligation import Obligation, subject_of_key
from domain.private import Private
from tests.agreement.remembered import Remembered, prefix
from tests.reference.reference import NOW, open_obligations

Said = tuple[str, str | None, str, date | None, bool, str, str]


def line_of(event: Event) -> dict[str, Any]:
    """The event as an export has it, private values left out."""
    facts = {f.name: getattr(event, f.name) for f in fields(event)}
    stream, version = facts.pop("originator_id"), facts.pop("originator_version")
    built = msgspec.to_builtins(facts | {"recorded_at": facts.pop("timestamp")}, enc_hook=_private)
    plain = {name.rstrip("_"): value for name, value in built.items()}
    return plain | {"stream": str(stream), "version": version, "topic": event.TOPIC}


def _private(value: object) -> object:
    if isinstance(value, Private):
        return {"person": str(value.person)}
    raise NotImplementedError(type(value))


def rows(events: Iterable[Event], horizon: date) -> Iterator[Obligation]:
    """Every row of every subject, of the codes that the reference reads."""
    histories = Remembered(events, horizon)
    for subject in sorted(histories.subjects()):
        fold = FOLDS.get(subject[0])
        if fold:
            for row in fold(subject, histories):
                assert row.from_day < row.to_day, row
                assert subject_of_key(row.key) == row.about, row
                if row.code in NOW:
                    yield row


def at(row: Obligation, day: date) -> bool:
    """Whether a row is late on a day."""
    return row.late_from <= day


def said_on(row: Obligation, day: date) -> Said:
    """One row in the common form, on a day."""
    code, step, about, due, _, office, owner = _said(row)
    return code, step, about, due, at(row, day), office, owner


def _said(row: Obligation) -> Said:
    return (
        row.code,
        None if row.code == "G18" else row.step,
        _about(row),
        row.due_on,
        False,
        row.office,
        str(row.owner),
    )


def _about(row: Obligation) -> str:
    named = row.about.partition("/")[2].replace("/", " ")
    special = {
        "G01": row.member,
        "G02": row.member,
        "G07": row.link,
        "G08": row.link,
        "G09": f"{row.cell} {row.opened_by}",
        "G33": row.link,
        "G40": row.member,
        "G16": f"{named} {row.cell}",
        "G24": f"{named} {row.opened_by}",
        "G31": f"{named} {row.opened_by}",
        "G32": f"{named} {row.opened_by}",
    }
    return str(special.get(row.code, named))


def ours_on(log: Sequence[Event], day: date, position: int, horizon: date) -> set[Said]:
    """What our folds say of a day."""
    known = rows(prefix(log, position), horizon)
    return {said_on(row, day) for row in known if row.from_day <= day < row.to_day}


def theirs_on(log: Sequence[Event], day: date, position: int) -> set[Said]:
    """What the reference says of a day."""
    lines = [line_of(event) for event in log]
    found: set[Said] = set()
    for duty in open_obligations(lines, day, position):
        subject = duty.subject
        about = {
            "G01": subject.member,
            "G02": subject.member,
            "G07": subject.link,
            "G08": subject.link,
            "G09": f"{subject.cell} {subject.period}",
            "G33": subject.link,
            "G40": subject.member,
            "G12": subject.meeting,
            "G13": f"{subject.link} {subject.meeting}",
            "G16": f"{subject.household} {subject.cell}",
            "G17": f"{subject.member} {subject.period}",
            "G24": f"{subject.body} {subject.period}",
            "G31": f"{subject.body} {subject.period}",
            "G32": f"{subject.body} {subject.period}",
            "G30": (subject.pair or "").replace("/", " "),
        }.get(duty.code)
        if about is None:
            paper = subject.paper and subject.paper.replace("/", " ")
            about = paper or subject.evaluation or f"{subject.link} {subject.attempt}"
        found.add(
            (
                duty.code,
                duty.step,
                about,
                duty.due_on,
                duty.late,
                duty.owner.office,
                duty.owner.body,
            )
        )
    return found
