"""The seed on the workplace's own year: made known, checked, reviewed, agreed upon."""

from __future__ import annotations

from typing import Any

from domain.coordination import coordination_id
from tests.seed.reading import acts, found_from, gaps, late_from, owed
from tests.seed.townspeople import but, by, introduced
from tests.service.scenario import Scenario
from tests.service.town import (
    DISSEMINATE,
    ENROL,
    INSPECT,
    INTRODUCTION,
    OFFICE_CELL,
    QUARTER,
    REVIEW,
    STOCK,
    WARD,
    WORKPLACE,
    act,
    person,
)


def adopted(**figures: Any) -> Any:
    named = {name.replace("_", ".", 1): value for name, value in figures.items()}
    facts = {"organization": WORKPLACE, "adopts": "213-2020", "from_": "2026-01-05"}
    return act("secretary", "adopt-rule-set", "2026-01-05", **facts, figures=named)


def test_row_02_the_regulation_is_made_known_and_adopted(play: Scenario) -> None:
    """“chỉ đạo các chi bộ quán triệt đảng viên nghiêm túc thực hiện”; “Tiếp tục quán triệt đầy đủ,
    nghiêm túc nội dung, mục đích, yêu cầu, ý nghĩa” (recorded; it is no gap where it is not)
    """
    play.when(by("ward clerk", DISSEMINATE)).refused(404, "NotVisible")
    play.given(adopted(), DISSEMINATE)
    play.when(DISSEMINATE._replace(key="again")).repeated("regulation.disseminated")
    [made_known] = acts(play, "regulation.disseminated")
    assert (made_known["effect_date"], made_known["office"]) == ("2026-04-02", "clerk")
    assert len(acts(play, "organization.rule_set_adopted")) == 1
    play.when(but(adopted(), adopts="99-2030")).refused(409, "UnknownRuleSet", "adopts")


def test_row_04_each_review_of_the_year_has_its_item_on_the_regulation(play: Scenario) -> None:
    """“Trong tổng kết công tác, kiểm điểm tập thể, cá nhân và đánh giá, phân loại chất lượng chi
    bộ, đảng viên hằng năm đều có đánh giá việc thực hiện Quy định số 76”
    """
    said = "hằng năm đều có đánh giá việc thực hiện Quy định số 76"
    play.given(ENROL)
    late_from(play, "G24", "2026-12-31", office="Wc", owner=OFFICE_CELL, quote=said)
    without = but(REVIEW, "2026-12-10", regulation_item=False)
    of_work = but(REVIEW, "2026-12-12", kind="WORK_SUMMARY")
    play.given(without, of_work, but(REVIEW, "2026-12-14", kind="INDIVIDUAL"))
    assert len(owed(play, "G24", "2026-12-31")) == 1
    play.given(but(REVIEW, "2026-12-18", kind="CLASSIFICATION"))
    assert owed(play, "G24", "2026-12-18") == []
    address = f"/api/review-pack?cell={OFFICE_CELL}&year=2026"
    pack = play.asked("cell secretary", address).said["review"]
    assert (pack["status"], len(pack["held"])) == ("PRESENT", 4)


def test_row_04_a_round_closed_before_makes_it_due(play: Scenario) -> None:
    """“Trong tổng kết công tác … đều có đánh giá việc thực hiện Quy định số 76”"""
    said = "đều có đánh giá việc thực hiện Quy định số 76"
    of_year = {"committee": WORKPLACE, "year": 2026}
    play.given(ENROL, act("secretary", "open-round", "2026-10-15", **of_year, mode="ALL"))
    play.given(act("secretary", "close-round", "2026-12-20", **of_year, on="2026-12-20"))
    late_from(play, "G24", "2026-12-20", office="Wc", owner=OFFICE_CELL, quote=said)


def test_row_26_the_committee_checks_and_urges(play: Scenario) -> None:
    """“thường xuyên kiểm tra, đôn đốc thực hiện”; “thiếu kiểm tra, nhắc nhở”"""
    play.given(ENROL)
    late_from(play, "G32", "2026-12-31", office="Ws", owner=WORKPLACE, quote="thiếu kiểm tra")
    [gap] = gaps(play, "G32", "2027-01-01")
    assert gap["incurable"]
    play.given(but(INSPECT, "2027-01-05"))
    assert len(gaps(play, "G32", "2027-01-05")) == 1
    play.given(INSPECT)
    assert owed(play, "G32", "2026-10-06") == []


