"""The whole way: a file, a served instance, what is entered and what is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from service.demo.members_list import write_list
from service.importing.cli import import_list
from service.importing.client import ServiceClient
from service.importing.importer import import_file
from service.importing.wording import ServiceFailure
from tests.importing.conftest import Town
from tests.importing.old_workbooks import OldSheet, OldWorkbook
from tests.importing.workbooks import HEADINGS, Drawn, draw, write


@pytest.fixture
def members(town: Town, tmp_path: Path) -> Path:
    """The list of the story's office."""
    file = tmp_path / "danh-sach.xlsx"
    write_list(file, town.story.year.workplace.name, town.story.listed)
    return file


def run(town: Town, file: Path, *options: str, token: str | None = None) -> Result:
    arguments = [str(file), "--url", town.address, "--token", token or town.clerk, *options]
    return CliRunner().invoke(import_list, arguments, catch_exceptions=False)


def report(result: Result) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(result.stdout)
    return said


def refused(result: Result, code: int = 2) -> str:
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    assert " / " in result.stderr
    return result.stderr


def member(town: Town, name: str, **changes: Any) -> list[Any]:
    """A member who lives in the first ward, as the columns of the tests' lists have it."""
    cell = town.story.year.wards[0].cells[0]
    row = {
        "STT": 1,
        "Họ và tên": name,
        "Ngày sinh": "01/02/1975",
        "Giới tính": "Nữ",
        "Ngày vào Đảng": "03/02/1999",
        "Ngày chính thức": "03/02/2000",
        "Chi bộ": town.story.year.workplace.cells[0].code,
        "Nơi ở hiện nay": "Số 1",
        "Phường/Xã": cell.ward.code,
        "Chi bộ nơi cư trú": cell.code,
        "Số giấy giới thiệu": "001",
        "Ngày giấy": "06/03/2024",
    }
    told = row | changes
    return [told.get(heading, "") for heading in HEADINGS]


def test_a_dry_run_enters_nothing(town: Town, members: Path) -> None:
    before = town.events
    result = run(town, members, "--dry-run", "--json")
    assert result.exit_code == 0
    assert report(result)["ready"] == 30
    assert town.events == before


def test_what_a_dry_run_shows_is_what_is_then_done(town: Town, tmp_path: Path) -> None:
    late = member(town, "Trần Thị Mơ", **{"Ngày giấy": "02/01/2025"})
    rows = [
        member(town, "Trần Thị Lựu"),
        late,
        member(town, "Trần Thị Bưởi", **{"Số giấy giới thiệu": "", "Ngày giấy": ""}),
        member(town, "Trần Thị Na", **{"Ngày sinh": "1975"}),
    ]
    file = write(tmp_path / "list.xlsx", rows)
    shown = report(run(town, file, "--dry-run", "--json"))
    done = report(run(town, file, "--plan", shown["plan"], "--json"))
    assert shown["plan"] == done["plan"]
    assert [(row["row"], row["enters"]) for row in shown["report"]] == [
        (4, ["enroll-member", "declare-residence", "carry-over-link"]),
        (5, []),
        (6, ["enroll-member", "declare-residence"]),
        (7, []),
    ]
    for before, after in zip(shown["report"], done["report"], strict=True):
        assert (before["enters"], before["faults"]) == (after["enters"], after["faults"])
        assert before["outcome"].replace("ready", "imported") == after["outcome"]


def test_a_refused_row_leaves_nothing_behind_and_is_entered_once_mended(
    town: Town, tmp_path: Path
) -> None:
    wrong = member(town, "Trần Thị Quýt", **{"Ngày giấy": "02/01/2025"})
    before = town.events
    first = report(run(town, write(tmp_path / "list.xlsx", [wrong]), "--json"))
    assert (first["refused"], town.events) == (1, before)
    [fault] = first["report"][0]["faults"]
    assert (fault["column"], fault["heading"]) == ("M", "Ngày giấy")
    assert "sau ngày bắt đầu theo dõi" in fault["vi"]
    mended = member(town, "Trần Thị Quýt", **{"Nơi ở hiện nay": "Số 2"})
    again = report(run(town, write(tmp_path / "list.xlsx", [mended]), "--json"))
    assert again["imported"] == 1


def test_another_plan_is_not_carried_out(town: Town, tmp_path: Path) -> None:
    file = write(tmp_path / "list.xlsx", [member(town, "Trần Thị Dừa")])
    plan = report(run(town, file, "--dry-run", "--json"))["plan"]
    write(file, [member(town, "Trần Thị Dừa"), member(town, "Trần Thị Cam")])
    before = town.events
    assert plan in refused(run(town, file, "--plan", plan))
    assert town.events == before


def test_a_second_run_changes_nothing(town: Town, members: Path) -> None:
    first = report(run(town, members, "--json"))
    assert (first["rows"], first["refused"]) == (30, 0)
    after = town.events
    second = report(run(town, members, "--json"))
    assert (second["unchanged"], second["imported"]) == (30, 0)
    assert {tuple(row["enters"]) for row in second["report"]} == {()}
    assert town.events == after


