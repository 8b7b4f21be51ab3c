"""The service as the importer sees it: bodies to be looked up, commands to be tried and sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any
from urllib.parse import quote

import httpx

from service.importing.answers import failure_in
from service.importing.bodies import Body
from service.importing.wording import ServiceFailure

MOST_AT_ONCE = 500
PATIENCE = 200
"""How often something is asked again that the service does not show yet; it waits each time."""
_HEALTH = "/api/health"
_WHO_AM_I = "/api/whoami"
_ORGANIZATIONS = "/api/organizations"
_ROSTER = "/api/roster"
_COMMANDS = "/api/commands"
_REHEARSALS = "/api/rehearsals"
_PURPOSE = quote("Nhập danh sách đảng viên")

Item = Mapping[str, Any]
Answer = Mapping[str, Any]


class ServiceClient:
    """Asks and sends with one officer's token; ``sent`` counts the commands."""

    def __init__(self, http: httpx.Client, token: str) -> None:
        self.token = token
        self.sent = 0
        self._http = http

    def who_am_i(self) -> tuple[str | None, date]:
        """Give the id of the body for which the officer acts, and the service's day."""
        told = self._asked("GET", _WHO_AM_I)
        return told["organization"], date.fromisoformat(told["today"])

    def bodies(self) -> list[Body]:
        """List every body on record; raise ``ServiceFailure``."""
        return [Body.of(listed) for listed in self.listed(_ORGANIZATIONS, after=self._position())]

    def roster(self) -> Iterator[Mapping[str, Any]]:
        """List the members of the workplace; raise ``ServiceFailure``."""
        return self.listed(_ROSTER, side="WORKPLACE", after=self._position())

    def listed(self, address: str, **asked: str) -> Iterator[Mapping[str, Any]]:
        """Give what a question lists, page after page; raise ``ServiceFailure``."""
        page = self._asked("GET", address, params=asked)
        yield from page["items"]
        while following := page["next"]:
            page = self._asked("GET", following)
            yield from page["items"]

    def rehearse(self, groups: Sequence[Sequence[Item]]) -> Iterator[list[Answer]]:
        """Say what each group of commands would be answered, as far as it would come."""
        left = list(groups)
        while left:
            batch = [left.pop(0)]
            while left and sum(map(len, batch)) + len(left[0]) <= MOST_AT_ONCE:
                batch.append(left.pop(0))
            yield from self._asked("POST", _REHEARSALS, json=batch)

    def enter(self, items: Sequence[Item]) -> Iterator[Answer]:
        """Send commands in batches, in their order; give the answer to each."""
        left = iter(items)
        while batch := list(islice(left, MOST_AT_ONCE)):
            answers = self._asked("POST", _COMMANDS, json=batch)
            self.sent += len(batch)
            yield from answers

    def _position(self) -> str:
        return str(self._asked("GET", _HEALTH)["position"])

    def _asked(self, method: str, address: str, **content: Any) -> Any:
        response = self._answered(method, address, **content)
        for _ in range(PATIENCE):
            if not _is_not_yet_visible(response):
                break
            response = self._answered(method, address, **content)
        told = _told(response)
        if response.is_error:
            raise failure_in(response.status_code, told)
        return told

    def _answered(self, method: str, address: str, **content: Any) -> httpx.Response:
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Accept": "application/json",
            "Purpose": _PURPOSE,
        }
        try:
            return self._http.request(method, address, headers=headers, **content)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ServiceFailure(
                f"Không kết nối được với hệ thống ({error}). Kiểm tra địa chỉ (--url), dạng "
                "http://127.0.0.1:8000.",
                f"The service cannot be reached ({error}). Check its address (--url), such as "
                "http://127.0.0.1:8000.",
            ) from error


def _told(response: httpx.Response) -> Any:
    """Read an answer; raise ``ServiceFailure`` where whoever answers is not this service."""
    try:
        told = response.json()
    except ValueError:
        told = None
    if response.is_redirect or not isinstance(told, dict | list):
        raise ServiceFailure(
            f"Ở {response.url.host}:{response.url.port or ''} không phải hệ thống lienhe. "
            "Kiểm tra địa chỉ (--url).",
            f"What answers at {response.url.host} is not lienhe. Check the address (--url).",
        )
    return told


def _is_not_yet_visible(response: httpx.Response) -> bool:
    """Tell whether the service has waited, and asks to be asked again at once."""
    if response.status_code != httpx.codes.SERVICE_UNAVAILABLE:
        return False
    told = _told(response)
    return isinstance(told, dict) and told.get("rule") == "NotYetVisible"
