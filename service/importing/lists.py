"""A list as it was read: its rows, each with a member or with its faults, and what was noticed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from service.importing import notes
from service.importing.files.opening import read_sheets
from service.importing.files.sheet import Sheet
from service.importing.headings import count_known
from service.importing.lettering import in_unicode
from service.importing.office import Office
from service.importing.rows import RowFaults, RowReader
from service.importing.table import Line, Table, read_table
from service.importing.twice import ListRow, refuse_alike_sheets, refuse_repeated
from service.importing.vietnamese import folded
from service.importing.wording import Said, UnreadableList


@dataclass
class MembersList:
    """A whole file: its tables, its rows in their order, and what was noticed on the way."""

    tables: list[Table] = field(default_factory=list)
    rows: list[ListRow] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)


def read_list(file: Path, office: Office, chosen: Sequence[str] = ()) -> MembersList:
    """Read the chosen sheets of a file, or all that are not hidden; raise ``UnreadableList``."""
    read = MembersList()
    sheets = list(_lettered(_chosen(read_sheets(file, count_known), chosen, read.notes), read))
    found = [(sheet, read_table(sheet, office.register.names_a_cell)) for sheet in sheets]
    read.tables = [table for _, table in found if table and not table.header.missing]
    if not read.tables:
        raise notes.no_header(sheets, [table for _, table in found if table])
    read.notes += (
        notes.no_list(sheet.name, table)
        for sheet, table in found
        if table not in read.tables and any(sheet.texts)
    )
    read.rows = [row for table in read.tables for row in _rows(table, office)]
    if not chosen:
        refuse_alike_sheets(read.rows)
    refuse_repeated(read.rows)
    for table in read.tables:
        read.notes += notes.passed_over(table, len(read.rows))
    return read


def _chosen(sheets: list[Sheet], chosen: Sequence[str], noted: list[Said]) -> list[Sheet]:
    wanted = {folded(name) for name in chosen}
    if missing := wanted - {folded(sheet.name) for sheet in sheets}:
        names = ", ".join(f"“{sheet.name}”" for sheet in sheets)
        asked = ", ".join(f"“{name}”" for name in chosen if folded(name) in missing)
        raise UnreadableList(
            f"Tệp không có trang {asked}. Các trang có: {names}.",
            f"The file has no sheet {asked}. It has: {names}.",
        )
    if wanted:
        return [sheet for sheet in sheets if folded(sheet.name) in wanted]
    noted += (notes.hidden_sheet(sheet.name) for sheet in sheets if sheet.is_hidden and sheet.rows)
    return [sheet for sheet in sheets if not sheet.is_hidden]


def _lettered(sheets: list[Sheet], read: MembersList) -> Iterator[Sheet]:
    for sheet in sheets:
        shown, charset = in_unicode(sheet)
        if charset and (note := notes.other_letters(charset.name)) not in read.notes:
            read.notes.append(note)
        yield shown


def _rows(table: Table, office: Office) -> Iterator[ListRow]:
    reader = RowReader(table, office)
    for line in table.lines:
        yield _row(reader, table.sheet.name, line)


def _row(reader: RowReader, sheet: str, line: Line) -> ListRow:
    try:
        return ListRow(sheet, line, reader.read(line))
    except RowFaults as found:
        return ListRow(sheet, line, None, found.faults)