def test_rows_may_change_places_and_the_clerk_his_token(town: Town, tmp_path: Path) -> None:
    """What is entered once is known by what it says, not by where it stands or who sends it."""
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for file, listed in zip(files, (town.story.listed, town.story.listed[::-1]), strict=True):
        write_list(file, town.story.year.workplace.name, listed)
    run(town, files[0])
    after = town.events
    assert report(run(town, files[1], "--json"))["unchanged"] == 30
    assert report(run(town, files[0], "--json", token=town.new_clerk))["unchanged"] == 30
    assert town.events == after


def test_the_same_list_of_fifteen_years_ago(town: Town, tmp_path: Path) -> None:
    """Another kind of file, another spelling, other headings: the same members."""
    rows = [member(town, "Trần Thị Ổi"), member(town, "Trần Thị Me", **{"Số giấy giới thiệu": "9"})]
    run(town, write(tmp_path / "list.xlsx", rows))
    after = town.events
    old: list[list[Any]] = [["SỐ TT", "HỌ TÊN", "SINH NGÀY", *HEADINGS[3:]]]
    old += [[str(row[0]), row[1].upper(), date(1975, 2, 1), *row[3:]] for row in rows]
    file = OldWorkbook([OldSheet("A", old)]).write(tmp_path / "list.xls")
    assert report(run(town, file, "--json"))["unchanged"] == 2
    assert town.events == after


def test_who_is_on_record_otherwise_is_told(town: Town, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    run(town, write(file, [member(town, "Trần Thị Hòa")]))
    changes = [
        {"Chi bộ": town.story.year.workplace.cells[1].code},
        {"Nơi ở hiện nay": "Số 99"},
        {"Số giấy giới thiệu": "99"},
        {"Ngày vào Đảng": "03/02/1998"},
        {"Họ và tên": "Trần Thị Hoà"},
    ]
    after = town.events
    said = []
    for change in changes:
        [row] = report(run(town, write(file, [member(town, "Trần Thị Hòa", **change)]), "--json"))[
            "report"
        ]
        assert row["outcome"] == "refused"
        said.append(row["reason"]["vi"])
    assert "chuyển chi bộ (assign-cell)" in said[0]
    assert "đã có nơi ở khác" in said[1]
    assert "giấy giới thiệu của đảng viên đã ghi khác" in said[2]
    assert "cùng họ tên, ngày sinh" in said[3]
    assert "cách viết tên khác" in said[4]
    assert town.events == after


def test_what_was_missing_may_be_added_later(town: Town, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    bare = {"Số giấy giới thiệu": "", "Ngày giấy": ""}
    run(town, write(file, [member(town, "Trần Thị Khế", **bare)]))
    [row] = report(run(town, write(file, [member(town, "Trần Thị Khế")]), "--json"))["report"]
    assert (row["outcome"], row["enters"]) == ("imported", ["carry-over-link"])


def test_the_refused_rows_come_back_as_a_file_to_be_mended(town: Town, tmp_path: Path) -> None:
    rows = [
        member(town, "Trần Thị Mận"),
        member(town, "Trần Thị Đào", **{"Ngày sinh": "1975"}),
        member(town, "Trần Thị Lê", **{"Chi bộ": "Phòng Lạ", "Ngày giấy": date(2024, 3, 6)}),
    ]
    file = write(tmp_path / "list.xlsx", rows, [*HEADINGS[:12], "Ngày giấy"])
    first = report(run(town, file, "--json"))
    returned = Path(first["refused_file"])
    assert returned.name == "list-chua-nhap.xlsx"
    [title, headings, one, two] = (
        CalamineWorkbook.from_path(str(returned)).get_sheet_by_index(0).to_python()
    )
    assert title[0] == "DANH SÁCH ĐẢNG VIÊN"
    assert headings == [*HEADINGS, "Lý do"]
    assert one[1:3] == ["Trần Thị Đào", "1975"]
    assert str(one[-1]).startswith("Hàng 5. Ngày sinh (cột C): “1975” chỉ có năm")
    assert two[12] == date(2024, 3, 6)
    again = report(run(town, returned, "--json"))
    assert (again["refused"], again["imported"]) == (2, 0)
    assert report(run(town, file, "--json"))["refused_file"].endswith("list-chua-nhap-2.xlsx")


def test_the_refused_rows_keep_what_said_their_cell(town: Town, tmp_path: Path) -> None:
    cells = town.story.year.workplace.cells
    headings = ["STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng"]
    rows: list[list[Any]] = [
        headings,
        [cells[0].name],
        [1, "Trần Thị Sim", "1975", "03/02/1999"],
        [cells[1].name],
        [1, "Trần Thị Vải", "1976", "03/02/1999"],
    ]
    first = report(run(town, draw(tmp_path / "list.xlsx", Drawn(rows)), "--json"))
    returned = Path(first["refused_file"])
    shown = CalamineWorkbook.from_path(str(returned)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in shown] == ["STT", cells[0].name, 1.0, cells[1].name, 1.0]
    assert [len(row["faults"]) for row in report(run(town, returned, "--json"))["report"]] == [1, 1]


def test_the_report_for_people(town: Town, tmp_path: Path) -> None:
    rows = [member(town, "Trần Thị Hồng"), member(town, "Trần Thị Xoài", **{"Ngày sinh": "1975"})]
    rows.append(["", "Tổng cộng: 2 đồng chí"])
    file = write(tmp_path / "list.xlsx", rows, [*HEADINGS[:3], "Chức vụ", *HEADINGS[4:]])
    result = run(town, file, "--dry-run", "--refused", str(tmp_path / "tra-lai.xlsx"))
    assert result.exit_code == 1
    for said in (
        "Trang “Danh sách”, tiêu đề ở hàng 3: ",
        "B “Họ và tên” = Họ và tên; C “Ngày sinh” = Ngày sinh",
        "Không nhập cột: D “Chức vụ”. / Columns not imported: D “Chức vụ”.",
        "Hàng 6 (trang “Danh sách”) không phải đảng viên, bỏ qua: “Tổng cộng: 2 đồng chí”.",
        "Hàng 5 (list.xlsx, trang “Danh sách”): Ngày sinh (cột C): “1975” chỉ có năm",
        "Row 5 (list.xlsx, sheet “Danh sách”): Ngày sinh (column C): “1975” is a year alone",
        "1 sẵn sàng nhập / ready",
        "tra-lai.xlsx",
        "Chưa ghi gì.",
        "--plan ",
    ):
        assert said in result.stdout


def test_a_place_that_cannot_be_written_is_told(town: Town, tmp_path: Path) -> None:
    file = write(tmp_path / "list.xlsx", [member(town, "Trần Thị Dâu", **{"Ngày sinh": "1975"})])
    result = run(town, file, "--json", "--refused", str(tmp_path / "nowhere" / "x.xlsx"))
    assert "Không ghi được các hàng chưa nhập" in refused(result, 1)
    assert report(result)["refused_file"] is None


def test_only_a_clerk_of_the_workplace_may_import(town: Town, members: Path) -> None:
    assert "nơi công tác" in refused(run(town, members, token=town.ward_clerk))


def test_a_wrong_token_is_told_in_both_languages(town: Town, members: Path) -> None:
    vi, _, en = refused(run(town, members, token="lienhe_nobody")).partition(" / ")  # noqa: S106
    assert "Mã truy cập (--token) không đúng" in vi
    assert "The token (--token) is wrong" in en
    assert "xác thực" not in en


@pytest.mark.parametrize("token", ["", "mã truy cập", "lienhe_\n"])
def test_a_token_that_cannot_be_one_is_told(town: Town, members: Path, token: str) -> None:
    arguments = [str(members), "--url", town.address, "--token", token]
    assert "ã truy cập" in refused(CliRunner().invoke(import_list, arguments))


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "127.0.0.1", "ftp://x", "http://[", ""])
def test_a_service_that_is_not_there_is_told(town: Town, members: Path, url: str) -> None:
    arguments = [str(members), "--url", url, "--token", town.clerk]
    assert "--url" in refused(CliRunner().invoke(import_list, arguments, catch_exceptions=False))


