"""What is owed, and what is late: obligations and gaps, each with its clause and its owner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.obligations.obligation import Obligation
from domain.rulebook import ObligationRule, Rulebook, Weight
from projections.introduced import introduced_of
from projections.obligations import Place, gaps, obligations, place_of
from projections.roster import standings_of
from service.queries.asked import Word, cursor_of
from service.queries.page import Page
from service.queries.reader import Reader, days

PARAMETERS = ("as_of", "known_at", "organization", "code", "weight", "limit", "cursor", "after")

WEIGHTS = (Weight.DUTY.value, Weight.ADVISORY.value)

Listing = Callable[..., list[Obligation]]


def ask_gaps(reader: Reader) -> Page:
    """List the coordination gaps that a body sees, the longest late first."""
    return _listed(reader, gaps)


def ask_obligations(reader: Reader) -> Page:
    """List all that is owed and that a body sees, waiting or late."""
    return _listed(reader, obligations)


def _listed(reader: Reader, listing: Listing) -> Page:
    reader.asked.only(*PARAMETERS)
    limit = reader.asked.limit()
    chosen = reader.asked.codes("code", codes(reader))
    weights = [Weight(word) for word in reader.asked.codes("weight", WEIGHTS)]
    place = reader.asked.cursor(tuple[date, Word])
    after = Place(*place) if place else None
    found = listing(
        reader.service.views,
        reader.bodies,
        reader.viewpoint,
        codes=chosen,
        weights=weights,
        after=after,
        limit=limit + 1,
    )
    shown = found[:limit]
    end = place_of(shown[-1]) if len(found) > limit else None
    following = cursor_of(end.late_from, end.key) if end else None
    return Page(described(reader, shown), following)


def codes(reader: Reader) -> tuple[str, ...]:
    """Name the codes of all obligations that any rule set knows."""
    rule_sets = reader.service.coordination.rulebook.rule_sets
    return tuple(sorted({code for one in rule_sets for code in one.obligations}))


def described(
    reader: Reader, rows: Sequence[Obligation], rulebook: Rulebook | None = None
) -> list[dict[str, Any]]:
    """Say of some obligations what they are, with names, and with clauses of the rules in force.

    Where they were judged by another rulebook, the clauses are those of it.
    """
    reader.called(body for row in rows for body in (row.owner, row.cell, row.workplace))
    names = member_names(reader, [row.member for row in rows if row.member])
    book = rulebook or reader.service.coordination.rulebook
    rules = (book.named(row.rule_set).obligations[row.code] for row in rows)
    return [_row(reader, row, rule, names) for row, rule in zip(rows, rules, strict=True)]


def member_names(reader: Reader, members: Sequence[UUID]) -> dict[UUID, str | None]:
    """Open the names of some members, by where the body of the question knows them from.

    A residence knows who is introduced to it on the day, and nobody of class B.
    """
    view = reader.service.views, sorted(set(members)), reader.viewpoint
    places = {row.member: row.full_name for row in introduced_of(*view)}
    if Side.WORKPLACE in reader.sides:
        places |= {row.member: row.full_name for row in standings_of(*view)}
    reader.prefetch(places.values())
    return {member: reader.open(member, [place])[0] for member, place in places.items()}


def _row(
    reader: Reader, row: Obligation, rule: ObligationRule, names: dict[UUID, str | None]
) -> dict[str, Any]:
    as_of = reader.viewpoint.as_of
    late = row.late_from <= as_of
    return {
        "code": row.code,
        "step": row.step,
        "weight": row.weight,
        **_said(rule),
        "owner": reader.named(row.owner),
        "office": row.office,
        "member": {"id": row.member, "name": names.get(row.member)} if row.member else None,
        "workplace": reader.named(row.workplace),
        "link": row.link,
        "links": _links(reader, row),
        "cell": reader.named(row.cell),
        "about": row.about,
        "standing_since": row.from_day,
        "due_on": days(row.due_on),
        "late": late,
        "days_late": (as_of - row.due_on).days if late and row.due_on else None,
        "incurable": rule.incurable and as_of > (row.curable_until or row.due_on or date.max),
        "rule_set": row.rule_set,
        "opened_by": row.opened_by,
        "settled_by": row.settled_by,
        "key": row.key,
    }


def _links(reader: Reader, row: Obligation) -> list[UUID]:
    """Name the links on the list inside: the hosts see all of them, a workplace its own."""
    host = reader.names.parent_of(row.cell)
    is_host = reader.ours(row.cell) or reader.ours(host)
    listed = (
        one for one in row.listed if is_host or reader.ours(one.workplace) or reader.ours(one.cell)
    )
    return sorted(link for one in listed for link in one.links)


def _said(rule: ObligationRule) -> dict[str, Any]:
    return {
        "title": rule.title_vi,
        "title_en": rule.title_en,
        "clause": rule.clause,
        "quote": rule.quote,
    }
