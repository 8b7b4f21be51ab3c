"""Letters are written, signed and received; slips come back and are filed; members are placed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.acts import Office, Via
from service.demo.acts.placing import Placing
from service.demo.bodies import Officer
from service.demo.letters import Introduction, Step
from service.demo.paper import LinkOf, Paper, transcribed
from service.demo.year import Year


def number(year: Year) -> None:
    """Number the letters in the order in which they are issued."""
    in_order = sorted(year.introductions, key=lambda letter: letter.days[Step.ISSUED])
    for count, letter in enumerate(in_order, start=1):
        letter.number = f"{count:03}-GGT/ĐU"


def papers(year: Year) -> Iterator[Paper]:
    """Write what each letter brings about, as far as it gets."""
    for letter in year.introductions:
        yield from _written(letter)
        if letter.home.ward.online:
            yield from _received_online(letter)
        elif slip := letter.on(Step.SLIP):
            yield _slip_on_paper(letter, slip)
        if filed := letter.on(Step.FILED):
            yield _of(letter, Step.FILED, letter.member.committee.clerk, filed, _filing(letter))
        yield from _placed(letter)


_COMMANDS = {
    Step.WRITTEN: "draft-letter",
    Step.ISSUED: "issue-letter",
    Step.RECEIVED: "receive-letter",
    Step.SLIP: "return-slip",
    Step.FILED: "file-slip",
}


def _link(letter: Introduction) -> LinkOf:
    return letter.member.link(letter.home.residence_no)


def _of(letter: Introduction, step: Step, by: Officer, day: date, fields: dict[str, Any]) -> Paper:
    entered_on = max(day, letter.arrived_on) if "transcribed" in fields else day
    return Paper(
        key=f"letter/{step.name.lower()}/{letter.member.name}/{letter.home.residence_no}",
        entered_on=letter.entered_late.get(step, entered_on),
        by=by,
        command=_COMMANDS[step],
        occurred_on=day,
        fields=fields,
    )


def _written(letter: Introduction) -> Iterator[Paper]:
    office = letter.member.committee
    member = {"member": letter.member.reference}
    if written := letter.on(Step.WRITTEN):
        yield _of(letter, Step.WRITTEN, office.clerk, written, member)
    if issued := letter.on(Step.ISSUED):
        signed = {
            "number": letter.number,
            "signer": office.secretary.person,
            "signer_office": Office.SECRETARY,
            "sealed": True,
        }
        yield _of(letter, Step.ISSUED, office.secretary, issued, member | signed)


def _received_online(letter: Introduction) -> Iterator[Paper]:
    link = _link(letter)
    if received := letter.on(Step.RECEIVED):
        fields = {"link": link, "via": Via.MEMBER}
        yield _of(letter, Step.RECEIVED, letter.home.ward.on(received).clerk, received, fields)
    if slip := letter.on(Step.SLIP):
        ward = letter.home.ward.on(slip)
        fields = {
            "link": link,
            "number": f"{letter.number[:3]}-PB/{ward.symbol}",
            "signer": ward.secretary.person,
        }
        yield _of(letter, Step.SLIP, ward.clerk, slip, fields)


def _slip_on_paper(letter: Introduction, slip: date) -> Paper:
    """Copy the slip of a ward that is not online: it tells of the arrival and of the cell, too."""
    ward = letter.home.ward.on(slip)
    slip_number = f"{letter.number[:3]}-PB/{ward.code}"
    fields = {
        "link": _link(letter),
        "received_on": letter.days[Step.RECEIVED],
        "number": slip_number,
        "cell": letter.home.cell.id if letter.happens(Step.FORWARDED) else None,
        "signer": ward.secretary.person,
        "transcribed": transcribed("Phiếu báo", slip_number, letter.arrived_on),
    }
    return _of(letter, Step.SLIP, letter.member.committee.clerk, slip, fields)


def _filing(letter: Introduction) -> dict[str, Any]:
    return {"link": _link(letter), "file_ref": f"HS-213/{letter.number[:3]}"}


def _placed(letter: Introduction) -> Iterator[Paper]:
    cell = letter.home.cell
    placing = Placing(letter.member.committee, _link(letter), cell, letter.arrived_on)
    forwarded = letter.on(Step.FORWARDED)
    if forwarded and cell.ward.online:
        yield placing.forwarded(forwarded)
        yield placing.listed(letter.days[Step.GROUP])
    late = letter.entered_late
    if grouped := letter.on(Step.GROUP):
        paper = placing.grouped(grouped, int(letter.number[:3]) % len(cell.groups))
        yield paper.entered(late.get(Step.GROUP))
    if monitored := letter.on(Step.MONITOR):
        yield placing.monitored(monitored).entered(late.get(Step.MONITOR))
