"""Commands that compare two rosters: a side states its list, a difference is answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from domain.acts import Side
from domain.private import Personal, Private
from domain.reconciliation import (
    DifferenceAnswer,
    DifferenceAnswered,
    RosterStated,
    StatedEntry,
    StatedStatus,
    pair_of,
    reconciliation_id,
)
from domain.refusals import NoSuchDifference
from service.commands.command import Command
from service.officers import Sides, entitled
from service.store.tokens import folded
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class StatedMember:
    """One member by the list: by his link, else by name and date of birth."""

    link: UUID | None = None
    full_name: str | None = None
    birth_date: date | None = None
    cell: UUID | None = None
    status: StatedStatus


@dataclass(frozen=True, kw_only=True)
class StateRoster(Command):
    """State one's own list of the members between two committees on a day.

    Who comes with a name is looked for among those introduced between the two, by name and date
    of birth; who is not found stays a name, sealed.
    """

    NAME = "state-roster"
    TITLE = "Gửi danh sách đối chiếu"
    ENTITLED = entitled("Ro Rs", "Wo")

    workplace: UUID
    residence: UUID
    stated_by: Side
    as_on: date
    entries: tuple[StatedMember, ...]

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the list."""
        ours, theirs = self.workplace, self.residence
        allowed = entitled("Wo Ws", "Ro")
        if self.stated_by is Side.RESIDENCE:
            ours, theirs = theirs, ours
            allowed = self.ENTITLED
        work.begin(self, Sides(workplace=self.workplace, residence=self.residence), allowed)
        lists = work.reconciliation(reconciliation_id(self.workplace, self.residence, self.as_on))
        known = Introductions(self.workplace, self.residence, self.as_on, work)
        work.record(
            lists,
            RosterStated,
            by=ours,
            about=theirs,
            as_on=self.as_on,
            entries=tuple(
                _entry(number, stated, known, uuid5(lists.id, f"{ours}/{number}"))
                for number, stated in enumerate(self.entries, start=1)
            ),
        )


def _entry(number: int, stated: StatedMember, known: Introductions, key: UUID) -> StatedEntry:
    link = stated.link or known.find(stated.full_name, stated.birth_date)
    birth = stated.birth_date.isoformat() if stated.birth_date else None
    return StatedEntry(
        entry_no=number,
        link=link,
        full_name=None if link else _personal(key, stated.full_name),
        birth_date=None if link else _personal(key, birth),
        cell=stated.cell,
        status=stated.status,
    )


def _personal(key: UUID, text: str | None) -> Private | None:
    return None if text is None else Personal(key, text)


class Introductions:
    """Who was introduced between two committees, opened only to be compared with a list."""

    def __init__(self, workplace: UUID, residence: UUID, day: date, work: UnitOfWork) -> None:
        self._rows = (work, workplace, residence, day)
        self._links: dict[tuple[str, str], list[UUID]] | None = None

    def find(self, full_name: str | None, birth_date: date | None) -> UUID | None:
        """Find the one link of a name and a date of birth; none where several bear them."""
        if full_name is None:
            return None
        if self._links is None:
            self._links = {}
            for who, link in self._named():
                self._links.setdefault(who, []).append(link)
        birth = birth_date.isoformat() if birth_date else ""
        found = self._links.get((folded(full_name), birth), [])
        return found[0] if len(found) == 1 else None

    def _named(self) -> Iterator[tuple[tuple[str, str], UUID]]:
        work, workplace, residence, day = self._rows
        for row in work.known.introduced_between(workplace, residence, day):
            enrolment = work.member(row.member).enrolment_on(day)
            if enrolment:
                name = work.read(enrolment.full_name) or ""
                yield (folded(name), work.read(enrolment.birth_date) or ""), row.link


@dataclass(frozen=True, kw_only=True)
class AnswerDifference(Command):
    """Answer one difference between the residence's list and what is on record."""

    NAME = "answer-difference"
    TITLE = "Trả lời chênh lệch danh sách"
    ENTITLED = entitled("Ro Rs Wo Ws", "Ro Wo")

    reconciliation: UUID
    difference: str
    answer: DifferenceAnswer
    note: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record whose list is right, or that it is mended; a note is sealed."""
        lists = work.reconciliation(self.reconciliation)
        stated = lists.of_residence
        if stated is None:
            raise NoSuchDifference(field="difference", difference=self.difference)
        pair = pair_of(stated)
        work.begin(self, Sides(workplace=pair.workplace, residence=pair.residence))
        work.record(
            lists,
            DifferenceAnswered,
            difference=self.difference,
            answer=self.answer,
            note=work.personal(lists.id, self.note),
        )
