"""Answers as files: all rows of what was asked, safe in a spreadsheet, open to a browser."""

from __future__ import annotations

import csv
import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from service.answers import workbook
from service.answers.cells import Row, found, rows_of
from service.answers.comma_separated import comma_separated
from service.answers.forms import CSV, XLSX
from service.answers.sheet import Sheet
from service.queries import whole
from service.queries.questions import QUESTIONS, Question
from tests.service.scenario import Scenario
from tests.service.town import (
    ANSWER_REPORT,
    ASK_FOR_LETTER,
    DECLARE,
    ENROL,
    LINK,
    MEMBER,
    OF_THE_WORKPLACE,
    OFFICE_CELL,
    OTHER_WARD,
    SEND_REPORT,
    WARD,
    WORKPLACE,
    YEAR,
    act,
    person,
)
from tests.service.trail import trail

GIVEN = {
    "changes": "?from_as_of=2026-07-01&as_of=2027-02-01&of=obligations",
    "classification-cap": "?year=2026",
    "classification-inputs": "?year=2026",
    "exchange": f"?year=2026&with={WARD}",
    "review-report": "?year=2026&kind=FINAL",
    "review-pack": f"?year=2026&cell={OFFICE_CELL}",
    "gaps": "?as_of=2027-02-01",
    "input-changes": "?year=2026&from_as_of=2026-07-01",
    "roster-changes": "?from_as_of=2026-03-05",
}
NAMES = ["Trần Thị Ánh", "Lê Văn Bình", "Nguyễn Văn Bình", "Bùi Văn Đức", "Nguyễn Thị Thắm"]
FORMULA = "=HYPERLINK(1)"
QUESTION = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)


def address(question: Question, ending: str = "") -> str:
    path = question.address.replace("<member>", str(MEMBER))
    return f"/api/{path}{ending}{GIVEN.get(question.name, '')}"


def lines(scenario: Scenario) -> list[list[str]]:
    """The lines of the CSV that was answered."""
    content = scenario.answer.data
    assert scenario.answer.status_code == 200, scenario.answer.text
    assert content.startswith(b"\xef\xbb\xbf")
    assert re.fullmatch(rb"([^\r\n]|\r\n)*\r\n", content)
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def cells(scenario: Scenario) -> list[list[Any]]:
    """The cells of the workbook that was answered."""
    assert scenario.answer.status_code == 200, scenario.answer.text
    book = CalamineWorkbook.from_filelike(BytesIO(scenario.answer.data))
    return book.get_sheet_by_index(0).to_python()


LIST = act(
    "ward clerk",
    "state-roster",
    "2026-07-03",
    workplace=WORKPLACE,
    residence=WARD,
    stated_by="RESIDENCE",
    as_on="2026-06-30",
    entries=[
        {"link": LINK, "cell": OTHER_WARD, "status": "PLACED"},
        {"full_name": "Đỗ Văn Khang", "birth_date": "1980-02-03", "status": "PLACED"},
    ],
)


@pytest.fixture
def everybody(in_a_file: Scenario) -> Scenario:
    """Five members, of whom one has a year of papers behind her, and what the ward says."""
    in_a_file.given(*YEAR, *OF_THE_WORKPLACE, LIST, SEND_REPORT, ANSWER_REPORT, ASK_FOR_LETTER)
    for number, name in enumerate(reversed(NAMES[:-1])):
        one = str(person(f"member {number}"))
        in_a_file.given(
            ENROL._replace(body=ENROL.body | {"person": one, "full_name": name}),
            DECLARE._replace(body=DECLARE.body | {"member": one, "dwelling": FORMULA}),
        )
    return in_a_file


def items(scenario: Scenario, question: Question) -> Iterator[dict[str, Any]]:
    """What the pages of the JSON answer list, with instants as such."""
    following: str | None = address(question)
    while following:
        for item in scenario.asked("clerk", following).items:
            if "recorded_at" in item:
                item["recorded_at"] = datetime.fromisoformat(item["recorded_at"])
            yield item
        following = scenario.said["next"]


def expected(scenario: Scenario, question: Question) -> list[Row]:
    found_rows = list(rows_of(question.tables[0], items(scenario, question), "vi"))
    assert found_rows
    return found_rows


