"""What becomes of a member at the workplace: recognized, sent elsewhere, and the residence told."""

from __future__ import annotations

import pytest

from service.commands import COMMANDS
from service.openapi import required_only
from tests.service.scenario import Scenario
from tests.service.town import ENROL, INTRODUCTION, LINK, MEMBER, act

ON_PROBATION = ENROL._replace(body=ENROL.body | {"probationary": True, "admitted_on": "2025-05-19"})
RECOGNIZE = act("clerk", "recognize-full-member", "2026-05-25", member=MEMBER, on="2026-05-19")
SEND = act(
    "clerk",
    "decide-transfer",
    "2026-04-20",
    member=MEMBER,
    kind="OFFICIAL",
    to_name="Đảng ủy Viện Quy hoạch",
    effective_on="2026-05-01",
)
SUSPEND = act(
    "secretary",
    "suspend-activity",
    "2026-06-01",
    member=MEMBER,
    from_="2026-06-01",
    until="2026-06-30",
    decision="QĐ 3-QĐ/ĐU",
)
TELL = act("clerk", "notify-status", "2026-06-03", link=LINK, change="SUSPENDED")


def test_probation_ends_once_and_in_order(in_a_file: Scenario) -> None:
    in_a_file.given(ON_PROBATION)
    early = RECOGNIZE._replace(body=RECOGNIZE.body | {"on": "2025-05-18"})
    in_a_file.when(early).refused(409, "LifeOutOfOrder", "on")
    later = RECOGNIZE._replace(body=RECOGNIZE.body | {"on": "2026-05-26"})
    in_a_file.when(later).refused(409, "BeforeItsGround", "on")
    in_a_file.when(RECOGNIZE).then("member.full_membership_recognized")
    in_a_file.when(RECOGNIZE).repeated("member.full_membership_recognized")
    in_a_file.when(later._replace(body=later.body | {"on": "2026-05-20"}))
    in_a_file.refused(409, "OtherFactsOnRecord", "on")


def test_whoever_is_no_probationer_is_not_recognized(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL).when(RECOGNIZE).refused(409, "NotProbationary", "member")


def test_the_day_of_recognition_is_sealed(in_a_file: Scenario) -> None:
    in_a_file.given(ON_PROBATION, RECOGNIZE)
    *_, entry = in_a_file.asked("clerk", f"/api/members/{MEMBER}/chronicle").items
    assert entry["facts"] == {"on": "2026-05-19"}
    assert "2026-05-19" not in in_a_file.asked("clerk", "/api/history").answer.text


def test_a_transfer_is_decided_and_revoked(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL).when(SEND).then("member.transfer_decided")
    transfer = in_a_file.said["events"][0]["event_id"]
    revoke = act(
        "clerk",
        "revoke-transfer",
        "2026-05-10",
        member=MEMBER,
        transfer=transfer,
        on="2026-05-10",
    )
    in_a_file.when(revoke._replace(body=revoke.body | {"transfer": f"{MEMBER}/9"}))
    in_a_file.refused(409, "NoSuchTransfer", "transfer")
    in_a_file.when(revoke).then("member.transfer_revoked")
    in_a_file.when(revoke).repeated("member.transfer_revoked")


def test_the_residence_is_told_of_what_happened(in_a_file: Scenario) -> None:
    in_a_file.given(*INTRODUCTION).when(TELL).refused(409, "NoGround", "change")
    in_a_file.given(SUSPEND).when(TELL).then("link.status_notified")
    in_a_file.when(TELL).repeated("link.status_notified")
    other = TELL._replace(body=TELL.body | {"number": "8-TB"})
    in_a_file.when(other).refused(409, "OtherFactsOnRecord", "number")


def test_the_ward_copies_the_notice_that_it_got(in_a_file: Scenario) -> None:
    in_a_file.given(*INTRODUCTION, SUSPEND)
    copied = TELL._replace(who="ward clerk")
    in_a_file.when(copied).refused(409, "TranscribedWithoutPaper", "transcribed")
    paper = {"paper_kind": "thông báo", "paper_number": "8-TB", "arrived_on": "2026-06-05"}
    in_a_file.when(copied._replace(body=copied.body | {"transcribed": paper}))
    in_a_file.then("link.status_notified")


def test_the_smallest_examples_can_be_sent(in_a_file: Scenario) -> None:
    in_a_file.given(ON_PROBATION, *INTRODUCTION[1:], SUSPEND)
    for sent in (RECOGNIZE, SEND, TELL):
        example = required_only(COMMANDS[sent.command])
        known = {name: sent.body[name] for name in example.keys() & sent.body.keys()}
        in_a_file.given(sent._replace(body=example | known))


def test_an_id_of_a_paper_to_come_is_no_persons(in_a_file: Scenario) -> None:
    """Else whoever chose it would keep the member's letter from ever being written."""
    taken = ENROL._replace(body=ENROL.body | {"person": str(LINK)})
    in_a_file.when(taken).refused(409, "NoIdOfAPerson", "person")
    in_a_file.given(*INTRODUCTION)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("decision", "QĐ 3-QĐ/ĐU (Mật)"),
        ("decision", "TỐI MẬT, số 3"),
        ("transcribed.paper_kind", "quyết định, độ mật: C"),
        ("transcribed.paper_number", "7 TUYỆT MẬT"),
    ],
)
def test_a_paper_marked_secret_is_not_taken_in(in_a_file: Scenario, field: str, text: str) -> None:
    paper = {"paper_kind": "thông báo", "paper_number": "8-TB", "arrived_on": "2026-06-05"}
    in_a_file.given(*INTRODUCTION)
    marked = SUSPEND._replace(body=SUSPEND.body | {"decision": text})
    if field != "decision":
        in_a_file.given(SUSPEND)
        paper[field.partition(".")[2]] = text
        marked = TELL._replace(who="ward clerk", body=TELL.body | {"transcribed": paper})
    in_a_file.when(marked).refused(409, "SecretMaterial", field)


def test_nor_is_it_put_in_by_a_correction(in_a_file: Scenario) -> None:
    suspended = in_a_file.given(*INTRODUCTION, SUSPEND).said["events"][0]["event_id"]
    mend = act(
        "secretary",
        "correct-entry",
        "2026-07-01",
        event=suspended,
        reason="Ghi nhầm",
        facts={"decision": "QĐ 4, MẬT"},
    )
    in_a_file.when(mend).refused(409, "SecretMaterial", "facts.decision")


def test_whoever_is_called_by_that_word_is_no_secret(in_a_file: Scenario) -> None:
    called = {"full_name": "NGUYỄN VĂN MẬT"}
    in_a_file.when(ENROL._replace(body=ENROL.body | called)).then("member.enrolled")
    kept = SUSPEND.body | {"decision": "QĐ 5 về bảo vệ bí mật nhà nước, BÍ MẬT công tác"}
    in_a_file.when(SUSPEND._replace(body=kept)).then("member.activity_suspended")
