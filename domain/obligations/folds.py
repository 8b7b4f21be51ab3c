"""Which obligations are asked of which kind of subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.obligations.absences import follow_up
from domain.obligations.agreements import no_agreement
from domain.obligations.changes import old_links, untold
from domain.obligations.evaluations import slip
from domain.obligations.exempt import asked_though_exempt
from domain.obligations.explained import Fold, ended_by_explanations
from domain.obligations.focus_lists import focus_list_missing
from domain.obligations.generic import generic_comments
from domain.obligations.half_years import half_year_meeting
from domain.obligations.households import household_proxy
from domain.obligations.irregular import irregular_attendance
from domain.obligations.letters import to_write, under_way
from domain.obligations.meetings import gathering
from domain.obligations.memberships import about_member
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.placing import placing
from domain.obligations.reconciliation import differences_answered
from domain.obligations.reports import letter_asked, notices, report
from domain.obligations.rounds import not_requested
from domain.obligations.workplace_year import stock_and_inspection, yearly_review

_FOLDS: Mapping[str, tuple[Fold, ...]] = {
    "member": (to_write, about_member, old_links),
    "link": (under_way, placing, notices, untold),
    "cell_half": (half_year_meeting,),
    "cell_year": (generic_comments,),
    "meeting": (gathering,),
    "absences": (follow_up, irregular_attendance),
    "household": (household_proxy,),
    "round": (focus_list_missing,),
    "asked": (not_requested,),
    "evaluation": (slip, asked_though_exempt),
    "pair": (differences_answered, no_agreement),
    "report": (report,),
    "letter_ask": (letter_asked,),
    "workplace": (stock_and_inspection,),
    "workplace_cell": (yearly_review,),
}


def _one_after_the_other(folds: tuple[Fold, ...]) -> Fold:
    def rows(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
        for fold in folds:
            yield from fold(subject, histories)

    return rows


FOLDS: Mapping[str, Fold] = {
    kind: ended_by_explanations(_one_after_the_other(folds)) for kind, folds in _FOLDS.items()
}
