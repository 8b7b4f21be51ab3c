"""Imports a list over HTTP: rows become commands, answers become a report.

Every row is tried before anything is entered: one of which a command would be refused is left out
whole. Whatever is imported twice is entered once: the keys of the commands come from what they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from service.importing.client import ServiceClient
from service.importing.header import Column
from service.importing.headings import FIELDS
from service.importing.lists import MembersList, read_list
from service.importing.office import Office, enrolled_on
from service.importing.planning import (
    COMMANDS,
    Planned,
    name_of_plan,
    rehearse,
    standing,
    take_down,
)
from service.importing.register import Register
from service.importing.report import ImportReport, Outcome, RowReport, SheetReport
from service.importing.table import Table
from service.importing.wording import OtherPlan, ServiceFailure, column_letters


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
    report.plan = name_of_plan(planned, client.token)
    if plan is not None and plan != report.plan:
        raise OtherPlan(
            f"Kế hoạch nay là {report.plan}, không phải {plan}: danh sách hoặc hệ thống đã khác từ "
            "lần chạy thử. Chạy thử lại (--dry-run) rồi xem.",
            f"The plan is {report.plan} by now, not {plan}: list or service have changed since the "
            "dry run. Run it again (--dry-run) and look.",
        )
    if not dry_run:
        _enter_all(planned, client)
    return report


def _enter_all(planned: Sequence[Planned], client: ServiceClient) -> None:
    try:
        enter(planned, client)
    except ServiceFailure as failure:
        vi, en = failure.said
        raise ServiceFailure(
            f"{vi} Đứt giữa chừng: một phần có thể đã ghi. Chạy lại, không có gì bị ghi hai lần.",
            f"{en} It broke off: some may be entered. Run it again, nothing is entered twice.",
        ) from failure


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


def enter(planned: Sequence[Planned], client: ServiceClient) -> None:
    """Send the commands of each row that stands, kind by kind."""
    for row in standing(planned):
        row.report.outcome, row.report.enters = Outcome.UNCHANGED, []
    for command in COMMANDS:
        sent = [
            (row, item) for row in standing(planned) if (item := row.item(command, client.token))
        ]
        answers = client.enter([item for _, item in sent])
        for (row, _), answer in zip(sent, answers, strict=True):
            take_down(row.report, command, answer)


def _sheet(table: Table) -> SheetReport:
    header = table.header
    read: Iterator[Column] = (c for c in header.columns if c.field)
    return SheetReport(
        name=table.sheet.name,
        header_row=header.first + 1,
        columns=[(column_letters(c.place), c.text, FIELDS[c.field].name) for c in read if c.field],
        unread=[(column_letters(c.place), c.text) for c in header.unread],
    )
