"""What a residence cell owes for all whom it calls, and who may see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from uuid import UUID

from domain.intervals import FOREVER, Interval
from domain.introduction.link import Link
from domain.local_figures import rules_of_body
from domain.member import Member
from domain.obligations.eligibility import Stay, called_in, eligible, stays
from domain.obligations.obligation import Histories, Listed, Obligation
from domain.organization import Tree, kin
from domain.rulebook import RuleSet


@dataclass(frozen=True)
class Called:
    """A link of a cell with its member."""

    link: Link
    member: Member
    tree: Tree

    @property
    def issuer(self) -> UUID | None:
        """The workplace that introduced the member last."""
        letter = self.link.last_letter
        return letter.issuer if letter else None

    def workplace_on(self, day: date) -> tuple[UUID | None, UUID | None]:
        """Name the workplace behind the link on a day, and the member's cell there."""
        letter = self.link.open_letter_on(day) or self.link.last_letter
        return letter.issuer if letter else None, self.member.cell_on(day)

    def as_of(self, day: date) -> Called:
        """Give both as they count on a day."""
        return Called(self.link.as_of(day), self.member.as_of(day), self.tree)

    def stays_in(self, cells: Container[UUID]) -> list[Stay]:
        """Give the days on which one of some cells calls the member, as papers name the cells."""
        return [stay for stay in eligible(self.link, self.member) if stay.cell in cells]

    def called_in(self, day: date) -> UUID | None:
        """Name the cell in which a meeting of that day calls the member, or its successor then."""
        return called_in(self.link, self.member, day, self.tree)

    def changes_in(self, cells: Container[UUID]) -> set[date]:
        """Name the days on which it may change whether one of some cells calls the member."""
        entries = (*self.link.effective, *self.member.effective)
        days = {entry.effect_date for entry in entries}
        return days.union(*(stay.days for stay in self.stays_in(cells)))


def called(cell: UUID, histories: Histories) -> list[Called]:
    """Give the links that were ever in a cell, or one that is one with it, with their members."""
    tree = Tree(histories)
    found = dict.fromkeys(one for c in kin(cell, histories) for one in histories.links_in(c))
    links = [histories.link(link) for link in found]
    return [Called(link, histories.member(link.member), tree) for link in links if link.member]


@dataclass(frozen=True)
class CellMatter:
    """What a residence cell owes for all whom it calls, and who may see it."""

    histories: Histories
    cell: UUID
    of_cell: Sequence[Called]

    @cached_property
    def tree(self) -> Tree:
        """Who stands in whose place."""
        return self.of_cell[0].tree if self.of_cell else Tree(self.histories)

    @cached_property
    def kin(self) -> Sequence[UUID]:
        """Every cell that ever was, or will be, one with it."""
        return kin(self.cell, self.histories)

    @property
    def followed_from(self) -> date:
        """The earliest day from which a workplace with a link here is followed."""
        issuers = {one.issuer for one in self.of_cell if one.issuer and self._was_here(one)}
        entries = [self.histories.organization(issuer).registered for issuer in issuers]
        return min((entry.followed_from for entry in entries if entry), default=date.min)

    def rules_on(self, day: date) -> RuleSet:
        """Give the rules in force on a day, with the figures that the cell goes by."""
        in_force = self.histories.rulebook.in_force(day)
        return rules_of_body(in_force, self.cell, day, self.histories)

    def owed(
        self,
        code: str,
        about: str,
        *,
        opened_by: str,
        due_on: date,
        days: Interval,
        rules: RuleSet,
    ) -> Obligation:
        """Give an obligation of the cell, without its days."""
        return Obligation(
            code=code,
            weight=rules.weight(code),
            key=f"{code}:{about}:{opened_by}",
            step=None,
            owner=self.cell,
            office=rules.obligations[code].step().owner.value,
            about=about,
            member=None,
            link=None,
            cell=self.cell,
            workplace=None,
            viewers=self._viewers(days),
            rule_set=rules.id,
            from_day=days.start,
            late_from=FOREVER,
            to_day=FOREVER,
            due_on=due_on,
            opened_by=opened_by,
            settled_by=None,
        )

    def with_list(self, row: Obligation, some: Iterable[Called], day: date) -> Obligation:
        """Give an obligation with a list inside, seen by the workplaces of who is on it.

        ``day`` is the one on which a member belongs to the workplace cell that sees him.
        """
        listed: dict[tuple[UUID | None, UUID | None], list[UUID]] = defaultdict(list)
        for one in some:
            listed[one.workplace_on(day)].append(one.link.id)
        shares = [Listed(*at, tuple(sorted(links))) for at, links in listed.items()]
        seen = self._hosts(day).union(*listed)
        return replace(
            row,
            listed=tuple(sorted(shares, key=lambda share: share.links)),
            viewers=tuple(sorted(body for body in seen if body)),
        )

    def _viewers(self, days: Interval) -> tuple[UUID, ...]:
        """Name the hosts, and each workplace with a member called there."""
        seen = self._hosts(days.start)
        for one in self.of_cell:
            for stay in one.stays_in(self.kin):
                here = self.tree.became_on(stay.cell, self.cell) < days.end
                if here and stay.days.meets(days):
                    first = max(stay.days.start, days.start)
                    seen |= {stay.letter.issuer, one.member.cell_on(first)}
        return tuple(sorted(body for body in seen if body))

    def _was_here(self, one: Called) -> bool:
        """Tell whether a link was in the cell, or in one that it has taken over."""
        cells = (stay.cell for stay in stays(one.link))
        return len(self.kin) == 1 or any(
            self.tree.became_on(cell, self.cell) < FOREVER for cell in cells
        )

    def _hosts(self, day: date) -> set[UUID | None]:
        """Name the cell and the committee above it."""
        return {self.cell, self.tree.parent_on(self.cell, day)}
