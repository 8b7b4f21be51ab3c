"""The library's application over our recorder, our mapper and our keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from eventsourcing.application import Application
from eventsourcing.persistence import NotSupportedError

from domain.private import Sealed
from service.store.factory import LogFactory
from service.store.sealing import Sealing
from tests.databases import Databases
from tests.store.rows import command
from tests.store.said import MOMENT, OTHER, STREAM, Said, said


@pytest.fixture
def application(database: Databases) -> Iterator[Application[UUID]]:
    application = Application[UUID](env=database.environment)
    yield application
    application.close()


def factory(application: Application[UUID]) -> LogFactory:
    assert isinstance(application.factory, LogFactory)
    return application.factory


def test_events_are_saved_and_read_back(application: Application[UUID]) -> None:
    events = [said(originator_version=1), said(originator_version=2)]
    recordings = application.save(*events, command=command("letter 7"), reads={OTHER: 0})
    assert [recording.notification.id for recording in recordings] == [1, 2]
    read = list(application.events.get(STREAM))
    assert [event.originator_version for event in read] == [1, 2]
    event = read[1]
    assert isinstance(event, Said)
    assert (event.timestamp, event.position) == (MOMENT, 2)
    assert isinstance(event.name, Sealed)
    assert Sealing(factory(application).keys).open(event.name) == "Nguyễn Thị Hằng"
    found = factory(application).recorder.find_command(None, "letter 7")
    assert found
    assert (found.first, found.last) == (1, 2)


def test_a_saved_event_stays_readable_after_its_person_is_erased(
    application: Application[UUID],
) -> None:
    application.save(said(originator_version=1))
    keys = factory(application).keys
    [event] = application.events.get(STREAM)
    assert isinstance(event, Said)
    assert isinstance(event.name, Sealed)
    keys.destroy(event.name.person)
    [again] = application.events.get(STREAM)
    assert again == event
    assert Sealing(keys).open(event.name) is None


def test_what_an_application_of_ours_does_without(application: Application[UUID]) -> None:
    made = factory(application)
    with pytest.raises(NotSupportedError, match="snapshots"):
        made.aggregate_recorder("snapshots")
    for recorder in (made.tracking_recorder, made.process_recorder):
        with pytest.raises(NotSupportedError, match="projections keep their own place"):
            recorder()


def test_closing_twice_does_no_harm(application: Application[UUID]) -> None:
    application.close()
    application.close()


@pytest.mark.parametrize("missing", ["log", "keys"])
def test_an_address_has_to_be_set(database: Databases, missing: str) -> None:
    with pytest.raises(OSError, match="is not set"):
        Application[UUID](env=replace(database, **{missing: ""}).environment)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_keys_do_not_lie_in_the_log(database: Databases) -> None:
    with pytest.raises(OSError, match="a file of their own"):
        Application[UUID](env=replace(database, keys=database.log).environment)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_one_server_holds_log_and_keys_in_schemas_of_their_own(database: Databases) -> None:
    application = Application[UUID](env=replace(database, keys=database.log).environment)
    application.save(said(originator_version=1))
    assert len(list(application.events.get(STREAM))) == 1
    application.close()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize("value", ["y", "true", "1"])
def test_inserting_without_the_table_lock_is_refused(database: Databases, value: str) -> None:
    unlocked = {"POSTGRES_ENABLE_DB_FUNCTIONS": value}
    with pytest.raises(OSError, match="no table lock"):
        Application[UUID](env=database.environment | unlocked)
    application = Application[UUID](env=database.environment | dict.fromkeys(unlocked, "no"))
    application.close()