def test_row_37_stock_is_taken(play: Scenario) -> None:
    """“Tiến hành sơ kết, tổng kết để rút kinh nghiệm”"""
    said = "Tiến hành sơ kết, tổng kết để rút kinh nghiệm"
    play.given(ENROL)
    late_from(play, "G31", "2026-12-31", office="Ws", owner=WORKPLACE, quote=said)
    play.given(but(STOCK, "2026-07-02", kind="INTERIM"))
    assert owed(play, "G31", "2026-07-02") == []
    assert gaps(play, "G31", "2027-01-01") == []


def test_row_39_the_two_committees_agree_on_rules(play: Scenario) -> None:
    """“chỉ đạo thống nhất việc xây dựng quy chế phối hợp”"""
    said = "xây dựng quy chế phối hợp"
    play.given(adopted(obligations_on=["G30"], coordination_min_links=2), *INTRODUCTION)
    assert owed(play, "G30", "2026-12-31") == []
    second = [but(paper, "2026-04-01") for paper in introduced("second")]
    play.given(*second)
    found_from(play, "G30", "2026-04-01", office="Ws", owner=WORKPLACE, quote=said)
    agree = act(
        "secretary",
        "agree-coordination",
        "2026-05-04",
        workplace=WORKPLACE,
        residence=WARD,
        figures={"slip.return_days": 7},
        from_="2026-05-04",
        signers=[person("secretary"), person("ward secretary")],
    )
    play.when(but(agree, signers=[person("clerk"), person("ward secretary")]))
    play.refused(409, "NotInOffice", "signers")
    play.given(agree)
    assert owed(play, "G30", "2026-05-04") == []
    of_may = [but(paper, "2026-05-05") for paper in introduced("third")[:4]]
    play.given(*of_may)
    assert "2026-05-12" in {row["due_on"] for row in owed(play, "G05", "2026-05-05")}
    entry = f"{coordination_id(WORKPLACE, WARD)}/1"
    end = {"workplace": WORKPLACE, "residence": WARD, "agreement": entry, "on": "2026-09-01"}
    play.given(by("ward secretary", act("", "end-coordination", "2026-09-01", **end)))
    assert len(gaps(play, "G30", "2026-09-02")) == 1


def test_row_27_what_the_two_sides_owe_each_other_has_an_owner(play: Scenario) -> None:
    """“sự phối hợp giữa cấp ủy nơi đảng viên công tác với cấp ủy nơi đảng viên cư trú … có lúc
    chưa chặt chẽ”
    """
    said = "sự phối hợp giữa cấp ủy nơi đảng viên công tác với cấp ủy nơi đảng viên cư trú"
    play.given(*INTRODUCTION[:4])
    for who in ("clerk", "ward clerk"):
        for gap in play.asked(who, "/api/gaps?as_of=2026-12-31").items:
            assert gap["owner"]["name"]
            assert gap["clause"]
            assert gap["due_on"]
    stated = {"workplace": WORKPLACE, "residence": WARD, "stated_by": "RESIDENCE"}
    empty = act(
        "ward clerk", "state-roster", "2026-07-03", **stated, as_on="2026-06-30", entries=[]
    )
    play.given(empty)
    late_from(play, "G38", "2026-07-30", office="Ro", owner=WARD, quote=said)
    [row] = play.asked("clerk", "/api/differences?as_of=2026-07-31").items
    assert (row["kind"], row["state"]) == ("NOT_AT_RESIDENCE", "OPEN")
    answer = {"reconciliation": row["reconciliation"], "difference": row["difference"]}
    mend = act("ward clerk", "answer-difference", "2026-07-20", **answer, answer="MENDED")
    play.given(mend)
    assert owed(play, "G38", "2026-07-20") == []


def test_row_27_a_residence_asks_for_a_letter(play: Scenario) -> None:
    """“sự phối hợp … có lúc chưa chặt chẽ”"""
    asked = {"by": WARD, "to": WORKPLACE, "full_name": "Lê Văn Út", "birth_date": "1980-02-03"}
    ask = act("ward clerk", "ask-for-letter", "2026-04-01", **asked, grounds="Ở từ tháng 1")
    play.when(but(ask, by=QUARTER)).refused(403, "OutsideYourSide")
    request = play.given(ask).said["events"][0]["stream"]
    said = "có lúc chưa chặt chẽ"
    gap = late_from(play, "G38", "2026-05-01", office="Wo", owner=WORKPLACE, quote=said)
    assert gap["step"] == "ASKED"
    answer = act("clerk", "answer-letter-ask", "2026-04-20", letter_ask=request, outcome="NOT_DUE")
    play.given(answer)
    assert owed(play, "G38", "2026-04-20") == []
    play.when(but(answer, "2026-04-21", outcome="LETTER_FOLLOWS"))
    play.refused(409, "AlreadyAnswered", "letter_ask")
