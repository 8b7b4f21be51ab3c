"""History judged under other rule sets; the last judgments are kept, for any day asked about."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from uuid import UUID

from domain.obligations.obligation import Obligation
from domain.rulebook import Rulebook, RuleSet, SupposedRulebook
from projections.comparison import Compared, compared
from projections.judging import judged_under
from projections.log import Log
from projections.obligations import obligations
from projections.recent import Recent
from projections.viewpoint import Viewpoint
from projections.views import Views

_KEPT = 8
_Asked = tuple[str, tuple[UUID, ...], int, int]


class Judgments:
    """Judges one after the other: a fold over a year of a committee takes a second."""

    def __init__(self, log: Log, views: Views, rulebook: Rulebook) -> None:
        self._log = log
        self._views = views
        self._rulebook = rulebook
        self._kept: Recent[_Asked, Sequence[Obligation]] = Recent(_KEPT)
        self._turn = Lock()

    def compared(
        self, supposed: RuleSet, bodies: Sequence[UUID], viewpoint: Viewpoint, *, late: bool
    ) -> Sequence[Compared]:
        """Compare what some bodies see, as it stands and under a supposed rule set.

        The read models have reached the position of the viewpoint.
        """
        day = viewpoint.as_of
        here = obligations(self._views, bodies, viewpoint)
        judged = self._judged(supposed, bodies, viewpoint.known_at)
        there = (row for row in judged if row.from_day <= day < row.to_day)
        return compared(here, there, (day, day), late=late)

    def _judged(
        self, supposed: RuleSet, bodies: Sequence[UUID], position: int
    ) -> Sequence[Obligation]:
        asked = supposed.digest, tuple(bodies), position, self._views.checkpoint().horizon
        with self._turn:
            judged = self._kept.get(asked)
            if judged is None:
                rulebook = SupposedRulebook(supposed, self._rulebook)
                judged = judged_under(self._log, self._views, rulebook, bodies, position)
                self._kept.put(asked, judged)
                self._kept.trim()
        return judged
