"""The command line on a folder of its own: serve, token, rebuild, export."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from service.app import create_app, service_of
from service.cli import main
from service.settings import Settings
from tests.service.command_line import run, serving
from tests.service.town import LINK, MEMBER, WARD, WORKPLACE, bodies, person


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


@pytest.mark.parametrize(
    ("asked", "topics"),
    [
        ({"member": MEMBER, "topic": "member."}, ["member.enrolled", "member.residence_declared"]),
        ({"letter": "15-GGT/ĐU", "organization": WARD}, ["letter.received", "slip.returned"]),
        ({"stream": LINK, "attempt": 1, "topic": "slip."}, ["slip.returned", "slip.filed"]),
        ({"officer": person("administrator"), "topic": "letter."}, []),
        ({"topic": "member.", "known-at": 1}, []),
        ({"recorded-until": "2000-01-01"}, []),
        ({"occurred-from": "2026-12-10"}, ["evaluation.filed"]),
    ],
)
def test_export_gives_what_is_asked_for(
    data: Path, year: int, asked: dict[str, object], topics: list[str]
) -> None:
    whole = run("export", "--data", data).stdout_bytes.splitlines()
    options = [word for name, value in asked.items() for word in (f"--{name}", value)]
    chosen = run("export", "--data", data, *options).stdout_bytes.splitlines()
    assert [line["topic"] for line in entries(b"\n".join(chosen))] == topics
    assert [line for line in whole if line in chosen] == chosen
    assert year


def test_export_refuses_what_the_history_refuses(data: Path, year: int) -> None:
    for option, value in (("--topic", "letter"), ("--member", "x"), ("--known-at", year + 1)):
        said = run("export", "--data", data, option, value, status=2).output
        assert f"{option}: " in said


def test_help_is_in_both_languages_and_names_every_command() -> None:
    said = run("--help").output
    for command in ("serve", "token", "rebuild", "export", "replay", "demo", "import"):
        assert f"\n  {command} " in said


@pytest.mark.parametrize(
    "command",
    [
        ["rebuild"],
        ["export"],
        ["export", "--topic", "letter."],
        ["replay", "--organization", str(WORKPLACE)],
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


@pytest.mark.parametrize("arguments", [["--help"], ["import", "--help"], ["import", "nowhere"]])
def test_what_is_printed_is_utf_8_whatever_the_system_writes_otherwise(
    arguments: list[str],
) -> None:
    printed = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "service.cli", *arguments],
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    said = (printed.stdout + printed.stderr).decode("utf-8")
    assert "ệ" in said
    assert "Traceback" not in said
