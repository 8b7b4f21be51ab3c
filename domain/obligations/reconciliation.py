"""Two rosters compared: each difference waits for an answer (G38).

A difference stays the old one while each later list repeats it; a later list without it settles
it, and so does an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, covers
from domain.introduction.link import Link
from domain.local_figures import rules_of_pair
from domain.member import ExemptionClass
from domain.obligations.clock import clipped
from domain.obligations.eligibility import class_b_from
from domain.obligations.matter import enrolment_of, rule_set_of
from domain.obligations.obligation import Histories, Obligation
from domain.organization import Tree, kin
from domain.reconciliation import (
    Difference,
    DifferenceAnswered,
    DifferenceKind,
    Pair,
    RosterStated,
    is_of_residence,
    of_entry,
    pair_of,
)
from domain.rulebook import RuleSet


@dataclass(frozen=True)
class Disagreement:
    """One difference from the list that opened it to what ended it."""

    difference: Difference
    opened: RosterStated
    ended: Event | None
    to_day: date
    last: RosterStated

    @property
    def answer(self) -> DifferenceAnswered | None:
        """The answer that settled it, if that is what did."""
        return self.ended if isinstance(self.ended, DifferenceAnswered) else None


def disagreements(pair: Pair, histories: Histories) -> list[Disagreement]:
    """List every difference that a list of the residence ever opened between two committees."""
    streams = [histories.reconciliation(s) for s in histories.reconciliations_of(*pair.ids)]
    stated = [e for s in streams for e in s.of(RosterStated) if is_of_residence(e)]
    stated = [e for e in stated if pair_of(e) == pair]
    lists = sorted(stated, key=lambda e: (e.effect_date, e.position))
    found = [(e, _differences(e, pair, histories)) for e in lists]
    answers = [e for s in streams for e in s.of(DifferenceAnswered)]
    keys = sorted({key for _, differences in found for key in differences})
    return [row for key in keys for row in _of_key(key, found, answers, histories)]


def differences_answered(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a difference between two rosters waits for an answer: G38."""
    pair = Pair(UUID(subject[1]), UUID(subject[2]))
    workplace = histories.organization(pair.workplace).registered
    followed_from = workplace.followed_from if workplace else date.min
    for row in disagreements(pair, histories):
        rules = _rules(row.opened, pair, histories)
        opened_on = row.opened.effect_date
        followed = row.opened.as_on >= followed_from
        if followed and opened_on < row.to_day and rules.holds("G38", opened_on):
            yield _obligation(row, pair, rules, histories)


Found = Sequence[tuple[RosterStated, dict[str, Difference]]]


def _of_key(
    key: str, found: Found, answers: Iterable[DifferenceAnswered], histories: Histories
) -> Iterator[Disagreement]:
    """Follow one difference through the lists: opened, repeated, ended, perhaps opened anew."""
    answered = sorted(
        (a for a in answers if a.difference == key), key=lambda a: (a.effect_date, a.position)
    )
    opened: RosterStated | None = None
    last: RosterStated | None = None
    for stated, differences in found:
        if opened and last:
            ending = _first(answered, opened, stated)
            if ending or key not in differences:
                yield _ended(key, found, opened, last, ending or stated, histories)
                opened = None
        if key in differences:
            opened, last = opened or stated, stated
    if opened and last:
        yield _ended(key, found, opened, last, _first(answered, opened, None), histories)


def _first(
    answered: Iterable[DifferenceAnswered], opened: Event, before: Event | None
) -> DifferenceAnswered | None:
    """Find the first answer to what was opened, given before the next list."""
    start = (opened.effect_date, opened.position)
    end = (before.effect_date, before.position) if before else (FOREVER, 0)
    return next((a for a in answered if start < (a.effect_date, a.position) < end), None)


