"""The one place where the parts of a service are put together, for the web and the command line."""

from __future__ import annotations

from dataclasses import dataclass

from domain.rulebook import load_rulebook
from service.access.tables import ACCESS
from service.access.tokens import AccessTokens
from service.access.trail import Trail
from service.coordination import Coordination
from service.settings import Settings
from service.store.address import open_database
from service.store.database import Database


@dataclass(frozen=True, slots=True)
class Service:
    """A service that is open: whoever opened it closes it."""

    settings: Settings
    coordination: Coordination
    tokens: AccessTokens
    trail: Trail
    access: Database

    def close(self) -> None:
        """Write what waits and close every database."""
        self.coordination.close()
        self.access.close()


def open_service(settings: Settings) -> Service:
    """Open the databases of a service; the data folder is made where it does not stand yet."""
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    coordination = Coordination(settings.persistence, load_rulebook(), settings.now)
    access = open_database(settings.keys, ACCESS)
    return Service(settings, coordination, AccessTokens(access), Trail(access), access)
