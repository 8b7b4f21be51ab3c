"""The yearly round of a workplace committee: everybody's opinion is asked, G17."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.reference.bodies import present_body
from tests.reference.history import Entry, History
from tests.reference.members import Enrolment, enrolment_on, enrolments, members
from tests.reference.obligation import Duty, Obligation, Subject, owed, workplace
from tests.reference.rules import Figures, rule_set_on
from tests.reference.slips import Slip, slips
from tests.reference.stops import is_exempt, is_suspended
from tests.reference.year_link import link_of_year


def round_obligations(past: History) -> Iterator[Obligation]:
    """Opened by the calendar, not by RoundOpened (4.3-10)."""
    evaluations = [slip for slip in slips(past) if slip.annual]
    for member in members(past):
        answered = [slip for slip in evaluations if slip.letter.member == member]
        for enrolment in enrolments(past, member):
            for year in range(enrolment.entry.effect.year, past.day.year + 1):
                if not is_asked(answered, year):
                    yield from evaluation_not_requested(past, enrolment, year)


def evaluation_not_requested(
    past: History, enrolment: Enrolment, year: int
) -> Iterator[Obligation]:
    """G17: nobody asked; absent where A, B, S, D hold on round.request_by, or no link counts."""
    figures = round_figures(past, enrolment, year)
    opens = figures.day_of_year("round.opens", year)
    request_by = figures.day_of_year("round.request_by", year)
    member = enrolment.member
    if (
        opens > past.day
        or is_excluded(past, enrolment, request_by)
        or is_left_out(past, enrolment, year, request_by)
        or link_of_year(past, member, year, figures) is None
    ):
        return
    subject = Subject(member, period=str(year))
    duty = Duty("G17", subject, workplace(past, enrolment, "Wc"), opens, request_by, str(year))
    yield from owed(past, figures, opens, duty)


def round_figures(past: History, enrolment: Enrolment, year: int) -> Figures:
    """The figures of a year's round, of the rule set in force when it opens (4.1-7)."""
    rule_set = rule_set_on(past, date(year, 12, 31))
    opens = date.fromisoformat(f"{year}-{rule_set.figures['round.opens']}")
    return Figures(past, rule_set_on(past, opens), opens, enrolment.committee, year=year)


def is_excluded(past: History, enrolment: Enrolment, request_by: date) -> bool:
    """Tell whether the member was not this committee's to ask about on the fixed day."""
    member = enrolment.member
    current = enrolment_on(past, member, request_by)
    return (
        current is None
        or current.entry is not enrolment.entry
        or enrolment.is_over(request_by)
        or is_exempt(past, member, "A", request_by)
        or is_exempt(past, member, "B", request_by)
        or is_suspended(past, member, request_by)
    )


def is_left_out(past: History, enrolment: Enrolment, year: int, request_by: date) -> bool:
    """FOCUSED asks only for those named; it needs RoundOpened before round.request_by (4.3-10)."""
    opened = round_of(past, enrolment.committee, year)
    if opened is None or opened["mode"] != "FOCUSED" or opened.effect >= request_by:
        return False
    named = past.of(opened.stream, "focus_list.named")
    return not named or enrolment.member not in {e["member"] for e in named[-1]["entries"]}


def round_of(past: History, committee: str, year: int) -> Entry | None:
    """Find the opening of a committee's round of a year."""
    present = present_body(past, committee, past.day)
    own = [
        entry
        for entry in past.all("round.opened")
        if entry["year"] == year and present_body(past, entry["committee"], past.day) == present
    ]
    return own[-1] if own else None


def is_asked(answered: list[Slip], year: int) -> bool:
    """Tell whether an ANNUAL opinion was asked and not withdrawn, or received unasked (G17)."""
    return any(
        slip.year == year and (slip.requests() or slip.last("evaluation.received"))
        for slip in answered
    )
