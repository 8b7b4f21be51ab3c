"""Some slips lack something in form: what the planters of such defects share.

The service refuses them as the residence's own act, so that they come on paper.
"""

from __future__ import annotations

from datetime import timedelta

from domain.intervals import FOREVER, Interval
from service.demo.opinions import Defect, Stage
from service.demo.year import Year


def lack(
    year: Year, code: str, defect: Defect, in_model: float, stage: Stage | None = None
) -> None:
    """Let some slips on paper lack something; each is received and filed all the same.

    What lacks the act of a ``stage`` has time for it; anything else is wrong the day after it was
    written. The record knows of it once the slip has arrived.
    """
    candidates = [opinion for opinion in year.opinions if opinion.on_paper and not opinion.has_part]
    for opinion in year.some(candidates, in_model, f"{code}/{defect.name}"):
        opinion.lacks = defect
        written = opinion.days[Stage.DRAFTED]
        late_from = opinion.late_from(stage) if stage else written + timedelta(days=1)
        year.plant(
            code,
            opinion.member.name,
            late_from,
            known=Interval(opinion.days[Stage.RECEIVED], FOREVER),
        )
