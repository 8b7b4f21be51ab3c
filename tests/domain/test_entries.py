"""What a stream says once its corrections are applied, tried on histories that nobody would keep.

A history is a stream of plain entries, corrections of them, and voids of anything before: of
entries, of corrections, of voids, of what is struck already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from hypothesis import assume
from hypothesis import given as for_every
from hypothesis import strategies as some

from domain.entries import (
    EntryCorrected,
    EntryVoided,
    Event,
    effective,
    standing,
    version_of,
)
from domain.member import CellAssigned, Member
from tests.year import CELL_ASSIGNED, THAM

RULES = "213-2020"
DAYS = some.dates(date(2026, 1, 1), date(2026, 12, 31))
FACTS = some.fixed_dictionaries({}, optional={"from": DAYS.map(str), "occurred_on": DAYS.map(str)})


def assigned(member: Member, day: date, number: int) -> Member:
    """Enter one more plain entry, whose cell is its number."""
    act = CELL_ASSIGNED.act.on(day)
    cell = UUID(int=number)
    member.append(member.propose(CellAssigned, act, RULES, cell=cell, from_=day))
    return member


def voided(member: Member, version: int) -> Member:
    event = f"{THAM}/{version}"
    act = CELL_ASSIGNED.act
    member.append(member.propose(EntryVoided, act, RULES, event=event, reason="miswritten"))
    return member


def corrected(member: Member, version: int, facts: Mapping[str, Any]) -> Member:
    event = f"{THAM}/{version}"
    act = CELL_ASSIGNED.act
    member.append(
        member.propose(EntryCorrected, act, RULES, event=event, reason="miswritten", facts=facts)
    )
    return member


@some.composite
def histories(draw: some.DrawFn) -> Member:
    member = Member.replay(THAM)
    for _ in range(draw(some.integers(1, 14))):
        plain = [e.originator_version for e in member.entries if isinstance(e, CellAssigned)]
        match draw(some.sampled_from("eevc" if plain else "e")):
            case "e":
                assigned(member, draw(DAYS), member.version + 1)
            case "v":
                voided(member, draw(some.integers(1, member.version)))
            case _:
                corrected(member, draw(some.sampled_from(plain)), draw(FACTS))
    return member


def stands(entry: Event, entries: list[Event]) -> bool:
    """Say it once more, plainly: an entry stands that no standing void names."""
    return not any(
        isinstance(void, EntryVoided)
        and version_of(void.event) == entry.originator_version
        and stands(void, entries)
        for void in entries[entry.originator_version :]
    )


def said(entries: list[Event]) -> dict[int, Event]:
    return {entry.originator_version: entry for entry in effective(entries)}


@for_every(histories())
def test_entries_are_read_by_effect_date_and_then_as_they_were_entered(member: Member) -> None:
    order = [(entry.effect_date, entry.originator_version) for entry in member.effective]
    assert order == sorted(order)


@for_every(histories())
def test_what_stands_is_what_no_standing_void_names(member: Member) -> None:
    entries = list(member.entries)
    assert set(standing(entries)) == {
        entry.originator_version for entry in entries if stands(entry, entries)
    }
    assert not any(isinstance(e, EntryCorrected | EntryVoided) for e in member.effective)


@for_every(histories(), some.data())
def test_a_void_strikes_one_entry_and_its_void_restores_it(
    member: Member, data: some.DataObject
) -> None:
    assume(member.effective)
    before = said(list(member.entries))
    struck = data.draw(some.sampled_from(sorted(before)))
    after = said(list(voided(member, struck).entries))
    assert after == {version: entry for version, entry in before.items() if version != struck}
    assert said(list(voided(member, member.version).entries)) == before


@for_every(histories(), some.data(), FACTS.filter(bool))
def test_a_correction_changes_its_facts_and_nothing_else_and_its_void_undoes_it(
    member: Member, data: some.DataObject, facts: dict[str, str]
) -> None:
    assume(member.effective)
    before = said(list(member.entries))
    version = data.draw(some.sampled_from(sorted(before)))
    right: dict[str, Any] = {
        {"from": "from_"}.get(name, name): date.fromisoformat(day) for name, day in facts.items()
    }
    after = said(list(corrected(member, version, facts).entries))
    assert after == before | {version: replace(before[version], **right)}
    assert said(list(voided(member, member.version).entries)) == before


@for_every(histories(), some.data(), DAYS, DAYS)
def test_of_two_corrections_of_a_fact_the_later_one_holds_while_it_stands(
    member: Member, data: some.DataObject, first: date, second: date
) -> None:
    assume(member.effective)
    version = data.draw(some.sampled_from(sorted(said(list(member.entries)))))
    corrected(member, version, {"from": str(first)})
    corrected(member, version, {"from": str(second)})
    assert said(list(member.entries))[version].effect_date == second
    assert said(list(voided(member, member.version).entries))[version].effect_date == first


@for_every(histories(), DAYS)
def test_what_is_known_acts_on_every_day(member: Member, day: date) -> None:
    assert list(member.as_of(day).effective) == [
        entry for entry in member.effective if entry.effect_date <= day
    ]


@for_every(histories(), some.data())
def test_what_was_known_earlier_was_read_without_what_came_later(
    member: Member, data: some.DataObject
) -> None:
    entries = list(member.entries)
    known = data.draw(some.integers(0, len(entries)))
    reader = Member.replay(THAM, entries[:known])
    assert list(reader.effective) == effective(entries[:known])
    for entry in entries[known:]:
        reader.keep(entry)
    assert list(reader.effective) == list(member.effective)


@for_every(histories(), some.integers(1, 15))
def test_a_prefix_is_what_came_before_as_it_reads_today(member: Member, version: int) -> None:
    assert list(member.prefix(version).effective) == [
        entry for entry in member.effective if entry.originator_version < version
    ]
