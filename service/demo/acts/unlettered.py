"""Members of the list who have no letter yet get one in January."""

from __future__ import annotations

from service.demo.days import FOLLOWED_FROM
from service.demo.letters import introduction
from service.demo.year import Year


def plan(year: Year) -> None:
    """Let the office write the letters that the list does not have."""
    chance = year.chance("unlettered")
    for member in year.members:
        if member.letter is None and member.part is None:
            member.part = "unlettered"
            year.introductions.append(introduction(member, member.homes[0], FOLLOWED_FROM, chance))
