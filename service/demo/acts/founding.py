"""Before the first member: bodies are registered, officers appointed, the rule set adopted."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from domain.acts import Office, Side
from service.demo.bodies import Body, Officer, ResidenceCell, Ward, Workplace, everybody
from service.demo.days import FOLLOWED_FROM, REGISTERED_ON
from service.demo.paper import Paper
from service.demo.year import Year

ADMINISTRATOR = Officer(UUID(int=0), "Người quản trị", Office.ADMINISTRATOR, "")
RULE_SET = "213-2020"


def papers(year: Year) -> Iterator[Paper]:
    """Enter every body with its officers, parents first."""
    for body, parent in everybody(year.workplaces, year.wards):
        yield _registered(body, parent)
    for body, _ in everybody(year.workplaces, year.wards):
        for officer in body.officers:
            yield _appointed(body, officer)
        if isinstance(body, ResidenceCell) and body.has_committee:
            yield _elected(body)
    for workplace in year.workplaces:
        yield _adopted(workplace)


def _entered(key: str, command: str, fields: dict[str, object]) -> Paper:
    return Paper(
        key=key,
        entered_on=REGISTERED_ON,
        by=ADMINISTRATOR,
        command=command,
        occurred_on=FOLLOWED_FROM,
        fields=fields,
    )


def _registered(body: Body, parent: Body | None) -> Paper:
    residence = isinstance(body, Ward | ResidenceCell) or isinstance(parent, ResidenceCell)
    return _entered(
        f"registered/{body.code}",
        "register-organization",
        {
            "code": body.code,
            "kind": body.kind,
            "name": body.name,
            "symbol": body.symbol,
            "parent": parent.id if parent else None,
            "sides": [Side.RESIDENCE if residence else Side.WORKPLACE],
            "commune_unit": body.commune_unit,
            "neighborhood": body.neighborhood,
            "followed_from": FOLLOWED_FROM,
        },
    )


def _appointed(body: Body, officer: Officer) -> Paper:
    return _entered(
        f"appointed/{officer.code}",
        "appoint-officer",
        {
            "organization": body.id,
            "officer": officer.person,
            "name": officer.name,
            "office": officer.office,
            "from": FOLLOWED_FROM,
        },
    )


def _elected(cell: ResidenceCell) -> Paper:
    return _entered(
        f"elected/{cell.code}",
        "elect-committee",
        {
            "organization": cell.id,
            "members": [officer.person for officer in cell.officers],
            "from": FOLLOWED_FROM,
        },
    )


def _adopted(workplace: Workplace) -> Paper:
    return _entered(
        f"adopted/{workplace.code}",
        "adopt-rule-set",
        {
            "organization": workplace.id,
            "adopts": RULE_SET,
            "figures": workplace.figures,
            "from": FOLLOWED_FROM,
        },
    )
