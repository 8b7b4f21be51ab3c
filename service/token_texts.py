"""Of what text each equality token is made: section 8 of ``docs/format.md``, which never changes.

Another text would make another token, and what is on record would match nothing from then on.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from uuid import UUID


def person_text(full_name: str, birth_date: date | None, admitted_on: date | None) -> str:
    """Name a person who comes without an id."""
    days = (day.isoformat() if day else "" for day in (birth_date, admitted_on))
    return "\n".join((full_name, *days))


def asked_person_text(full_name: str, birth_date: date | None) -> str:
    """Name a person for whom a letter is asked."""
    return f"{full_name}\n{birth_date.isoformat() if birth_date else ''}"


def neighborhood_text(body: UUID, neighborhood: str) -> str:
    """Name a neighborhood of the body that receives."""
    return f"{body}\n{neighborhood}"


def household_text(body: UUID, neighborhood: str, home: str) -> str:
    """Name a household there by its own name, or else by its dwelling."""
    return f"{neighborhood_text(body, neighborhood)}\n{home}"


def fingerprint_text(
    form: str, levels: dict[str, int], remarks: str | None, name: str | None
) -> str:
    """Say what a slip says, whatever member's name it bears."""
    said = _plain(remarks or "")
    for part in (name, name.split()[-1]) if name else ():
        said = re.sub(rf"\b{re.escape(_plain(part))}\b", " ", said)
    given = " ".join(f"{code}={levels[code]}" for code in sorted(levels))
    return f"{form} {given} {said}"


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", composed).split())
