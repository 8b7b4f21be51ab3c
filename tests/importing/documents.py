"""Lists as other programs write them: LibreOffice, a web page, Excel 2003 as one document."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text", "style")
)
_EXCEL = "urn:schemas-microsoft-com:office:spreadsheet"


def ods_cell(cell: Any, **attributes: Any) -> str:
    """A cell of LibreOffice; underscores of attributes are the hyphens of its names."""
    told = "".join(
        f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    if cell in (None, ""):
        return f"<table:table-cell{told}/>"
    if isinstance(cell, date):
        told += f' office:value-type="date" office:date-value="{cell}"'
    elif isinstance(cell, bool):
        told += f' office:value-type="boolean" office:boolean-value="{str(cell).lower()}"'
    elif isinstance(cell, int | float):
        told += f' office:value-type="float" office:value="{cell}"'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(cell).split("\n"))
    return f"<table:table-cell{told}>{lines}</table:table-cell>"


def ods_row(*cells: Any, **attributes: Any) -> str:
    """A row; a cell that is markup already stays as it is."""
    told = "".join(
        f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    made = (c if isinstance(c, str) and c.startswith("<") else ods_cell(c) for c in cells)
    return f"<table:table-row{told}>{''.join(made)}</table:table-row>"


def ods_table(name: str, *rows: str, style: str = "shown") -> str:
    return (
        f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'
    )


def write_ods(file: Path, *tables: str, parts: dict[str, str] | None = None) -> Path:
    """A document of LibreOffice; the style ``hidden`` hides a sheet."""
    content = (
        f"<office:document-content {_NAMESPACES}><office:automatic-styles>"
        '<style:style style:name="hidden"><style:table-properties table:display="false"/>'
        '</style:style><style:style style:name="shown"/></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", _ODS)
        for name, part in ({"content.xml": content} | (parts or {})).items():
            archive.writestr(name, part)
    return file


def html_page(rows: Sequence[str], head: str = '<meta charset="utf-8">') -> str:
    """A page with one table of rows of markup."""
    cells = "".join(f"<tr>{row}</tr>\n" for row in rows)
    style = "<style>td { color: red }</style>"
    return f"<html><head>{head}{style}</head><table>\n{cells}</table></html>"


def excel_xml(*sheets: str) -> str:
    """A workbook of Excel 2003 as one document."""
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{_EXCEL}" xmlns:ss="{_EXCEL}">{"".join(sheets)}</Workbook>'
    )


def excel_xml_sheet(name: str, rows: str, options: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{options}</Worksheet>'
