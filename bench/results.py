"""What was measured, kept raw, and the ratios of the last run."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.rounds import Contender

FOLDER = Path(__file__).parent / "results"
LATEST = FOLDER / "latest.json"


@dataclass(frozen=True)
class Ratio:
    """A measured ratio beside what is to be reached; ``at_most``: less is better."""

    work: str
    beside: str
    value: float
    first: float | None = None
    goal: float | None = None
    at_most: bool = False

    @property
    def verdict(self) -> str:
        """Say how far it has come."""
        if self.first is None:
            return ""
        reached = [
            (self.value <= bound) if self.at_most else (self.value >= bound)
            for bound in (self.first, self.goal)
            if bound is not None
        ]
        return ("reached the goal" if all(reached) else "first reached") if reached[0] else "short"


class Results:
    """The results of one run: raw lines as they come, ratios at the end."""

    def __init__(self) -> None:
        self._started = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        self._ratios: list[Ratio] = []
        FOLDER.mkdir(exist_ok=True)

    def keep(self, work: str, contenders: Sequence[Contender], **about: Any) -> None:
        """Keep every round of some contenders, and say what they came to."""
        with (FOLDER / f"{self._started}.jsonl").open("a", encoding="utf-8") as raw:
            for one in contenders:
                line = {"work": work, "name": one.name, **about, "rounds": one.rounds}
                raw.write(json.dumps(line) + "\n")
                least, most = one.range()
                print(f"{work:44} {one.name:34} {one.middle():12,.1f} ({least:,.1f}-{most:,.1f})")

    def compare(self, ratio: Ratio) -> None:
        """Note a ratio of this run."""
        self._ratios.append(ratio)
        goal = f"first {ratio.first}, goal {ratio.goal}" if ratio.first is not None else ""
        print(f"  {ratio.work} beside {ratio.beside}: {ratio.value:.2f}  {goal} {ratio.verdict}")

    def said(self, what: str) -> None:
        """Keep a sentence: what could not be measured here, and why."""
        print(f"  {what}")
        with (FOLDER / f"{self._started}.jsonl").open("a", encoding="utf-8") as raw:
            raw.write(json.dumps({"said": what}) + "\n")

    def finish(self) -> None:
        """Write the ratios, merged over those of works that did not run this time."""
        known = json.loads(LATEST.read_text()) if LATEST.exists() else {"ratios": {}}
        for ratio in self._ratios:
            known["ratios"][f"{ratio.work} / {ratio.beside}"] = {
                "value": round(ratio.value, 3),
                "first": ratio.first,
                "goal": ratio.goal,
                "verdict": ratio.verdict,
                "run": self._started,
            }
        known["machine"] = {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
        }
        LATEST.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n")
