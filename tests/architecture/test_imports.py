"""Who may import whom, who may read a clock; and proof that the checks look and bite."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("domain", "projections", "service")
CLOCK = frozenset({"now", "today", "utcnow", "time", "time_ns"})
# The contracts name what is forbidden; this names what is allowed, and so covers the rest.
ALLOWED = {
    "domain": ("domain", "eventsourcing.domain", "eventsourcing.utils"),
    "projections": ("domain", "projections", "eventsourcing", "sqlalchemy", "msgspec"),
}


def modules(package: str, root: Path = ROOT) -> list[Path]:
    return sorted((root / package).rglob("*.py"))


def name_of(file: Path) -> str:
    """Name the module of a file."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of the pyproject.toml in that folder over the packages in it."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603


def foreign_imports(tree: ast.Module, allowed: tuple[str, ...]) -> Iterator[str]:
    """Name every imported module that is neither of the standard library nor allowed."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""] if node.level == 0 else ["." * node.level]
        for name in names:
            if name.split(".")[0] in sys.stdlib_module_names:
                continue
            if not any(name == prefix or name.startswith(f"{prefix}.") for prefix in allowed):
                yield name


def clock_readings(tree: ast.Module) -> Iterator[int]:
    """Give the lines that call for the present, or that hand the clock on uncalled."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in CLOCK:
                yield node.lineno
            case ast.Attribute(value=ast.Name(id="date" | "datetime"), attr=name) if name in CLOCK:
                yield node.lineno


def test_the_contracts_hold_and_every_file_was_analysed() -> None:
    run = lint_imports(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr
    assert all(modules(package) for package in PACKAGES)
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    assert graph.modules == {name_of(file) for package in PACKAGES for file in modules(package)}


@pytest.mark.parametrize(
    ("package", "imported"),
    [
        ("domain", "projections"),
        ("domain", "service"),
        ("domain", "flask"),
        ("domain", "sqlalchemy"),
        ("domain", "time"),
        ("projections", "service"),
        ("projections", "marshmallow"),
        ("projections", "cryptography"),
    ],
)
def test_a_forbidden_import_breaks_a_contract(tmp_path: Path, package: str, imported: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name in PACKAGES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    (tmp_path / package / "intruder.py").write_text(f"import {imported}\n")
    run = lint_imports(tmp_path)
    assert run.returncode == 1
    assert re.search(rf"{package}\.intruder\s*->\s*{imported}", run.stdout), run.stdout


@pytest.mark.parametrize("package", ALLOWED)
def test_nothing_else_is_imported(package: str) -> None:
    files = modules(package)
    assert files
    foreign = {
        f"{file.relative_to(ROOT)}: {name}"
        for file in files
        for name in foreign_imports(ast.parse(file.read_text("utf-8")), ALLOWED[package])
    }
    assert not foreign


@pytest.mark.parametrize("package", ["domain", "projections"])
def test_no_clock_is_read(package: str) -> None:
    files = modules(package)
    assert files
    readings = {
        f"{file.relative_to(ROOT)}:{line}"
        for file in files
        for line in clock_readings(ast.parse(file.read_text("utf-8")))
    }
    assert not readings


@pytest.mark.parametrize(
    "line",
    [
        "import requests",
        "from .acts import Act",
        "import eventsourcing.sqlite",
        "import flask.json",
    ],
)
def test_a_foreign_import_is_seen(line: str) -> None:
    assert list(foreign_imports(ast.parse(line), ALLOWED["domain"]))


@pytest.mark.parametrize(
    "line",
    [
        "date.today()",
        "datetime.datetime.now(UTC)",
        "now()",
        "time.time()",
        "func.now()",
        "field(default_factory=datetime.utcnow)",
    ],
)
def test_a_clock_reading_is_seen(line: str) -> None:
    assert list(clock_readings(ast.parse(line)))


def test_a_day_that_is_an_argument_is_no_clock_reading() -> None:
    assert not list(clock_readings(ast.parse("late(today, question.today)")))


def test_every_event_class_stands_in_the_domain() -> None:
    """Elsewhere it would be found by neither the golden files nor the folds."""
    code = [
        "import importlib, pkgutil, domain, projections, service",
        "from domain.entries import Event",
        "for room in (domain, projections, service):",
        "    for module in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):",
        "        importlib.import_module(module.name)",
        "rest = [Event]",
        "while rest:",
        "    kind = rest.pop()",
        "    rest += kind.__subclasses__()",
        "    print(kind.__module__)",
    ]
    ran = subprocess.run(  # noqa: S603 - the interpreter of this test, and the code above
        [sys.executable, "-c", "\n".join(code)], check=True, capture_output=True, text=True
    )
    found = ran.stdout.split()
    assert len(found) > 50
    assert [module for module in found if not module.startswith("domain.")] == []
