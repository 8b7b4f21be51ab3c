"""What is to be entered of a list: its rows as commands, each tried before any is sent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from service.importing.answers import CARRY_OVER, DECLARE, ENROL, Refused, refused_in
from service.importing.client import Answer, Item, ServiceClient
from service.importing.entering import Entering, key_of
from service.importing.office import Office, known_by
from service.importing.report import Outcome, RowReport
from service.importing.wording import Fault, Said

FIRST_TIME = 201
_SERVICE = Said("Hệ thống", "The service")

BodyOf = Callable[[Entering, str], dict[str, Any] | None]
COMMANDS: dict[str, BodyOf] = {
    ENROL: lambda entering, _: entering.enrolment,
    DECLARE: Entering.residence,
    CARRY_OVER: Entering.link,
}


@dataclass(frozen=True)
class Planned:
    """A row that can be entered, and its line in the report."""

    report: RowReport
    entering: Entering

    def item(self, command: str, token: str) -> Item | None:
        """Give one of its commands as it is sent; ``None`` where the list knows nothing of it."""
        body = COMMANDS[command](self.entering, str(self.report.member))
        if body is None:
            return None
        return {"command": command, "key": key_of(command, body, token), "body": body}

    def items(self, token: str) -> list[Item]:
        """Give all its commands; the member has to be known by then."""
        return [item for command in COMMANDS if (item := self.item(command, token))]


def rehearse(planned: Sequence[Planned], client: ServiceClient, office: Office) -> None:
    """Try every row, nothing being entered: note what it would enter, or why it would not."""
    enrolments = [[item] for row in planned if (item := row.item(ENROL, client.token))]
    for row, answers in zip(planned, client.rehearse(enrolments), strict=True):
        _try(row, answers)
        _not_under_another_date(row, office)
    left = standing(planned)
    groups = [row.items(client.token) for row in left]
    for row, answers in zip(left, client.rehearse(groups), strict=True):
        _try(row, answers)


def standing(planned: Sequence[Planned]) -> list[Planned]:
    """Give the rows that are not refused so far."""
    return [row for row in planned if row.report.outcome is not Outcome.REFUSED]


def _try(row: Planned, answers: Sequence[Answer]) -> None:
    report = row.report
    report.outcome, report.enters = Outcome.UNCHANGED, []
    for command, answer in zip(COMMANDS, answers, strict=False):
        take_down(report, command, answer)
    if report.outcome is Outcome.IMPORTED:
        report.outcome = Outcome.READY


def take_down(report: RowReport, command: str, answer: Mapping[str, Any]) -> None:
    """Note on a row what one of its commands was answered, or would be."""
    if refused := refused_in(command, answer):
        report.refuse([_fault(report, one) for one in refused])
        return
    if answer["status"] == FIRST_TIME:
        report.outcome = Outcome.IMPORTED
        report.enters.append(command)
    for event in answer["events"]:
        if event["topic"] == "member.enrolled":
            report.member = UUID(event["stream"])


def _fault(report: RowReport, refused: Refused) -> Fault:
    if refused.field is None:
        return Fault(_SERVICE, None, refused.said)
    column = report.line.header.places.get(refused.field)
    heading = report.line.header.name_of(refused.field)
    return Fault(heading, column.place if column else None, refused.said)


def _not_under_another_date(row: Planned, office: Office) -> None:
    """Refuse who is on the roster already with another date of admission, or written otherwise."""
    who = row.entering.identity
    known = office.enrolled.get(known_by(who.full_name, who.birth_date))
    if ENROL not in row.report.enters or known in (None, row.report.member):
        return
    said = Said(
        "hệ thống đã có đảng viên cùng họ tên, ngày sinh nhưng ngày vào Đảng hoặc cách viết tên "
        "khác. Đối chiếu lý lịch và sửa hàng này; nếu là người khác thì ghi bằng enroll-member.",
        "a member of this name and birth is on record with another admission or spelling. Mend the "
        "row; where it is another person, enter him by enroll-member.",
    )
    row.report.refuse([Fault(Said("Trùng", "Twice"), None, said)])


def name_of_plan(planned: Sequence[Planned], token: str) -> str:
    """Name what would be entered: the same name is the same plan, and tells nothing else."""
    keys = [
        [row.report.sheet, row.report.number, *(item["key"] for item in row.items(token))]
        for row in standing(planned)
        if row.report.enters
    ]
    return hashlib.sha256(json.dumps(keys).encode()).hexdigest()[:12]
