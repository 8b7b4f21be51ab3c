"""The evaluation: drafted and sent G18, agreed G19 and G20, signed G21, passed up and filed G23."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.reference.bodies import present_body
from tests.reference.history import Entry, History
from tests.reference.links import letters
from tests.reference.obligation import Duty, Obligation, last_cell, owed, residence, workplace
from tests.reference.rules import Figures
from tests.reference.slips import Slip, slips
from tests.reference.stops import met_class_b, pause
from tests.reference.year_link import link_of_year


def evaluation_obligations(past: History) -> Iterator[Obligation]:
    """The chain has one open step at a time: G18 is not listed while G21 is open (4.3-13)."""
    for slip in slips(past):
        unsigned = list(evaluation_unsigned(past, slip))
        yield from unsigned or evaluation_overdue(past, slip)
        yield from not_agreed(past, slip)
        yield from not_consolidated(past, slip)


def evaluation_overdue(past: History, slip: Slip) -> Iterator[Obligation]:
    """G18: asked for or sent back, and not sent since."""
    opening = awaited_since(slip)
    if opening is None or slip.since_return("evaluation.sent", "evaluation.received"):
        return
    paused = pause(past, slip.letter.member, "as" if slip.annual else "s")
    if slip.has_departed(opening) or paused(past.day) or is_closed(past, slip, opening):
        return
    if met_class_b(past, slip.letter.member, opening.effect):
        return
    confirmed = slip.since_return("evaluation.confirmed")
    duty = Duty(
        code="G18",
        subject=slip.subject,
        owner=residence(past, slip.letter, "Ro" if confirmed else "Rc"),
        opened_on=opening.effect,
        due_on=overdue_after(past, slip, opening),
        ground=opening.id,
    )
    yield from owed(past, slip.figures(opening, opening.effect), opening.effect, duty)


def awaited_since(slip: Slip) -> Entry | None:
    """Find what G18 runs from: the last return, else the first request that stands.

    A withdrawal, or a departure from the committee that asked, ends a request (G18, "ends").
    """
    requests = [entry for entry in slip.requests() if not slip.has_departed(entry)]
    returned = slip.returned
    if slip.last("evaluation.requested") and not requests:
        return None
    if returned and not (requests and requests[0].order > returned.order):
        return returned
    return requests[0] if requests else None


def overdue_after(past: History, slip: Slip, opening: Entry) -> date:
    """G18's date; days count as unstopped, a day of the year does not move (4.1-4)."""
    figures = slip.figures(opening, opening.effect)
    base = opening.effect
    paused = pause(past, slip.letter.member, "as" if slip.annual else "s")
    if opening.topic == "evaluation.returned":
        return figures.days_after(base, "evaluation.mend_days", paused)
    answered = figures.days_after(base, "evaluation.answer_days", paused)
    if not slip.annual:
        return answered
    slips_by = figures.day_of_year("round.slips_by", slip.year)
    return max(min(answered, slips_by), figures.days_after(base, "evaluation.least_days", paused))


def is_closed(past: History, slip: Slip, opening: Entry) -> bool:
    """Stop C of G18: the link is closed and is not the year link (5.3)."""
    of_link = [letter for letter in letters(past) if letter.link == slip.letter.link]
    closed = any(letter.is_closed(past.day) for letter in of_link)
    if not closed or any(letter.is_open(past.day) for letter in of_link):
        return False
    figures = slip.figures(opening, opening.effect)
    return link_of_year(past, slip.letter.member, slip.year, figures) != slip.letter.link


def evaluation_unsigned(past: History, slip: Slip) -> Iterator[Obligation]:
    """G21: drafted and not signed, then signed and not confirmed under seal."""
    signed = [e for e in slip.since_return("evaluation.signed") if is_after_withdrawal(slip, e)]
    confirmed = slip.since_return("evaluation.confirmed")
    if signed:
        sealed = any(entry["sealed"] for entry in confirmed)
        opening = None if sealed else signed[0]
    else:
        opening = first_draft(slip)
    if opening is None or is_ended(past, slip, opening):
        return
    duty = Duty(
        code="G21",
        step="CONFIRM" if signed else "SIGN",
        subject=slip.subject,
        owner=residence(past, slip.letter, "Ro" if signed else "Rc"),
        opened_on=opening.effect,
        due_on=to_be_signed_by(past, slip, opening),
        ground=opening.id,
    )
    yield from owed(past, slip.figures(opening, opening.effect), opening.effect, duty)


def first_draft(slip: Slip) -> Entry | None:
    """The first draft since the request or the last return, else one written unasked before it."""
    drafts = slip.drafts()
    asked = slip.requests()
    since_asked = [entry for entry in drafts if asked and entry.order > asked[0].order]
    return next(iter(since_asked or drafts), None)


