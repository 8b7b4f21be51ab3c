"""Who a member is, by the cells of his row."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from service.importing.days import DayReader, days_within
from service.importing.member import Identity
from service.importing.reading import Reading
from service.importing.values import is_blank, is_marked, name_of, sex_of, text_of
from service.importing.vietnamese import folded
from service.importing.wording import Said

_PROBATIONARY = frozenset({folded(word) for word in ("dự bị", "DB", "đảng viên dự bị", "ĐVDB")})
_SEX_BY_COLUMN = {"birth_man": "Nam", "birth_woman": "Nữ"}
_BOTH = Said("chỉ điền một trong hai cột Nam, Nữ.", "Fill in one of the columns Nam and Nữ only.")


def read_identity(reading: Reading) -> Identity | None:
    """Read who the member is; ``None`` where there are faults."""
    before = len(reading.faults)
    name = _name(reading)
    birth, sex_by_column = _birth(reading)
    admitted, official, probationary = _membership(reading)
    sex = _sex(reading) or sex_by_column
    if len(reading.faults) > before or name is None or birth is None or admitted is None:
        return None
    return Identity(
        full_name=name,
        birth_date=birth,
        sex=sex,
        admitted_on=admitted,
        official_on=official,
        probationary=probationary,
    )


def _name(reading: Reading) -> str | None:
    before, header = len(reading.faults), reading.line.header
    fields = [one for one in ("full_name", "family_name", "given_name") if one in header.places]
    parts = [reading.text(field) for field in fields]
    with reading.under(fields[0]):
        parts += [text_of(reading.line.at(place)) for place in header.more_of_the_name]
    whole = reading.needed(fields[0], " ".join(part for part in parts if part) or None)
    if whole is None or len(reading.faults) > before:
        return None
    with reading.under(fields[0]):
        return name_of(whole)
    return None


def _birth(reading: Reading) -> tuple[date | None, str | None]:
    """Read the birth, and the sex where men and women have columns of their own for it."""
    places = reading.line.header.places
    fields = [one for one in ("birth_date", *_SEX_BY_COLUMN) if one in places]
    if not fields:
        return _birth_in_parts(reading), None
    filled = [field for field in fields if not is_blank(reading.line.cell(field))]
    if len(filled) > 1:
        reading.fault(filled[1], _BOTH)
        return None, None
    [field] = filled or fields[:1]
    sex = _SEX_BY_COLUMN.get(field) if filled else None
    return reading.needed(field, reading.day(field)), sex


def _birth_in_parts(reading: Reading) -> date | None:
    """Read day, month and year out of columns of their own."""
    parts = [reading.text(field) for field in ("birth_day", "birth_month", "birth_year")]
    typed = "/".join(part for part in parts if part)
    birth = None
    with reading.under("birth_year"):
        birth = reading.reader("birth_year").read(typed)
    return reading.needed("birth_year", birth)


def _membership(reading: Reading) -> tuple[date | None, date | None, bool]:
    """Read admission and full membership, and whether the member is said to be on probation."""
    places, said = reading.line.header.places, reading.line.cell("official_on")
    probationary = isinstance(said, str) and folded(said) in _PROBATIONARY
    official = None if probationary else reading.day("official_on", may_be_none=True)
    if "admitted_on" in places:
        return reading.needed("admitted_on", reading.day("admitted_on")), official, probationary
    days = reading.take("membership", partial(_both_days, reading.reader("membership"))) or []
    admitted = reading.needed("membership", days[0] if days else None)
    return admitted, official or (days[1] if len(days) > 1 else None), probationary


def _both_days(reader: DayReader, cell: Any) -> list[date]:
    """Read one day, or two of one cell: *DB 19/05/2004, CT 19/05/2005*."""
    found = days_within(cell) if isinstance(cell, str) else []
    typed = [match[0] for match in found] if len(found) == 2 else [cell]  # noqa: PLR2004
    return [day for one in typed if (day := reader.read(one))]


def _sex(reading: Reading) -> str | None:
    places = reading.line.header.places
    if "sex" in places:
        return reading.take("sex", sex_of)
    columns = {"man": "Nam", "woman": "Nữ"}
    marked = [c for c in columns if c in places and reading.take(c, is_marked)]
    if len(marked) > 1:
        reading.fault("woman", _BOTH)
    return columns[marked[0]] if len(marked) == 1 else None
