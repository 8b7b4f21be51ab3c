"""The workplace's year: reviews with their item on the regulation, stocktaking, inspection.

The stream is one body in one year; what else the yearly review quotes stands there too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from domain.decisions import Objections, Streams, decides
from domain.entries import Event, Stream
from domain.member import ExemptionClass
from domain.names import LIENHE
from domain.organization import in_place_of, standing_body
from domain.private import Private
from domain.refusals import BeforeItsGround, NotOurMember, SecretMaterial


class ReviewKind(StrEnum):
    """Which yearly review was held."""

    WORK_SUMMARY = "WORK_SUMMARY"
    COLLECTIVE = "COLLECTIVE"
    INDIVIDUAL = "INDIVIDUAL"
    CLASSIFICATION = "CLASSIFICATION"


class ReferenceKind(StrEnum):
    """What is quoted from outside for the yearly review of a member."""

    SELF_RATING = "SELF_RATING"
    OFFICIAL_RATING = "OFFICIAL_RATING"
    COMMENDATION = "COMMENDATION"
    DISCIPLINE = "DISCIPLINE"


class StocktakingKind(StrEnum):
    """Whether stock was taken on the way or at the end."""

    INTERIM = "INTERIM"
    FINAL = "FINAL"


class InspectionKind(StrEnum):
    """Whether a committee looked or urged."""

    CHECK = "CHECK"
    URGE = "URGE"


def review_id(body: UUID, year: int) -> UUID:
    """Name the stream of a body's reviews of a year."""
    return uuid5(LIENHE, f"review/{body}/{year}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class ReviewHeld(Event):
    """A yearly review, with or without its item on the regulation. (Kiểm điểm, tổng kết)"""

    TOPIC = "review.held"
    NATURAL_KEY = ("kind", "occurred_on")

    body: UUID
    year: int
    kind: ReviewKind
    regulation_item: bool
    minutes_digest: str | None


@dataclass(frozen=True)
class ReferenceRecorded(Event):
    """An input from outside, quoted. (Căn cứ khác)"""

    TOPIC = "reference.recorded"
    NATURAL_KEY = ("member", "kind", "occurred_on")

    body: UUID
    year: int
    member: UUID
    kind: ReferenceKind
    value: Private
    source: str


@dataclass(frozen=True)
class PeriodicReviewHeld(Event):
    """Stock was taken of how the regulation is carried out. (Sơ kết, tổng kết)

    ``commended`` and ``handled`` count bodies and members.
    """

    TOPIC = "periodic_review.held"
    NATURAL_KEY = ("kind", "occurred_on")

    body: UUID
    year: int
    kind: StocktakingKind
    findings_digest: str | None
    commended: int
    handled: int


@dataclass(frozen=True)
class InspectionMade(Event):
    """The committee, alone or with the residence, checked or urged. (Kiểm tra, đôn đốc)

    The findings lie under the key of this stream.
    """

    TOPIC = "inspection.made"
    NATURAL_KEY = ("kind", "occurred_on")

    body: UUID
    year: int
    kind: InspectionKind
    of: tuple[UUID, ...]
    findings: Private | None


@dataclass(frozen=True)
class RegulationDisseminated(Event):
    """The regulation was made known. (Quán triệt)"""

    TOPIC = "regulation.disseminated"
    NATURAL_KEY = ("made_known", "occurred_on")

    body: UUID
    year: int
    made_known: str
    to: tuple[UUID, ...]


# Decide.


@decides(ReviewHeld)
def hold_review(review: Review, entry: ReviewHeld, streams: Streams) -> Objections:
    """A body that stands reviews a year that has begun."""
    yield from standing_body(entry.body, entry.occurred_on, streams, "body")
    yield from year_begun(entry, entry.year)


@decides(ReferenceRecorded)
def record_reference(review: Review, entry: ReferenceRecorded, streams: Streams) -> Objections:
    """A body quotes what was said elsewhere of its own members; of those kept secret, nothing.

    What is quoted may be older than the year.
    """
    yield from standing_body(entry.body, entry.occurred_on, streams, "body")
    member = streams.member(entry.member)
    known = {in_place_of(one, entry.occurred_on, streams) for one in member.bodies_in(entry.year)}
    if entry.body not in known:
        yield NotOurMember(field="member", member=member.id, year=entry.year)
    if member.is_exempt(ExemptionClass.B, entry.occurred_on):
        yield SecretMaterial(field="value", member=member.id)


@decides(PeriodicReviewHeld)
def take_stock(review: Review, entry: PeriodicReviewHeld, streams: Streams) -> Objections:
    """A body that stands takes stock of a year that has begun."""
    yield from standing_body(entry.body, entry.occurred_on, streams, "body")
    yield from year_begun(entry, entry.year)


@decides(InspectionMade)
def inspect(review: Review, entry: InspectionMade, streams: Streams) -> Objections:
    """Who inspects stands on that day, and so does whoever is inspected."""
    yield from standing_body(entry.body, entry.occurred_on, streams, "body")
    yield from year_begun(entry, entry.year)
    for inspected in entry.of:
        yield from standing_body(inspected, entry.occurred_on, streams, "of")


@decides(RegulationDisseminated)
def disseminate(review: Review, entry: RegulationDisseminated, streams: Streams) -> Objections:
    """The regulation is made known by a body that stands to bodies that stand."""
    yield from standing_body(entry.body, entry.occurred_on, streams, "body")
    yield from year_begun(entry, entry.year)
    for told in entry.to:
        yield from standing_body(told, entry.occurred_on, streams, "to")


def year_begun(entry: Event, year: int) -> Objections:
    """Nothing is said of a year before its first day."""
    first = date(year, 1, 1)
    if entry.occurred_on < first:
        yield BeforeItsGround(field="year", day=entry.occurred_on, ground=first)


class Review(Stream):
    """The reviews of a body in a year, as their stream has them."""
