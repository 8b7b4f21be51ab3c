"""Every row of the seed is played by a test beside this one, which quotes its sentence."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROWS = range(1, 45)
_PLAYED = re.compile(r"test_row_(\d\d)_")


def test_every_row_is_played_and_quoted() -> None:
    played = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and (found := _PLAYED.match(node.name)):
                assert (ast.get_docstring(node) or "").startswith("“"), node.name
                played.add(int(found.group(1)))
    assert played == set(ROWS)
