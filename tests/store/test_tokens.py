from __future__ import annotations

import hashlib
import hmac
import unicodedata
from uuid import RFC_4122

import pytest

from service.store.keys import KeyStore
from service.store.tokens import Tokens


@pytest.fixture
def tokens(keys: KeyStore) -> Tokens:
    return Tokens(keys)


def test_a_token_is_a_keyed_hash_of_the_folded_text(tokens: Tokens, keys: KeyStore) -> None:
    expected = hmac.new(keys.service("remarks"), "chấp hành tốt".encode(), hashlib.sha256)
    assert tokens.token("remarks", "Chấp  hành\n TỐT ") == expected.hexdigest()


@pytest.mark.parametrize(
    "text", ["ĐẶNG Thị Hòa", "đặng thị hòa", "\tĐặng\u00a0Thị  Hòa ", "Đặng Thị Hòa"]
)
def test_writing_does_not_matter(tokens: Tokens, text: str) -> None:
    token = tokens.token("name", "Đặng Thị Hòa")
    assert tokens.token("name", text) == token
    assert tokens.token("name", unicodedata.normalize("NFD", text)) == token
    assert tokens.uuid_token("name", text) == tokens.uuid_token("name", "Đặng Thị Hòa")


def test_what_is_said_does_matter(tokens: Tokens) -> None:
    assert tokens.token("name", "Đặng Thị Hòa") != tokens.token("name", "Đặng Thị Hoa")
    assert tokens.token("name", "Đặng Thị Hòa") != tokens.token("remarks", "Đặng Thị Hòa")


def test_a_token_as_an_id(tokens: Tokens) -> None:
    found = tokens.uuid_token("name", "Đặng Thị Hòa")
    token = tokens.token("name", "Đặng Thị Hòa")
    assert (found.version, found.variant) == (8, RFC_4122)
    assert found.hex[:12] == token[:12]
    assert found.hex[13:16] == token[13:16]
    assert found.hex[17:] == token[17:32]


def test_a_payload_is_digested_byte_for_byte(tokens: Tokens, keys: KeyStore) -> None:
    expected = hmac.new(keys.service("payload"), b'{"a":1}', hashlib.sha256).hexdigest()
    assert tokens.payload_digest(b'{"a":1}') == expected
    assert tokens.payload_digest(b'{"a": 1}') != expected