def is_after_withdrawal(slip: Slip, entry: Entry) -> bool:
    """RequestWithdrawn ends what was under way before it."""
    withdrawn = slip.last("evaluation.request_withdrawn")
    return withdrawn is None or entry.order > withdrawn.order


def to_be_signed_by(past: History, slip: Slip, opening: Entry) -> date:
    """G21: some working days, not later than G18's date; no clock is paused."""
    figures = slip.figures(opening, opening.effect)
    due_on = figures.working_days_after(opening.effect, "evaluation.sign_wd")
    awaited = awaited_since(slip)
    return min(due_on, overdue_after(past, slip, awaited)) if awaited else due_on


def is_ended(past: History, slip: Slip, opening: Entry) -> bool:
    """Stops of G21: class B; departed unless it was sent by then."""
    departed_on = slip.enrolment(opening).departed_on
    sent = slip.since_return("evaluation.sent", "evaluation.received")
    if departed_on and not any(entry.effect <= departed_on for entry in sent):
        return True
    return met_class_b(past, slip.letter.member, opening.effect)


def not_agreed(past: History, slip: Slip) -> Iterator[Obligation]:
    """G19: the last draft rests on no collective meeting; G20: on one without the Front."""
    drafts = slip.drafts()
    if not drafts or slip.has_departed(drafts[-1]):
        return
    draft = drafts[-1]
    fronts = front_at_meetings(past, slip, draft)
    if any(fronts) or met_class_b(past, slip.letter.member, draft.effect):
        return
    figures = slip.figures(draft, draft.effect)
    duty = Duty(
        code="G20" if fronts else "G19",
        subject=slip.subject,
        owner=residence(past, slip.letter, "Rc"),
        opened_on=draft.effect,
        due_on=draft.effect,
        ground=draft.id,
    )
    yield from owed(past, figures, draft.effect, duty)


def front_at_meetings(past: History, slip: Slip, draft: Entry) -> list[bool]:
    """Say of each meeting that a draft may rest on whether the Front sat in it (G19, G20)."""
    cell = last_cell(past, slip.letter, draft.effect)
    held = [
        entry["front_present"]
        for entry in past.all("collective_meeting.held")
        if cell
        and present_body(past, entry["cell"], draft.effect)
        == present_body(past, cell, draft.effect)
        and slip.letter.link in entry["considered"]
        and entry.effect.year == slip.year
        and entry.effect <= draft.effect
    ]
    stated = draft["stated_meeting"]
    return [*held, stated["front_present"]] if stated else held


def not_consolidated(past: History, slip: Slip) -> Iterator[Obligation]:
    """G23: received and not passed up by the cell, then passed up and not filed."""
    consolidated = slip.since_return("evaluation.consolidated")
    if slip.since_return("evaluation.filed"):
        return
    if consolidated:
        yield from not_filed(past, slip, consolidated[0])
    else:
        yield from not_passed_up(past, slip)


def not_passed_up(past: History, slip: Slip) -> Iterator[Obligation]:
    """G23 CELL: from arrival (4.3-5), else some days after it was sent."""
    received = slip.since_return("evaluation.received")
    sent = slip.since_return("evaluation.sent")
    if not received and not sent:
        return
    opening = [*received, *sent][0]
    base = opening.arrived_on
    if not received:
        figures = slip.figures(opening, opening.effect)
        base = figures.days_after(opening.effect, "consolidate.sent_days")
    figures = slip.figures(opening, base)
    due_on = figures.days_after(base, "consolidate.days")
    owner = workplace(past, slip.enrolment(opening), "Wc")
    duty = Duty("G23", slip.subject, owner, base, due_on, opening.id, step="CELL")
    yield from unless_class_b(past, slip, figures, duty)


def not_filed(past: History, slip: Slip, consolidated: Entry) -> Iterator[Obligation]:
    """G23 FILE: an ANNUAL one at the end of its year, or some working days later."""
    base = consolidated.effect
    figures = slip.figures(consolidated, base)
    if slip.annual:
        at_year_end = figures.day_of_year("file.by", slip.year)
        due_on = max(at_year_end, figures.working_days_after(base, "file.wd"))
    else:
        due_on = figures.days_after(base, "file.days")
    owner = workplace(past, slip.enrolment(consolidated), "Wo")
    duty = Duty("G23", slip.subject, owner, base, due_on, consolidated.id, step="FILE")
    yield from unless_class_b(past, slip, figures, duty)


def unless_class_b(past: History, slip: Slip, figures: Figures, duty: Duty) -> Iterator[Obligation]:
    """Only a return and class B end G23 (4.3-15)."""
    if not met_class_b(past, slip.letter.member, duty.opened_on):
        yield from owed(past, figures, duty.opened_on, duty)
