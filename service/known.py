"""What a command may ask the read models, where no single stream has the answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from domain.obligations.obligation import Obligation
from projections.introduced import Introduced


class Known(Protocol):
    """What is known of many streams at once, by all that is in the log.

    It is no stream whose version could be checked when the command is saved.
    """

    def owed_under(self, key: str, day: date) -> Obligation | None:
        """Say what is owed under a key on a day, waiting or late."""

    def introduced_between(
        self, workplace: UUID, residence: UUID, day: date
    ) -> Sequence[Introduced]:
        """List whom one committee had introduced to the other on a day."""


class NothingKnown:
    """What is known without any read models."""

    def owed_under(self, key: str, day: date) -> Obligation | None:
        """Know of nothing that is owed."""
        return None

    def introduced_between(
        self, workplace: UUID, residence: UUID, day: date
    ) -> Sequence[Introduced]:
        """Know of nobody."""
        return ()
