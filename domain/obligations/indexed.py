"""The ``Histories`` of the folds, for whoever can load a stream and look an index up."""

from __future__ import annotations

from abc import abstractmethod
from uuid import UUID

from domain.streams import LoadedStreams


class IndexedStreams(LoadedStreams):
    """Streams, and which of them belong together: each question is one key of one index."""

    @abstractmethod
    def under(self, index: str, *keys: object) -> tuple[UUID, ...]:
        """Name the streams that stand under a key of an index."""

    def links_in(self, cell: UUID) -> tuple[UUID, ...]:
        """Name the links that were ever forwarded to, or carried over in, a residence cell."""
        return self.under("links_in", cell)

    def links_of_household(self, household: str) -> tuple[UUID, ...]:
        """Name the links whose member declared a dwelling with this household token."""
        return self.under("links_of_household", household)

    def links_of_member(self, member: UUID) -> tuple[UUID, ...]:
        """Name the links that a member ever had."""
        return self.under("links_of_member", member)

    def meetings_of(self, cell: UUID, year: int) -> tuple[UUID, ...]:
        """Name the meetings that a cell called for, or held in, a year."""
        return self.under("meetings_of", cell, year)

    def collective_meetings_of(self, cell: UUID, year: int) -> tuple[UUID, ...]:
        """Name the meetings in which a cell agreed comments in a year."""
        return self.under("collective_meetings_of", cell, year)

    def evaluations_of(self, link: UUID) -> tuple[UUID, ...]:
        """Name the evaluations about a link."""
        return self.under("evaluations_of", link)

    def members_of(self, committee: UUID) -> tuple[UUID, ...]:
        """Name the members who were ever enrolled in a workplace committee."""
        return self.under("members_of", committee)

    def members_in(self, cell: UUID) -> tuple[UUID, ...]:
        """Name the members who were ever in a workplace cell."""
        return self.under("members_in", cell)

    def predecessors_of(self, organization: UUID) -> tuple[UUID, ...]:
        """Name the bodies in whose place a body was ever said to stand, at once or in steps."""
        found: dict[UUID, None] = {}
        ahead = [organization]
        while ahead:
            named = self.under("predecessors_of", ahead.pop())
            new = [body for body in named if body not in found and body != organization]
            found |= dict.fromkeys(new)
            ahead += new
        return tuple(found)

    def bodies_under(self, organization: UUID) -> tuple[UUID, ...]:
        """Name the bodies that were ever registered directly under a body."""
        return self.under("bodies_under", organization)

    def links_between(self, workplace: UUID, residence: UUID) -> tuple[UUID, ...]:
        """Name the links for which one committee ever wrote to the other."""
        return self.under("links_between", workplace, residence)

    def reconciliations_of(self, workplace: UUID, residence: UUID) -> tuple[UUID, ...]:
        """Name the streams of lists that two committees stated for each other."""
        return self.under("reconciliations_of", workplace, residence)

    def said_about(self, subject: str) -> tuple[UUID, ...]:
        """Name the streams in which something was said about what is owed on a subject."""
        return self.under("said_about", subject)
