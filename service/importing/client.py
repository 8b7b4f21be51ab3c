"""The service as the importer sees it: bodies to be looked up, commands to be sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import httpx

from domain import refusals
from domain.refusals import Refusal
from service.importing.bodies import Body
from service.importing.wording import Said, ServiceFailure

MOST_AT_ONCE = 500
PATIENCE = 200
"""How often something is asked again that the service does not show yet; it waits each time."""
_HEALTH = "/api/health"
_WHO_AM_I = "/api/whoami"
_ORGANIZATIONS = "/api/organizations"
_COMMANDS = "/api/commands"


class ServiceClient:
    """Asks and sends with one officer's token; ``sent`` counts the commands."""

    def __init__(self, http: httpx.Client, token: str) -> None:
        self.token = token
        self.sent = 0
        self._http = http

    def own_body(self) -> str | None:
        """Give the id of the body for which the officer acts; raise ``ServiceFailure``."""
        own: str | None = self._asked("GET", _WHO_AM_I)["organization"]
        return own

    def bodies(self) -> list[Body]:
        """List every body on record; raise ``ServiceFailure``."""
        position = self._asked("GET", _HEALTH)["position"]
        return [Body.of(listed) for listed in self.listed(_ORGANIZATIONS, after=str(position))]

    def listed(self, address: str, **asked: str) -> Iterator[Mapping[str, Any]]:
        """Give what a question lists, page after page; raise ``ServiceFailure``."""
        page = self._asked("GET", address, params=asked)
        yield from page["items"]
        while following := page["next"]:
            page = self._asked("GET", following)
            yield from page["items"]

    def enter(self, items: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        """Send commands in batches, in their order; give the answer to each."""
        left = iter(items)
        while batch := list(islice(left, MOST_AT_ONCE)):
            answers = self._asked("POST", _COMMANDS, json=batch)
            self.sent += len(batch)
            yield from answers

    def _asked(self, method: str, address: str, **content: Any) -> Any:
        response = self._answered(method, address, **content)
        for _ in range(PATIENCE):
            if not _is_not_yet_visible(response):
                break
            response = self._answered(method, address, **content)
        if response.is_error:
            raise _refused(response)
        return response.json()

    def _answered(self, method: str, address: str, **content: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        try:
            return self._http.request(method, address, headers=headers, **content)
        except httpx.HTTPError as error:
            raise ServiceFailure(
                f"Không kết nối được với hệ thống ({error}). Kiểm tra địa chỉ (--url).",
                f"The service cannot be reached ({error}). Check its address (--url).",
            ) from error


def _is_not_yet_visible(response: httpx.Response) -> bool:
    """Tell whether the service has waited, and asks to be asked again at once."""
    if response.status_code != httpx.codes.SERVICE_UNAVAILABLE:
        return False
    return bool(response.json().get("rule") == "NotYetVisible")


def _refused(response: httpx.Response) -> ServiceFailure:
    try:
        detail = response.json()["detail"]
    except (ValueError, KeyError, TypeError):
        detail = response.reason_phrase
    return ServiceFailure(
        f"Hệ thống trả lời {response.status_code}: {detail}",
        f"The service answered {response.status_code}: {detail}",
    )


def refusal_in(answer: Mapping[str, Any]) -> Said | None:
    """Say in both languages why a command was refused, or nothing where it was accepted."""
    if "command_id" in answer:
        return None
    if errors := answer.get("errors"):
        first = errors[0]
        return Said(f"{first['field']}: {first['vi']}", f"{first['field']}: {first['en']}")
    known = getattr(refusals, str(answer.get("rule")), None)
    if isinstance(known, type) and issubclass(known, Refusal):
        return Said(f"{known.title}. {known.next_step}", f"{known.title_en}. {known.next_step_en}")
    return Said(answer["detail"], answer["detail"])
