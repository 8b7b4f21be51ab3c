"""The forms in which an answer is given: JSON page by page, as a file with all its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from service.answers.comma_separated import comma_separated
from service.answers.sheet import Sheet
from service.answers.workbook import workbook

JSON = "application/json"


@dataclass(frozen=True)
class FileForm:
    """A kind of file: the ending of its name and address, its media type, its bytes."""

    ending: str
    media_type: str
    written: Callable[[Sheet], Iterable[bytes]]


CSV = FileForm("csv", "text/csv", comma_separated)
XLSX = FileForm(
    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook
)
FILES = {form.ending: form for form in (CSV, XLSX)}
