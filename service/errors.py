"""Every way in which a request fails, and the one file that knows the statuses of failures."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

import msgspec
from eventsourcing.persistence import InterfaceError, OperationalError
from flask import Flask, Response, g
from werkzeug.exceptions import HTTPException

from domain.amendment import UnknownPath
from domain.refusals import (
    NotVisible,
    OutsideYourSide,
    ReadByAdministrator,
    ReadByResidence,
    Refusal,
    WithoutOffice,
)
from domain.rulebook import BrokenRuleSet
from projections.pump import PumpFailure
from service.access.tokens import UnknownPassword, UnknownToken
from service.answers.workbook import TooManyRows
from service.composition import NotYetVisible
from service.coordination import Contended, KeyReused
from service.exchange import BadKey, NotAnId, UnknownCommand, language
from service.problems import Wording, errors_member, problem, refusal_members
from service.schema import InvalidBody, MalformedJson, UnsupportedContent
from service.schema.sent_file import NoFile
from service.wordings import HTTP, UNEXPECTED, WORDINGS

_log = logging.getLogger("lienhe")

STATUSES: dict[type[Exception], HTTPStatus] = {
    NotVisible: HTTPStatus.NOT_FOUND,
    OutsideYourSide: HTTPStatus.FORBIDDEN,
    ReadByAdministrator: HTTPStatus.FORBIDDEN,
    ReadByResidence: HTTPStatus.FORBIDDEN,
    WithoutOffice: HTTPStatus.FORBIDDEN,
    Refusal: HTTPStatus.CONFLICT,
    Contended: HTTPStatus.CONFLICT,
    KeyReused: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnknownPath: HTTPStatus.UNPROCESSABLE_ENTITY,
    InvalidBody: HTTPStatus.UNPROCESSABLE_ENTITY,
    BrokenRuleSet: HTTPStatus.UNPROCESSABLE_ENTITY,
    BadKey: HTTPStatus.BAD_REQUEST,
    MalformedJson: HTTPStatus.BAD_REQUEST,
    UnsupportedContent: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    NoFile: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    UnknownToken: HTTPStatus.UNAUTHORIZED,
    UnknownPassword: HTTPStatus.UNAUTHORIZED,
    TooManyRows: HTTPStatus.NOT_ACCEPTABLE,
    UnknownCommand: HTTPStatus.NOT_FOUND,
    NotAnId: HTTPStatus.NOT_FOUND,
    NotYetVisible: HTTPStatus.SERVICE_UNAVAILABLE,
    PumpFailure: HTTPStatus.SERVICE_UNAVAILABLE,
    OperationalError: HTTPStatus.SERVICE_UNAVAILABLE,
    InterfaceError: HTTPStatus.SERVICE_UNAVAILABLE,
}
_AGAIN_SOON = (Contended, NotYetVisible, OperationalError, InterfaceError)
_SECONDS = "1"


def register(app: Flask) -> None:
    """Answer every failure with a problem document."""
    app.register_error_handler(Exception, answer)


def answer(error: Exception) -> Response:
    """Make the answer to a failed request; what nobody foresaw is logged, and not told."""
    document = problem_of(error)
    response = Response(
        msgspec.json.encode(document), document["status"], mimetype="application/problem+json"
    )
    response.headers.extend(_headers(error))
    response.content_language.add(language())
    response.vary.add("Accept-Language")
    return response


def problem_of(error: Exception) -> dict[str, Any]:
    """Describe a failure in the language of the request."""
    if isinstance(error, HTTPException):
        status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
        return _problem(name_of(status), status, HTTP.get(status))
    known = _known(type(error))
    if known is None:
        _log.exception("request %s failed", g.get("request_id"), exc_info=error)
        return _problem("Unexpected", HTTPStatus.INTERNAL_SERVER_ERROR, UNEXPECTED)
    if isinstance(error, Refusal):
        return problem(
            error.code, STATUSES[known], error, language(), **refusal_members(error), **_traced()
        )
    return _problem(known.__name__, STATUSES[known], WORDINGS[known], **_members(error))


def name_of(status: int) -> str:
    """Name a failure that the web framework found: ``MethodNotAllowed``."""
    return HTTPStatus(status).name.title().replace("_", "")


def status_of(kind: type[Refusal]) -> HTTPStatus:
    """Give the status with which a refusal is answered."""
    return next(STATUSES[known] for known in kind.__mro__ if known in STATUSES)


def _known(kind: type[Exception]) -> type[Exception] | None:
    return next((known for known in kind.__mro__ if known in STATUSES), None)


def _problem(code: str, status: int, words: Wording | None, **members: Any) -> dict[str, Any]:
    return problem(code, status, words or UNEXPECTED, language(), **members, **_traced())


def _traced() -> dict[str, Any]:
    return {"request_id": g.get("request_id")}


def _members(error: Exception) -> dict[str, Any]:
    match error:
        case InvalidBody():
            return errors_member(
                [
                    {"field": f.field, "rule": f.fault.rule, "vi": f.fault.vi, "en": f.fault.en}
                    for f in error.faults
                ]
            )
        case BrokenRuleSet():
            vi = f"{error.file}: mục này sai khuôn dạng; đúng ra: {error.right}"
            en = f"{error.file}: {error.right}"
            return errors_member([{"field": error.key, "rule": "rule_set", "vi": vi, "en": en}])
        case MalformedJson():
            return {"detail": error.vi if language() == "vi" else error.en}
        case UnknownPath():
            vi = "Mục này không có trường ấy, hoặc trường ấy không nhận giá trị ấy."
            fault = {"field": f"facts.{error.path}", "rule": "path", "vi": vi, "en": error.why}
            return errors_member([fault])
    return {}


def _headers(error: Exception) -> dict[str, str]:
    if isinstance(error, HTTPException):
        kept = dict(error.get_headers())
        return {name: kept[name] for name in ("Allow",) if name in kept}
    if isinstance(error, UnknownToken):
        return {"WWW-Authenticate": error.challenge}
    return {"Retry-After": _SECONDS} if isinstance(error, _AGAIN_SOON) else {}
