"""G17: the year ends, and the workplace cell never asked for the opinion."""

from __future__ import annotations

from service.demo.opinions import Stage
from service.demo.year import Year

CODE = "G17"
IN_MODEL = 4


def plant(year: Year) -> None:
    """Leave some opinions unasked; nobody writes them unasked either."""
    for opinion in year.some([o for o in year.opinions if not o.has_part], IN_MODEL, CODE):
        opinion.missing = Stage.REQUESTED
        year.plant(CODE, opinion.member.name, opinion.late_from(Stage.REQUESTED))
