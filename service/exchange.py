"""What a request says beside its body: who asks, under which key, in which form."""

from __future__ import annotations

import re
from base64 import b64decode
from urllib.parse import unquote

import msgspec
from flask import Response, request
from werkzeug.exceptions import NotAcceptable

from service.access.tokens import AccessTokens, UnknownPassword, UnknownToken
from service.answers.forms import JSON
from service.commands import COMMANDS, Command
from service.officers import Officer
from service.problems import LANGUAGES

_KEY = re.compile(r"[!-~]([ -~]{0,198}[!-~])?")
_LONGEST_PURPOSE = 200


class UnknownCommand(Exception):
    """No command has this name."""


class NotAnId(Exception):
    """What stands in the place of an id in an address is none."""


class BadKey(Exception):
    """An idempotency key is missing, or is no 1 to 200 printable ASCII characters."""


def officer_of(tokens: AccessTokens) -> Officer:
    """Name the officer of the token that the request shows; raise ``UnknownToken``."""
    scheme, token = _shown()
    if scheme != "bearer" or not token:
        raise UnknownToken
    return tokens.officer(token)


def officer_of_file(tokens: AccessTokens) -> Officer:
    """Name the officer who fetches a file, by his token, or by a password that is the token.

    Browsers, spreadsheets, calendars and feed readers know no other way to show one; whom they
    name beside it is not looked at. Nothing is ever changed at the address of a file. Raise
    ``UnknownPassword``.
    """
    scheme, shown = _shown()
    token = _password(shown) if scheme == "basic" else shown
    if scheme not in ("basic", "bearer") or not token:
        raise UnknownPassword
    try:
        return tokens.officer(token)
    except UnknownToken:
        raise UnknownPassword from None


def _shown() -> tuple[str, str]:
    scheme, _, shown = request.headers.get("Authorization", "").partition(" ")
    return scheme.lower(), shown.strip()


def _password(encoded: str) -> str:
    try:
        return b64decode(encoded, validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


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
    accepted(JSON)


def accepted(*offered: str) -> str:
    """Choose the media type that the client likes best, the first where he likes all the same.

    Raise ``NotAcceptable`` where there is none that he can read.
    """
    if not request.accept_mimetypes:
        return offered[0]
    best = request.accept_mimetypes.best_match(offered)
    if best is None:
        raise NotAcceptable
    return best


def language() -> str:
    """Choose between the languages: Vietnamese, unless the other one is asked for."""
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]


def json_answer(content: object, status: int = 200) -> Response:
    """Answer in JSON: dates in ISO form, ids as text, absent values null."""
    return Response(msgspec.json.encode(content), status, mimetype=JSON)
