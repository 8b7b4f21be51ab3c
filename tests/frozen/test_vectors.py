"""Stream ids, leaves, sealing, commitments, tokens: held against ``tests/golden/vectors.json``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid5

import pytest
from eventsourcing.persistence import Notification

from domain.names import LIENHE
from domain.private import Place, Sealed
from service import token_texts
from service.schema import canonical
from service.store.leaf import leaf
from service.store.sealing import Sealing, commitment
from service.store.tokens import Tokens
from tests.frozen.breaks import OTHER_LEAF, OTHER_STREAM, OTHER_TOKENS, SHUT, UNPROVEN
from tests.frozen.golden import FixedKeys, keys
from tests.frozen.vectors import (
    commitment_broken,
    folding_broken,
    leaf_broken,
    opening_broken,
    payload_broken,
    purposes_broken,
    service_sources,
    stream_functions,
    streams_broken,
    texts_broken,
    tokens_broken,
)

# Streams.


def link_by_its_number_first(member: UUID, residence_no: int) -> UUID:
    return uuid5(LIENHE, f"link/{residence_no}/{member}")


def test_streams_have_the_names_that_they_had() -> None:
    assert list(streams_broken(stream_functions(), LIENHE)) == []


def test_a_changed_name_of_a_stream_is_told_what_it_would_break() -> None:
    functions = stream_functions() | {"link_id": link_by_its_number_first}
    [sentence] = streams_broken(functions, LIENHE)
    assert sentence.startswith("link_id names another stream than link/")
    assert sentence.endswith(f": {OTHER_STREAM}.")


def test_another_namespace_is_told_what_it_would_break() -> None:
    [sentence] = streams_broken(stream_functions(), UUID(int=1))
    assert OTHER_STREAM in sentence


def test_a_new_kind_of_stream_is_asked_for_a_vector() -> None:
    functions = stream_functions() | {"letter_of_thanks_id": link_by_its_number_first}
    assert list(streams_broken(functions, LIENHE)) == [
        "letter_of_thanks_id is new: add a vector for it to vectors.json."
    ]


# Leaves.


def test_leaves_have_the_bytes_that_they_had() -> None:
    assert list(leaf_broken(leaf)) == []


LEAVES: dict[str, Callable[[Notification], bytes]] = {
    "another version": lambda event: leaf(event).replace(b"event/1", b"event/2"),
    "other line ends": lambda event: leaf(event).replace(b"\n", b"\r\n"),
    "a line end more": lambda event: leaf(event) + b"\n",
    "another position": lambda event: leaf(replace(event, id=event.id + 1)),
}


@pytest.mark.parametrize("changed", LEAVES.values(), ids=LEAVES)
def test_a_changed_leaf_is_told_what_it_would_break(
    changed: Callable[[Notification], bytes],
) -> None:
    [sentence] = leaf_broken(changed)
    assert sentence.endswith(f": {OTHER_LEAF}.")


# Sealing.

OPEN = Sealing(keys()).open


def elsewhere(sealed: Sealed, **place: object) -> Sealed:
    """Open it as if the place were written otherwise: that is other associated data."""
    changed: Place = replace(sealed.place, **place)  # type: ignore[arg-type]
    return replace(sealed, place=changed)


def test_what_was_sealed_opens() -> None:
    assert list(opening_broken(OPEN)) == []


OPENERS: dict[str, Callable[[Sealed], str | None]] = {
    "another path": lambda s: OPEN(elsewhere(s, path=f"{s.place.path}.")),
    "another version": lambda s: OPEN(elsewhere(s, version=s.place.version + 1)),
    "another stream": lambda s: OPEN(elsewhere(s, stream=UUID(int=99))),
    "a shorter nonce": lambda s: OPEN(replace(s, box=s.box[1:])),
    "a longer salt": lambda s: (OPEN(s) or "")[1:],
}


@pytest.mark.parametrize("changed", OPENERS.values(), ids=OPENERS)
def test_changed_associated_data_is_told_what_it_would_break(
    changed: Callable[[Sealed], str | None],
) -> None:
    said = list(opening_broken(changed))
    assert said
    assert all(sentence.endswith(f": {SHUT}.") for sentence in said)


def test_commitments_are_what_they_were() -> None:
    assert list(commitment_broken(commitment)) == []


COMMITMENTS: dict[str, Callable[[Place, bytes, bytes], str]] = {
    "the salt behind": lambda place, salt, text: commitment(place, text, salt),
    "another path": lambda place, salt, text: commitment(replace(place, path="x"), salt, text),
    "half of it": lambda place, salt, text: commitment(place, salt, text)[:32],
}


@pytest.mark.parametrize("changed", COMMITMENTS.values(), ids=COMMITMENTS)
def test_a_changed_commitment_is_told_what_it_would_break(
    changed: Callable[[Place, bytes, bytes], str],
) -> None:
    [sentence] = commitment_broken(changed)
    assert sentence.endswith(f": {UNPROVEN}.")


# Tokens.


class Unfolded(Tokens):
    """Takes a text as it is written."""

    def token(self, purpose: str, text: str) -> str:
        return self.payload_digest(text.encode())


def test_tokens_are_what_they_were() -> None:
    assert list(tokens_broken(Tokens(keys()))) == []
    assert list(folding_broken(Tokens(keys()))) == []
    assert list(texts_broken(vars(token_texts))) == []
    assert list(purposes_broken(service_sources())) == []


def test_a_command_is_digested_in_the_form_that_it_had() -> None:
    assert list(payload_broken(canonical)) == []


def test_a_changed_form_of_a_command_is_told_what_it_would_break() -> None:
    said = list(payload_broken(lambda command: canonical(command).replace(b"\n", b" ")))
    assert [sentence.split()[4] for sentence in said] == [
        "file-slip",
        "convene-meeting",
        "hold-meeting",
    ]
    assert all(sentence.endswith(f": {OTHER_TOKENS}.") for sentence in said)


def household_without_neighborhood(body: UUID, neighborhood: str, home: str) -> str:
    return f"{body}\n{home or neighborhood}"


def test_a_changed_text_of_a_token_is_told_what_it_would_break() -> None:
    changed = vars(token_texts) | {"household_text": household_without_neighborhood}
    assert list(texts_broken(changed)) == [f"household_text makes another text: {OTHER_TOKENS}."]


def test_a_changed_folding_is_told_what_it_would_break() -> None:
    assert all(s.endswith(f": {OTHER_TOKENS}.") for s in folding_broken(Unfolded(keys())))
    assert len(list(folding_broken(Unfolded(keys())))) == 3


def test_changed_tokens_are_told_what_they_would_break() -> None:
    said = list(tokens_broken(Unfolded(keys())))
    assert [sentence.split()[3] for sentence in said] == [
        "neighborhood",
        "household",
        "fingerprint",
        "asked_person",
        "person",
    ]
    assert all(sentence.endswith(f": {OTHER_TOKENS}.") for sentence in said)


def test_a_key_for_another_purpose_is_told_what_it_would_break() -> None:
    names = ("payload", "person", "asked_person", "neighborhood", "household", "fingerprint")
    one_key_for_all = Tokens(FixedKeys({}, dict.fromkeys(names, "00" * 32)))
    assert len(list(tokens_broken(one_key_for_all))) == len(names)


def test_a_changed_purpose_is_told_what_it_would_break() -> None:
    sources = [source.replace('"household"', '"dwelling"') for source in service_sources()]
    assert list(purposes_broken(sources)) == [
        f"nothing is tokened for household any more: {OTHER_TOKENS}.",
        "dwelling is a new purpose of tokens: add a vector for it to vectors.json.",
    ]
