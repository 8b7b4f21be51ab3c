"""What a running service is told from outside: where its data lies, and which clock it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from domain.rulebook import is_rule_set

_MEBIBYTE = 2**20
_FRESH_VIEWS = "views-anew.db"
_ESCALATION_DAYS = 30


@dataclass(frozen=True, slots=True)
class Settings:
    """One service. Without ``database_url`` everything lies in three SQLite files of ``data``.

    ``database_url`` (``LIENHE_DATABASE_URL``) names a PostgreSQL database, in which the schemas
    ``log``, ``keys`` and ``views`` are made; ``keys_url`` (``LIENHE_KEYS_URL``) another one, or
    the path of an SQLite file, for the keys alone. ``rule_sets`` (``LIENHE_RULE_SETS``) is a folder
    of further rule sets and their calendars. ``clock_file`` (``LIENHE_CLOCK_FILE``) is for
    rehearsals: a file that holds an instant such as ``2026-03-06T08:00:00+07:00``, which is the
    present until somebody writes another one into it. ``longest_body`` is in bytes;
    ``longest_wait`` and ``moment`` are seconds that a question waits for what was just entered.
    ``escalation_days`` (``LIENHE_ESCALATION_DAYS``): what has been late for so many days stands on
    the work list of the committees above. ``pump`` (``LIENHE_PUMP``) says who keeps the read models
    up to date: a ``thread`` of this process, or a ``process`` of its own.
    """

    data: Path
    database_url: str | None = None
    keys_url: str | None = None
    rule_sets: Path | None = None
    clock_file: Path | None = None
    longest_body: int = 8 * _MEBIBYTE
    longest_wait: float = 5.0
    moment: float = 1.0
    escalation_days: int = _ESCALATION_DAYS
    pump: Literal["thread", "process"] = "thread"

    @classmethod
    def from_environment(cls, data: Path, environment: Mapping[str, str]) -> Settings:
        """Take the settings of a data folder and of the variables whose names begin LIENHE_."""
        clock = environment.get("LIENHE_CLOCK_FILE")
        rule_sets = environment.get("LIENHE_RULE_SETS")
        return cls(
            data=data,
            database_url=environment.get("LIENHE_DATABASE_URL") or None,
            keys_url=environment.get("LIENHE_KEYS_URL") or None,
            rule_sets=Path(rule_sets) if rule_sets else None,
            clock_file=Path(clock) if clock else None,
            escalation_days=int(environment.get("LIENHE_ESCALATION_DAYS") or _ESCALATION_DAYS),
            pump="process" if environment.get("LIENHE_PUMP") == "process" else "thread",
        )

    @property
    def environment(self) -> dict[str, str]:
        """The variables from which another process of the same service takes its settings."""
        said = {
            "LIENHE_DATA": self.data,
            "LIENHE_DATABASE_URL": self.database_url,
            "LIENHE_KEYS_URL": self.keys_url,
            "LIENHE_RULE_SETS": self.rule_sets,
            "LIENHE_CLOCK_FILE": self.clock_file,
            "LIENHE_ESCALATION_DAYS": self.escalation_days,
            "LIENHE_PUMP": self.pump,
        }
        return {name: "" if value is None else str(value) for name, value in said.items()}

    @property
    def rule_set_folder(self) -> Path:
        """The folder of further rule sets: ``rule_sets`` in the data folder where none is named."""
        return self.rule_sets or self.data / "rule_sets"

    def rule_set_files(self) -> list[Path]:
        """List the further rule sets; a folder that was named has to be there."""
        if self.rule_sets is None and not self.rule_set_folder.is_dir():
            return []
        files = sorted(self.rule_set_folder.iterdir())
        return [file for file in files if is_rule_set(file.name)]

    @property
    def log(self) -> str:
        """The address of the log."""
        return self.database_url or str(self.data / "log.db")

    @property
    def keys(self) -> str:
        """The address of the keys, the access tokens and the trail of reading."""
        return self.keys_url or self.database_url or str(self.data / "keys.db")

    @property
    def views(self) -> str:
        """The address of what is read, which can be rebuilt from the log."""
        return self.database_url or str(self.data / "views.db")

    @property
    def fresh_views(self) -> str:
        """The address at which read models are built anew, beside the old ones."""
        return self.database_url or str(self.data / _FRESH_VIEWS)

    def discard_fresh_views(self) -> None:
        """Remove the files of read models that were built anew, where there are any."""
        for file in self.data.glob(f"{_FRESH_VIEWS}*"):
            file.unlink()

    @property
    def persistence(self) -> dict[str, str]:
        """The environment of the event-sourced application."""
        if self.database_url:
            module = "service.store.postgres"
            return {
                "PERSISTENCE_MODULE": module,
                "LIENHE_DATABASE_URL": self.log,
                "LIENHE_KEYS": self.keys,
            }
        module = "service.store.sqlite"
        return {"PERSISTENCE_MODULE": module, "LIENHE_LOG": self.log, "LIENHE_KEYS": self.keys}

    def now(self) -> datetime:
        """Read the clock: the system's in UTC, or the instant in the clock file.

        Raise ``ValueError`` where the file holds no instant with a time zone.
        """
        if self.clock_file is None:
            return datetime.now(UTC)
        instant = datetime.fromisoformat(self.clock_file.read_text("utf-8").strip())
        if instant.tzinfo is None:
            raise ValueError(f"{self.clock_file} holds an instant without a time zone.")
        return instant.astimezone(UTC)
