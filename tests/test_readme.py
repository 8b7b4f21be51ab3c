"""What the README names exists under that name."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from uuid import uuid4

import click
import pytest

from domain.rulebook import load_rulebook
from service.app import create_app, service_of
from service.cli import main
from service.commands import COMMANDS
from service.officers import Officer
from service.settings import Settings
from tests.service.town import YEAR

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def section(title: str) -> str:
    """The text between a heading and the next one."""
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


WORKED_CASE = section("The worked case")
BEGINNING = "Two bodies and a clerk"
ASKING = section("Asking and commanding")
LIBRARIES = section("What it stands on, and why")


def quoted(text: str, pattern: str) -> list[str]:
    """What stands between backticks and is written as the pattern says."""
    found = {match for match in re.findall(r"`([^`\n]+)`", text) if re.fullmatch(pattern, match)}
    return sorted(found)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)", README))))
def test_a_target_of_make(target: str) -> None:
    if target not in {"needs"}:  # "... and make needs nothing else"
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("command", quoted(WORKED_CASE, r"[a-z]+(-[a-z]+)+"))
def test_a_command_of_the_worked_case(command: str) -> None:
    assert command in COMMANDS


@pytest.mark.parametrize("code", sorted(set(re.findall(r"\bG\d\d\b", README))))
def test_an_obligation(code: str) -> None:
    assert any(code in rule_set.obligations for rule_set in load_rulebook().rule_sets)


@pytest.mark.parametrize("line", re.findall(r"^lienhe .*?(?=\s+#|$)", ASKING, re.MULTILINE))
def test_a_call_of_the_command_line(line: str) -> None:
    _, name, *rest = line.split()
    command = main.get_command(click.Context(main), name)
    assert command is not None
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= options


@pytest.mark.parametrize("address", sorted(set(re.findall(r"`(?:GET |POST )?(/[^`]+)`", ASKING))))
def test_an_address(address: str, tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path / "data"))
    service_of(app).close()
    assert app.url_map.bind("").allowed_methods(re.sub(r"<\w+>", "x", address))


def test_the_first_bodies_and_officers_are_entered_as_written(tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path / "data"))
    service = service_of(app)
    token = service.tokens.issue(Officer(uuid4(), None), service.settings.now())
    calls = re.findall(r"/(api/commands/[a-z-]+) .*?-d '(.*?)'", section(BEGINNING), re.DOTALL)
    for number, (address, body) in enumerate(calls):
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(number)}
        answer = app.test_client().post(f"/{address}", json=json.loads(body), headers=headers)
        assert answer.status_code == 201, answer.text
    service.close()
    assert len(calls) == 2


@pytest.mark.parametrize("setting", quoted(ASKING, r"LIENHE_\w+"))
def test_a_setting(setting: str) -> None:
    readers = (ROOT / "service" / name for name in ("settings.py", "cli.py"))
    assert any(f'"{setting}"' in reader.read_text("utf-8") for reader in readers)


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return {re.split(r"[\[><=]", line)[0] for line in lines}


def test_every_declared_library_and_no_other_is_given_a_reason() -> None:
    assert {name.lower() for name in quoted(LIBRARIES, r"[A-Za-z-]+")} == declared()


def test_every_declared_library_is_pinned() -> None:
    constraints = (ROOT / "constraints.txt").read_text("utf-8")
    pinned = {line.split("==")[0].lower() for line in constraints.splitlines() if "==" in line}
    assert declared() <= pinned


@pytest.mark.parametrize("room", quoted(README, r"[a-z]+/[a-z_/]*|docs/\w+\.md"))
def test_a_room(room: str) -> None:
    assert (ROOT / room).exists()


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)]+)\)", README))
def test_a_link(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_commands_of_the_worked_case_are_those_of_the_year_that_the_tests_play() -> None:
    """Beside the mending and the second hands of a paper, which have tests of their own."""
    apart = {"draft-letter", "open-round", "correct-entry", "void-entry"}
    named = set(quoted(WORKED_CASE, r"[a-z]+(-[a-z]+)+"))
    assert named - apart <= {sent.command for sent in YEAR}
