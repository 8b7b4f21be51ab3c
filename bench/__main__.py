"""``python -m bench [WORK …] [--rounds N] [--quick]``: measure, keep what came, say the ratios."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from bench import one_command, past
from bench.results import Results

Work = Callable[[Results, int, int], None]

WORKS: dict[str, tuple[Work, int]] = {
    "one-command": (one_command.on_sqlite, 2_000),
    "past": (past.questions, 200),
}


def main() -> None:
    """Run the works that are named, or all of them."""
    asked = argparse.ArgumentParser(prog="bench", description=__doc__)
    asked.add_argument("works", nargs="*", choices=[[], *WORKS], metavar="WORK")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--quick", action="store_true", help="a tenth of the work, one round")
    given = asked.parse_args()
    results = Results()
    for name in given.works or WORKS:
        work, number = WORKS[name]
        work(results, 1 if given.quick else given.rounds, number // 10 if given.quick else number)
    results.finish()


if __name__ == "__main__":
    main()
