"""The shape of a calendar file, which a rule set names and fixes by its digest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from importlib.resources.abc import Traversable

from domain.rulebook.table import Table
from domain.working_days import WorkingCalendar

_NAME = re.compile(r"holidays-[A-Za-z0-9-]{1,40}\.toml")


def read_calendar(named: Table, folders: Iterable[Traversable]) -> WorkingCalendar:
    """Read the calendar that a rule set names, from the first of the folders that has it."""
    name, digest = named.text("file"), named.text("sha256")
    if not _NAME.fullmatch(name):
        raise named.broken("file", f"has to be a name such as holidays-2026.toml, is {name!r}")
    file = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if file is None:
        raise named.broken("file", f"has to name a file beside the rule set; {name!r} is none")
    content = file.read_bytes()
    found = sha256(content).hexdigest()
    if found != digest:
        raise named.broken("sha256", f"has to be the digest of {name}, {found}; is {digest}")
    return _calendar(Table.of(name, content))


def _calendar(calendar: Table) -> WorkingCalendar:
    off: dict[date, str] = {}
    worked: dict[date, str] = {}
    for year in calendar:
        days = calendar.table(year)
        off |= _days(days, "off", year)
        worked |= _days(days, "worked", year)
    calendar.finish()
    return WorkingCalendar(off, worked)


def _days(year: Table, key: str, number: str) -> dict[date, str]:
    days = {row.day("day"): row.text("name") for row in year.tables(key)} if key in year else {}
    if any(f"{day.year}" != number for day in days):
        raise year.broken(key, f"has to list days of {number}")
    return days
