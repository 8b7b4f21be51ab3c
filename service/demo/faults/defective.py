"""Some slips lack something in form: what the planters of such defects share.

The service refuses them as the residence's own act, so that they come on paper.
"""

from __future__ import annotations

from service.demo.opinions import Defect
from service.demo.year import Year


def lack(year: Year, code: str, defect: Defect, in_model: float) -> None:
    """Let some slips on paper lack something; each is received and filed all the same."""
    candidates = [opinion for opinion in year.opinions if opinion.on_paper and not opinion.faulty]
    for opinion in year.some(candidates, in_model, f"{code}/{defect.name}"):
        opinion.lacks = defect
        year.planted[code] += 1