@QUESTION
def test_a_file_has_the_rows_of_all_pages(
    everybody: Scenario, monkeypatch: pytest.MonkeyPatch, question: Question
) -> None:
    headings = question.tables[0].headings("vi")
    sheet = Sheet("", "", headings, expected(everybody, question), datetime.now(UTC))
    monkeypatch.setattr(whole, "MOST_ROWS", 2)
    for accept, ending in ((CSV.media_type, ""), ("*/*", ".csv")):
        everybody.asked("clerk", address(question, ending), Accept=accept)
        assert everybody.answer.data == b"".join(comma_separated(sheet))
        assert everybody.answer.content_type == "text/csv; charset=utf-8"
    assert lines(everybody)[0] == headings


@QUESTION
def test_a_workbook_has_them_too_with_days_as_days(everybody: Scenario, question: Question) -> None:
    typed = [[_of_type(cell) for cell in row] for row in expected(everybody, question)]
    everybody.asked("clerk", address(question, ".xlsx"))
    assert everybody.answer.content_type == XLSX.media_type
    header, *given = cells(everybody)
    assert header == question.tables[0].headings("vi")
    assert given == typed


def _of_type(cell: Any) -> Any:
    """What a workbook has for a value of the JSON answer: days as days, numbers as such."""
    if isinstance(cell, int):
        return float(cell)
    if isinstance(cell, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        return date.fromisoformat(cell)
    return "" if cell is None else cell


@QUESTION
def test_each_column_is_a_field_of_the_answer(everybody: Scenario, question: Question) -> None:
    listed = list(items(everybody, question))
    for column in question.tables[0].columns:
        for language in ("vi", "en"):
            *above, name = column.names(language)
            inside = [found(item, above) for item in listed]
            inside += [one for some in inside if isinstance(some, list) for one in some]
            assert any(isinstance(one, dict) and name in one for one in inside), column


def test_the_residence_has_a_table_of_its_own(everybody: Scenario) -> None:
    everybody.asked("ward clerk", "/api/roster.csv")
    [header, row] = lines(everybody)
    said = dict(zip(header, row, strict=True))
    assert said["Đảng ủy nơi công tác"] == "Đảng ủy Cơ quan"
    assert said["Tình trạng"] == "đã về chi bộ nơi cư trú"
    assert "Ngày sinh" not in said


def test_names_stand_in_the_vietnamese_order(everybody: Scenario) -> None:
    for ending, read in ((".csv", lines), (".xlsx", cells)):
        everybody.asked("clerk", f"/api/roster{ending}")
        assert [row[0] for row in read(everybody)[1:]] == NAMES


def test_a_file_has_what_was_asked_and_no_more(everybody: Scenario) -> None:
    everybody.asked("clerk", "/api/roster.csv?state=PLACED")
    assert [row[0] for row in lines(everybody)[1:]] == ["Nguyễn Thị Thắm"]
    everybody.asked("clerk", "/api/roster.csv?as_of=2026-02-28")
    assert lines(everybody)[1:] == []
    everybody.asked("other clerk", "/api/roster.csv")
    assert lines(everybody)[1:] == []
    for paging in ("limit=1", "cursor=x"):
        everybody.asked("clerk", f"/api/roster.csv?{paging}").refused(422, "InvalidBody")


def test_what_fails_is_a_problem_and_no_file(everybody: Scenario) -> None:
    everybody.asked("clerk", "/api/roster.csv?as_of=x").refused(422, "InvalidBody")
    everybody.asked("administrator", "/api/roster.xlsx").refused(403, "ReadByAdministrator")
    everybody.asked("other clerk", f"/api/members/{MEMBER}/chronicle.csv")
    everybody.refused(404, "NotVisible", "member")
    everybody.asked("clerk", "/api/roster.pdf").refused(404, "NotFound")


def test_what_begins_like_a_formula_is_defused(everybody: Scenario) -> None:
    column = "Nơi ở hiện nay"
    header, first, *_ = lines(everybody.asked("clerk", "/api/roster.csv"))
    assert dict(zip(header, first, strict=True))[column] == f"'{FORMULA}"
    header, first, *_ = cells(everybody.asked("clerk", "/api/roster.xlsx"))
    assert dict(zip(header, first, strict=True))[column] == FORMULA
    with ZipFile(BytesIO(everybody.answer.data)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_every_beginning_of_a_formula_is_known(begins: str) -> None:
    sheet = Sheet("", "", ["-a"], [(f"{begins}1",), (-1,)], datetime.now(UTC))
    [heading, text, number] = csv.reader(
        StringIO(b"".join(comma_separated(sheet)).decode("utf-8-sig"), newline="")
    )
    assert (heading, text, number) == (["'-a"], [f"'{begins}1"], ["-1"])


def test_a_workbook_opens_well(everybody: Scenario) -> None:
    everybody.asked("clerk", "/api/roster.xlsx")
    with ZipFile(BytesIO(everybody.answer.data)) as parts:
        page = parts.read("xl/worksheets/sheet1.xml").decode()
        book = parts.read("xl/workbook.xml").decode()
        about = parts.read("docProps/core.xml").decode()
    assert '<pane xSplit="1" ySplit="1" topLeftCell="B2"' in page
    assert '<autoFilter ref="A1:T6"/>' in page
    assert "Danh sách đảng viên!$1:$1" in book.replace("'", "")
    assert "Đảng ủy Cơ quan, xét ngày 15/01/2027, đến mục " in about
    columns = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', page)
    assert [int(columns[0][0]), int(columns[-1][1])] == [1, 20]
    assert max(float(width) for *_, width in columns) < 50


def test_english_is_given_when_it_is_asked_for(everybody: Scenario) -> None:
    everybody.asked("clerk", "/api/roster.csv", **{"Accept-Language": "en"})
    header, *_, row = lines(everybody)
    assert header[:4] == ["Full name", "Date of birth", "Cell", "State"]
    assert row[3] == "placed in a cell"
    everybody.asked("clerk", "/api/gaps.csv?as_of=2027-02-01", **{"Accept-Language": "en"})
    titles = {row[1] for row in lines(everybody)[1:]}
    assert titles
    assert all(title.isascii() for title in titles)
    assert everybody.answer.headers["Content-Language"] == "en"


def test_a_file_has_a_name(everybody: Scenario) -> None:
    everybody.asked("clerk", "/api/roster.xlsx?as_of=2026-06-30")
    name = everybody.answer.headers["Content-Disposition"]
    assert name == 'attachment; filename="roster-2026-06-30.xlsx"'


def test_reading_a_file_leaves_a_line_for_each_page(
    everybody: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "MOST_ROWS", 2)
    everybody.asked("clerk", "/api/roster.csv", Purpose="Kiem tra")
    read = [(question, members, purpose) for _, question, members, purpose in trail(everybody)]
    assert read == [("/api/roster.csv", members, "Kiem tra") for members in (2, 2, 1)]


def test_a_workbook_has_its_measure(everybody: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    everybody.asked("clerk", "/api/roster.xlsx").refused(406, "TooManyRows")
    monkeypatch.setattr(workbook, "MOST_ROWS", 5)
    assert len(cells(everybody.asked("clerk", "/api/roster.xlsx"))) == 6


def basic(token: str, user: str = "ai") -> dict[str, str]:
    return {"Authorization": "Basic " + b64encode(f"{user}:{token}".encode()).decode()}


def test_a_browser_shows_the_token_as_a_password(everybody: Scenario) -> None:
    token = everybody.headers("clerk")["Authorization"].partition(" ")[2]
    client = everybody.client
    for user in ("", "ai", "Lê Thị Hoa"):
        assert client.get("/api/roster.csv", headers=basic(token, user)).status_code == 200
    assert client.get("/api/roster.csv", headers=everybody.headers("clerk")).status_code == 200
    assert client.get("/api/roster", headers=basic(token)).status_code == 401
    command = client.post(f"/api/commands/{ENROL.command}", json=ENROL.body, headers=basic(token))
    assert command.status_code == 401


@pytest.mark.parametrize(
    "shown",
    ["", "Basic", "Basic x", "Basic \xff", "Basic Og==", "Basic OnjDqQ==", "Bearer", "Digest a"],
)
def test_nobody_fetches_a_file_without_a_token(at_rest: Scenario, shown: str) -> None:
    at_rest.answer = at_rest.client.get("/api/roster.csv", headers={"Authorization": shown})
    at_rest.refused(401, "UnknownPassword")
    assert at_rest.answer.headers["WWW-Authenticate"].startswith("Basic realm=")
