from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
EXPORT = re.compile(r"export (\w+)=(\S+)")
CURL = re.compile(r"""curl -s -H "Authorization: Bearer \$(\w+)" '(\S+)'""")
LINES_TO_TRY = 5


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_goes_on_serving_until_it_is_stopped(
    tmp_path: Path, number: signal.Signals
) -> None:
    arguments = ["demo", "--members", "12", "--data", str(tmp_path / "data")]
    with subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "service.cli", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            tried = try_what_it_says(process)
        finally:
            process.send_signal(number)
        assert process.wait() == 0
    assert tried == LINES_TO_TRY
    assert "Shutting down" in (tmp_path / "data" / "server.log").read_text()


def try_what_it_says(process: subprocess.Popen[str]) -> int:
    """Ask each question that the demo prints, with the token that it names."""
    assert process.stdout is not None
    tokens: dict[str, str] = {}
    tried = 0
    for line in process.stdout:
        if said := EXPORT.match(line):
            tokens[said[1]] = said[2]
        if said := CURL.match(line):
            headers = {"Authorization": f"Bearer {tokens[said[1]]}"}
            answer = httpx.get(said[2], headers=headers, timeout=60)
            assert answer.status_code == 200, answer.text
            assert answer.json()["items"], line
            tried += 1
        if tried == LINES_TO_TRY:
            break
    return tried
