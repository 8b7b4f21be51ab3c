"""The papers of an opinion, at both sides: asked for, agreed, written, sent, filed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from domain.acts import Office
from domain.collective_meeting import AgreeingBody, collective_meeting_id
from domain.evaluation import Proposal, Purpose
from service.demo.acts.opinions import considered
from service.demo.bodies import Officer, ResidenceCell
from service.demo.days import YEAR
from service.demo.opinions import Defect, Opinion, Stage
from service.demo.paper import Paper, transcribed
from service.demo.year import Year

ANSWER_WITHIN = timedelta(days=25)


def papers(year: Year) -> Iterator[Paper]:
    """Ask, agree, answer and file: the opinions of the year, and those asked for between."""
    for opinions in (year.opinions, year.appointments):
        for cell, met, agreed in considered(opinions):
            if cell.ward.online:
                yield _collective_meeting(cell, met, agreed)
        for opinion in opinions:
            yield from _requested(opinion)
            if opinion.on_paper:
                yield from _slip_on_paper(opinion)
            else:
                yield from _slip_online(opinion)
            yield from _filed(opinion)


def _collective_meeting(cell: ResidenceCell, met: date, agreed: list[Opinion]) -> Paper:
    sat = [officer.person for officer in cell.officers]
    body = AgreeingBody.CELL_COMMITTEE if cell.has_committee else AgreeingBody.SECRETARY_WITH_FRONT
    return Paper(
        key=f"agreed/{cell.code}/{met}",
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
            key=f"opinion/{stage.name.lower()}/{opinion.name}",
            entered_on=opinion.entered_on(stage),
            by=by,
            command=command,
            occurred_on=opinion.days[stage],
            fields=fields,
        )


def _requested(opinion: Opinion) -> Iterator[Paper]:
    fields = _about(opinion) | {"answer_by": opinion.days[Stage.REQUESTED] + ANSWER_WITHIN}
    by = opinion.member.cell.desk
    return _paper(opinion, Stage.REQUESTED, "request-evaluation", by, fields)


def _about(opinion: Opinion) -> dict[str, Any]:
    said = {"link": opinion.link, "year": YEAR}
    if opinion.purpose is Purpose.ANNUAL:
        return said
    return said | {"purpose": opinion.purpose, "number": opinion.number}


def _slip(opinion: Opinion) -> dict[str, Any]:
    said = {"form": "A", "levels": opinion.levels, "remarks": opinion.remarks}
    return said if opinion.proposal is Proposal.NONE else said | {"proposal": opinion.proposal}


def _slip_online(opinion: Opinion) -> Iterator[Paper]:
    cell, evaluation = opinion.cell, {"evaluation": opinion.reference}
    agreed = collective_meeting_id(cell.id, opinion.met_on)
    draft = _about(opinion) | {"slip": _slip(opinion), "rests_on": agreed}
    ward = cell.under(opinion.days[Stage.CONFIRMED])
    confirmation = {"by": ward.secretary.person, "sealed": True}
    yield from _paper(opinion, Stage.DRAFTED, "draft-evaluation", cell.secretary, draft)
    yield from _paper(opinion, Stage.SIGNED, "sign-evaluation", cell.secretary, evaluation)
    yield from _paper(
        opinion,
        Stage.CONFIRMED,
        "confirm-evaluation",
        ward.secretary,
        evaluation | confirmation,
    )
    yield from _paper(opinion, Stage.SENT, "send-evaluation", ward.clerk, evaluation)
    yield from _paper(
        opinion,
        Stage.RECEIVED,
        "receive-evaluation",
        opinion.member.committee.clerk,
        _about(opinion),
    )


def _slip_on_paper(opinion: Opinion) -> Iterator[Paper]:
    arrived = opinion.days[Stage.RECEIVED]
    number = f"{opinion.member.name[1:]}-{opinion.purpose[0]}NX/{opinion.cell.code}"
    said = {
        "slip": _slip(opinion) | _form(opinion),
        "transcribed": transcribed("Phiếu nhận xét", number, arrived),
    }
    return _received(opinion, said)


def _received(opinion: Opinion, said: dict[str, Any]) -> Iterator[Paper]:
    by = opinion.member.committee.clerk
    return _paper(opinion, Stage.RECEIVED, "receive-evaluation", by, _about(opinion) | said)


def _form(opinion: Opinion) -> dict[str, Any]:
    """Say what the paper bears: meeting, signature, confirmation, seal, as far as it does."""
    lacks, cell = opinion.lacks, opinion.cell
    ward = cell.under(opinion.days[Stage.DRAFTED])
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
        "confirmed_by": ward.secretary.person if confirmed else None,
        "confirmed_office": Office.SECRETARY,
        "sealed": confirmed and lacks is not Defect.SEAL,
    }


def _filed(opinion: Opinion) -> Iterator[Paper]:
    evaluation = {"evaluation": opinion.reference}
    by = opinion.member.cell.desk
    yield from _paper(opinion, Stage.CONSOLIDATED, "consolidate-evaluations", by, evaluation)
    yield from _paper(
        opinion,
        Stage.FILED,
        "file-evaluation",
        opinion.member.committee.clerk,
        evaluation | {"file_ref": f"HS-{opinion.name}/{YEAR}"},
    )
