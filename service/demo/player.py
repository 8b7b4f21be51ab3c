"""Plays papers over HTTP: each by the officer who enters it, on the day on which he does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from http import HTTPStatus
from itertools import groupby
from typing import Any
from uuid import UUID

import httpx

from service.demo.bodies import Officer
from service.demo.paper import Paper, resolved
from service.demo.rehearsal_clock import RehearsalClock

MOST_IN_A_BATCH = 1_000
ACCEPTED = (HTTPStatus.OK, HTTPStatus.CREATED)
PATIENCE = 60
"""How often a paper is sent again that rests on what the service does not show yet."""


class PaperRefused(Exception):
    """The service refused a paper of the story: story and rules do not agree."""

    def __init__(self, paper: Paper, problem: Mapping[str, Any]) -> None:
        """``problem`` is the problem document."""
        super().__init__(f"{paper.key} ({paper.command}, {paper.entered_on}): {problem}")
        self.paper = paper
        self.problem = problem


class Player:
    """Sends papers in batches and remembers what was answered.

    ``token_of`` gives the token of an officer; ``told`` is called with the number of papers that
    each batch had. ``commands`` counts what was sent, ``position`` is the last one answered.
    """

    def __init__(
        self,
        client: httpx.Client,
        clock: RehearsalClock,
        token_of: Callable[[Officer], str],
        told: Callable[[int], object] = lambda count: None,
    ) -> None:
        self.commands = 0
        self.position = 0
        self._client = client
        self._clock = clock
        self._token_of = token_of
        self._told = told
        self._members: dict[str, UUID] = {}
        self._entries: dict[tuple[str, str], str] = {}

    def member(self, name: str) -> UUID:
        """Give the id of a member by his name in the story; ``KeyError`` if it is not known yet."""
        return self._members[name]

    def entry(self, paper: str, topic: str) -> str:
        """Give the id of the entry that a paper made; ``KeyError`` if it is not known yet."""
        return self._entries[paper, topic]

    def know(self, name: str, member: UUID) -> None:
        """Take down the id of a member."""
        self._members[name] = member

    def play(self, papers: Sequence[Paper]) -> None:
        """Send papers in their order; raise ``PaperRefused``."""
        for (day, officer), together in groupby(papers, key=lambda p: (p.entered_on, p.by)):
            for batch in self._batches(list(together)):
                self._send(day, officer, batch)

    def _batches(self, papers: list[Paper]) -> Iterator[list[tuple[Paper, Any]]]:
        """Cut where a paper rests on the answer to one that has not been sent yet."""
        batch: list[tuple[Paper, Any]] = []
        for paper in papers:
            if len(batch) == MOST_IN_A_BATCH or (batch and not self._can_be_written(paper)):
                yield batch
                batch = []
            batch.append((paper, self._body(paper)))
        yield batch

    def _can_be_written(self, paper: Paper) -> bool:
        try:
            self._body(paper)
        except KeyError:
            return False
        return True

    def _body(self, paper: Paper) -> Any:
        return resolved({"occurred_on": paper.occurred_on, **paper.fields}, self)

    def _send(self, day: date, officer: Officer, batch: list[tuple[Paper, Any]]) -> None:
        self._clock.work_on(day)
        token = {"Authorization": f"Bearer {self._token_of(officer)}"}
        waiting = batch
        for _ in range(PATIENCE):
            waiting = [one for one, answer in self._answers(waiting, token) if _may_wait(answer)]
            if not waiting:
                break
        self.commands += len(batch)
        self._told(len(batch))

    def _answers(
        self, batch: list[tuple[Paper, Any]], token: dict[str, str]
    ) -> Iterator[tuple[tuple[Paper, Any], Mapping[str, Any]]]:
        """Send what waits, and remember what was answered to the rest."""
        items = [{"command": p.command, "key": p.key, "body": body} for p, body in batch]
        response = self._client.post("/api/commands", json=items, headers=token)
        response.raise_for_status()
        for one, answer in zip(batch, response.json(), strict=True):
            if not _may_wait(answer):
                self._remember(one[0], answer)
            yield one, answer

    def _remember(self, paper: Paper, answer: Mapping[str, Any]) -> None:
        if answer["status"] not in ACCEPTED:
            raise PaperRefused(paper, answer)
        self.position = max(self.position, answer["position"])
        for event in answer["events"]:
            self._entries.setdefault((paper.key, event["topic"]), event["event_id"])
            if event["topic"] == "member.enrolled":
                self.know(paper.key.rpartition("/")[2], UUID(event["stream"]))


def _may_wait(answer: Mapping[str, Any]) -> bool:
    """Tell whether the service did not see yet what a paper rests on: it is to be sent again."""
    return bool(answer["status"] == HTTPStatus.SERVICE_UNAVAILABLE)
