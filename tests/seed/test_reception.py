"""The seed on how a residence receives a member: slip, cell, group, and who follows him."""

from __future__ import annotations

from tests.seed.reading import acts, late_from, on_roster, owed, year_of
from tests.seed.townspeople import but, by, on_paper
from tests.service.scenario import Scenario
from tests.service.town import (
    DECLARE,
    ENROL,
    FILE_SLIP,
    FORWARD,
    GROUP,
    INTRODUCTION,
    ISSUE,
    LINK,
    MEMBER,
    OFFICE_CELL,
    OTHER_WARD,
    PLACING,
    QUARTER,
    RECEIVE,
    RETURN_SLIP,
    WARD,
    WORKPLACE,
    act,
    person,
)

LIST, ASSIGN_GROUP, ASSIGN_MONITOR = PLACING
RETURN = act("ward clerk", "return-letter", "2026-03-10", link=LINK, reason="NOT_RESIDENT")


def test_row_05_the_committee_receives_and_hands_on_to_cell_and_group(play: Scenario) -> None:
    """“tiếp nhận đảng viên về sinh hoạt, giới thiệu đảng viên về các tổ đảng”"""
    said = "giới thiệu đảng viên về các tổ đảng"
    play.given(ENROL, DECLARE, ISSUE)
    play.when(FORWARD).refused(409, "LetterNeverArrived", "link")
    play.given(RECEIVE)
    late_from(play, "G07", "2026-03-20", office="Ro", owner=WARD, quote=said)
    play.when(but(FORWARD, cell=OFFICE_CELL)).refused(409, "CellNotUnderBody", "cell")
    play.when(LIST._replace(who="ward clerk")).refused(409, "NotForwarded", "link")
    play.given(FORWARD)
    late_from(play, "G07", "2026-03-21", office="Rc", owner=QUARTER, quote=said)
    play.when(but(ASSIGN_GROUP, group=QUARTER)).refused(409, "GroupNotInCell", "group")
    play.given(LIST, ASSIGN_GROUP)
    assert owed(play, "G07", "2026-03-13") == []
    for who in ("ward clerk", "quarter secretary", "group leader"):
        seen = on_roster(play, who)
        assert (seen["state"], seen["group"]["id"]) == ("PLACED", str(GROUP))
    assert [entry["effect_date"] for entry in acts(play, "link.listed", "quarter secretary")] == [
        "2026-03-13"
    ]


def test_row_05_whom_the_committee_does_not_receive_it_sends_back(play: Scenario) -> None:
    """“tiếp nhận đảng viên về sinh hoạt …”"""
    play.given(ENROL, DECLARE, ISSUE)
    play.when(by("other ward clerk", RECEIVE)).refused(404, "NotVisible")
    play.given(RETURN)
    assert owed(play, "G04", "2026-03-10") == []
    assert on_roster(play)["state"] == "TO_INTRODUCE"
    again = "phải tiến hành kịp thời việc giới thiệu đảng viên"
    late_from(play, "G01", "2026-03-25", office="Wo", owner=WORKPLACE, quote=again)
    play.when(RECEIVE).refused(409, "LetterOutOfForce", "attempt")
    play.given(but(ISSUE, "2026-03-12", number="16-GGT/ĐU"))
    assert owed(play, "G01", "2026-03-12") == []
    play.given(but(RECEIVE, "2026-03-16"))
    play.when(but(RETURN, "2026-03-17")).refused(409, "LinkIsOpen", "attempt")


def test_row_06_a_committee_member_follows_each_member(play: Scenario) -> None:
    """“phân công cấp ủy viên thường xuyên theo dõi, quản lý việc sinh hoạt theo đúng định kỳ”"""
    said = "phân công cấp ủy viên thường xuyên theo dõi, quản lý việc sinh hoạt theo đúng định kỳ"
    play.given(*INTRODUCTION, LIST, ASSIGN_GROUP)
    late_from(play, "G08", "2026-03-26", office="Rc", owner=QUARTER, quote=said)
    assert year_of(play)["items"]["MONITOR"]["status"] == "MISSING"
    play.when(but(ASSIGN_MONITOR, monitor=person("clerk")))
    play.refused(409, "MonitorNotOnCommittee", "monitor")
    play.given(ASSIGN_MONITOR)
    assert owed(play, "G08", "2026-03-13") == []
    assert on_roster(play, "quarter secretary")["monitor"] == str(person("quarter member"))

    seat = {"organization": QUARTER, "appointment": f"{QUARTER}/3", "on": "2026-06-01"}
    leave = {"officer": person("quarter member"), "office": "cell_committee_member"}
    play.given(act("administrator", "relieve-officer", "2026-06-01", **seat, **leave))
    late_from(play, "G08", "2026-06-16", office="Rc", owner=QUARTER, quote=said)


def test_row_10_a_slip_comes_back(play: Scenario) -> None:
    """“tiếp nhận và có phiếu báo gửi về Đảng ủy cơ quan”"""
    said = "tiếp nhận và có phiếu báo gửi về Đảng ủy cơ quan"
    play.given(ENROL, DECLARE, ISSUE)
    play.when(RETURN_SLIP).refused(409, "LetterNeverArrived", "received_on")
    play.given(RECEIVE)
    late_from(play, "G05", "2026-03-25", office="Ro", owner=WARD, quote=said)
    assert on_roster(play)["slip"] == "NONE"
    play.when(but(RETURN_SLIP, signer=person("ward clerk"))).refused(409, "NotInOffice", "signer")
    play.given(RETURN_SLIP)
    assert owed(play, "G05", "2026-03-12") == []
    assert on_roster(play)["slip"] == "RETURNED"


def test_row_10_where_only_the_workplace_writes_the_slip_is_the_first_news(play: Scenario) -> None:
    """“… có phiếu báo gửi về Đảng ủy cơ quan”"""
    play.given(ENROL, DECLARE, ISSUE)
    facts = {"received_on": "2026-03-10", "cell": QUARTER, "signer": None}
    slip = by("clerk", but(RETURN_SLIP, **facts, signer_as_written="Lê Văn Cường"))
    play.when(slip).refused(409, "TranscribedWithoutPaper", "transcribed")
    late = on_paper(slip, "2026-05-04", "phiếu báo")
    play.when(late).then("letter.received", "link.forwarded", "slip.returned")
    play.when(late._replace(key="again")).repeated(
        "letter.received", "link.forwarded", "slip.returned"
    )
    assert owed(play, "G05", "2026-03-12") == []
    [filing] = owed(play, "G06", "2026-05-04")
    assert filing["due_on"] == "2026-05-11"
    play.when(on_paper(but(slip, cell=OTHER_WARD), "2026-05-04"))
    play.refused(409, "CellNotUnderBody", "cell")


def test_row_12_the_office_files_the_slip(play: Scenario) -> None:
    """“Văn phòng Đảng ủy lưu phiếu”"""
    play.given(*INTRODUCTION[:4]).when(FILE_SLIP).refused(409, "SlipNotReturned", "attempt")
    play.given(*INTRODUCTION[4:6])
    late_from(play, "G06", "2026-03-19", office="Wo", owner=WORKPLACE, quote="lưu phiếu")
    play.when(by("ward clerk", FILE_SLIP)).refused(403, "OutsideYourSide")
    play.given(FILE_SLIP)
    assert owed(play, "G06", "2026-03-20") == []
    assert on_roster(play)["slip"] == "FILED"
    items = year_of(play)["items"]
    assert {items[name]["status"] for name in ("LETTER", "SLIP", "SLIP_FILED")} == {"PRESENT"}
    assert str(MEMBER) == year_of(play)["member"]
