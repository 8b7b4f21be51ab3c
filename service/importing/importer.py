"""Imports a list over HTTP: rows become commands, answers become a report.

Whatever is imported twice is entered once: the keys of the commands come from what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from service.importing.client import ServiceClient, refusal_in
from service.importing.entering import Entering, key_of, matched
from service.importing.headings import find_header
from service.importing.register import Register
from service.importing.report import ImportReport, Outcome, RowReport
from service.importing.rows import is_blank, read_row
from service.importing.wording import RowFault
from service.importing.workbook import read_rows

FIRST_TIME = 201


@dataclass(frozen=True)
class Planned:
    """A row that can be entered, and its line in the report."""

    report: RowReport
    entering: Entering


def import_file(file: Path, client: ServiceClient, *, dry_run: bool = False) -> ImportReport:
    """Import a list, or, in a dry run, tell of each row whether it could be sent.

    Raise ``ImportFailure`` where the file or the service cannot be read as a whole.
    """
    report, planned = plan(file, Register(client.bodies(), client.own_body()))
    if not dry_run:
        enter(planned, client)
    return report


def plan(file: Path, register: Register) -> tuple[ImportReport, list[Planned]]:
    """Read a list and match it with the register; raise ``UnreadableList``."""
    rows = read_rows(file)
    header, columns = find_header(rows)
    report, planned = ImportReport(), []
    first_seen: dict[object, int] = {}
    for number, cells in enumerate(rows[header + 1 :], start=header + 2):
        if is_blank(cells, columns):
            continue
        line = RowReport(number=number, outcome=Outcome.READY)
        report.rows.append(line)
        try:
            row = read_row(cells, columns)
            _once(row.person, number, first_seen)
            planned.append(Planned(line, matched(row, register)))
        except RowFault as fault:
            line.outcome, line.reason = Outcome.REFUSED, fault.said
    return report, planned


def _once(person: object, number: int, first_seen: dict[object, int]) -> None:
    first = first_seen.setdefault(person, number)
    if first != number:
        raise RowFault(
            f"Trùng với hàng {first} (cùng họ tên, ngày sinh, ngày vào đảng).",
            f"The same member as in row {first} (name, birth, admission).",
        )


def enter(planned: Sequence[Planned], client: ServiceClient) -> None:
    """Send the commands of each row, kind by kind: the second rests on the answer to the first."""
    for row in planned:
        row.report.outcome = Outcome.UNCHANGED
    _send("enroll-member", planned, lambda row: row.entering.enrolment, client)
    _send("declare-residence", planned, _with_member(Entering.residence), client)
    _send("carry-over-link", planned, _with_member(Entering.link), client)


def _with_member(
    body: Callable[[Entering, str], dict[str, Any] | None],
) -> Callable[[Planned], dict[str, Any] | None]:
    return lambda row: body(row.entering, str(row.report.member))


def _send(
    command: str,
    planned: Sequence[Planned],
    body_of: Callable[[Planned], dict[str, Any] | None],
    client: ServiceClient,
) -> None:
    standing = [row for row in planned if row.report.outcome is not Outcome.REFUSED]
    sent = [(row, body) for row in standing if (body := body_of(row)) is not None]
    items = [
        {"command": command, "key": key_of(command, body, client.token), "body": body}
        for _, body in sent
    ]
    for (row, _), answer in zip(sent, client.enter(items), strict=True):
        _take_down(row.report, answer)


def _take_down(report: RowReport, answer: Mapping[str, Any]) -> None:
    if refusal := refusal_in(answer):
        report.outcome, report.reason = Outcome.REFUSED, refusal
        return
    if answer["status"] == FIRST_TIME:
        report.outcome = Outcome.IMPORTED
    for event in answer["events"]:
        if event["topic"] == "member.enrolled":
            report.member = UUID(event["stream"])
