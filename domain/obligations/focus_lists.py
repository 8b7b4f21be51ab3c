"""A focused round names those of whom it asks: G29, off unless a committee switches it on."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from domain.intervals import FOREVER
from domain.local_figures import rules_of_body
from domain.obligations.clock import clipped
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.rounds import round_figures
from domain.round import FocusListNamed, RoundMode, RoundOpened
from domain.rulebook import RuleSet


def focus_list_missing(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a focused round waits for its list."""
    round_ = histories.round(UUID(subject[1]))
    opened = round_.opened
    if opened is None or opened.mode is not RoundMode.FOCUSED:
        return
    day, rules = opened.effect_date, _rules(opened, histories)
    registered = histories.organization(opened.committee).registered
    if not rules.holds("G29", day) or (registered and day < registered.followed_from):
        return
    named = next((entry for entry in round_.of(FocusListNamed) if entry.entries), None)
    end = named.effect_date if named else FOREVER
    if day < end:
        run = clipped(day, end, max(rules.day_of(opened.year, "round.focus_by"), day))
        yield Obligation(
            code="G29",
            weight=rules.weight("G29"),
            key=f"G29:round/{round_.id}:{opened.id}",
            step=None,
            owner=opened.committee,
            office=rules.obligations["G29"].step().owner.value,
            about=f"round/{round_.id}",
            member=None,
            link=None,
            cell=None,
            workplace=opened.committee,
            viewers=(opened.committee,),
            rule_set=rules.id,
            from_day=run.start,
            late_from=run.late,
            to_day=run.end,
            due_on=run.due_on,
            opened_by=opened.id,
            settled_by=named.id if named else None,
        )


def _rules(opened: RoundOpened, histories: Histories) -> RuleSet:
    """Give the rules under which it was opened, with the figures of the committee and its own."""
    day, named = opened.effect_date, histories.rulebook.named(opened.rule_set)
    rules = rules_of_body(named, opened.committee, day, histories)
    return round_figures(opened.committee, opened.year, rules, day, histories)
