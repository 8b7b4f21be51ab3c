"""The command that imports a list."""

from __future__ import annotations

import json
from pathlib import Path

import click
import httpx

from service.importing.client import ServiceClient
from service.importing.importer import import_file
from service.importing.refused_rows import refused_beside, write_refused
from service.importing.report import ImportReport
from service.importing.wording import ImportFailure, Said, ServiceFailure, UnreadableList

TIMEOUT = 60.0
SOME_REFUSED, NOTHING_DONE = 1, 2


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--url",
    envvar="LIENHE_URL",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Địa chỉ hệ thống / where the service is.",
)
@click.option(
    "--token",
    envvar="LIENHE_TOKEN",
    help="Mã truy cập của văn phòng, nên đặt trong LIENHE_TOKEN / the token of a workplace clerk.",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Chỉ thử, không ghi gì / tell what would become of each row, and enter nothing.",
)
@click.option(
    "--plan",
    metavar="MÃ",
    help="Chỉ nhập nếu đúng kế hoạch mà lần chạy thử đã in / only if the plan is the one shown.",
)
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    metavar="TRANG",
    help="Trang cần đọc, có thể nhắc lại; mặc định mọi trang không ẩn / the sheet to be read.",
)
@click.option(
    "--refused",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tệp ghi các hàng chưa nhập được; mặc định cạnh danh sách / where refused rows go.",
)
@click.option("--json", "as_json", is_flag=True, help="In một đối tượng JSON / one JSON object.")
@click.pass_context
def import_list(
    context: click.Context,
    *,
    file: Path,
    url: str,
    token: str | None,
    dry_run: bool,
    plan: str | None,
    sheets: tuple[str, ...],
    refused: Path | None,
    as_json: bool,
) -> None:
    """Nhập danh sách đảng viên / import a list of members, with their dwellings and letters.

    Takes .xlsx, .xls, .ods, .csv as offices keep them. Importing the same list again changes
    nothing. Ends with 1 where a row was refused, with 2 where nothing could be done.
    """
    try:
        _is_usable(file, token)
        with httpx.Client(base_url=url, timeout=TIMEOUT) as http:
            client = ServiceClient(http, token or "")
            report = import_file(file, client, dry_run=dry_run, sheets=sheets, plan=plan)
    except ImportFailure as failure:
        click.echo(f"{file.name}: {failure.said}", err=True)
        context.exit(NOTHING_DONE)
    unwritten = _keep_refused(report, refused or refused_beside(file))
    _show(report, dry_run=dry_run, as_json=as_json)
    if unwritten:
        click.echo(str(unwritten), err=True)
    context.exit(SOME_REFUSED if report.refused else 0)


def _is_usable(file: Path, token: str | None) -> None:
    """Look at what was given before anybody is asked; raise ``ImportFailure``."""
    if not file.is_file():
        raise UnreadableList(
            "Không có tệp này. Kiểm tra tên và thư mục.", "There is no such file. Check its path."
        )
    if not token:
        raise ServiceFailure(
            "Thiếu mã truy cập. Đặt trong LIENHE_TOKEN, hoặc ghi sau --token.",
            "The token is missing. Set LIENHE_TOKEN, or give it by --token.",
        )
    if not token.isascii() or not token.isprintable():
        raise ServiceFailure(
            "Mã truy cập có ký tự lạ. Chép lại nguyên văn, bắt đầu bằng lienhe_.",
            "The token has odd characters. Copy it as it is, from lienhe_ on.",
        )


def _keep_refused(report: ImportReport, file: Path) -> Said | None:
    """Write the refused rows to a file; say so where it cannot be written."""
    if not report.refused:
        return None
    try:
        write_refused(report, file)
    except OSError as error:
        return Said(
            f"Không ghi được các hàng chưa nhập vào {file} ({error.strerror}). Chọn nơi khác bằng "
            "--refused.",
            f"The refused rows could not be written to {file} ({error.strerror}). Choose another "
            "place by --refused.",
        )
    report.refused_file = str(file)
    return None


def _show(report: ImportReport, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(report.as_json, ensure_ascii=False))
        return
    for line in report.as_text:
        click.echo(line)
    if report.refused_file:
        name = report.refused_file
        click.echo(
            str(Said(f"Các hàng chưa nhập được: {name}.", f"The rows that were refused: {name}."))
        )
    if dry_run:
        click.echo(
            str(
                Said(
                    f"Chưa ghi gì. Nhập đúng như trên: thêm --plan {report.plan}.",
                    f"Nothing was entered. To import just this: --plan {report.plan}.",
                )
            )
        )
