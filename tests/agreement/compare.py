"""What both sides say of one day at one position, brought to one form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from datetime import date
from typing import Any

import msgspec

from domain.entries import Event
from domain.obligations.folds import FOLDS
from domain.obligations.obligation import Obligation, subject_of_key
from domain.private import Private
from domain.rulebook import Rulebook
from tests.agreement.remembered import Remembered, prefix
from tests.reference.reference import NOW, open_obligations
from tests.reference.rule_sets import RuleSet

Said = tuple[str, str | None, str, date | None, bool, str, str]


def line_of(event: Event) -> dict[str, Any]:
    """The event as an export has it, private values left out."""
    facts = {f.name: getattr(event, f.name) for f in fields(event)}
    stream, version = facts.pop("originator_id"), facts.pop("originator_version")
    built = msgspec.to_builtins(facts | {"recorded_at": facts.pop("timestamp")}, enc_hook=_private)
    plain: dict[str, Any] = _published(built)
    return plain | {"stream": str(stream), "version": version, "topic": event.TOPIC}


def _published(value: Any) -> Any:
    """Names as they are stored: ``from_`` is ``from``, inside of entries too."""
    if isinstance(value, dict):
        return {name.rstrip("_"): _published(inner) for name, inner in value.items()}
    return [_published(v) for v in value] if isinstance(value, list | tuple) else value


def _private(value: object) -> object:
    if isinstance(value, Private):
        return {"person": str(value.person)}
    raise NotImplementedError(type(value))


def rows(
    events: Iterable[Event], horizon: date, rulebook: Rulebook | None = None
) -> Iterator[Obligation]:
    """Every row of every subject, of the codes that the reference reads."""
    histories = Remembered(events, horizon, rulebook)
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
    step = None if row.code == "G18" else row.step
    return row.code, step, row.key, row.due_on, at(row, day), row.office, str(row.owner)


def ours_on(log: Sequence[Event], day: date, position: int, horizon: date) -> set[Said]:
    """What our folds say of a day."""
    known = rows(prefix(log, position), horizon)
    return {said_on(row, day) for row in known if row.from_day <= day < row.to_day}


def theirs_on(
    log: Sequence[Event], day: date, position: int, rules: RuleSet | None = None
) -> set[Said]:
    """What the reference says of a day."""
    lines = [line_of(event) for event in log]
    return {
        (duty.code, duty.step, duty.key, duty.due_on, duty.late, *astuple(duty.owner))
        for duty in open_obligations(lines, day, position, rules=rules)
    }
