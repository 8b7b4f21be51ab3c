"""Rows on both time axes: from which day to which, and known from which position to which.

What is asked for a day and a position is a where-clause, so that the past costs what today costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_type_hints

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Index,
    Integer,
    MetaData,
    Table,
    and_,
    bindparam,
)

from projections.columns import TEXT, form_of

RowT = TypeVar("RowT")
Values = tuple[Any, ...]

STILL_KNOWN = 2**62  # the end of what nobody has contradicted; beyond every position


@dataclass(frozen=True)
class Side:
    """A narrow table with a row for each value of a list, so that it is found by one index range.

    ``field`` is the list in the main row, ``value`` its column here; ``copies`` are the columns of
    the main row that the question narrows by, in the order of the index.
    """

    name: str
    field: str
    value: str
    copies: tuple[str, ...]


class VersionedTable(Generic[RowT]):
    """The table of a row dataclass: its fields are columns, with subject and known axis beside.

    ``indexes`` name columns after which rows are looked for; the known axis is appended to each.
    """

    def __init__(
        self,
        name: str,
        row: type[RowT],
        indexes: Sequence[tuple[str, ...]] = (),
        side: Side | None = None,
    ) -> None:
        hints = get_type_hints(row)
        self.name = name
        self.row = row
        self.names = tuple(field.name for field in fields(row))  # type: ignore[arg-type]
        self._forms = tuple(form_of(hints[field]) for field in self.names)
        self._get = attrgetter(*self.names)
        self.table = self._make_table(indexes)
        self.columns = [self.table.c[field] for field in self.names]
        self.side = side
        self.side_table = self._make_side_table(side) if side else None
        if side:
            self._side_value = self.names.index(side.field)
            self._side_copies = tuple(self.names.index(copy) for copy in side.copies)

    @property
    def tables(self) -> list[Table]:
        """Give the table, and the one beside it."""
        return [self.table] if self.side_table is None else [self.table, self.side_table]

    def stored(self, row: RowT) -> Values:
        """Give the values of a row as its columns hold them."""
        return tuple(
            value if form.store is None or value is None else form.store(value)
            for form, value in zip(self._forms, self._get(row), strict=True)
        )

    def loaded(self, values: Iterable[Any]) -> RowT:
        """Make a row of its columns' values."""
        return self.row(
            *(
                value if form.load is None or value is None else form.load(value)
                for form, value in zip(self._forms, values, strict=True)
            )
        )

    def beside(self, values: Values) -> list[Values]:
        """Give the values and copies that a row has in the side table, without the known axis."""
        if self.side is None:
            return []
        listed = self._forms[self._side_value].load
        copies = tuple(values[place] for place in self._side_copies)
        return [
            (str(value), *copies) for value in (listed(values[self._side_value]) if listed else ())
        ]

    def _make_table(self, indexes: Sequence[tuple[str, ...]]) -> Table:
        columns: list[Column[Any]] = [
            Column(name, form.type, nullable=form.nullable)
            for name, form in zip(self.names, self._forms, strict=True)
        ]
        known = ("known_to", "known_from")
        searched = (("subject", "known_to"), *((*names, *known) for names in indexes))
        return Table(
            self.name,
            MetaData(),
            Column("id", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True),
            Column("subject", TEXT, nullable=False),
            *columns,
            Column("known_from", BigInteger, nullable=False),
            Column("known_to", BigInteger, nullable=False),
            *(Index(f"{self.name}_by_{names[0]}", *names) for names in searched),
        )

    def _make_side_table(self, side: Side) -> Table:
        copies = [Column(name, self.table.c[name].type, primary_key=True) for name in side.copies]
        return Table(
            side.name,
            MetaData(),
            Column(side.value, TEXT, primary_key=True),
            *copies,
            Column("known_to", BigInteger, primary_key=True),
            Column("known_from", BigInteger, primary_key=True),
            Column("row", BigInteger, primary_key=True),
            sqlite_with_rowid=False,
        )


POSITION: ColumnElement[int] = bindparam("position", type_=BigInteger)
DAY: ColumnElement[int] = bindparam("day", type_=Integer)


def known(table: Table) -> ColumnElement[bool]:
    """Select the rows known at the position that is bound as ``position``."""
    return and_(table.c.known_from <= POSITION, table.c.known_to > POSITION)


def on_day(table: Table) -> ColumnElement[bool]:
    """Select the rows that hold on the day whose ordinal is bound as ``day``."""
    return and_(table.c.from_day <= DAY, table.c.to_day > DAY)
