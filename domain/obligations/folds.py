"""Which obligations are asked of which kind of subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.obligations.absences import follow_up, household_proxy
from domain.obligations.evaluations import slip
from domain.obligations.explained import Fold, ended_by_explanations
from domain.obligations.half_years import half_year_meeting
from domain.obligations.letters import to_write, under_way
from domain.obligations.meetings import gathering
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.placing import placing
from domain.obligations.reconciliation import differences_answered
from domain.obligations.rounds import not_requested


def _of_link(subject: tuple[str, ...], histories: Histories) -> Iterable[Obligation]:
    yield from under_way(subject, histories)
    yield from placing(subject, histories)


_FOLDS: Mapping[str, Fold] = {
    "member": to_write,
    "link": _of_link,
    "cell_half": half_year_meeting,
    "meeting": gathering,
    "absences": follow_up,
    "household": household_proxy,
    "asked": not_requested,
    "evaluation": slip,
    "pair": differences_answered,
}
FOLDS: Mapping[str, Fold] = {kind: ended_by_explanations(fold) for kind, fold in _FOLDS.items()}
