"""The residence places a member: in a cell, in a group, with somebody who follows him."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from service.demo.bodies import Officer, ResidenceCell, Workplace
from service.demo.paper import LinkOf, Paper, transcribed


@dataclass(frozen=True)
class Placing:
    """A member and the cell that takes him in.

    Where its ward is not online the workplace copies the papers, from ``known_on`` on: the day on
    which it knows that he was received.
    """

    workplace: Workplace
    link: LinkOf
    cell: ResidenceCell
    known_on: date

    def forwarded(self, day: date) -> Paper:
        """Introduce the member on to the cell."""
        facts = {"cell": self.cell.id}
        return self._paper("forward-member", self.cell.under(day).clerk, day, facts)

    def listed(self, day: date) -> Paper:
        """List the member in the cell, and tell him so."""
        return self._paper("list-member", self.cell.secretary, day, {"informed_on": day})

    def grouped(self, day: date, group: int) -> Paper:
        """Place the member in one of the cell's groups."""
        facts = {"group": self.cell.groups[group].id}
        return self._paper("assign-group", self.cell.secretary, day, facts)

    def monitored(self, day: date) -> Paper:
        """Assign the last of the cell's officers to follow the member."""
        facts = {"monitor": self.cell.officers[-1].person}
        return self._paper("assign-monitor", self.cell.secretary, day, facts)

    def _paper(self, command: str, officer: Officer, day: date, facts: dict[str, Any]) -> Paper:
        online = self.cell.ward.online
        entered = day if online else max(day, self.known_on)
        if not online:
            facts["transcribed"] = transcribed("Thông báo", f"TB/{self.cell.code}", entered)
        return Paper(
            key=f"{command}/{self.link.member}/{self.cell.code}",
            entered_on=entered,
            by=officer if online else self.workplace.clerk,
            command=command,
            occurred_on=day,
            fields={"link": self.link, **facts},
        )
