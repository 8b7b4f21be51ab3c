"""The functions whose answers are frozen, held against the golden vectors.

Each check takes the function, so that a changed one can be tried on it too, and says what a
change would break. Nothing is said where nothing is broken.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, get_type_hints
from uuid import UUID, uuid5

from eventsourcing.persistence import Notification

import domain
import service
from domain.amendment import typed
from domain.private import Place, Sealed
from service.commands import COMMANDS
from service.commands.command import Command
from service.schema import load
from service.store.tokens import Tokens
from tests.frozen.breaks import OTHER_LEAF, OTHER_STREAM, OTHER_TOKENS, SHUT, UNPROVEN
from tests.frozen.golden import SEALED, VECTORS, golden_events, read
from tests.frozen.written_again import decoded, path_of, private_in


def stream_functions() -> dict[str, Callable[..., UUID]]:
    """Find every function of the domain that names a stream: ``link_id`` and its like."""
    return {
        name: function
        for module in walk_packages(domain.__path__, "domain.")
        for name, function in getmembers(import_module(module.name), isfunction)
        if name.endswith("_id") and get_type_hints(function).get("return") is UUID
    }


def streams_broken(functions: Mapping[str, Callable[..., UUID]], namespace: UUID) -> Iterator[str]:
    """Name the streams of the vectors again, by the function and by the name on the page."""
    vectors = read(VECTORS)
    if str(namespace) != vectors["namespace"]:
        yield f"the namespace of stream ids is {namespace}: {OTHER_STREAM}."
    for name, vector in vectors["streams"].items():
        function = functions.get(vector["function"])
        if function is None:
            yield f"{vector['function']} is gone: {OTHER_STREAM}."
            continue
        if str(function(*_arguments(function, vector["arguments"]))) != vector["stream"]:
            yield f"{vector['function']} names another stream than {name}: {OTHER_STREAM}."
        if str(uuid5(UUID(vectors["namespace"]), name)) != vector["stream"]:
            yield f"{name} is not the name of that stream"
    for name in functions.keys() - {vector["function"] for vector in vectors["streams"].values()}:
        yield f"{name} is new: add a vector for it to {VECTORS.name}."


def _arguments(function: Callable[..., object], stored: list[Any]) -> list[Any]:
    hints = get_type_hints(function)
    return [typed(hints[n], a, n) for n, a in zip(hints, stored, strict=False)]


def leaf_broken(leaf: Callable[[Notification], bytes]) -> Iterator[str]:
    """Make the leaf of the vector again."""
    vector = read(VECTORS)["leaf"]
    event = golden_events()[vector["position"] - 1]
    if leaf(event) != vector["bytes"].encode():
        yield f"the leaf of position {event.id} has other bytes: {OTHER_LEAF}."


def opening_broken(opened: Callable[[Sealed], str | None]) -> Iterator[str]:
    """Open every sealed value of the golden log."""
    texts = read(SEALED)["texts"]
    for event in golden_events():
        for sealed in private_in(decoded(event)):
            if isinstance(sealed, Sealed):
                yield from _opening_broken(opened, sealed, texts[path_of(sealed)])


def _opening_broken(
    opened: Callable[[Sealed], str | None], sealed: Sealed, text: str
) -> Iterator[str]:
    try:
        if opened(sealed) == text:
            return
        why = "opens to another text"
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is reported
        why = f"does not open ({type(error).__name__})"
    yield f"{path_of(sealed)} {why}: {SHUT}."


def commitment_broken(commitment: Callable[[Place, bytes, bytes], str]) -> Iterator[str]:
    """Commit to the text of the vector again."""
    vector = read(VECTORS)["commitment"]
    place = Place(UUID(vector["stream"]), vector["version"], vector["path"])
    salt, text = bytes.fromhex(vector["salt"]), vector["text"].encode()
    if commitment(place, salt, text) != vector["commitment"]:
        yield f"the commitment to {vector['path']} is another one: {UNPROVEN}."


def tokens_broken(tokens: Tokens) -> Iterator[str]:
    """Make the tokens of the vectors again."""
    vectors = read(VECTORS)["tokens"]
    for purpose, vector in vectors["texts"].items():
        if tokens.token(purpose, vector["text"]) != vector["token"]:
            yield f"the token for {purpose} is another one: {OTHER_TOKENS}."
    for purpose, vector in vectors["ids"].items():
        if str(tokens.uuid_token(purpose, vector["text"])) != vector["id"]:
            yield f"the id for {purpose} is another one: {OTHER_TOKENS}."
    payload = vectors["payload"]
    if tokens.payload_digest(payload["bytes"].encode()) != payload["digest"]:
        yield f"the digest of a payload is another one: {OTHER_TOKENS}."


def texts_broken(functions: Mapping[str, Callable[..., str]]) -> Iterator[str]:
    """Make the texts of which tokens are made again."""
    for vector in read(VECTORS)["tokens"]["made_of"]:
        function = functions.get(vector["function"])
        if function is None:
            yield f"{vector['function']} is gone: {OTHER_TOKENS}."
        elif function(*_arguments(function, vector["arguments"])) != vector["text"]:
            yield f"{vector['function']} makes another text: {OTHER_TOKENS}."


def folding_broken(tokens: Tokens) -> Iterator[str]:
    """Make the tokens of texts that only the right folding tells apart."""
    for text, token in read(VECTORS)["tokens"]["folded"].items():
        if tokens.token("household", text) != token:
            yield f"{text!r} is folded otherwise: {OTHER_TOKENS}."


def payload_broken(canonical: Callable[[Command], bytes]) -> Iterator[str]:
    """Write the commands of the vectors in their canonical form again."""
    tokens = read(VECTORS)["tokens"]
    for vector in (tokens["payload"], *tokens["payloads"]):
        name = vector["bytes"].split("\n")[0]
        if name not in COMMANDS:
            yield f"the command {name} is gone: {OTHER_TOKENS}."
        elif canonical(load(COMMANDS[name], vector["command"])) != vector["bytes"].encode():
            yield f"the canonical form of {name} has other bytes: {OTHER_TOKENS}."


def purposes_broken(sources: Iterable[str]) -> Iterator[str]:
    """Hold the purposes for which the service makes tokens against those that have a vector."""
    frozen = read(VECTORS)["tokens"]["keys"].keys() - {"payload"}
    used = {purpose for source in sources for purpose in _purposes(source)}
    for purpose in sorted(frozen - used):
        yield f"nothing is tokened for {purpose} any more: {OTHER_TOKENS}."
    for purpose in sorted(used - frozen):
        yield f"{purpose} is a new purpose of tokens: add a vector for it to {VECTORS.name}."


def service_sources() -> list[str]:
    """Read every source file of the service."""
    return [file.read_text("utf-8") for file in Path(service.__path__[0]).rglob("*.py")]


def _purposes(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="token" | "uuid_token"),
                args=[ast.Constant(value=str(purpose)), *_],
            ):
                yield purpose
