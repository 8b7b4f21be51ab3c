"""The read models of the service."""

from __future__ import annotations

from projections.caps import CAPS
from projections.chronicle import CHRONICLE
from projections.classification import CLASSIFICATION
from projections.classified import DECISIONS
from projections.courses import COURSES
from projections.exchanges.table import EXCHANGES
from projections.gatherings import GATHERINGS
from projections.introduced import RESIDENCE_ROSTER
from projections.letter_asks import LETTER_REQUESTS
from projections.meetings import CALENDAR
from projections.obligations import OBLIGATIONS
from projections.opinion import OPINIONS
from projections.organizations import REGISTER
from projections.read_model import AnyReadModel
from projections.reconciled import RECONCILED
from projections.references import REFERENCES
from projections.reports import REPORTS
from projections.reviewed import REVIEWS
from projections.roster import ROSTER
from projections.snoozed import SNOOZES
from projections.successions import SUCCESSIONS

MODELS: tuple[AnyReadModel, ...] = (
    REGISTER,
    SUCCESSIONS,
    OBLIGATIONS,
    ROSTER,
    RESIDENCE_ROSTER,
    CLASSIFICATION,
    OPINIONS,
    REVIEWS,
    REFERENCES,
    DECISIONS,
    CAPS,
    EXCHANGES,
    CALENDAR,
    SNOOZES,
    RECONCILED,
    COURSES,
    GATHERINGS,
    REPORTS,
    LETTER_REQUESTS,
    CHRONICLE,
)
