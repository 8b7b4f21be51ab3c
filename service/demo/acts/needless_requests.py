"""Some opinions are asked for that nobody owes, and some of those are withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from service.demo.acts.slips import ANSWER_WITHIN
from service.demo.days import YEAR
from service.demo.opinions import NeedlessRequest
from service.demo.paper import EvaluationOf, Paper
from service.demo.year import Year


def papers(year: Year) -> Iterator[Paper]:
    """Ask, and withdraw what somebody noticed."""
    for request in year.needless_requests:
        yield _asked(request)
        if request.withdrawn_on:
            yield Paper(
                key=f"withdrawn/{request.member.name}",
                entered_on=request.withdrawn_on,
                by=request.member.cell.desk,
                command="withdraw-request",
                occurred_on=request.withdrawn_on,
                fields={
                    "evaluation": EvaluationOf(request.member.link(1), YEAR),
                    "reason": "Đảng viên được miễn sinh hoạt nơi cư trú",
                },
            )


def _asked(request: NeedlessRequest) -> Paper:
    return Paper(
        key=f"needlessly asked/{request.member.name}",
        entered_on=request.on,
        by=request.member.cell.desk,
        command="request-evaluation",
        occurred_on=request.on,
        fields={
            "link": request.member.link(1),
            "year": YEAR,
            "answer_by": request.on + ANSWER_WITHIN,
        },
    )
