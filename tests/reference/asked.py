"""What a round asks: FOCUSED a list of names, G29; of nobody whom class A exempts, G37."""

from __future__ import annotations

from collections.abc import Iterator

from tests.reference.bodies import present_body
from tests.reference.history import Entry, History
from tests.reference.obligation import Duty, Obligation, Owner, Subject, owed, workplace
from tests.reference.rules import Figures, rule_set_of
from tests.reference.slips import Slip, slips
from tests.reference.stops import is_exempt, met_class_b


def asking_obligations(past: History) -> Iterator[Obligation]:
    """Each round, and each yearly request that stands."""
    for opened in past.all("round.opened"):
        yield from focus_list_missing(past, opened)
    for slip in slips(past):
        for request in slip.requests() if slip.annual else []:
            yield from exempt_asked_yearly(past, slip, request)


def focus_list_missing(past: History, opened: Entry) -> Iterator[Obligation]:
    """G29: FOCUSED, and nobody was named."""
    named = past.of(opened.stream, "focus_list.named")
    if opened["mode"] != "FOCUSED" or any(entry["entries"] for entry in named):
        return
    committee, year, opened_on = opened["committee"], opened["year"], opened.effect
    rule_set = rule_set_of(past, opened, opened_on)
    figures = Figures(past, rule_set, opened_on, committee, year=year)
    due_on = max(figures.day_of_year("round.focus_by", year), opened_on)
    subject = Subject(body=committee, round=opened.stream)
    owner = Owner("Ws", present_body(past, committee, past.day))
    duty = Duty("G29", subject, owner, opened_on, due_on, opened.id)
    yield from owed(past, figures, opened_on, duty)


def exempt_asked_yearly(past: History, slip: Slip, request: Entry) -> Iterator[Obligation]:
    """G37: asked on a day of class A, and not withdrawn; class B alone ends it otherwise."""
    member, opened_on = slip.letter.member, request.effect
    if not is_exempt(past, member, "A", opened_on) or met_class_b(past, member, opened_on):
        return
    owner = workplace(past, slip.enrolment(request), "Wc")
    duty = Duty("G37", slip.subject, owner, opened_on, opened_on, request.id)
    yield from owed(past, slip.figures(request, opened_on), opened_on, duty)
