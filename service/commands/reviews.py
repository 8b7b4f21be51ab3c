"""Commands on the workplace's year: reviews, what they quote, stocktaking, inspection."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from domain.acts import Side
from domain.organization import committee_of
from domain.review import (
    InspectionKind,
    InspectionMade,
    PeriodicReviewHeld,
    ReferenceKind,
    ReferenceRecorded,
    RegulationDisseminated,
    Review,
    ReviewHeld,
    ReviewKind,
    StocktakingKind,
    review_id,
)
from service.commands.command import Command
from service.officers import Sides, entitled
from service.unit_of_work import UnitOfWork


def sides_of_workplace(body: UUID, work: UnitOfWork) -> Sides:
    """Take a body as a workplace committee, or as a cell of one."""
    registered = work.organization(body).registered
    if registered is None or Side.WORKPLACE not in registered.sides:
        return Sides()
    return Sides(workplace=committee_of(body, work.today, work), workplace_cell=body)


@dataclass(frozen=True, kw_only=True)
class ReviewCommand(Command):
    """A command about the year of a workplace body."""

    body: UUID
    year: int

    def begin(self, work: UnitOfWork) -> Review:
        """Settle who acts, and load the year of the body."""
        work.begin(self, sides_of_workplace(self.body, work))
        return work.review(review_id(self.body, self.year))


@dataclass(frozen=True, kw_only=True)
class HoldReview(ReviewCommand):
    """Record a yearly review, and whether it had its item on the regulation."""

    NAME = "hold-review"
    TITLE = "Kiểm điểm, tổng kết hằng năm"
    ENTITLED = entitled("Wc Wo")

    kind: ReviewKind
    regulation_item: bool
    minutes_digest: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record that it was held."""
        work.record(
            self.begin(work),
            ReviewHeld,
            body=self.body,
            year=self.year,
            kind=self.kind,
            regulation_item=self.regulation_item,
            minutes_digest=self.minutes_digest,
        )


@dataclass(frozen=True, kw_only=True)
class RecordReference(ReviewCommand):
    """Quote for the yearly review what was said of a member elsewhere, on that paper's date."""

    NAME = "record-reference"
    TITLE = "Ghi căn cứ khác: tự xếp loại, xếp loại công chức, khen thưởng, kỷ luật"
    ENTITLED = entitled("Wc Wo")

    member: UUID
    kind: ReferenceKind
    value: str
    source: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the quotation; what it says is sealed under the member's key."""
        work.record(
            self.begin(work),
            ReferenceRecorded,
            body=self.body,
            year=self.year,
            member=self.member,
            kind=self.kind,
            value=work.personal(self.member, self.value),
            source=self.source,
        )


@dataclass(frozen=True, kw_only=True)
class HoldPeriodicReview(ReviewCommand):
    """Record that stock was taken of how the regulation is carried out, midway or at the end."""

    NAME = "hold-periodic-review"
    TITLE = "Sơ kết, tổng kết việc thực hiện quy định"
    ENTITLED = entitled("Ws Wo")

    kind: StocktakingKind
    findings_digest: str | None = None
    commended: int = 0
    handled: int = 0

    def carry_out(self, work: UnitOfWork) -> None:
        """Record it, with how many bodies and members were commended or dealt with."""
        work.record(
            self.begin(work),
            PeriodicReviewHeld,
            body=self.body,
            year=self.year,
            kind=self.kind,
            findings_digest=self.findings_digest,
            commended=self.commended,
            handled=self.handled,
        )


@dataclass(frozen=True, kw_only=True)
class MakeInspection(ReviewCommand):
    """Record that the committee, alone or with the residence, checked some bodies or urged them."""

    NAME = "make-inspection"
    TITLE = "Kiểm tra, đôn đốc"
    ENTITLED = entitled("Ws Wo")

    kind: InspectionKind
    of: tuple[UUID, ...]
    findings: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record it; what was found is sealed under a key of the stream."""
        review = self.begin(work)
        work.record(
            review,
            InspectionMade,
            body=self.body,
            year=self.year,
            kind=self.kind,
            of=self.of,
            findings=work.personal(review.id, self.findings),
        )


@dataclass(frozen=True, kw_only=True)
class DisseminateRegulation(ReviewCommand):
    """Record that the regulation was made known to some bodies."""

    NAME = "disseminate-regulation"
    TITLE = "Quán triệt quy định"
    ENTITLED = entitled("Ws Wo")

    made_known: str
    to: tuple[UUID, ...]

    def carry_out(self, work: UnitOfWork) -> None:
        """Record what was made known, and to whom."""
        work.record(
            self.begin(work),
            RegulationDisseminated,
            body=self.body,
            year=self.year,
            made_known=self.made_known,
            to=self.to,
        )
