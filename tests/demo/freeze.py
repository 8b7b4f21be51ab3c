"""Writes the golden file anew where the story changes: ``python -m tests.demo.freeze``."""

from __future__ import annotations

import json
from typing import Any

from service.demo.story import Story, tell
from tests.demo.as_text import GOLDEN, digest

TOLD = [(20, 1), (20, 2), (248, 1)]


def summed_up(story: Story) -> dict[str, Any]:
    """Count the papers and the gaps of the last day, and sum up what the papers say."""
    return {
        "papers": len(story.papers),
        "planted": dict(sorted(story.planted.items())),
        "digest": digest(story),
    }


if __name__ == "__main__":
    told = {f"{size}/{seed}": summed_up(tell(size, seed)) for size, seed in TOLD}
    GOLDEN.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
