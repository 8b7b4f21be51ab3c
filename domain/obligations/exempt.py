"""Who need not attend is not asked about every year, only when there is need: G37."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from domain.evaluation import EvaluationRequested, Purpose, RequestWithdrawn
from domain.intervals import FOREVER
from domain.member import ExemptionClass, MemberEnrolled
from domain.obligations.clock import clipped
from domain.obligations.eligibility import class_b_from
from domain.obligations.matter import Ground, Matter
from domain.obligations.obligation import Histories, Obligation


def asked_though_exempt(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a yearly request made on a day of class A stands."""
    evaluation = histories.evaluation(UUID(subject[1]))
    link = histories.link(evaluation.link) if evaluation.link else None
    if link is None or link.member is None:
        return
    member = histories.member(link.member)
    for asked in evaluation.of(EvaluationRequested):
        day = asked.effect_date
        enrolment = member.last(MemberEnrolled, on=day)
        exempt = member.is_exempt(ExemptionClass.A, day)
        if asked.purpose is not Purpose.ANNUAL or enrolment is None or not exempt:
            continue
        letter = link.open_letter_on(day) or link.last_letter
        matter = Matter(histories, member, enrolment, link, letter)
        withdrawals = evaluation.of(RequestWithdrawn)
        withdrawn = next((e for e in withdrawals if e.request == asked.id), None)
        end = min(withdrawn.effect_date if withdrawn else FOREVER, class_b_from(member, day))
        if day < end:
            ground = Ground(
                "G37",
                "",
                f"evaluation/{evaluation.id}",
                asked.id,
                matter.rule_set(asked, day),
                withdrawn.id if withdrawn else None,
            )
            yield from matter.obligations(ground, day, [clipped(day, end, day)])
