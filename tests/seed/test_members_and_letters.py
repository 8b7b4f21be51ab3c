"""The seed on members and their letters: who is on the list, who is introduced, and in time."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from domain.introduction.link import link_id
from domain.organization import organization_id
from service.officers import Officer
from tests.seed.reading import chronicle, gaps, late_from, on_roster, owed
from tests.seed.townspeople import about, but, by, member
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    INTRODUCTION,
    ISSUE,
    LINK,
    MEMBER,
    OFFICE_CELL,
    OTHER_WARD,
    RECEIVE,
    WORKPLACE,
    act,
    person,
)

BLOC = organization_id("DU-KHOI")
DRAFT = act("clerk", "draft-letter", "2026-03-03", member=MEMBER)
MOVE = but(DECLARE, "2026-05-04", body=OTHER_WARD, dwelling="Số 8", moved_on="2026-05-01")
SECOND_LINK = link_id(MEMBER, 2)


def registered(code: str, parent: UUID | None, kind: str = "cell") -> Sent:
    facts = {"code": code, "kind": kind, "name": f"Chi bộ {code}", "symbol": code}
    followed = {"sides": ["WORKPLACE"], "followed_from": "2026-01-01", "parent": parent}
    return act("administrator", "register-organization", "2026-01-01", **facts, **followed)


def test_row_01_248_members_in_19_cells_under_a_bloc(play: Scenario) -> None:
    """“đảng bộ cơ sở trực thuộc Đảng bộ Khối Các cơ quan Trung ương, Đảng bộ hiện có 248 đảng
    viên, sinh hoạt ở 19 chi bộ”
    """
    cells = [OFFICE_CELL, *(organization_id(f"CB-{number}") for number in range(2, 20))]
    of_cells = [registered(f"CB-{number}", WORKPLACE) for number in range(2, 20)]
    under = {"organization": WORKPLACE, "parent": BLOC, "from_": "2026-01-01"}
    place = act("administrator", "place-organization", "2026-01-01", **under)
    play.given(registered("DU-KHOI", None, "central_bloc"), *of_cells, place)
    batch = [
        {
            "command": "enroll-member",
            "key": str(n),
            "body": but(
                ENROL,
                "2026-01-01",
                person=member(str(n)),
                how="INITIAL",
                cell=cells[n % 19],
                full_name=f"Đảng viên {n}",
            ).body,
        }
        for n in range(248)
    ]
    answers = play.client.post("/api/commands", json=batch, headers=play.headers("clerk"))
    assert [one["status"] for one in answers.get_json()] == [201] * 248
    moved = {"member": member("0"), "cell": cells[1], "from_": "2026-02-01"}
    play.given(act("clerk", "assign-cell", "2026-02-01", **moved))

    of_january = play.asked("clerk", "/api/roster?as_of=2026-01-31&limit=1000").items
    of_cell = Counter(row["cell"]["id"] for row in of_january)
    assert (len(of_january), len(of_cell)) == (248, 19)
    today = Counter(
        row["cell"]["id"] for row in play.asked("clerk", "/api/roster?limit=1000").items
    )
    assert today[str(cells[0])] == of_cell[str(cells[0])] - 1
    assert today[str(cells[1])] == of_cell[str(cells[1])] + 1
    play.officers = {**play.officers, "bloc": Officer(person("bloc"), BLOC)}
    office = {"organization": BLOC, "officer": person("bloc"), "name": "Đỗ Văn An"}
    play.given(
        act(
            "administrator",
            "appoint-officer",
            "2026-01-02",
            **office,
            office="secretary",
            from_="2026-01-02",
        )
    )
    below = play.asked("bloc", f"/api/roster?organization={WORKPLACE}&limit=1000").items
    assert len(below) == 248


def test_row_03_those_to_be_introduced_are_introduced_in_time(play: Scenario) -> None:
    """“các đảng viên thuộc diện giới thiệu về sinh hoạt nơi cư trú được Đảng ủy cơ quan làm thủ
    tục giới thiệu kịp thời, đúng quy trình”
    """
    play.given(ENROL, DECLARE)
    in_time = "phải tiến hành kịp thời việc giới thiệu đảng viên"
    late_from(play, "G01", "2026-03-17", office="Wo", owner=WORKPLACE, quote=in_time)
    play.given(DRAFT)
    assert owed(play, "G01", "2026-03-03") == []
    signed = "bí thư hoặc phó bí thư ký, đóng dấu"
    late_from(play, "G03", "2026-03-10", office="Ws", owner=WORKPLACE, quote=signed)
    play.given(ISSUE)
    assert owed(play, "G03", "2026-03-06") == []
    sent = "thông qua giấy giới thiệu của Đảng ủy cơ quan gửi cho cấp ủy địa phương"
    late_from(play, "G04", "2026-04-17", office="Wo", owner=WORKPLACE, quote=sent)
    play.given(RECEIVE)
    assert owed(play, "G04", "2026-03-10") == []
    assert on_roster(play, on="2026-03-10")["state"] == "RECEIVED"


def test_row_03_whoever_is_not_to_be_introduced_is_not(play: Scenario) -> None:
    """“các đảng viên thuộc diện giới thiệu …”"""
    exempt = {"member": MEMBER, "class_": "B", "ground": "ON_FILE", "from_": "2026-03-02"}
    play.given(ENROL, DECLARE, act("secretary", "grant-exemption", "2026-03-02", **exempt))
    for paper in (DRAFT, ISSUE):
        play.when(paper).refused(409, "ExemptFromIntroduction", "member")
    assert on_roster(play)["state"] == "EXEMPT_B"
    assert play.asked("clerk", "/api/obligations?as_of=2026-12-31").items == []


def test_row_09_who_moves_is_introduced_anew(play: Scenario) -> None:
    """“đối với những đảng viên mới kết nạp hoặc đảng viên có thay đổi về nơi ở, Văn phòng Đảng ủy
    làm thủ tục giới thiệu”
    """
    said = "đảng viên có thay đổi về nơi ở, Văn phòng Đảng ủy làm thủ tục giới thiệu"
    play.given(but(ENROL, how="ADMITTED"), DECLARE)
    [new] = gaps(play, "G01", "2026-03-18")
    assert (new["due_on"], new["member"]["id"]) == ("2026-03-17", str(MEMBER))
    play.given(*INTRODUCTION[2:], MOVE)
    late_from(play, "G02", "2026-05-19", office="Wo", owner=WORKPLACE, quote=said)
    assert on_roster(play, on="2026-05-03")["state"] == "PLACED"
    row = on_roster(play, on="2026-05-04")
    assert (row["state"], row["residence"]["body"]["id"]) == ("TO_INTRODUCE", str(OTHER_WARD))

    play.given(but(DRAFT, "2026-05-06"), but(ISSUE, "2026-05-08", number="31-GGT/ĐU"))
    assert owed(play, "G02", "2026-05-06") == []
    arrive = by("other ward clerk", but(RECEIVE, "2026-05-20", link=SECOND_LINK))
    play.given(arrive)
    late_from(play, "G33", "2026-06-04", office="Wo", owner=WORKPLACE, quote=said)
    assert on_roster(play, on="2026-05-20")["older_links"]
    close = {"link": LINK, "reason": "MOVED", "on": "2026-05-25"}
    play.given(act("clerk", "close-link", "2026-05-25", **close))
    assert owed(play, "G33", "2026-05-25") == []
    assert play.asked("ward clerk", "/api/roster?as_of=2026-05-25&state=PLACED").items == []


def test_row_11_the_office_writes_and_a_secretary_signs_and_seals(play: Scenario) -> None:
    """“Văn phòng Đảng ủy viết giấy giới thiệu, đồng chí bí thư hoặc phó bí thư ký, đóng dấu”"""
    said = "đồng chí bí thư hoặc phó bí thư ký, đóng dấu"
    play.given(ENROL, DECLARE)
    play.when(by("secretary", DRAFT)).refused(403, "OutsideYourSide")
    play.given(DRAFT)
    assert on_roster(play)["state"] == "DRAFTED"
    late_from(play, "G03", "2026-03-10", office="Ws", owner=WORKPLACE, quote=said)
    stranger = but(ISSUE, signer=person("cell secretary"))
    play.when(stranger).refused(409, "NotInOffice", "signer")
    play.when(but(ISSUE, sealed=False)).refused(409, "Unsealed", "sealed")
    play.when(but(ISSUE, "2026-03-02")).refused(409, "BeforeItsGround", "occurred_on")
    play.when(ISSUE).then("letter.issued", "paper.number_taken")
    assert owed(play, "G03", "2026-03-06") == []
    letter = chronicle(play, MEMBER)["letter.issued"]
    assert (letter["signer_office"], letter["sealed"]) == ("secretary", True)
    assert letter["names_as_issued"] == {
        "issuer": "Đảng ủy Cơ quan",
        "to": "Đảng ủy phường An Hòa",
    }
    play.given(*about("second", ENROL, DECLARE))
    again = but(about("second", ISSUE)[0], number="15-GGT/ĐU")
    play.when(again).refused(409, "NumberTaken", "number")


def test_row_36_admitted_and_transferred_in_alike(play: Scenario) -> None:
    """“phải tiến hành kịp thời việc giới thiệu … đối với những đảng viên mới được kết nạp và
    những đảng viên mới chuyển đến”
    """
    said = "phải tiến hành kịp thời việc giới thiệu đảng viên về giữ mối liên hệ"
    play.given(but(ENROL, how="ADMITTED"), DECLARE)
    late_from(play, "G01", "2026-03-17", office="Wo", owner=WORKPLACE, quote=said)
    play.given(*about("second", but(ENROL, how="TRANSFERRED_IN"), DECLARE))
    assert len(gaps(play, "G01", "2026-03-18")) == 2
    play.given(ISSUE)
    [left] = gaps(play, "G01", "2026-03-18")
    assert left["member"]["id"] == str(member("second"))


def test_row_36_how_soon_is_a_figure_of_the_committee(play: Scenario) -> None:
    """“phải tiến hành kịp thời việc giới thiệu …”"""
    adopted = {"organization": WORKPLACE, "adopts": "213-2020", "from_": "2026-02-01"}
    adopt = act("secretary", "adopt-rule-set", "2026-02-01", **adopted)
    play.given(but(adopt, figures={"letter.new_days": 7}), ENROL, DECLARE)
    [waiting] = owed(play, "G01", "2026-03-02")
    assert waiting["due_on"] == "2026-03-09"
    play.when(but(adopt, "2026-04-01", from_="2026-04-01", figures={"transfer.wd": 90}))
    play.refused(409, "FigureFixedByRegulation", "figures.transfer.wd")
    play.when(but(adopt, "2026-04-01", from_="2026-04-01", figures={"letter.days": 9}))
    play.refused(409, "UnknownFigure", "figures.letter.days")
