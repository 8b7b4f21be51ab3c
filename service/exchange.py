"""What a request says beside its body: who asks, under which key, in which form."""

from __future__ import annotations

import re
from urllib.parse import unquote

import msgspec
from flask import Response, request
from werkzeug.exceptions import NotAcceptable

from service.access.tokens import AccessTokens, UnknownToken
from service.commands import COMMANDS, Command
from service.officers import Officer

_KEY = re.compile(r"[!-~]([ -~]{0,198}[!-~])?")
_JSON = "application/json"
_LONGEST_PURPOSE = 200


class UnknownCommand(Exception):
    """No command has this name."""


class NotAnId(Exception):
    """What stands in the place of an id in an address is none."""


class BadKey(Exception):
    """An idempotency key is missing, or is no 1 to 200 printable ASCII characters."""


def officer_of(tokens: AccessTokens) -> Officer:
    """Name the officer of the token that the request shows; raise ``UnknownToken``."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise UnknownToken
    return tokens.officer(token.strip())


def command_named(name: str) -> type[Command]:
    """Look a command up; raise ``UnknownCommand``."""
    try:
        return COMMANDS[name]
    except KeyError:
        raise UnknownCommand(name) from None


def idempotency_key(given: object) -> str:
    """Read a key; raise ``BadKey``."""
    if isinstance(given, str) and _KEY.fullmatch(given):
        return given
    raise BadKey


def stated_purpose() -> str | None:
    """Read why somebody reads, if he says so: plain or percent-encoded UTF-8, a line at most."""
    sent = request.headers.get("Purpose", "").encode("latin-1").decode("utf-8", "replace")
    seen = "".join(letter for letter in unquote(sent) if letter.isprintable())
    return seen.strip()[:_LONGEST_PURPOSE] or None


def accepts_json() -> None:
    """Make sure that the client can read JSON; raise ``NotAcceptable``."""
    if request.accept_mimetypes and not request.accept_mimetypes.accept_json:
        raise NotAcceptable


def json_answer(content: object, status: int = 200) -> Response:
    """Answer in JSON: dates in ISO form, ids as text, absent values null."""
    return Response(msgspec.json.encode(content), status, mimetype=_JSON)
