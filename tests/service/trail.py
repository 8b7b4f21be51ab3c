"""What the trail of reading holds."""

from __future__ import annotations

from service.app import service_of
from service.store.database import Row
from tests.service.scenario import Scenario


def trail(scenario: Scenario) -> list[Row]:
    """Officer, question, number of members and purpose of each line, in order."""
    access = service_of(scenario.app).access
    return access.execute("SELECT officer, question, members, purpose FROM reading ORDER BY number")
