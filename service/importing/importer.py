"""Imports a list over HTTP: rows become commands, answers become a report.

Every row is tried before anything is entered: one of which a command would be refused is left out
whole. Whatever is imported twice is entered once: the keys of the commands come from what they say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from service.importing.answers import CARRY_OVER, DECLARE, ENROL, Refused, refused_in
from service.importing.client import Answer, Item, ServiceClient
from service.importing.entering import Entering, key_of
from service.importing.header import Column
from service.importing.headings import FIELDS
from service.importing.lists import MembersList, read_list
from service.importing.office import Office, enrolled_on, known_by
from service.importing.register import Register
from service.importing.report import ImportReport, Outcome, RowReport, SheetReport
from service.importing.table import Table
from service.importing.wording import Fault, OtherPlan, Said, column_letters

FIRST_TIME = 201
_SERVICE = Said("Hệ thống", "The service")

BodyOf = Callable[[Entering, str], dict[str, Any] | None]
_COMMANDS: dict[str, BodyOf] = {
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
        body = _COMMANDS[command](self.entering, str(self.report.member))
        if body is None:
            return None
        return {"command": command, "key": key_of(command, body, token), "body": body}

    def items(self, token: str) -> list[Item]:
        """Give all its commands; the member has to be known by then."""
        return [item for command in _COMMANDS if (item := self.item(command, token))]


def import_file(
    file: Path,
    client: ServiceClient,
    *,
    dry_run: bool = False,
    sheets: Sequence[str] = (),
    plan: str | None = None,
) -> ImportReport:
    """Import a list, or, in a dry run, tell of each row what would become of it.

    Raise ``ImportFailure`` where the file or the service cannot be read as a whole, and where the
    plan is another one than is given.
    """
    office = ask_office(client)
    report, planned = read_rows(read_list(file, office, sheets))
    report.file = file.name
    rehearse(planned, client, office)
    report.plan = _plan(planned, client.token)
    if plan is not None and plan != report.plan:
        raise OtherPlan(
            f"Kế hoạch nay là {report.plan}, không phải {plan}: danh sách hoặc hệ thống đã khác từ "
            "lần chạy thử. Chạy thử lại (--dry-run) rồi xem.",
            f"The plan is {report.plan} by now, not {plan}: list or service have changed since the "
            "dry run. Run it again (--dry-run) and look.",
        )
    if not dry_run:
        enter(planned, client)
    return report


def ask_office(client: ServiceClient) -> Office:
    """Ask what has to be known before a list is read; raise ``ImportFailure``."""
    own, today = client.who_am_i()
    register = Register(client.bodies(), own)
    return Office(register, today, enrolled_on(client.roster()))


def read_rows(read: MembersList) -> tuple[ImportReport, list[Planned]]:
    """Begin the report of a list; give the rows that can be tried."""
    report = ImportReport(sheets=[_sheet(table) for table in read.tables], notes=read.notes)
    planned = []
    for row in read.rows:
        line = RowReport(
            sheet=row.sheet, number=row.line.number, outcome=Outcome.READY, line=row.line
        )
        report.rows.append(line)
        if row.entering:
            planned.append(Planned(line, row.entering))
        else:
            line.refuse(row.faults)
    return report, planned


def rehearse(planned: Sequence[Planned], client: ServiceClient, office: Office) -> None:
    """Try every row, nothing being entered: note what it would enter, or why it would not."""
    enrolments = [[item] for row in planned if (item := row.item(ENROL, client.token))]
    for row, answers in zip(planned, client.rehearse(enrolments), strict=True):
        _try(row, answers)
        _not_under_another_date(row, office)
    standing = _standing(planned)
    groups = [row.items(client.token) for row in standing]
    for row, answers in zip(standing, client.rehearse(groups), strict=True):
        _try(row, answers)


def enter(planned: Sequence[Planned], client: ServiceClient) -> None:
    """Send the commands of each row that stands, kind by kind."""
    for row in _standing(planned):
        row.report.outcome, row.report.enters = Outcome.UNCHANGED, []
    for command in _COMMANDS:
        sent = [
            (row, item) for row in _standing(planned) if (item := row.item(command, client.token))
        ]
        answers = client.enter([item for _, item in sent])
        for (row, _), answer in zip(sent, answers, strict=True):
            _take_down(row.report, command, answer)


def _standing(planned: Sequence[Planned]) -> list[Planned]:
    return [row for row in planned if row.report.outcome is not Outcome.REFUSED]


def _try(row: Planned, answers: Sequence[Answer]) -> None:
    report = row.report
    report.outcome, report.enters = Outcome.UNCHANGED, []
    for command, answer in zip(_COMMANDS, answers, strict=False):
        _take_down(report, command, answer)
    if report.outcome is Outcome.IMPORTED:
        report.outcome = Outcome.READY


def _take_down(report: RowReport, command: str, answer: Mapping[str, Any]) -> None:
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


def _plan(planned: Sequence[Planned], token: str) -> str:
    """Name what would be entered: the same name is the same plan, and tells nothing else."""
    keys = [
        [row.report.sheet, row.report.number, *(item["key"] for item in row.items(token))]
        for row in _standing(planned)
        if row.report.enters
    ]
    return hashlib.sha256(json.dumps(keys).encode()).hexdigest()[:12]


def _sheet(table: Table) -> SheetReport:
    header = table.header
    read: Iterator[Column] = (c for c in header.columns if c.field)
    return SheetReport(
        name=table.sheet.name,
        header_row=header.first + 1,
        columns=[(column_letters(c.place), c.text, FIELDS[c.field].name) for c in read if c.field],
        unread=[(column_letters(c.place), c.text) for c in header.unread],
    )