class _Other(BaseHTTPRequestHandler):
    """Something else that answers."""

    def do_GET(self) -> None:
        self.send_response(301 if "moved" in self.path else 200)
        self.end_headers()
        self.wfile.write(b"<html>router</html>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def other() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Other) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["", "/moved"])
def test_something_else_that_answers_is_told(
    town: Town, members: Path, other: str, path: str
) -> None:
    arguments = [str(members), "--url", other + path, "--token", town.clerk]
    said = refused(CliRunner().invoke(import_list, arguments, catch_exceptions=False))
    assert "không phải hệ thống lienhe" in said


class CutOff(httpx.HTTPTransport):
    """A line that is cut behind the first batch of commands."""

    batches = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.batches += request.url.path == "/api/commands"
        if self.batches > 1:
            raise httpx.ConnectError("cut off")
        return super().handle_request(request)


def test_what_broke_off_is_told_and_goes_on_where_it_was(town: Town, tmp_path: Path) -> None:
    file = write(tmp_path / "list.xlsx", [member(town, "Trần Thị Gấc")])
    with httpx.Client(base_url=town.address, transport=CutOff()) as http:
        client = ServiceClient(http, town.clerk)
        with pytest.raises(ServiceFailure, match="Chạy lại, không có gì bị ghi hai lần"):
            import_file(file, client)
    [row] = report(run(town, file, "--json"))["report"]
    assert row["enters"] == ["declare-residence", "carry-over-link"]


def test_a_file_that_is_not_there_or_no_list_is_told(town: Town, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    assert "list.xlsx: Không có tệp này" in refused(run(town, file))
    file.write_text("<html></html>")
    assert "HTML" in refused(run(town, file))
    assert "không có trang “2025”" in refused(
        run(town, write(file, [member(town, "Trần Thị Ngọc")]), "--sheet", "2025")
    )