def _ended(  # noqa: PLR0917 - one difference: which, opened, repeated, ended by what
    key: str,
    found: Found,
    opened: RosterStated,
    last: RosterStated,
    ending: Event | None,
    histories: Histories,
) -> Disagreement:
    difference = next(differences[key] for stated, differences in found if stated is opened)
    stopped = _stopped_on(difference, opened, histories)
    ended_on = ending.effect_date if ending else FOREVER
    if stopped < ended_on:
        return Disagreement(difference, opened, None, stopped, last)
    return Disagreement(difference, opened, ending, ended_on, last)


def _stopped_on(difference: Difference, opened: RosterStated, histories: Histories) -> date:
    """Name the day on which the member left or became secret: then nothing is owed about him."""
    link = histories.link(difference.link) if difference.link else None
    if link is None or link.member is None:
        return FOREVER
    member = histories.member(link.member)
    letter = link.as_of(opened.effect_date).last_letter
    enrolment = enrolment_of(letter, member) if letter else None
    departed = member.departed_on(enrolment) if enrolment else FOREVER
    return min(departed, class_b_from(member, opened.effect_date))


def _differences(stated: RosterStated, pair: Pair, histories: Histories) -> dict[str, Difference]:
    tree = Tree(histories)
    listed = {entry.link for entry in stated.entries if entry.link}
    found = [
        of_entry(e, histories.link(e.link) if e.link else None, pair, stated.as_on, tree)
        for e in stated.entries
    ]
    for link_id in _links_between(pair, histories):
        link = histories.link(link_id)
        if link_id not in listed and pair.has(link, stated.as_on, tree):
            found.append(Difference(DifferenceKind.NOT_AT_RESIDENCE, link_id, None))
    shown = (one for one in found if one and not _is_secret(one, stated.as_on, histories))
    return {one.key: one for one in shown}


def _links_between(pair: Pair, histories: Histories) -> Iterable[UUID]:
    """Name the links between the two, and between those that they have taken over."""
    ours, theirs = (kin(body, histories) for body in pair.ids)
    found = (link for w in ours for r in theirs for link in histories.links_between(w, r))
    return dict.fromkeys(found)


def _is_secret(difference: Difference, day: date, histories: Histories) -> bool:
    """Tell whether class B covers the member on the day of the list: then he is in neither."""
    link: Link | None = histories.link(difference.link) if difference.link else None
    if link is None or link.member is None:
        return False
    exempt = histories.member(link.member).exemptions(ExemptionClass.B)
    return covers((exemption.days for exemption in exempt), day)


def _obligation(row: Disagreement, pair: Pair, rules: RuleSet, histories: Histories) -> Obligation:
    opened, difference = row.opened, row.difference
    step = rules.obligations["G38"].step(difference.kind)
    due_on = opened.as_on + timedelta(days=rules.days(step.figures[0]))
    run = clipped(opened.effect_date, row.to_day, due_on)
    about = f"pair/{pair.workplace}/{pair.residence}/{difference.key.replace(':', '/')}"
    link = histories.link(difference.link) if difference.link else None
    return Obligation(
        code="G38",
        key=f"G38:{about}:{opened.id}",
        step=difference.kind.value,
        owner=pair.workplace if step.owner.value.startswith("W") else pair.residence,
        office=step.owner.value,
        about=about,
        member=link.member if link else None,
        link=difference.link,
        cell=difference.entry.cell if difference.entry else None,
        workplace=pair.workplace,
        viewers=(pair.workplace, pair.residence),
        rule_set=rules.id,
        weight=rules.weight("G38"),
        from_day=run.start,
        late_from=run.late,
        to_day=run.end,
        due_on=run.due_on,
        opened_by=opened.id,
        settled_by=row.ended.id if row.ended else None,
    )


def _rules(opened: RosterStated, pair: Pair, histories: Histories) -> RuleSet:
    published = rule_set_of(opened, opened.effect_date, histories)
    return rules_of_pair(published, *pair.ids, opened.effect_date, histories)
