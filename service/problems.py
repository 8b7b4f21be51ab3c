"""Problem documents (RFC 9457): what was refused, on which ground, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from domain.refusals import Refusal

LANGUAGES = ("vi", "en")
_MOST_ERRORS = 100


class Words(Protocol):
    """What a failure is called and what to do next; a refusal's class has them itself."""

    @property
    def title(self) -> str:
        """What is wrong, in Vietnamese."""

    @property
    def title_en(self) -> str:
        """What is wrong."""

    @property
    def next_step(self) -> str:
        """What to do next, in Vietnamese."""

    @property
    def next_step_en(self) -> str:
        """What to do next."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a failure is called that is no refusal of the domain."""

    title: str
    title_en: str
    next_step: str
    next_step_en: str


def problem(code: str, status: int, words: Words, language: str, **members: Any) -> dict[str, Any]:
    """Lay a problem out in one of the two languages; members that are ``None`` are left out."""
    title, step = words.title, words.next_step
    if language == "en":
        title, step = words.title_en, words.next_step_en
    document = {
        "type": f"urn:lienhe:problem:{code}",
        "title": title,
        "status": status,
        "detail": f"{title.rstrip('.')}. {step}",
        "rule": code,
        "next_step": step,
    }
    return document | {name: value for name, value in members.items() if value is not None}


def refusal_members(refusal: Refusal) -> dict[str, Any]:
    """Say on which ground an act is refused, on which facts, and which field is at fault."""
    facts = {name: value for name, value in refusal.facts.items() if value is not None}
    return {"clause": refusal.clause, "field": refusal.field, "facts": facts or None}


def errors_member(errors: list[dict[str, str]]) -> dict[str, Any]:
    """List what is wrong with a body, as far as anybody would read it."""
    return {"errors": errors[:_MOST_ERRORS], "errors_total": len(errors)}
