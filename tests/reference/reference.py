"""What was owed, and by whom, on one day as known at one position."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from tests.reference.absences import absence_obligations
from tests.reference.agreements import agreement_obligations
from tests.reference.answers import answer_obligations
from tests.reference.around_meetings import around_meetings_obligations
from tests.reference.asked import asking_obligations
from tests.reference.changes import change_obligations
from tests.reference.contents import content_obligations
from tests.reference.differences import difference_obligations
from tests.reference.evaluations import evaluation_obligations
from tests.reference.generic import generic_obligations
from tests.reference.history import History, Line
from tests.reference.households import household_obligations
from tests.reference.irregular import irregular_obligations
from tests.reference.keys import SUBJECTS
from tests.reference.letters import letter_obligations
from tests.reference.meetings import meeting_obligations
from tests.reference.members import enrolments
from tests.reference.obligation import Obligation
from tests.reference.placing import placing_obligations
from tests.reference.roster import MemberState, member_state
from tests.reference.rounds import round_figures, round_obligations
from tests.reference.rule_sets import RuleSet
from tests.reference.running_out import running_out_obligations
from tests.reference.workplace_year import workplace_year_obligations
from tests.reference.writing import writing_obligations
from tests.reference.year_figures import YearFigures, year_figures
from tests.reference.year_link import link_of_year

NOW = frozenset(SUBJECTS) - {"G39"}
STEPS: tuple[Callable[[History], Iterator[Obligation]], ...] = (
    writing_obligations,
    letter_obligations,
    placing_obligations,
    meeting_obligations,
    absence_obligations,
    household_obligations,
    round_obligations,
    evaluation_obligations,
    answer_obligations,
    content_obligations,
    workplace_year_obligations,
    change_obligations,
    running_out_obligations,
    agreement_obligations,
    around_meetings_obligations,
    asking_obligations,
    irregular_obligations,
    generic_obligations,
    difference_obligations,
)


def open_obligations(
    lines: Iterable[Line],
    day: date,
    position: int,
    codes: Collection[str] = NOW,
    rules: RuleSet | None = None,
) -> frozenset[Obligation]:
    """Give what is owed on a day, late or not.

    ``lines`` are those of an export, ``position`` the last one known, ``rules`` a rule set under
    which to judge them instead of those that were in force. On a day on which its clock is
    stopped an obligation is not given at all (4.1-4).
    """
    past = History(lines, day, position, rules)
    return frozenset(duty for step in STEPS for duty in step(past) if duty.code in codes)


def gaps(
    lines: Iterable[Line], day: date, position: int, codes: Collection[str] = NOW
) -> frozenset[Obligation]:
    """Give the obligations past their due date: the coordination gaps (4.1-3)."""
    return frozenset(duty for duty in open_obligations(lines, day, position, codes) if duty.late)


def state(lines: Iterable[Line], member: str, day: date, position: int) -> MemberState | None:
    """Say how a member stands on a day (5.1); None before he was ever enrolled."""
    return member_state(History(lines, day, position), member)


def figures(lines: Iterable[Line], member: str, year: int, day: date, position: int) -> YearFigures:
    """Count a member's year of meetings up to a day (5.2)."""
    return year_figures(History(lines, day, position), member, year)


def year_link(
    lines: Iterable[Line], member: str, year: int, day: date, position: int
) -> str | None:
    """Name the link by which a member's year is judged, as of a day (5.3)."""
    past = History(lines, day, position)
    enrolled = enrolments(past, member)
    if not enrolled:
        return None
    return link_of_year(past, member, year, round_figures(past, enrolled[-1], year))
