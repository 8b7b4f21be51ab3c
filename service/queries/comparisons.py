"""Two rule sets side by side: who would be late under another one, and who would not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.rulebook import RuleSet, SupposedRulebook
from projections.comparison import Compared, Outcome
from service.queries import duties
from service.queries.page import Page
from service.queries.pairs import Item, chosen, counts, of_gaps, sides, told
from service.queries.reader import Reader
from service.schema.faults import FieldFault, InvalidBody, not_one_of

PARAMETERS = (*duties.PARAMETERS, "rules", "outcome")
OF_DRAFT = (*duties.PARAMETERS, "of", "outcome")
_OUTCOMES = {outcome: outcome.value for outcome in Outcome}


def ask_gaps(reader: Reader) -> Page:
    """List the coordination gaps that a body sees, the longest late first.

    ``rules`` puts beside each what the rule set of that id would say: who would be late under it,
    and who would not, due date by due date (``here`` as it is, ``there`` under it), with counts
    by code.
    """
    if "rules" in reader.asked.given:
        return _compared(reader, _rule_set(reader), PARAMETERS, late=True)
    return duties.ask_gaps(reader)


def ask_obligations(reader: Reader) -> Page:
    """List all that is owed and that a body sees, waiting or late.

    ``rules`` puts beside each what the rule set of that id would say, as for gaps.
    """
    if "rules" in reader.asked.given:
        return _compared(reader, _rule_set(reader), PARAMETERS, late=False)
    return duties.ask_obligations(reader)


def ask_comparisons(reader: Reader) -> Page:
    """Compare what is owed, or late, with what the draft of a rule set would say."""
    return _compared(reader, reader.draft, OF_DRAFT, late=of_gaps(reader))


def _rule_set(reader: Reader) -> RuleSet:
    rulebook = reader.service.coordination.rulebook
    ids = tuple(one.id for one in rulebook.rule_sets)
    named = reader.asked.codes("rules", ids)
    if len(named) != 1:
        raise InvalidBody([FieldFault("rules", not_one_of(ids))])
    return rulebook.named(named[0])


def _compared(reader: Reader, supposed: RuleSet, parameters: Sequence[str], *, late: bool) -> Page:
    reader.asked.only(*parameters)
    outcomes = reader.asked.codes("outcome", tuple(_OUTCOMES))
    pairs = reader.service.judgments.compared(supposed, reader.bodies, reader.viewpoint, late=late)
    every, shown, following = chosen(reader, pairs, [Outcome(word) for word in outcomes])
    beside = {"rules": _said_of(supposed), "counts": counts(reader, every, _OUTCOMES)}
    return Page(_items(reader, supposed, shown), following, beside)


def _said_of(supposed: RuleSet) -> dict[str, Any]:
    return {
        "id": supposed.id,
        "title": supposed.title_vi,
        "title_en": supposed.title_en,
        "in_force_from": supposed.in_force_from,
        "draft": supposed.draft,
        "digest": supposed.digest,
    }


def _items(reader: Reader, supposed: RuleSet, pairs: Sequence[Compared]) -> list[Item]:
    rulebook = SupposedRulebook(supposed, reader.service.coordination.rulebook)
    here = sides(reader, (one.here for one in pairs))
    there = sides(reader, (one.there for one in pairs), rulebook)
    return [
        {"outcome": one.outcome}
        | told(one, here.get(one.key), there.get(one.key), ("here", "there"))
        for one in pairs
    ]
