"""G23: a slip was sent, and the cell does not pass it up or the office does not file it."""

from __future__ import annotations

from service.demo.opinions import Stage
from service.demo.year import Year

CODE = "G23"
UNRECEIVED, UNCONSOLIDATED, UNFILED = 1, 2, 3


def plant(year: Year) -> None:
    """Stop some slips at the workplace; one that was sent online nobody takes in at all."""
    for stage, in_model in (
        (Stage.RECEIVED, UNRECEIVED),
        (Stage.CONSOLIDATED, UNCONSOLIDATED),
        (Stage.FILED, UNFILED),
    ):
        sound = [opinion for opinion in year.opinions if not opinion.has_part]
        if stage is Stage.RECEIVED:
            sound = [opinion for opinion in sound if not opinion.on_paper]
        for opinion in year.some(sound, in_model, f"{CODE}/{stage.name}"):
            opinion.missing = stage
            year.plant(CODE, opinion.member.name, opinion.late_from(stage))
