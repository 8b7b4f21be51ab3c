"""The yearly inputs: what a cell's review gets for each member, what is missing, who owes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.refusals import ReadByResidence
from domain.review import ReferenceKind
from projections.classified import Classified
from projections.completeness import Finding, Item
from projections.opinion import Opinion
from projections.references import Reference
from projections.reports import Reported
from projections.year_review import MemberReview, reviews
from service.queries.asked import cursor_of
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = ("as_of", "known_at", "organization", "year", "limit", "cursor", "after")


def ask_inputs(reader: Reader) -> Page:
    """List the year of each member of a workplace body; no level is computed, people decide."""
    asked = reader.asked
    asked.only(*PARAMETERS)
    if Side.WORKPLACE not in reader.sides:
        raise ReadByResidence(organization=reader.body.id)
    year = asked.required("year", asked.number("year", 2000, 2199))
    limit = asked.limit()
    place = asked.cursor(tuple[UUID])
    found = reviews(
        reader.service.views,
        reader.committees,
        year,
        reader.viewpoint,
        cells=reader.cells,
        after=place[0] if place else None,
        limit=limit + 1,
    )
    shown = found[:limit]
    following = cursor_of(shown[-1].inputs.member) if len(found) > limit else None
    return Page(described_years(reader, shown), following)


def described_years(reader: Reader, shown: Sequence[MemberReview]) -> list[dict[str, Any]]:
    """Say all that is known of some members' years, with names opened."""
    reader.prefetch(place for review in shown for place in _places(review))
    reader.called(body for review in shown for body in _bodies(review))
    return [_review(reader, review) for review in shown]


def _places(review: MemberReview) -> list[str | None]:
    name = review.standing.full_name if review.standing else None
    quoted = (one.value for one in review.references)
    said = (place for one in _opinions(review) for place in (one.remarks, one.statement))
    return [name, *quoted, *said]


def _opinions(review: MemberReview) -> list[Opinion]:
    return [*([review.primary] if review.primary else []), *review.others]


def _bodies(review: MemberReview) -> list[UUID | None]:
    decided = review.classified
    return [
        review.inputs.cell,
        decided.decided_by if decided else None,
        *(finding.owner for finding in review.items.values()),
    ]


def _review(reader: Reader, review: MemberReview) -> dict[str, Any]:
    inputs = review.inputs
    [name] = reader.open(inputs.member, [review.standing.full_name if review.standing else None])
    return {
        "member": inputs.member,
        "full_name": name,
        "year": inputs.year,
        "cell": reader.named(inputs.cell),
        "state": review.standing.state if review.standing else None,
        "attendance": asdict(inputs.figures) | {"late_recorded": review.late_recorded},
        "year_link": inputs.year_link,
        "not_asked": inputs.not_asked,
        "evaluation": _opinion(reader, review.primary) if review.primary else None,
        "other_evaluations": [_opinion(reader, one) for one in review.others],
        "references": _references(reader, review.references),
        "classification": _decision(reader, review.classified) if review.classified else None,
        "reports": [_report(one) for one in review.reports],
        "complete": review.complete,
        "items": {item.value: _item(reader, review.items[item]) for item in Item},
    }


def _opinion(reader: Reader, opinion: Opinion) -> dict[str, Any]:
    remarks, statement = reader.open(opinion.member, [opinion.remarks, opinion.statement])
    return {
        "evaluation": opinion.evaluation,
        "link": opinion.link,
        "purpose": opinion.purpose,
        "year": opinion.year,
        "stage": opinion.stage,
        "received_on": opinion.received_on,
        "form": opinion.form,
        "levels": opinion.levels,
        "proposal": opinion.proposal,
        "remarks": remarks,
        "defects": opinion.defects,
        "weak": opinion.weak,
        "feedback_on": opinion.feedback_on,
        "disclosed_on": opinion.disclosed_on,
        "statement": statement,
        "statement_on": opinion.statement_on,
        "outcome": opinion.outcome,
        "resolved_on": opinion.resolved_on,
    }


def _report(report: Reported) -> dict[str, Any]:
    return {
        "report": report.report,
        "kind": report.kind,
        "subject": report.about,
        "sent_on": report.sent_on,
        "state": report.state,
        "answered_on": report.answered_on,
        "outcome": report.outcome,
    }


def _references(reader: Reader, quoted: Sequence[Reference]) -> dict[str, Any]:
    """Give what is quoted, by kind; what it says is opened."""
    found: dict[str, Any] = {kind.value: [] for kind in ReferenceKind}
    for one in quoted:
        [value] = reader.open(one.member, [one.value])
        said = {"value": value, "source": one.source, "dated": one.dated, "event": one.event}
        found[one.kind].append(said)
    return found


def _decision(reader: Reader, decided: Classified) -> dict[str, Any]:
    """Say what people decided, and on which paper."""
    rules = reader.service.coordination.rulebook.named(decided.rule_set)
    level = rules.classification_levels[decided.level]
    return {
        "level": decided.level,
        "title": level.title_vi,
        "title_en": level.title_en,
        "decided_by": reader.names.as_it_was(decided.decided_by),
        "decided_on": decided.decided_on,
        "number": decided.number,
        "dated": decided.dated,
        "event": decided.event,
    }


def _item(reader: Reader, finding: Finding) -> dict[str, Any]:
    return {
        "status": finding.status,
        "code": finding.code,
        "owner": reader.named(finding.owner),
        "office": finding.office,
        "due_on": finding.due_on,
        "why": finding.why,
    }
