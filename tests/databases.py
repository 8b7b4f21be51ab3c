"""Where a test keeps its record: an address for the log, another for the keys."""

from __future__ import annotations

from dataclasses import dataclass

MODULES = {"sqlite": "service.store.sqlite", "postgresql": "service.store.postgres"}
LOG_SETTINGS = {"sqlite": "LIENHE_LOG", "postgresql": "LIENHE_DATABASE_URL"}


@dataclass(frozen=True, slots=True)
class Databases:
    kind: str
    log: str
    keys: str

    @property
    def environment(self) -> dict[str, str]:
        """What an application is told of them."""
        return {
            "PERSISTENCE_MODULE": MODULES[self.kind],
            LOG_SETTINGS[self.kind]: self.log,
            "LIENHE_KEYS": self.keys,
        }
