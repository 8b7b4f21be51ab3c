"""Access tokens for the officers of the story, each when it is first needed."""

from __future__ import annotations

from datetime import date, datetime, time
from types import TracebackType
from typing import Self

from domain.decisions import VIETNAM
from domain.organization import organization_id
from service import officers
from service.access.tables import ACCESS
from service.access.tokens import AccessTokens
from service.demo.bodies import Officer
from service.settings import Settings
from service.store.address import open_database


class Tokens:
    """Issues tokens into the keys of a data folder; a context manager."""

    def __init__(self, settings: Settings, day: date) -> None:
        """``day`` is the one that the tokens are dated with."""
        self._keys = open_database(settings.keys, ACCESS)
        self._tokens = AccessTokens(self._keys)
        self._now = datetime.combine(day, time(8), VIETNAM)
        self._issued: dict[Officer, str] = {}

    def of(self, officer: Officer) -> str:
        """Give the token of an officer."""
        if officer not in self._issued:
            body = organization_id(officer.body) if officer.body else None
            acting = officers.Officer(officer.person, body)
            self._issued[officer] = self._tokens.issue(acting, self._now)
        return self._issued[officer]

    def __enter__(self) -> Self:
        """Use the tokens."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the keys."""
        self._keys.close()
