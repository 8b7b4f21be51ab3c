"""Some slips ask for something, and nobody does it: what the planters of such faults share."""

from __future__ import annotations

from service.demo.opinions import Opinion, Reply
from service.demo.year import Year


def leave(year: Year, code: str, reply: Reply, in_model: float, of: list[Opinion]) -> None:
    """Leave some slips without a reply that they ask for."""
    for opinion in year.some([o for o in of if reply in o.replies], in_model, code):
        del opinion.replies[reply]
        year.plant(code, opinion.member.name, opinion.reply_late_from(reply))
