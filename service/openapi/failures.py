"""Every failure there is, as it is answered: an example for each, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from typing import Any, NamedTuple

from domain.refusals import Refusal
from service.errors import STATUSES, name_of, status_of
from service.problems import Words, errors_member, problem
from service.schema import InvalidBody
from service.schema.faults import NOT_A_DAY
from service.wordings import HTTP, WORDINGS

_REQUEST = "5f0c1d2e3b4a49788796a5b4c3d2e1f0"


class Failure(NamedTuple):
    """A failure by its published name, with its words and the ground of a refusal."""

    code: str
    status: HTTPStatus
    words: Words
    clause: str | None = None
    rule: str | None = None

    @property
    def example(self) -> dict[str, Any]:
        """The problem document that is answered, without facts."""
        members: dict[str, Any] = {"clause": self.clause, "request_id": _REQUEST}
        if self.code == InvalidBody.__name__:
            fault = {"field": "occurred_on", "rule": NOT_A_DAY.rule}
            members |= errors_member([fault | {"vi": NOT_A_DAY.vi, "en": NOT_A_DAY.en}])
        return problem(self.code, self.status, self.words, "vi", **members)


@cache
def failures() -> tuple[Failure, ...]:
    """List every failure: by status, then by name."""
    return tuple(sorted(_found(), key=lambda failure: (failure.status, failure.code)))


def _found() -> Iterator[Failure]:
    for refusal in Refusal.__subclasses__():
        rule = (refusal.__doc__ or "").partition("\n")[0]
        yield Failure(refusal.code, status_of(refusal), refusal, refusal.clause, rule)
    for kind, words in WORDINGS.items():
        yield Failure(kind.__name__, STATUSES[kind], words)
    for status, words in HTTP.items():
        yield Failure(name_of(status), HTTPStatus(status), words)
