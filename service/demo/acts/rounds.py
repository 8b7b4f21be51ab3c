"""The yearly round of each workplace: opened for everybody, or for those whom it then names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.round import FocusReason, RoundMode
from service.demo.bodies import Workplace
from service.demo.days import YEAR
from service.demo.paper import Paper
from service.demo.people import Member
from service.demo.year import Year

OPENED_ON = date(2025, 10, 10)
NAMED_ON = date(2025, 10, 14)
NAMED_OF_44 = 6
REASONS = (FocusReason.AWARD, FocusReason.PLANNING, FocusReason.TASKS_NOT_DONE)


def plan(year: Year) -> None:
    """Let a focused committee name some of its members, unless it forgets to."""
    for committee in year.workplaces:
        if committee.focused and committee.names_list:
            members = [m for m in year.members if m.committee is committee]
            count = max(1, round(NAMED_OF_44 * len(members) / 44))
            for member in year.chance(f"focus/{committee.code}").sample(members, count):
                member.in_focus = True


def papers(year: Year) -> Iterator[Paper]:
    """Open each round, and name whom it is about."""
    for committee in year.workplaces:
        mode = RoundMode.FOCUSED if committee.focused else RoundMode.ALL
        yield _paper(committee, "open-round", OPENED_ON, mode=mode)
        named = [m for m in year.members if m.committee is committee and m.in_focus]
        if named:
            entries = [_entry(number, member) for number, member in enumerate(named)]
            yield _paper(committee, "name-focus-list", NAMED_ON, entries=entries)


def _entry(number: int, member: Member) -> dict[str, object]:
    return {"member": member.reference, "reason": REASONS[number % len(REASONS)]}


def _paper(committee: Workplace, command: str, day: date, **said: object) -> Paper:
    return Paper(
        key=f"{command}/{committee.code}",
        entered_on=day,
        by=committee.secretary,
        command=command,
        occurred_on=day,
        fields={"committee": committee.id, "year": YEAR, **said},
    )
