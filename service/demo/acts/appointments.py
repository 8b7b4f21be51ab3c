"""Some are to be appointed: an opinion is asked for out of season, and told to the member."""

from __future__ import annotations

from datetime import date
from random import Random

from domain.evaluation import Purpose
from service.demo.acts.opinions import CRITERIA, REMARKS, USUAL_LEVELS
from service.demo.days import after, within, working_days_after
from service.demo.opinions import Opinion, Stage
from service.demo.people import Member
from service.demo.year import Year

APPOINTED_OF_248 = 2
ASKED = (date(2025, 8, 4), date(2025, 8, 22))


def plan(year: Year) -> None:
    """Ask about some members who live where the ward is online."""
    chance = year.chance("appointments")
    online = [m for m in year.without_part() if m.homes[0].ward.online]
    for number, member in enumerate(year.some(online, APPOINTED_OF_248, "appointments"), start=1):
        member.part = "to be appointed"
        year.appointments.append(_opinion(member, f"{number:02}-CV/ĐU", chance))


def _opinion(member: Member, number: str, chance: Random) -> Opinion:
    asked = within(*ASKED, chance)
    met = after(asked, chance, 5, 9)
    signed = after(met, chance, 0, 1)
    confirmed = working_days_after(signed, chance, 1, 2)
    sent = working_days_after(confirmed, chance, 0, 1)
    received = after(sent, chance, 1, 4)
    consolidated = after(received, chance, 1, 5)
    return Opinion(
        member=member,
        link=member.link(1),
        cell=member.homes[0].cell,
        met_on=met,
        days={
            Stage.REQUESTED: asked,
            Stage.DRAFTED: signed,
            Stage.SIGNED: signed,
            Stage.CONFIRMED: confirmed,
            Stage.SENT: sent,
            Stage.RECEIVED: received,
            Stage.CONSOLIDATED: consolidated,
            Stage.FILED: after(consolidated, chance, 1, 6),
        },
        levels=dict.fromkeys(CRITERIA, USUAL_LEVELS[-1]),
        remarks=chance.choice(REMARKS),
        purpose=Purpose.APPOINTMENT,
        number=number,
    )
