"""Other members of the same two committees, and other facts on the same papers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from domain.evaluation import Purpose, evaluation_id
from domain.introduction.link import link_id
from tests.service.scenario import Sent
from tests.service.town import INTRODUCTION, act, person


def but(sent: Sent, on: str | None = None, /, **facts: Any) -> Sent:
    """The same paper with other facts, and on another day."""
    other = act(sent.who, sent.command, on or sent.body["occurred_on"], **facts)
    return sent._replace(body=sent.body | other.body)


def by(who: str, sent: Sent) -> Sent:
    """The same paper entered by another officer."""
    return sent._replace(who=who)


def member(name: str) -> UUID:
    """The id of another member."""
    return person(name)


def link(name: str) -> UUID:
    """The id of another member's first link."""
    return link_id(person(name), 1)


def evaluation(name: str, year: int = 2026) -> UUID:
    """The id of another member's yearly evaluation."""
    return evaluation_id(link(name), Purpose.ANNUAL, year)


def about(name: str, *sent: Sent) -> list[Sent]:
    """The same papers about another member, with a number, a name and a home of his own."""
    facts = {
        "person": str(person(name)),
        "member": str(person(name)),
        "link": str(link(name)),
        "evaluation": str(evaluation(name)),
        "full_name": name,
        "number": f"{name}-GGT",
        "dwelling": f"Nhà {name}",
    }
    return [
        one._replace(body=one.body | {k: v for k, v in facts.items() if k in one.body})
        for one in sent
    ]


def introduced(*names: str) -> list[Sent]:
    """Other members, introduced and placed in the same cell."""
    return [one for name in names for one in about(name, *INTRODUCTION)]


def on_paper(sent: Sent, arrived_on: str, kind: str = "văn bản", **facts: Any) -> Sent:
    """The same paper as the other side's, copied on arrival."""
    paper = {"paper_kind": kind, "paper_number": "1", "arrived_on": arrived_on, **facts}
    return sent._replace(body=sent.body | {"transcribed": paper})
