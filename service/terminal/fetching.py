"""An answer as a file, fetched from a running service."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

import click
import httpx

from service.answers.forms import FileForm

_TIMEOUT = 120.0  # seconds: a whole list may be long


@dataclass(frozen=True)
class Fetched:
    """The bytes of a file; the day and the position of the log of which it tells."""

    content: bytes
    as_of: str
    known_at: str

    @property
    def rows(self) -> list[list[str]]:
        """The headings and the rows of a CSV."""
        text = self.content.decode("utf-8-sig")
        return list(csv.reader(StringIO(text, newline=""), strict=True))


@dataclass(frozen=True)
class Request:
    """A question by its address, with its parameters, and the TOML that is sent along, if any."""

    address: str
    asked: Mapping[str, str]
    toml: bytes | None = None


@dataclass(frozen=True)
class Service:
    """A running service, with one officer's token; ``english``: the language of its answers."""

    url: str
    token: str
    english: bool

    def fetch(self, request: Request, form: FileForm) -> Fetched:
        """Fetch all rows of a question; whatever fails ends the command with what was said."""
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Accept": form.media_type,
            "Accept-Language": "en" if self.english else "vi",
        }
        method = "GET"
        if request.toml is not None:
            method, headers["Content-Type"] = "POST", "application/toml"
        try:
            with httpx.Client(base_url=self.url, timeout=_TIMEOUT) as http:
                answer = http.request(
                    method,
                    f"/api/{request.address}",
                    params=dict(request.asked),
                    headers=headers,
                    content=request.toml,
                )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise click.ClickException(
                f"Không kết nối được với {self.url} / {self.url} cannot be reached: {error}"
            ) from error
        if answer.status_code != httpx.codes.OK:
            raise click.ClickException(_said(answer))
        return Fetched(answer.content, answer.headers["As-Of"], answer.headers["Known-At"])


def _said(answer: httpx.Response) -> str:
    """Say why there is no answer, in the words of the service where they are its own."""
    if answer.headers.get("Content-Type") != "application/problem+json":
        return f"{answer.status_code} {answer.reason_phrase}"
    problem: dict[str, Any] = answer.json()
    language = "en" if answer.headers.get("Content-Language") == "en" else "vi"
    wrong = [f"{error['field']}: {error[language]}" for error in problem.get("errors", ())]
    return "\n".join([problem["detail"], *wrong])
