"""``docs/format.md``: its tables are those of the code, and its Python reads the golden files."""

from __future__ import annotations

import hmac
import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest

from domain.private import Personal, Sealed
from service.store.leaf import leaf
from service.store.sealing import Sealing
from tests.event_classes import event_classes
from tests.frozen.breaks import OTHER_LEAF, SHUT, UNPROVEN
from tests.frozen.golden import SEALED, VECTORS, golden_events, keys, read
from tests.frozen.page import PAGE, PARTS, made, parts_of
from tests.frozen.shape import WORDS
from tests.frozen.written_again import decoded, path_of, private_in

TEXT = PAGE.read_text(encoding="utf-8")
VECTOR = read(VECTORS)


@pytest.fixture(scope="module")
def on_the_page() -> dict[str, Callable[..., Any]]:
    """Run the Python of the page, from top to bottom."""
    namespace: dict[str, Any] = {}
    for code in re.findall(r"^```python\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE):
        exec(code, namespace)  # noqa: S102 - it is our own page
    return namespace


def boxes() -> Iterator[tuple[Sealed, str, bytes]]:
    """Give every sealed value of the golden log as it is stored, with its text and its key."""
    golden = read(SEALED)
    for event in golden_events():
        for sealed in private_in(decoded(event)):
            assert isinstance(sealed, Sealed)
            key = bytes.fromhex(golden["keys"][str(sealed.person)])
            yield sealed, golden["texts"][path_of(sealed)], key


def test_the_made_parts_are_those_of_the_code() -> None:
    assert sorted(parts_of(TEXT)) == sorted(PARTS)
    assert made(TEXT) == TEXT, (
        "where nothing else in tests/frozen fails, make them anew: python -m tests.frozen.page; "
        "otherwise the code breaks what is frozen, and the page is right"
    )


def test_a_changed_table_is_seen() -> None:
    changed = TEXT.replace("| `sealed` | true or false |", "| `sealed` | text |", 1)
    assert changed != TEXT
    assert made(changed) == TEXT


def test_every_topic_and_every_type_stands_on_the_page() -> None:
    assert [t for t in event_classes() if TEXT.count(f"#### `{t}` · ") != 1] == []
    assert [w for w in WORDS.values() if w != "anything" and f"| {w} |" not in TEXT] == []


def test_every_link_inside_the_page_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-") for h in headings}
    anchors |= set(re.findall(r'<a id="(\w+)"></a>', TEXT))
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors
    files = re.findall(r"\]\((\.\./[^)]+)\)", TEXT)
    assert files
    assert [name for name in files if not (PAGE.parent / name).exists()] == []


def test_the_page_names_streams(on_the_page: dict[str, Callable[..., Any]]) -> None:
    names = {name: str(on_the_page["stream_id"](name)) for name in VECTOR["streams"]}
    assert names == {name: vector["stream"] for name, vector in VECTOR["streams"].items()}
    assert str(on_the_page["LIENHE"]) == VECTOR["namespace"]


def test_the_page_makes_leaves(on_the_page: dict[str, Callable[..., Any]]) -> None:
    for event in golden_events():
        stream, version = str(event.originator_id), event.originator_version
        by_the_page = on_the_page["leaf"](event.id, stream, version, event.topic, event.state)
        assert by_the_page == leaf(event), OTHER_LEAF


def test_the_page_opens_what_is_sealed_and_proves_it(
    on_the_page: dict[str, Callable[..., Any]],
) -> None:
    for sealed, text, key in boxes():
        place = (str(sealed.place.stream), sealed.place.version, sealed.place.path)
        salt, said = on_the_page["opened"](key, b64encode(sealed.box).decode(), *place)
        assert said == text
        assert on_the_page["commitment"](*place, salt, text) == sealed.commitment


def test_the_page_opens_what_is_sealed_today(
    on_the_page: dict[str, Callable[..., Any]],
) -> None:
    for found, text, key in boxes():
        sealed = Sealing(keys()).seal(Personal(found.person, text), found.place)
        place = (str(found.place.stream), found.place.version, found.place.path)
        try:
            salt, said = on_the_page["opened"](key, b64encode(sealed.box).decode(), *place)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, the sentence says why
            pytest.fail(f"{path_of(found)} is sealed otherwise now ({error!r}): {SHUT}")
        assert said == text, SHUT
        assert on_the_page["commitment"](*place, salt, text) == sealed.commitment, UNPROVEN


def test_no_two_values_are_sealed_with_one_salt(
    on_the_page: dict[str, Callable[..., Any]],
) -> None:
    """Who has shown one value has shown its salt: under the same, another could be guessed."""
    found, text, key = next(boxes())
    place = (str(found.place.stream), found.place.version, found.place.path)
    sealed = (Sealing(keys()).seal(Personal(found.person, text), found.place) for _ in range(2))
    salts = {on_the_page["opened"](key, b64encode(one.box).decode(), *place)[0] for one in sealed}
    assert len(salts) == 2


def test_the_page_commits(on_the_page: dict[str, Callable[..., Any]]) -> None:
    vector = VECTOR["commitment"]
    place = (vector["stream"], vector["version"], vector["path"])
    salt = bytes.fromhex(vector["salt"])
    assert on_the_page["commitment"](*place, salt, vector["text"]) == vector["commitment"]


def test_the_page_makes_tokens(on_the_page: dict[str, Callable[..., Any]]) -> None:
    tokens = VECTOR["tokens"]
    keys = {purpose: bytes.fromhex(key) for purpose, key in tokens["keys"].items()}
    for purpose, vector in tokens["texts"].items():
        assert on_the_page["token"](keys[purpose], vector["text"]) == vector["token"]
        assert (
            on_the_page["token"](keys[purpose], f" {vector['text'].upper()}\n") == vector["token"]
        )
    for purpose, vector in tokens["ids"].items():
        made_id = on_the_page["id_token"](keys[purpose], vector["text"])
        assert (made_id, made_id.version) == (UUID(vector["id"]), 8)
    payload = tokens["payload"]
    digest = hmac.digest(keys["payload"], payload["bytes"].encode(), "sha256")
    assert digest.hex() == payload["digest"]


def test_every_purpose_of_tokens_stands_on_the_page() -> None:
    assert [p for p in VECTOR["tokens"]["keys"] if f"| `{p}` | " not in TEXT] == []


def test_the_states_of_the_page_are_compact_json_with_letters_as_they_are() -> None:
    for event in golden_events():
        text = json.dumps(json.loads(event.state), ensure_ascii=False, separators=(",", ":"))
        assert text.encode() == event.state
