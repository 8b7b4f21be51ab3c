"""G21: a slip is not signed, not confirmed, or confirmed without the seal."""

from __future__ import annotations

from service.demo.faults.defective import lack
from service.demo.opinions import Defect, Stage
from service.demo.year import Year

CODE = "G21"
UNSIGNED, UNCONFIRMED, UNSEALED = 2, 2, 1
LEFT_ON_THE_DESK = 1


def plant(year: Year) -> None:
    """Let some slips arrive so; some online ones wait for a signature, which hides G18."""
    lack(year, CODE, Defect.SIGNATURE, UNSIGNED, Stage.SIGNED)
    lack(year, CODE, Defect.CONFIRMATION, UNCONFIRMED, Stage.CONFIRMED)
    lack(year, CODE, Defect.SEAL, UNSEALED, Stage.CONFIRMED)
    for stage in (Stage.SIGNED, Stage.CONFIRMED):
        online = [o for o in year.opinions if not (o.has_part or o.on_paper)]
        for opinion in year.some(online, LEFT_ON_THE_DESK, f"{CODE}/{stage.name}"):
            opinion.missing = stage
            year.plant(CODE, opinion.member.name, opinion.late_from(stage))
