from __future__ import annotations

import hashlib
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.private import Personal, Place, Sealed
from domain.refusals import PersonErased
from service.store.keys import KeyStore
from service.store.sealing import Misplaced, Sealing

PERSON = UUID("22222222-2222-4222-8222-222222222222")
PLACE = Place(UUID("11111111-1111-4111-8111-111111111111"), 3, "attendance.7.excuse")
NAME = "Nguyễn Thị Hằng"


@pytest.fixture
def sealing(keys: KeyStore) -> Sealing:
    return Sealing(keys)


def test_what_is_sealed_opens_where_it_stands(sealing: Sealing) -> None:
    sealed = sealing.seal(Personal(PERSON, NAME), PLACE)
    assert (sealed.person, sealed.place) == (PERSON, PLACE)
    assert NAME.encode() not in sealed.box
    assert sealing.open(sealed) == NAME


def test_the_same_text_never_looks_the_same(sealing: Sealing) -> None:
    one, other = (sealing.seal(Personal(PERSON, NAME), PLACE) for _ in range(2))
    assert one.box != other.box
    assert one.commitment != other.commitment


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, stream=uuid4()),
        replace(PLACE, version=4),
        replace(PLACE, path="attendance.8.excuse"),
    ],
    ids=["stream", "version", "path"],
)
def test_what_was_moved_does_not_open(sealing: Sealing, elsewhere: Place) -> None:
    sealed = sealing.seal(Personal(PERSON, NAME), PLACE)
    with pytest.raises(Misplaced):
        sealing.open(replace(sealed, place=elsewhere))


def test_what_was_changed_does_not_open(sealing: Sealing) -> None:
    sealed = sealing.seal(Personal(PERSON, NAME), PLACE)
    sealing.seal(Personal(other := uuid4(), NAME), PLACE)
    for change in (
        {"box": sealed.box[:-1] + bytes([sealed.box[-1] ^ 1])},
        {"box": sealed.box[:20]},
        {"box": b""},
        {"person": other},
    ):
        with pytest.raises(Misplaced):
            sealing.open(replace(sealed, **change))


def test_what_was_swapped_between_two_fields_does_not_open(sealing: Sealing) -> None:
    other_place = replace(PLACE, path="note")
    one = sealing.seal(Personal(PERSON, "Vũ"), PLACE)
    other = sealing.seal(Personal(PERSON, "Võ"), other_place)
    for swapped in (replace(one, box=other.box), replace(other, box=one.box)):
        with pytest.raises(Misplaced):
            sealing.open(swapped)


def test_an_erased_person_reads_as_nothing(sealing: Sealing, keys: KeyStore) -> None:
    sealed = sealing.seal(Personal(PERSON, NAME), PLACE)
    kept = sealing.seal(Personal(uuid4(), NAME), PLACE)
    keys.destroy(PERSON)
    assert sealing.open(sealed) is None
    assert sealing.open(kept) == NAME
    with pytest.raises(PersonErased):
        sealing.seal(Personal(PERSON, NAME), PLACE)
    assert sealing.open(sealed) is None


def test_a_commitment_is_checked_without_the_key(sealing: Sealing, keys: KeyStore) -> None:
    """By hand, from the words of docs/format.md, and with the standard library's hash alone."""
    sealed = sealing.seal(Personal(PERSON, NAME), PLACE)
    salt, text = disclosed(sealed, keys)
    preimage = (
        b"lienhe/commitment/1\n11111111-1111-4111-8111-111111111111\n3\nattendance.7.excuse\n"
        + salt
        + text.encode()
    )
    assert len(salt) == 32
    assert hashlib.sha256(preimage).hexdigest() == sealed.commitment
    changed = preimage.replace("Hằng".encode(), "Hồng".encode())
    assert hashlib.sha256(changed).hexdigest() != sealed.commitment


def disclosed(sealed: Sealed, keys: KeyStore) -> tuple[bytes, str]:
    key = keys.person(sealed.person)
    assert key
    bound_to = b"lienhe/field/1\n11111111-1111-4111-8111-111111111111\n3\nattendance.7.excuse"
    plain = AESGCM(key).decrypt(sealed.box[:12], sealed.box[12:], bound_to)
    return plain[:32], plain[32:].decode()


def test_a_path_is_one_line(sealing: Sealing) -> None:
    with pytest.raises(ValueError, match="one line"):
        sealing.seal(Personal(PERSON, NAME), replace(PLACE, path="note\nother"))
