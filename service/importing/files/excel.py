"""A workbook of Excel 2007 and later: values by calamine, and beside them what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from io import BytesIO
from posixpath import join, normpath, split
from typing import Any, NamedTuple

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from service.importing.files.package import Package, damaged, elements
from service.importing.files.scan import NotXml, SheetScan
from service.importing.files.sheet import Damaged, Grid, Merge, Sheet

_PANIC = "PanicException"  # what calamine's language makes of its own faults is no Exception


class _Beside(NamedTuple):
    """What is told of a sheet beside its values."""

    hidden_rows: Set[int]
    damaged: Mapping[tuple[int, int], Damaged]


_NOTHING = _Beside(frozenset(), {})


def read_workbook(content: bytes, package: Package) -> list[Sheet]:
    """Read a workbook of the new kind (.xlsx, .xlsm); raise ``UnreadableList``."""
    try:
        main = _target(elements(package.part("_rels/.rels")), "officeDocument")
        told = elements(package.part(main))
        parts = _parts_of_sheets(main, told, package)
    except NotXml as error:
        raise damaged() from error
    beside = [_of(package.scan(part)) for part in parts]
    from_1904 = any(
        name == "workbookPr" and attributes.get("date1904") in {"1", "true"}
        for name, attributes in told
    )
    return _read(content, beside, from_1904)


def _of(scan: SheetScan | None) -> _Beside:
    return _Beside(scan.hidden_rows, scan.damaged) if scan else _NOTHING


def _target(relations: list[tuple[str, dict[str, str]]], kind: str) -> str:
    named = (a for _, a in relations if a.get("Type", "").rpartition("/")[2] == kind)
    return next((a.get("Target", "") for a in named), "").lstrip("/")


def _parts_of_sheets(
    main: str, workbook: list[tuple[str, dict[str, str]]], package: Package
) -> list[str]:
    """Name the part of each sheet, in the order of the workbook."""
    folder, name = split(main)
    relations = elements(package.part(f"{folder}/_rels/{name}.rels"))
    targets = {a["Id"]: a["Target"] for _, a in relations if "Id" in a and "Target" in a}
    ids = [attributes.get("id", "") for name, attributes in workbook if name == "sheet"]
    return [normpath(join("/", folder, targets.get(one, ""))) for one in ids]


def _read(content: bytes, beside: list[_Beside], from_1904: bool) -> list[Sheet]:
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        return list(_sheets(workbook, beside, from_1904))
    except (CalamineError, PasswordError, OSError) as error:
        raise damaged() from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise damaged() from error


def _sheets(workbook: CalamineWorkbook, beside: list[_Beside], from_1904: bool) -> Iterator[Sheet]:
    for place, told in enumerate(workbook.sheets_metadata):
        if told.typ is not SheetTypeEnum.WorkSheet:
            continue
        opened = workbook.get_sheet_by_index(place)
        grid = _grid(opened, beside[place] if place < len(beside) else _NOTHING)
        yield grid.sheet(
            told.name,
            is_hidden=told.visible is not SheetVisibleEnum.Visible,
            counts_from_1904=from_1904,
        )


def _grid(opened: CalamineSheet, beside: _Beside) -> Grid:
    merged = [Merge(*first, *last) for first, last in opened.merged_cell_ranges or ()]
    grid = Grid(merged=merged, hidden_rows=set(beside.hidden_rows))
    if opened.start:
        rows: list[list[Any]] = opened.to_python(skip_empty_area=True)
        grid.put_all(rows, *opened.start)
    for (row, column), cell in beside.damaged.items():
        grid.put(row, column, cell)
    return grid
