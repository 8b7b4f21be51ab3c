"""Given what was entered, when a request is sent, then this is answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, Self
from uuid import uuid4

from flask import Flask
from werkzeug.test import TestResponse

from service.app import service_of
from service.officers import Officer


class Sent(NamedTuple):
    """A command as an officer sends it, under a key of its own unless one is named."""

    who: str
    command: str
    body: dict[str, Any]
    key: str | None = None


class Scenario:
    """An application, in which each officer has a token, and the answer to the last request."""

    answer: TestResponse

    def __init__(self, app: Flask, officers: Mapping[str, Officer]) -> None:
        self.app = app
        self.officers = officers
        self.client = app.test_client()
        self._tokens: dict[str, str] = {}

    def given(self, *sent: Sent) -> Self:
        for each in sent:
            self.when(each)
            assert self.answer.status_code == 201, f"{each}: {self.answer.text}"
        return self

    def when(self, sent: Sent) -> Self:
        headers = {"Idempotency-Key": sent.key or uuid4().hex, **self.headers(sent.who)}
        address = f"/api/commands/{sent.command}"
        self.answer = self.client.post(address, json=sent.body, headers=headers)
        return self

    def asked(self, who: str, address: str, **headers: str) -> Self:
        self.answer = self.client.get(address, headers={**self.headers(who), **headers})
        return self

    def then(self, *topics: str) -> Self:
        assert self.answer.status_code == 201, self.answer.text
        assert [event["topic"] for event in self.said["events"]] == list(topics)
        return self

    def repeated(self, *topics: str) -> Self:
        assert self.answer.status_code == 200, self.answer.text
        assert self.answer.headers["Idempotent-Replayed"] == "true"
        assert [event["topic"] for event in self.said["events"]] == list(topics)
        return self

    def refused(self, status: int, rule: str, field: str | None = None) -> Self:
        assert (self.answer.status_code, self.said["rule"]) == (status, rule), self.answer.text
        assert self.answer.content_type == "application/problem+json"
        assert self.said.get("field") == field
        return self

    @property
    def said(self) -> Any:
        return json.loads(self.answer.data)

    @property
    def items(self) -> list[dict[str, Any]]:
        assert self.answer.status_code == 200, self.answer.text
        found: list[dict[str, Any]] = self.said["items"]
        return found

    def headers(self, who: str) -> dict[str, str]:
        if who not in self._tokens:
            service = service_of(self.app)
            now = service.settings.now()
            self._tokens[who] = service.tokens.issue(self.officers[who], now)
        return {"Authorization": f"Bearer {self._tokens[who]}"}
