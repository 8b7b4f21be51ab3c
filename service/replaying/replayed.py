"""One body's answers, built of the log alone and held against the read models that stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID

from domain.organization import Organization, lineage
from domain.rulebook import Rulebook, load_rulebook
from projections.log import StoredLog
from projections.models import MODELS
from projections.replay import Answers, Asking, answers, build
from projections.viewpoint import Viewpoint
from projections.views import Views
from service.composition import year_end
from service.queries.reader import CELLS
from service.settings import Settings


class Verdict(StrEnum):
    """What the read models that stand say, beside what the log says."""

    EQUAL = "EQUAL"
    DIFFERS = "DIFFERS"
    NONE_STAND = "NONE_STAND"
    BEHIND = "BEHIND"


class UnknownBody(Exception):
    """No body of this id was registered by then."""


@dataclass(frozen=True)
class Replayed:
    """What came of it; ``seconds`` is how long the log took to be read and folded."""

    name: str
    asking: Asking
    viewpoint: Viewpoint
    answers: Answers
    seconds: float
    verdict: Verdict
    differing: list[str]


@dataclass(frozen=True)
class Registry:
    """The bodies as the log knows them at a position."""

    log: StoredLog
    known_at: int

    def organization(self, organization: UUID) -> Organization:
        """Load one body."""
        return Organization.replay(organization, self.log.stream(organization, self.known_at))


def replay(
    settings: Settings, log: StoredLog, body: UUID, year: int, viewpoint: Viewpoint
) -> Replayed:
    """Build anew, ask, and ask those that stand; raise ``UnknownBody``. Nothing is changed."""
    rulebook = load_rulebook(settings.rule_set_files())
    name, asking = _asking(Registry(log, viewpoint.known_at), body, year, viewpoint.as_of)
    with _standing(settings, rulebook) as standing, _temporary() as fresh:
        horizon = _horizon(standing, viewpoint.as_of)
        started = perf_counter()
        build(log, fresh, rulebook, horizon, viewpoint.known_at)
        seconds = perf_counter() - started
        found = answers(fresh, asking, viewpoint)
        verdict, differing = _compare(standing, found, asking, viewpoint)
    return Replayed(name, asking, viewpoint, found, seconds, verdict, differing)


def _asking(bodies: Registry, body: UUID, year: int, day: date) -> tuple[str, Asking]:
    above = list(lineage(body, day, bodies))
    registered = above[0].registered
    if registered is None:
        raise UnknownBody(body)
    committees = [one for one in above if one.registered and one.registered.kind not in CELLS]
    is_cell = registered.kind in CELLS
    committee = committees[0].id if committees else body
    return registered.name, Asking(body, committee, (body,) if is_cell else (), year)


@contextmanager
def _standing(settings: Settings, rulebook: Rulebook) -> Iterator[Views | None]:
    """Open the read models of a service, where there are any."""
    if settings.database_url is None and not Path(settings.views).exists():
        yield None
        return
    views = Views(settings.views, MODELS)
    try:
        yield views if views.stand(rulebook.digest) else None
    finally:
        views.close()


@contextmanager
def _temporary() -> Iterator[Views]:
    with TemporaryDirectory(prefix="lienhe-") as folder:
        views = Views(str(Path(folder) / "views.db"), MODELS)
        try:
            yield views
        finally:
            views.close()


def _horizon(standing: Views | None, as_of: date) -> date:
    """Take the horizon of those that stand, so that both are written ahead as far."""
    if standing is not None:
        horizon = date.fromordinal(standing.checkpoint().horizon)
        if horizon >= as_of:
            return horizon
    return year_end(as_of.year + 1)


def _compare(
    standing: Views | None, found: Answers, asking: Asking, viewpoint: Viewpoint
) -> tuple[Verdict, list[str]]:
    if standing is None:
        return Verdict.NONE_STAND, []
    reached = standing.checkpoint()
    if reached.position < viewpoint.known_at or reached.horizon < viewpoint.as_of.toordinal():
        return Verdict.BEHIND, []
    differing = found.differing(answers(standing, asking, viewpoint))
    return (Verdict.DIFFERS if differing else Verdict.EQUAL), differing
