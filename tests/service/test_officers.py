"""Who holds which office, for whoever has to name a signer."""

from __future__ import annotations

from tests.service.scenario import Scenario
from tests.service.town import QUARTER, WARD, person


def test_the_signers_of_the_other_side_can_be_looked_up(at_rest: Scenario) -> None:
    rows = at_rest.asked("clerk", f"/api/officers?body={WARD}").items
    assert [(row["office"], row["officer"]) for row in rows] == [
        ("clerk", str(person("ward clerk"))),
        ("secretary", str(person("ward secretary"))),
    ]
    assert rows[1]["name"] == "Nguyễn Văn ward secretary"


def test_nobody_was_in_office_before_he_was_appointed(at_rest: Scenario) -> None:
    address = f"/api/officers?body={QUARTER}&as_of="
    assert at_rest.asked("clerk", f"{address}2026-01-01").items == []
    assert len(at_rest.asked("clerk", f"{address}2026-01-02").items) == 2


def test_a_body_that_nobody_knows_has_none(at_rest: Scenario) -> None:
    at_rest.asked("clerk", f"/api/officers?body={person('nobody')}").refused(
        404, "NotVisible", "body"
    )
    at_rest.asked("administrator", "/api/officers").refused(403, "ReadByAdministrator")
