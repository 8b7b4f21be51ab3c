from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from eventsourcing.persistence import OperationalError

from domain.refusals import PersonErased
from service.store.address import open_database
from service.store.keys import KeyStore
from service.store.sqlite_database import SQLiteDatabase
from service.store.tables import KEYS
from tests.databases import Databases
from tests.store.threads import at_once

PERSON = UUID("22222222-2222-4222-8222-222222222222")


def opened(database: Databases) -> KeyStore:
    return KeyStore(open_database(database.keys, KEYS))


def test_a_key_is_made_once(keys: KeyStore) -> None:
    assert keys.person(PERSON) is None
    key = keys.person_made(PERSON)
    assert len(key) == 32
    assert keys.person_made(PERSON) == keys.person(PERSON) == key
    assert keys.person_made(uuid4()) != key


def test_a_key_is_made_once_by_many(keys: KeyStore) -> None:
    assert len(set(map(str, at_once(*[lambda: keys.person_made(PERSON)] * 8)))) == 1
    assert len(set(map(str, at_once(*[lambda: keys.service("payload")] * 8)))) == 1


def test_keys_last(keys: KeyStore, database: Databases) -> None:
    person, service = keys.person_made(PERSON), keys.service("payload")
    later = opened(database)
    assert later.person(PERSON) == person
    assert later.service("payload") == service
    assert later.service("fingerprint") != service
    later.close()


def test_a_destroyed_key_is_gone_for_every_process_at_once(
    keys: KeyStore, database: Databases
) -> None:
    elsewhere = opened(database)
    keys.person_made(PERSON)
    assert elsewhere.person(PERSON) is not None
    keys.destroy(PERSON)
    assert keys.person(PERSON) is None
    assert elsewhere.person(PERSON) is None
    elsewhere.close()


def test_a_destroyed_key_is_not_made_again(keys: KeyStore) -> None:
    keys.person_made(PERSON)
    never_known = uuid4()
    for person in (PERSON, never_known):
        keys.destroy(person)
        keys.destroy(person)
        with pytest.raises(PersonErased):
            keys.person_made(person)
        assert keys.person(person) is None


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_no_byte_of_a_destroyed_key_stays_in_the_files(keys: KeyStore, database: Databases) -> None:
    path, people = Path(database.keys), [uuid4() for _ in range(60)]
    made = [keys.person_made(person) for person in people]
    assert all(key in all_bytes(path) for key in made)
    for person in people[::2]:
        keys.destroy(person)
    assert not any(key in all_bytes(path) for key in made[::2])
    assert all(key in all_bytes(path) for key in made[1::2])


def all_bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_reader_that_keeps_the_bytes_is_told_of(
    database: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.store.sqlite_database.LOCK_TIMEOUT", 0.05)
    keys, reader = opened(database), SQLiteDatabase(Path(database.keys), KEYS)
    keys.person_made(PERSON)
    with reader.transaction("person_key") as connection:
        connection.execute("SELECT * FROM person_key")
        with pytest.raises(OperationalError):
            keys.destroy(PERSON)
    keys.destroy(PERSON)
    assert keys.person(PERSON) is None
    keys.close()
    reader.close()


def test_a_crash_between_the_table_and_its_files_is_made_good_by_destroying_again(
    keys: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys.person_made(PERSON)
    with monkeypatch.context() as crashing:
        crashing.setattr(type(keys._database), "scrub", _crash)
        for _ in range(2):
            with pytest.raises(OperationalError):
                keys.destroy(PERSON)
        assert keys.person(PERSON) is None
    keys.destroy(PERSON)
    monkeypatch.setattr(type(keys._database), "scrub", _crash)
    keys.destroy(PERSON)


def _crash(database: object, table: str) -> None:
    raise OperationalError("the machine stopped here")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_files_are_for_their_owner_alone(keys: KeyStore, database: Databases) -> None:
    keys.person_made(PERSON)
    path = Path(database.keys)
    files = list(path.parent.glob(f"{path.name}*"))
    assert len(files) == 3
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_table_without_the_destroyed_key_is_written_anew(
    keys: KeyStore, database: Databases
) -> None:
    def stored() -> bytes:
        with psycopg.connect(database.keys, autocommit=True) as server:
            server.execute("CHECKPOINT")
            row = server.execute(
                "SELECT pg_read_binary_file(pg_relation_filepath('keys.person_key'))"
            ).fetchone()
        assert row
        return bytes(row[0])

    key, other = keys.person_made(PERSON), keys.person_made(uuid4())
    assert key in stored()
    keys.destroy(PERSON)
    assert key not in stored()
    assert other in stored()
