"""What follows from what a slip says: talked over G25, told the member G26, resolved G28."""

from __future__ import annotations

from collections.abc import Iterator

from tests.reference.history import Entry, History
from tests.reference.obligation import Duty, Obligation, owed, workplace
from tests.reference.rule_sets import rule_sets
from tests.reference.slips import BEGINNING, Slip, slips
from tests.reference.stops import is_suspended, met_class_b, pause

LOWEST = 1


def content_obligations(past: History) -> Iterator[Obligation]:
    """A return ends them, the next receipt opens them again (4.3-13); B ends all three."""
    for slip in slips(past):
        for received in slip.since_return("evaluation.received")[:1]:
            if not met_class_b(past, slip.letter.member, received.effect):
                yield from not_talked_over(past, slip, received)
                yield from not_told(past, slip, received)
                yield from not_resolved(past, slip, received)


def not_talked_over(past: History, slip: Slip, received: Entry) -> Iterator[Obligation]:
    """G25: a criterion of quality at its lowest level, and no feedback on this evaluation."""
    written = written_down(past, slip, received)
    stopped = slip.has_departed(received) or is_suspended(past, slip.letter.member, past.day)
    if written and is_weak(written) and not stopped and not feedback_on(past, slip):
        yield from due_from(past, slip, received, "G25", "feedback.days", "Wc")


def not_told(past: History, slip: Slip, received: Entry) -> Iterator[Obligation]:
    """G26: an opinion for an appointment, and the member was not told of it."""
    told = slip.since_return("evaluation.disclosed")
    appointing = received["purpose"] == "APPOINTMENT"
    if appointing and not told and not slip.has_departed(received):
        yield from due_from(past, slip, received, "G26", "disclose.days", "Ws")


def not_resolved(past: History, slip: Slip, received: Entry) -> Iterator[Obligation]:
    """G28: something is proposed, and nothing came of it."""
    written = written_down(past, slip, received)
    resolved = slip.since_return("evaluation.proposal_resolved")
    if written and written["proposal"] != "NONE" and not resolved:
        yield from due_from(past, slip, received, "G28", "proposal.days", "Ws")


def due_from(  # noqa: PLR0917 - one row of the catalogue
    past: History, slip: Slip, received: Entry, code: str, name: str, office: str
) -> Iterator[Obligation]:
    """Count from the receipt; of the three rows, only that of feedback is paused (s)."""
    base = received.effect
    figures = slip.figures(received, base)
    paused = pause(past, slip.letter.member, "s" if code == "G25" else "")
    due_on = figures.days_after(base, name, paused)
    owner = workplace(past, slip.enrolment(received), office)
    yield from owed(past, figures, base, Duty(code, slip.subject, owner, base, due_on, received.id))


def written_down(past: History, slip: Slip, received: Entry) -> Entry | None:
    """The draft that was received: the last one before it."""
    drafts = past.of(slip.stream, "evaluation.drafted")
    before = [draft for draft in drafts if draft.order < received.order]
    return before[-1] if before else None


def is_weak(written: Entry) -> bool:
    """Tell whether a criterion of quality of its form is at the lowest level."""
    quality = rule_sets()[written.rule_set].quality.get(written["form"], frozenset())
    return any(code in quality and n == LOWEST for code, n in written["levels"].items())


def feedback_on(past: History, slip: Slip) -> list[Entry]:
    """List the talks on this evaluation that no return left behind (4.3-14)."""
    after = slip.returned.order if slip.returned else BEGINNING
    given = past.of(slip.letter.link, "link.feedback_given")
    return [entry for entry in given if entry["on"] == slip.stream and entry.order > after]
