"""The command line on a folder of its own: serve, token, rebuild, export."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner, Result

from service.app import create_app, service_of
from service.cli import main
from service.settings import Settings
from tests.service.scenario import Scenario
from tests.service.town import MEMBER, OFFICERS, WORKPLACE, YEAR, bodies, person, town


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def year(data: Path, clock: Path) -> int:
    """A folder with a year in it; gives the number of its entries."""
    app = create_app(Settings(data, clock_file=clock))
    Scenario(app, OFFICERS).given(*town(), *YEAR)
    end = service_of(app).coordination.log_end()
    service_of(app).close()
    return end


def run(*arguments: object, status: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result


@contextmanager
def serving(data: Path, clock: Path) -> Iterator[tuple[httpx.Client, list[str]]]:
    """A real server on a free port, with what it printed before it said where it listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "service.cli",
        "serve",
        "--data",
        str(data),
        "--port",
        str(port),
    ]
    environment = {**os.environ, "LIENHE_CLOCK_FILE": str(clock), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603
        assert process.stdout
        printed = []
        while not (line := process.stdout.readline()).startswith("http://"):
            printed.append(line)
        transport = httpx.HTTPTransport(retries=20)  # until the port is open
        with httpx.Client(base_url=line.strip(), transport=transport, timeout=20) as client:
            yield client, printed
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def entries(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_the_first_start_prints_the_administrators_token_once(data: Path, clock: Path) -> None:
    sent = bodies()[0]
    with serving(data, clock) as (client, printed):
        [token] = [line.rpartition(": ")[2].strip() for line in printed if "lienhe_" in line]
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "one"}
        address = f"/api/commands/{sent.command}"
        assert client.post(address, json=sent.body, headers=headers).status_code == 201
        assert client.get("/api/whoami", headers=headers).json()["offices"] == ["administrator"]
    with serving(data, clock) as (client, printed):
        assert not [line for line in printed if "lienhe_" in line]
        answer = client.post(address, json=sent.body, headers=headers)
        assert (answer.status_code, answer.headers["Idempotent-Replayed"]) == (200, "true")
        assert client.get("/openapi.json").json()["openapi"] == "3.1.0"


def test_a_token_opens_the_door_of_its_officer(data: Path, clock: Path, year: int) -> None:
    named = ("--officer", person("clerk"), "--organization", WORKPLACE)
    token = run("token", "--data", data, *named).output.strip()
    app = create_app(Settings(data, clock_file=clock))
    headers = {"Authorization": f"Bearer {token}"}
    said = app.test_client().get("/api/whoami", headers=headers).get_json()
    service_of(app).close()
    assert (said["officer"], said["offices"]) == (str(person("clerk")), ["clerk"])
    assert year


@pytest.mark.parametrize(
    "named",
    [
        [],
        ["--officer", MEMBER],
        ["--organization", WORKPLACE],
        ["--administrator", "--officer", MEMBER, "--organization", WORKPLACE],
        ["--administrator", "--organization", WORKPLACE],
        ["--officer", "x", "--organization", WORKPLACE],
    ],
)
def test_a_token_names_an_officer_in_a_body_or_an_administrator(
    data: Path, named: list[object]
) -> None:
    run("token", "--data", data, *named, status=2)
    assert not data.exists()


def test_rebuild_says_whether_all_is_equal(data: Path, year: int) -> None:
    said = json.loads(run("rebuild", "--json", "--data", data).output)
    assert (said["events"], said["equal"]) == (year, True)
    assert said["seconds"] > 0
    assert run("rebuild", "--data", data).output.startswith("events: ")
    assert sorted(file.name for file in data.iterdir() if file.suffix == ".db") == [
        "keys.db",
        "log.db",
        "views.db",
    ]


def test_what_is_read_is_rebuilt_after_it_was_deleted(data: Path, year: int) -> None:
    for file in data.glob("views.db*"):
        file.unlink()
    said = json.loads(run("rebuild", "--json", "--data", data).output)
    assert (said["events"], said["equal"]) == (year, True)


def test_export_gives_the_log_as_it_is_stored(data: Path, year: int, tmp_path: Path) -> None:
    output = run("export", "--data", data).stdout_bytes
    lines = entries(output)
    assert [line["position"] for line in lines] == list(range(1, year + 1))
    enrolled = next(line for line in lines if line["topic"] == "member.enrolled")
    assert list(enrolled)[:5] == ["position", "stream", "version", "topic", "recorded_at"]
    assert enrolled["stream"] == str(MEMBER)
    assert enrolled["full_name"].keys() == {"person", "box", "commitment"}
    assert "Thắm" not in output.decode()
    run("export", "--data", data, "--out", tmp_path / "log.jsonl")
    assert (tmp_path / "log.jsonl").read_bytes() == output


def test_help_is_in_both_languages_and_names_every_command() -> None:
    said = run("--help").output
    for command in ("serve", "token", "rebuild", "export", "demo", "import"):
        assert f"\n  {command} " in said


@pytest.mark.parametrize(
    "command",
    [
        ["rebuild"],
        ["export"],
        ["token", "--administrator"],
        ["token", "--officer", str(MEMBER), "--organization", str(WORKPLACE)],
    ],
)
def test_a_folder_without_a_log_is_named_and_not_made(command: list[str], tmp_path: Path) -> None:
    answer = CliRunner().invoke(main, [*command, "--data", str(tmp_path / "nowhere")])
    assert answer.exit_code == 2
    assert f"there is no log in {tmp_path / 'nowhere'}" in " ".join(answer.output.split())
    assert not (tmp_path / "nowhere").exists()


def test_no_token_is_given_to_whom_no_body_knows(data: Path, year: int) -> None:
    for officer, body in ((MEMBER, WORKPLACE), (person("clerk"), MEMBER)):
        named = ("--officer", officer, "--organization", body)
        said = run("token", "--data", data, *named, status=2).output
        assert "has no office on record in that body" in " ".join(said.split())
        assert "lienhe_" not in said
    assert year


def test_two_services_do_not_share_a_port(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as other:
        said = run("serve", "--data", data, "--port", other.getsockname()[1], status=1).output
    assert "cannot be used, choose another --port" in said
    assert "lienhe_" not in said
    assert not data.exists()
