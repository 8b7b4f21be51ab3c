"""G18: the opinion was asked for, and no slip comes."""

from __future__ import annotations

from service.demo.opinions import Opinion, Stage
from service.demo.year import Year

CODE = "G18"
NEVER_WRITTEN, NEVER_SENT = 4, 1


def plant(year: Year) -> None:
    """Leave some slips unwritten, and one that is signed and sealed on the ward's desk."""
    _stop(year, Stage.DRAFTED, NEVER_WRITTEN, [o for o in year.opinions if not o.has_part])
    online = [o for o in year.opinions if not (o.has_part or o.on_paper)]
    _stop(year, Stage.SENT, NEVER_SENT, online)


def _stop(year: Year, stage: Stage, in_model: float, candidates: list[Opinion]) -> None:
    for opinion in year.some(candidates, in_model, f"{CODE}/{stage.name}"):
        opinion.missing = stage
        year.plant(CODE, opinion.member.name, opinion.late_from(stage))
