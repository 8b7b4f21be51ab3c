"""A person is erased: entry first, then key; his history stays, and he never comes back by it."""

from __future__ import annotations

from typing import Any

import pytest
from eventsourcing.persistence import OperationalError

from domain.refusals import PersonErased
from service.app import create_app, service_of
from service.composition import Service
from service.settings import Settings
from service.store.keys import KeyStore
from tests.service.scenario import Scenario, Sent
from tests.service.town import DECLARE, ENROL, LINK, MEMBER, WORKPLACE, YEAR, act, person

DEPUTY = act(
    "administrator",
    "appoint-officer",
    "2026-01-02",
    organization=WORKPLACE,
    officer=person("deputy"),
    name="Trần Thị Mơ",
    office="deputy_secretary",
    from_="2026-01-02",
)
DEPART = act(
    "clerk", "depart-member", "2026-12-20", member=MEMBER, reason="RETIRED", on="2026-12-31"
)
TELL = act("clerk", "notify-status", "2027-01-05", link=LINK, change="DEPARTED", number="3-TB/ĐU")
ERASE = act(
    "secretary",
    "erase-personal-data",
    "2027-01-10",
    member=MEMBER,
    approved_by=person("deputy"),
    reason="Hết thời hạn lưu",
)
GONE = [DEPUTY, *YEAR, DEPART]


def but(sent: Sent, **body: Any) -> Sent:
    return sent._replace(body=sent.body | body)


def names_in(scenario: Scenario) -> str:
    """All that the workplace and the ward can read of the member."""
    read = ""
    for who in ("clerk", "ward clerk", "quarter secretary"):
        for question in (
            "roster?state=DEPARTED",
            "roster?state=CLOSED",
            f"members/{MEMBER}/chronicle?limit=1000",
            "obligations",
            "gaps?as_of=2027-01-20",
            "classification-inputs?year=2026",
        ):
            read += scenario.asked(who, f"/api/{question}").answer.text
    return read


def test_two_secretaries_erase_whoever_has_left(scenario: Scenario) -> None:
    scenario.given(*GONE)
    assert "Thắm" in names_in(scenario)
    scenario.when(ERASE).then("member.personal_data_erased")
    read = names_in(scenario)
    for text in ("Thắm", "1984-05-17", "Số 12", "Gương mẫu", "sửa đường"):
        assert text not in read
    [member] = scenario.asked("clerk", "/api/roster?state=DEPARTED").items
    assert (member["full_name"], member["birth_date"]) == (None, None)
    assert member["residence"]["dwelling"] is None
    scenario.when(ERASE).repeated("member.personal_data_erased")
    assert service_of(scenario.app).rebuild().equal


def test_the_history_of_the_erased_stands_entry_for_entry(in_a_file: Scenario) -> None:
    chronicle = f"/api/members/{MEMBER}/chronicle?limit=1000"
    before = in_a_file.given(*GONE).asked("clerk", chronicle).items
    *after, erased = in_a_file.given(ERASE).asked("clerk", chronicle).items
    assert erased["topic"] == "member.personal_data_erased"
    assert [e["event_id"] for e in after] == [e["event_id"] for e in before]
    enrolled = next(e for e in after if e["topic"] == "member.enrolled")
    assert enrolled["facts"]["full_name"] is None


def test_nobody_is_erased_alone_or_while_he_is_a_member(in_a_file: Scenario) -> None:
    in_a_file.given(DEPUTY, *YEAR)
    in_a_file.when(ERASE).refused(409, "StillWorkingMember", "member")
    in_a_file.given(DEPART)
    alone = {"approved_by": None}, {"approved_by": str(person("secretary"))}
    for body in (*alone, {"approved_by": str(person("clerk"))}):
        in_a_file.when(but(ERASE, **body)).refused(409, "SecondApprovalMissing", "approved_by")
    in_a_file.when(ERASE._replace(who="clerk")).refused(403, "OutsideYourSide")
    in_a_file.when(ERASE._replace(who="ward secretary")).refused(404, "NotVisible")
    assert "Thắm" in names_in(in_a_file)


def test_a_late_paper_about_the_erased_ends_things_and_begins_none(in_a_file: Scenario) -> None:
    in_a_file.given(*GONE, ERASE)
    nameless = {"secret": True, "full_name": None, "birth_date": None}
    for late, field in (
        (but(DECLARE, occurred_on="2026-12-01", dwelling="Số 9"), "neighborhood"),
        (but(ENROL, occurred_on="2027-01-12"), "full_name"),
        (but(ENROL, occurred_on="2027-01-12", **nameless), None),
    ):
        in_a_file.when(late).refused(409, "PersonErased", field)
    in_a_file.when(TELL).then("link.status_notified")


def test_whoever_comes_back_is_another_person_to_the_record(in_a_file: Scenario) -> None:
    derived = ENROL.body | {"person": None, "admitted_on": "2012-09-02"}
    enrolled = in_a_file.given(DEPUTY, ENROL._replace(body=derived)).said["events"][0]
    member = enrolled["event_id"].partition("/")[0]
    in_a_file.given(but(DEPART, member=member), but(ERASE, member=member))
    again = derived | {"occurred_on": "2027-01-12"}
    in_a_file.when(ENROL._replace(body=again)).refused(409, "PersonErased", "full_name")
    in_a_file.when(ENROL._replace(body=again | {"person": str(MEMBER)})).then("member.enrolled")


# However it is interrupted, an entry that is stored takes the key with it in the end.


def opened(settings: Settings) -> Service:
    return service_of(create_app(settings))


def test_a_key_that_could_not_be_destroyed_goes_when_the_same_is_sent_again(
    scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario.given(*GONE)
    with monkeypatch.context() as patched:
        patched.setattr(KeyStore, "destroy", _busy)
        scenario.when(ERASE._replace(key="once")).refused(503, "OperationalError")
    keys = service_of(scenario.app).coordination.keys
    assert keys.person(MEMBER)
    scenario.when(ERASE._replace(key="once")).repeated("member.personal_data_erased")
    assert keys.person(MEMBER) is None


def _busy(keys: KeyStore, person: object) -> None:
    raise OperationalError("the machine stopped here")


def test_a_key_that_outlived_its_erasure_goes_at_the_next_start(
    scenario: Scenario, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario.given(*GONE)
    with monkeypatch.context() as patched:
        patched.setattr(KeyStore, "destroy", _busy)
        scenario.when(ERASE).refused(503, "OperationalError")
    assert service_of(scenario.app).coordination.keys.person(MEMBER)
    service = opened(settings)
    assert service.coordination.keys.person(MEMBER) is None
    with pytest.raises(PersonErased):
        service.coordination.keys.person_made(MEMBER)
    service.close()


def test_keys_from_before_the_erasure_that_are_put_back_go_at_the_next_start(
    scenario: Scenario, settings: Settings
) -> None:
    scenario.given(*GONE)
    keys = service_of(scenario.app).coordination.keys
    key = keys.person(MEMBER)
    scenario.given(ERASE)
    put_back = "UPDATE person_key SET key = ? WHERE person = ?"
    keys._database.execute(put_back, [key, str(MEMBER)])
    assert keys.person(MEMBER) == key
    service = opened(settings)
    assert service.coordination.keys.person(MEMBER) is None
    service.close()
