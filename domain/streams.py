"""The streams that a decision reads, by name; how one is loaded is for others to know."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TypeVar
from uuid import UUID

from domain.classification import Classification
from domain.collective_meeting import CollectiveMeeting
from domain.coordination import Coordination
from domain.entries import Stream
from domain.evaluation import Evaluation
from domain.introduction.link import Link
from domain.meeting import Meeting
from domain.member import Member
from domain.organization import Organization
from domain.owed import Owed
from domain.reconciliation import Reconciliation
from domain.report import Report
from domain.review import Review
from domain.round import Round

StreamT = TypeVar("StreamT", bound=Stream)


class LoadedStreams(ABC):
    """The ``Streams`` of a decision for whoever can load any one of them."""

    @abstractmethod
    def load(self, kind: type[StreamT], stream: UUID) -> StreamT:
        """Give a stream as a kind of stream, empty at version 0 where there is none."""

    def stream(self, stream: UUID) -> Stream:
        """Any one, as what it is."""
        return self.load(Stream, stream)

    def organization(self, organization: UUID) -> Organization:
        """One body."""
        return self.load(Organization, organization)

    def member(self, member: UUID) -> Member:
        """One person."""
        return self.load(Member, member)

    def link(self, link: UUID) -> Link:
        """One member with one receiving committee."""
        return self.load(Link, link)

    def meeting(self, meeting: UUID) -> Meeting:
        """One meeting of a residence cell."""
        return self.load(Meeting, meeting)

    def collective_meeting(self, meeting: UUID) -> CollectiveMeeting:
        """One meeting that agreed comments on members."""
        return self.load(CollectiveMeeting, meeting)

    def evaluation(self, evaluation: UUID) -> Evaluation:
        """One evaluation of one member."""
        return self.load(Evaluation, evaluation)

    def round(self, round_id: UUID) -> Round:
        """One yearly round of a workplace committee."""
        return self.load(Round, round_id)

    def coordination(self, coordination_id: UUID) -> Coordination:
        """What two committees agreed on."""
        return self.load(Coordination, coordination_id)

    def report(self, report_id: UUID) -> Report:
        """A report, or a request for a letter."""
        return self.load(Report, report_id)

    def review(self, review_id: UUID) -> Review:
        """The reviews of a body in a year."""
        return self.load(Review, review_id)

    def classification(self, classification_id: UUID) -> Classification:
        """The classification of a member in a year."""
        return self.load(Classification, classification_id)

    def reconciliation(self, reconciliation_id: UUID) -> Reconciliation:
        """The lists that two committees stated of a day."""
        return self.load(Reconciliation, reconciliation_id)

    def owed(self, owed_id: UUID) -> Owed:
        """What was said about one obligation."""
        return self.load(Owed, owed_id)
