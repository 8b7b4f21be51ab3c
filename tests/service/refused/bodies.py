"""Bodies, their officers, and what they adopt and agree on."""

from __future__ import annotations

from domain.organization import organization_id
from domain.refusals import (
    BeforeItsGround,
    FigureFixedByRegulation,
    FutureDate,
    NoSuchAgreement,
    NoSuchAppointment,
    NotVisible,
    OfficeTaken,
    OrganizationEnded,
    OtherFactsOnRecord,
    OutsideYourSide,
    ParentUnknown,
    SuccessorUnknown,
    TreeLoop,
    UnknownFigure,
    UnknownRuleSet,
)
from tests.service.refused.row import Row, Stage, but
from tests.service.town import (
    OTHER_WARD,
    QUARTER,
    WARD,
    WORKPLACE,
    act,
    bodies,
    person,
)

NOWHERE = organization_id("nowhere")
REGISTER = bodies()[-1]
DISSOLVED = act(
    "administrator",
    "dissolve-organization",
    "2026-06-30",
    organization=OTHER_WARD,
    on="2026-07-01",
    decision={"number": "1-NQ"},
)
SUCCEED = act(
    "administrator",
    "succeed-organization",
    "2026-06-30",
    predecessors=[OTHER_WARD],
    to=WARD,
    how="MERGER",
    on="2026-07-01",
    decision={"number": "1-NQ"},
)
PLACE = act(
    "administrator",
    "place-organization",
    "2026-06-30",
    organization=WARD,
    parent=QUARTER,
    from_="2026-07-01",
)
APPOINT = act(
    "secretary",
    "appoint-officer",
    "2026-06-30",
    organization=WORKPLACE,
    officer=person("second"),
    name="Đỗ Văn Hai",
    office="secretary",
    from_="2026-07-01",
)
RELIEVE = act(
    "secretary",
    "relieve-officer",
    "2026-06-30",
    organization=WORKPLACE,
    appointment=f"{WORKPLACE}/99",
    officer=person("clerk"),
    office="clerk",
    on="2026-07-01",
)
ADOPT = act(
    "secretary",
    "adopt-rule-set",
    "2026-06-30",
    organization=WORKPLACE,
    adopts="213-2020",
    from_="2026-07-01",
)
END = act(
    "secretary",
    "end-coordination",
    "2026-06-30",
    workplace=WORKPLACE,
    residence=WARD,
    agreement=f"{WORKPLACE}/1",
    on="2026-07-01",
)

STAGES = [
    Stage(
        "bodies and officers",
        [DISSOLVED],
        [
            Row(but(REGISTER, "2027-01-16", code="DU-MOI"), FutureDate, "occurred_on"),
            Row(but(REGISTER, code="DU-MOI", parent=NOWHERE), ParentUnknown, "parent"),
            Row(but(REGISTER, name="Đảng ủy khác"), OtherFactsOnRecord, "name"),
            Row(but(REGISTER, who="secretary", code="DU-MOI"), NotVisible, None, 404),
            Row(PLACE, TreeLoop, "parent"),
            Row(
                but(PLACE, organization=OTHER_WARD, parent=WARD), OrganizationEnded, "organization"
            ),
            Row(but(SUCCEED, predecessors=[WARD], to=NOWHERE), SuccessorUnknown, "to"),
            Row(APPOINT, OfficeTaken, "office"),
            Row(but(APPOINT, who="inspector"), OutsideYourSide, None, 403),
            Row(but(APPOINT, office="clerk", until="2026-06-01"), BeforeItsGround, "until"),
            Row(RELIEVE, NoSuchAppointment, "appointment"),
            Row(but(ADOPT, adopts="99-2030"), UnknownRuleSet, "adopts"),
            Row(but(ADOPT, figures={"letter.days": 3}), UnknownFigure, "figures.letter.days"),
            Row(
                but(ADOPT, figures={"transfer.wd": 90}),
                FigureFixedByRegulation,
                "figures.transfer.wd",
            ),
            Row(END, NoSuchAgreement, "agreement"),
        ],
    ),
]
