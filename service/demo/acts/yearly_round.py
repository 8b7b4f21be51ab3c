"""The papers of the yearly round, at both sides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.acts import Office
from domain.collective_meeting import AgreeingBody, collective_meeting_id
from domain.round import RoundMode
from service.demo.acts.opinions import considered
from service.demo.acts.workplace_year import cell_or_clerk
from service.demo.bodies import Officer, ResidenceCell
from service.demo.days import YEAR
from service.demo.opinions import Defect, Opinion, Stage
from service.demo.paper import Paper, transcribed
from service.demo.year import Year

OPENED_ON = date(2025, 10, 20)
ANSWER_BY = date(2025, 11, 25)


def papers(year: Year) -> Iterator[Paper]:
    """Open the round, then ask, agree, answer and file."""
    yield _opened(year)
    for cell, met, agreed in considered(year):
        if cell.ward.online:
            yield _collective_meeting(cell, met, agreed)
    for opinion in year.opinions:
        yield from _requested(year, opinion)
        if opinion.on_paper:
            yield from _slip_on_paper(year, opinion)
        else:
            yield from _slip_online(year, opinion)
        yield from _filed(year, opinion)


def _opened(year: Year) -> Paper:
    committee = year.workplace
    return Paper(
        key="round",
        entered_on=OPENED_ON,
        by=committee.secretary,
        command="open-round",
        occurred_on=OPENED_ON,
        fields={"committee": committee.id, "year": YEAR, "mode": RoundMode.ALL},
    )


def _collective_meeting(cell: ResidenceCell, met: date, agreed: list[Opinion]) -> Paper:
    sat = [officer.person for officer in cell.officers]
    body = AgreeingBody.CELL_COMMITTEE if cell.has_committee else AgreeingBody.SECRETARY_WITH_FRONT
    return Paper(
        key=f"agreed/{cell.code}",
        entered_on=met,
        by=cell.secretary,
        command="hold-collective-meeting",
        occurred_on=met,
        fields={
            "cell": cell.id,
            "body": body,
            "sat": sat,
            "of": len(sat),
            "front_present": True,
            "front_count": 2,
            "considered": [opinion.link for opinion in agreed],
        },
    )


def _paper(
    opinion: Opinion, stage: Stage, command: str, by: Officer, fields: dict[str, Any]
) -> Iterator[Paper]:
    if opinion.happens(stage):
        yield Paper(
            key=f"opinion/{stage.name.lower()}/{opinion.member.name}/{opinion.link.residence_no}",
            entered_on=opinion.entered_on(stage),
            by=by,
            command=command,
            occurred_on=opinion.days[stage],
            fields=fields,
        )


def _requested(year: Year, opinion: Opinion) -> Iterator[Paper]:
    fields = _about(opinion) | {"answer_by": ANSWER_BY}
    by = cell_or_clerk(year, opinion.member.cell)
    return _paper(opinion, Stage.REQUESTED, "request-evaluation", by, fields)


def _about(opinion: Opinion) -> dict[str, Any]:
    return {"link": opinion.link, "year": YEAR}


def _slip(opinion: Opinion) -> dict[str, Any]:
    return {"form": "A", "levels": opinion.levels, "remarks": opinion.remarks}


def _slip_online(year: Year, opinion: Opinion) -> Iterator[Paper]:
    cell, evaluation = opinion.cell, {"evaluation": opinion.reference}
    agreed = collective_meeting_id(cell.id, opinion.met_on)
    draft = _about(opinion) | {"slip": _slip(opinion), "rests_on": agreed}
    confirmation = {"by": cell.ward.secretary.person, "sealed": True}
    yield from _paper(opinion, Stage.DRAFTED, "draft-evaluation", cell.secretary, draft)
    yield from _paper(opinion, Stage.SIGNED, "sign-evaluation", cell.secretary, evaluation)
    yield from _paper(
        opinion,
        Stage.CONFIRMED,
        "confirm-evaluation",
        cell.ward.secretary,
        evaluation | confirmation,
    )
    yield from _paper(opinion, Stage.SENT, "send-evaluation", cell.ward.clerk, evaluation)
    yield from _paper(
        opinion, Stage.RECEIVED, "receive-evaluation", year.workplace.clerk, _about(opinion)
    )


def _slip_on_paper(year: Year, opinion: Opinion) -> Iterator[Paper]:
    arrived = opinion.days[Stage.RECEIVED]
    number = f"{opinion.member.name[1:]}-PNX/{opinion.cell.code}"
    fields = _about(opinion) | {
        "slip": _slip(opinion) | _form(opinion),
        "transcribed": transcribed("Phiếu nhận xét", number, arrived),
    }
    return _paper(opinion, Stage.RECEIVED, "receive-evaluation", year.workplace.clerk, fields)


def _form(opinion: Opinion) -> dict[str, Any]:
    """Say what the paper bears: meeting, signature, confirmation, seal, as far as it does."""
    lacks, cell = opinion.lacks, opinion.cell
    stated = {"held_on": opinion.met_on, "front_present": lacks is not Defect.FRONT}
    signed = lacks is not Defect.SIGNATURE
    confirmed = signed and lacks is not Defect.CONFIRMATION
    return {
        "dated": opinion.days[Stage.DRAFTED],
        "stated_meeting": None if lacks is Defect.MEETING else stated,
        "signed": signed,
        "signer": cell.secretary.person if signed else None,
        "signer_office": Office.CELL_SECRETARY,
        "confirmed": confirmed,
        "confirmed_by": cell.ward.secretary.person if confirmed else None,
        "confirmed_office": Office.SECRETARY,
        "sealed": confirmed and lacks is not Defect.SEAL,
    }


def _filed(year: Year, opinion: Opinion) -> Iterator[Paper]:
    evaluation = {"evaluation": opinion.reference}
    by = cell_or_clerk(year, opinion.member.cell)
    yield from _paper(opinion, Stage.CONSOLIDATED, "consolidate-evaluations", by, evaluation)
    yield from _paper(
        opinion,
        Stage.FILED,
        "file-evaluation",
        year.workplace.clerk,
        evaluation | {"file_ref": f"HS-{opinion.member.name}/{YEAR}"},
    )
