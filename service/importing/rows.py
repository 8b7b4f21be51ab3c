"""From a row of a table to a member who can be entered, or to all that is wrong with the row."""

from __future__ import annotations

from collections.abc import Iterator

from service.importing.bodies import Body
from service.importing.entering import Entering
from service.importing.homes import read_home
from service.importing.identities import read_identity
from service.importing.office import Office
from service.importing.papers import read_papers
from service.importing.reading import EMPTY, DaysOfTable, Reading
from service.importing.row_kinds import begins_as_a_cell
from service.importing.table import Line, Section, Table
from service.importing.vietnamese import folded
from service.importing.wording import CellFault, Fault, Said

_IN_TITLE = folded("Chi bộ")
_HIDDEN = Fault(
    Said("Hàng ẩn", "Hidden row"),
    None,
    Said(
        "hàng đang bị ẩn hoặc bị lọc trong bảng tính. Bỏ ẩn, bỏ lọc nếu vẫn là đảng viên của danh "
        "sách; không thì xóa hàng.",
        "the row is hidden or filtered. Show it if the member is still of the list, or delete it.",
    ),
)
_TOO_MANY_CELLS = Fault(
    Said("Số ô của hàng", "Cells of the row"),
    None,
    Said(
        "hàng có nhiều ô hơn tiêu đề: trong một ô có dấu phân cách. Đặt ô ấy trong ngoặc kép.",
        "the row has more cells than headings: a cell has the delimiter in it. Put it in quotes.",
    ),
)


class RowFaults(Exception):
    """A row cannot be entered; ``faults`` are all of them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.said.vi for fault in faults))
        self.faults = faults


class RowReader:
    """Reads the rows of one table against the register of the office."""

    def __init__(self, table: Table, office: Office) -> None:
        self._register = office.register
        self._days = DaysOfTable(table, office.today)
        self._is_delimited = table.sheet.is_delimited
        self._has_sections = any(
            line.section and self._register.names_a_cell(line.section.text) for line in table.lines
        )
        self._cell_of_sheet = next(self._cells_named_above(table), None)

    def read(self, line: Line) -> Entering:
        """Read one row; raise ``RowFaults``."""
        reading = Reading(line, self._days)
        if line.is_hidden:
            reading.faults.append(_HIDDEN)
        if self._is_delimited and any(
            cell != "" for cell in line.cells[len(line.header.columns) :]
        ):
            reading.faults.append(_TOO_MANY_CELLS)
        identity, papers = read_identity(reading), read_papers(reading)
        cell, home = self._cell(reading), read_home(reading, self._register, papers, identity)
        if reading.faults or identity is None or cell is None:
            raise RowFaults(reading.faults)
        committee = self._register.committee
        return Entering(identity=identity, papers=papers, committee=committee, cell=cell, home=home)

    def _cells_named_above(self, table: Table) -> Iterator[Body]:
        """Find the cell after which a sheet is called, or that its title names."""
        named = [table.sheet.name]
        for text in table.title:
            begins = folded(text).find(_IN_TITLE)
            named += [" ".join(folded(text)[begins:].split()), text] if begins >= 0 else []
        for text in named:
            if text and self._register.names_a_cell(text):
                yield self._register.workplace_cell(text)

    def _cell(self, reading: Reading) -> Body | None:
        given, section = reading.text("cell"), reading.line.section
        with reading.under("cell"):
            if given:
                return self._register.workplace_cell(given)
            if section and self._rules(section):
                return self._of_section(section)
            if found := self._cell_of_sheet or self._register.only_cell:
                return found
            reading.lacks("cell", EMPTY if "cell" in reading.line.header.places else _NO_CELL)
        return None

    def _rules(self, section: Section) -> bool:
        """Tell whether a heading row says to which cell the rows below it belong."""
        return self._has_sections or begins_as_a_cell(section.text)

    def _of_section(self, section: Section) -> Body:
        try:
            return self._register.workplace_cell(section.text)
        except CellFault as fault:
            vi, en = fault.said
            raise CellFault(
                f"theo hàng mục {section.row}, {vi}", f"by the heading row {section.row}, {en}"
            ) from None


_NO_CELL = Said(
    "không có cột “Chi bộ”, không có hàng mục, tên trang hay đầu đề nào nêu chi bộ. Thêm cột ấy.",
    "there is no column “Chi bộ”, and no heading row, sheet name or title names a cell. Add one.",
)
