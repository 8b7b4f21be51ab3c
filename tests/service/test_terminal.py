"""Questions asked from a terminal of a real server: shown as a table, written as files."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread

import httpx
import pytest
from click import Context
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from service.app import create_app, service_of
from service.cli import main
from service.queries.questions import QUESTIONS, Question
from service.settings import Settings
from service.terminal.cli import CALLED
from tests.service.command_line import run, serving
from tests.service.scenario import Scenario
from tests.service.town import MEMBER, OFFICERS, TODAY, WORKPLACE, YEAR, person, town
from tests.variants import figure, variant

LATE = "2027-02-01"
Ask = Callable[..., Result]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[httpx.Client, str]]:
    """A server of the year, and the token of the clerk."""
    folder = tmp_path_factory.mktemp("served")
    clock = folder / "clock"
    clock.write_text(TODAY)
    app = create_app(Settings(folder / "data", clock_file=clock))
    Scenario(app, OFFICERS).given(*town(), *YEAR)
    service_of(app).close()
    officer = ("--officer", person("clerk"), "--organization", WORKPLACE)
    token = run("token", "--data", folder / "data", *officer).output.strip()
    with serving(folder / "data", clock) as (client, _):
        client.get("/api/health")
        yield client, token


@pytest.fixture
def ask(served: tuple[httpx.Client, str]) -> Ask:
    client, token = served

    def asked(*words: object, status: int = 0, columns: int = 120) -> Result:
        environment = {
            "LIENHE_URL": str(client.base_url),
            "LIENHE_TOKEN": token,
            "COLUMNS": str(columns),
        }
        result = CliRunner(env=environment).invoke(main, [str(word) for word in words])
        assert result.exit_code == status, result.output
        return result

    return asked


def test_the_roster_is_shown_in_vietnamese(ask: Ask) -> None:
    shown = ask("roster").output
    assert "Danh sách đảng viên: 1" in shown
    assert "Nguyễn Thị Thắm" in shown
    assert "Họ và tên" in shown
    assert "as-of 2027-01-15, known-at " in shown
    assert str(MEMBER) not in shown
    assert str(MEMBER) in ask("roster", "--wide").output
    assert "Full name" in ask("roster", "--english").output
    assert ask("roster", "--as-of", "2026-02-28").output.startswith("Danh sách đảng viên: 0")


def test_as_many_columns_are_shown_as_there_is_room(ask: Ask) -> None:
    narrow, wide = (ask("gaps", "--as-of", LATE, columns=n).output for n in (60, 200))
    assert max(map(len, narrow.splitlines())) <= 60
    assert "Mã" in narrow
    assert "Bên phải làm" not in narrow
    assert "Bên phải làm" in wide
    left = int(narrow.rpartition("+ ")[2].partition(":")[0])
    assert left > int(wide.rpartition("+ ")[2].partition(":")[0]) > 0


@pytest.mark.parametrize(
    "asked",
    [
        ("gaps", "--as-of", LATE),
        ("obligations",),
        ("worklist",),
        ("history", "--topic", "letter."),
        ("organizations",),
        ("calendar",),
        ("review", "2026"),
        ("differences",),
        ("chronicle", MEMBER),
    ],
)
def test_every_question_can_be_asked(ask: Ask, asked: tuple[object, ...]) -> None:
    text = ask(*asked, "--csv", "-").stdout_bytes.decode("utf-8-sig")
    headings, *rows = csv.reader(StringIO(text, newline=""), strict=True)
    shown = ask(*asked, "--wide").output
    assert f": {len(rows)}\n" in shown
    for place, heading in enumerate(headings):
        if any(row[place] for row in rows):
            assert heading in shown


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_each_question_has_a_command_with_its_parameters(question: Question) -> None:
    command = main.get_command(Context(main), CALLED.get(question.name, question.name))
    assert command
    taken = {parameter.name for parameter in command.params}
    assert {*question.ids, *question.parameters} - {"limit", "cursor", "after"} <= taken
    assert command.help
    assert question.title.vi in command.help


def test_what_is_written_is_what_the_service_gives(
    ask: Ask, served: tuple[httpx.Client, str], tmp_path: Path
) -> None:
    client, token = served
    files = tmp_path / "roster.csv", tmp_path / "roster.xlsx"
    said = ask("roster", "--as-of", "2026-12-31", "--csv", files[0], "--xlsx", files[1])
    assert said.output == ""
    headers = {"Authorization": f"Bearer {token}"}
    answer = client.get("/api/roster.csv?as_of=2026-12-31", headers=headers)
    assert files[0].read_bytes() == answer.content
    book = CalamineWorkbook.from_path(str(files[1])).get_sheet_by_index(0).to_python()
    assert book[1][0] == "Nguyễn Thị Thắm"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("roster", "--as-of", "x"), "as_of: "),
        (("roster", "--organization", MEMBER), "Không tìm thấy"),
        (("chronicle", "x"), "UUID"),
        (("review", "26"), "year: "),
        (("roster", "--token", "lienhe_x"), "Chưa xác thực"),
        (("roster", "--token", "x", "--english"), "Nobody is signed in"),
        (("roster", "--url", "http://127.0.0.1:1"), "cannot be reached"),
        (("roster", "--url", "nowhere"), "cannot be reached"),
    ],
)
def test_what_fails_is_told_and_nothing_is_written(
    ask: Ask, tmp_path: Path, asked: tuple[object, ...], told: str
) -> None:
    file = tmp_path / "answer.csv"
    assert told in ask(*asked, "--csv", file, status=1).output
    assert not file.exists()


def test_what_is_no_service_of_ours_is_told_by_its_status(ask: Ask) -> None:
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        answering = Thread(target=server.handle_request)
        answering.start()
        url = f"http://127.0.0.1:{server.server_port}"
        assert "501 Unsupported method" in ask("roster", "--url", url, status=1).output
        answering.join()


def test_two_rule_sets_are_put_side_by_side(ask: Ask, tmp_path: Path) -> None:
    asked = ("compare", "--as-of", LATE, "--wide", "--english", "--code", "G09")
    published = ask(*asked, "--rules", "76-2000").output
    assert "Two rule sets side by side: 1" in published
    assert "the same" in published
    draft = tmp_path / "draft.toml"
    draft.write_text(variant(figure("meeting.grace_days", 40, was=15)), "utf-8")
    assert "only as it is" in ask(*asked, "--rules", draft).output
    assert "another due date" in ask(*asked, "--rules", draft, "--of", "obligations").output
    draft.write_text(variant(("value = 15", "value = -1")), "utf-8")
    told = ask(*asked, "--rules", draft, status=1).output
    assert "figures.letter.new_days.value: draft.toml: has to be a value in days" in told
