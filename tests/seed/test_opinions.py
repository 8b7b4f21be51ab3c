"""The seed on the yearly opinion: asked for, written, signed and sealed, passed up, filed, used."""

from __future__ import annotations

from domain.evaluation import Purpose, evaluation_id
from tests.seed.reading import (
    acts,
    chronicle,
    gaps,
    late_from,
    numbers,
    owed,
    year_of,
)
from tests.seed.townspeople import but, by, on_paper
from tests.service.scenario import Scenario
from tests.service.town import (
    AGREE,
    ASK,
    CLASSIFY,
    DRAFT,
    EVALUATION,
    INTRODUCTION,
    LINK,
    MEETING_HELD,
    MEMBER,
    OFFICE_CELL,
    OPINION,
    PLACING,
    QUARTER,
    QUOTE,
    WARD,
    WORKPLACE,
    YEAR,
    act,
    person,
)

SIGN, CONFIRM, SEND, RECEIVE, CONSOLIDATE, FILE = OPINION[3:]
APPOINTMENT = {"purpose": "APPOINTMENT", "number": "3-CV"}
FOR_APPOINTMENT = str(evaluation_id(LINK, Purpose.APPOINTMENT, 2026, "3-CV"))


def test_row_07_the_cell_asks_each_year_and_classifies(play: Scenario) -> None:
    """“Cuối mỗi năm, các đảng viên trong chi bộ xin nhận xét của cấp ủy nơi cư trú để chi bộ nhận
    xét, đánh giá và phân loại chất lượng đảng viên”
    """
    said = "Định kỳ hằng năm tổ chức lấy ý kiến nhận xét của chi ủy, chi bộ nơi cư trú"
    play.given(*INTRODUCTION)
    assert owed(play, "G17", "2026-10-14") == []
    late_from(play, "G17", "2026-11-01", office="Wc", owner=OFFICE_CELL, quote=said)
    missing = year_of(play, on="2026-11-02")["items"]["REQUESTED"]
    assert (missing["status"], missing["code"], missing["due_on"]) == (
        "MISSING",
        "G17",
        "2026-11-01",
    )
    play.given(ASK)
    assert owed(play, "G17", "2026-11-01") == []
    play.when(but(ASK, "2026-11-03")).refused(409, "SecondEvaluation", "link")
    play.given(*OPINION[1:])
    cells = {"organization": WORKPLACE, "adopts": "213-2020", "from_": "2026-01-05"}
    by_cell = {"classification.decided_by": "CELL"}
    play.given(act("secretary", "adopt-rule-set", "2026-01-05", **cells, figures=by_cell))
    decide = by("cell secretary", but(CLASSIFY, decided_by=OFFICE_CELL))
    play.when(CLASSIFY).refused(409, "WrongCommittee", "decided_by")
    play.given(decide)
    decided = year_of(play)["classification"]
    assert (decided["level"], decided["decided_by"]["id"]) == ("GOOD", str(OFFICE_CELL))


def test_row_08_slips_are_passed_up_and_filed(play: Scenario) -> None:
    """“Các bản nhận xét này được chi bộ tổng hợp gửi Đảng ủy cơ quan để lưu hồ sơ đảng viên”"""
    said = "được chi bộ tổng hợp gửi Đảng ủy cơ quan để lưu hồ sơ đảng viên"
    play.given(*INTRODUCTION, *OPINION[:6])
    late_from(play, "G23", "2026-12-15", office="Wc", owner=OFFICE_CELL, quote=said)
    play.given(RECEIVE)
    late_from(play, "G23", "2026-12-07", office="Wc", owner=OFFICE_CELL, quote=said)
    play.when(FILE).refused(409, "NotConsolidated", "evaluation")
    play.given(CONSOLIDATE)
    late_from(play, "G23", "2026-12-31", office="Wo", owner=WORKPLACE, quote=said)
    play.when(by("cell secretary", FILE)).refused(403, "OutsideYourSide")
    play.given(FILE)
    assert owed(play, "G23", "2026-12-10") == []
    year = year_of(play)
    assert (year["evaluation"]["stage"], year["items"]["FILED"]["status"]) == ("FILED", "PRESENT")


def test_row_19_a_letter_goes_and_an_opinion_comes_back(play: Scenario) -> None:
    """“thông qua giấy giới thiệu của Đảng ủy cơ quan gửi cho cấp ủy địa phương … và cấp ủy địa
    phương gửi bản nhận xét, đánh giá đảng viên cho Đảng ủy cơ quan”
    """
    play.given(*INTRODUCTION[:3])
    letter = "thông qua giấy giới thiệu của Đảng ủy cơ quan gửi cho cấp ủy địa phương"
    late_from(play, "G04", "2026-04-17", office="Wo", owner=WORKPLACE, quote=letter)
    play.given(*INTRODUCTION[3:], ASK)
    slip = "cấp ủy địa phương gửi bản nhận xét, đánh giá đảng viên cho Đảng ủy cơ quan"
    late_from(play, "G18", "2026-12-01", office="Rc", owner=QUARTER, quote=slip)
    play.given(AGREE, DRAFT, SIGN, CONFIRM)
    late_from(play, "G18", "2026-12-01", office="Ro", owner=WARD, quote=slip)
    play.given(SEND)
    assert owed(play, "G18", "2026-11-25") == []
    closed = numbers(play)
    assert closed["LETTERS_WITH_SLIP", None]["value"] == 1
    assert closed["REQUESTS_WITH_EVALUATION", None]["value"] == 0
    play.given(RECEIVE)
    assert numbers(play)["REQUESTS_WITH_EVALUATION", None]["value"] == 1


def test_row_19_a_slip_sent_back_is_mended_and_comes_again(play: Scenario) -> None:
    """“… và cấp ủy địa phương gửi bản nhận xét, đánh giá đảng viên cho Đảng ủy cơ quan”"""
    play.given(*INTRODUCTION, *OPINION[:7])
    back = {"evaluation": EVALUATION, "defects": ["UNSEALED"], "answer_by": "2026-12-12"}
    play.given(act("cell secretary", "return-evaluation", "2026-11-30", **back))
    [mend] = owed(play, "G18", "2026-11-30")
    assert (mend["due_on"], mend["office"]) == ("2026-12-15", "Rc")
    play.when(CONSOLIDATE).refused(409, "NotReceived", "evaluation")
    play.given(but(SIGN, "2026-12-01"), but(CONFIRM, "2026-12-02"), but(SEND, "2026-12-03"))
    assert owed(play, "G18", "2026-12-03") == []
    play.given(but(RECEIVE, "2026-12-04"), but(CONSOLIDATE, "2026-12-07"), FILE)
    assert year_of(play)["evaluation"]["stage"] == "FILED"
    assert len(acts(play, "evaluation.received", "cell secretary")) == 2


def test_row_20_a_ground_for_the_classification_that_people_decide(play: Scenario) -> None:
    """“để làm căn cứ đánh giá, phân loại chất lượng đảng viên cuối năm và lưu hồ sơ đảng viên”"""
    play.given(*YEAR, QUOTE)
    year = year_of(play)
    assert year["complete"]
    assert year["classification"] is None
    assert (year["attendance"]["called"], year["attendance"]["attended"]) == (1, 1)
    slip = year["evaluation"]
    assert (slip["levels"]["civic_duty"], slip["remarks"]) == (3, "Gương mẫu.")
    assert [one["value"] for one in year["references"]["SELF_RATING"]] == [
        "Hoàn thành tốt nhiệm vụ"
    ]
    before = year_of(play, on="2026-11-30")
    assert not before["complete"]
    assert (before["items"]["FILED"]["code"], before["items"]["FILED"]["office"]) == ("G23", "Wc")
    play.given(CLASSIFY)
    assert year_of(play)["classification"]["level"] == "GOOD"
    play.when(but(CLASSIFY, "2026-12-30")).refused(409, "AlreadyDecided", "member")


def test_row_24_opinions_for_an_appointment_are_told_to_the_member(play: Scenario) -> None:
    """“khi xét khen thưởng, kỷ luật, đào tạo, bồi dưỡng, bố trí, sử dụng, đề bạt, bổ nhiệm cán bộ,
    đảng viên”
    """
    said = "Đảng viên được thông báo ý kiến nhận xét của cấp uỷ nơi làm việc và nơi cư trú"
    on_it = {"evaluation": FOR_APPOINTMENT}
    play.given(*INTRODUCTION)
    play.when(but(DRAFT, **APPOINTMENT)).refused(409, "NotAsked", "purpose")
    play.given(but(ASK, "2026-11-19", **APPOINTMENT))
    [asked] = owed(play, "G18", "2026-11-20")
    assert asked["due_on"] == "2026-12-19"
    play.given(AGREE, but(DRAFT, **APPOINTMENT), but(SIGN, **on_it), but(CONFIRM, **on_it))
    play.given(but(SEND, **on_it), but(RECEIVE, **APPOINTMENT))
    late_from(play, "G26", "2026-12-07", office="Ws", owner=WORKPLACE, quote=said)
    tell = act("cell secretary", "disclose-opinion", "2026-12-03", **on_it)
    play.given(tell)
    assert owed(play, "G26", "2026-12-03") == []
    statement = act(
        "cell secretary", "record-statement", "2026-12-04", **on_it, statement="Tôi đồng ý."
    )
    play.given(statement)
    assert chronicle(play, MEMBER)["evaluation.statement_recorded"]["statement"] == "Tôi đồng ý."
    [beside] = year_of(play)["other_evaluations"]
    assert (beside["purpose"], beside["evaluation"]) == ("APPOINTMENT", FOR_APPOINTMENT)
    for purpose in ("PLACEMENT", "TRAINING", "REWARD", "DISCIPLINE"):
        play.given(but(ASK, "2026-11-19", purpose=purpose, number="3-CV"))


def test_row_25_what_the_residences_say_each_year_is_measured(play: Scenario) -> None:
    """“Qua kết quả đánh giá, nhận xét của các cấp ủy nơi cư trú gửi về Đảng ủy cơ quan Ban Tổ chức
    Trung ương hằng năm”
    """
    weak = {**DRAFT.body["slip"], "levels": {**DRAFT.body["slip"]["levels"], "contact": 1}}
    play.given(*INTRODUCTION, ASK, AGREE, but(DRAFT, slip=weak), *OPINION[3:])
    found = numbers(play)
    for by_what, group in (("CELL", OFFICE_CELL), ("OTHER", WARD), ("YEAR", 2026)):
        found = numbers(play, by=by_what, measure="LOWEST_LEVEL")
        assert {detail: row["value"] for (_, detail), row in found.items()} == {
            **dict.fromkeys(DRAFT.body["slip"]["levels"], 0),
            "contact": 1,
        }
        assert {row["group"]["id"] for row in found.values()} == {str(group)}
    [row] = play.asked("clerk", found["LOWEST_LEVEL", "contact"]["rows"]).items
    assert row["member"]["id"] == str(MEMBER)


def test_row_41_the_signature_is_confirmed_under_seal(play: Scenario) -> None:
    """“cấp ủy phải ký, đóng dấu xác nhận chữ ký đồng chí bí thư hoặc phó bí thư chi bộ vào bản
    nhận xét”
    """
    said = "cấp ủy phải ký, đóng dấu xác nhận chữ ký đồng chí bí thư hoặc phó bí thư chi bộ"
    play.given(*INTRODUCTION, ASK, AGREE, but(DRAFT, "2026-12-03"))
    [late] = gaps(play, "G21", "2026-12-03")
    assert (late["due_on"], late["office"], late["owner"]["id"]) == (
        "2026-12-01",
        "Rc",
        str(QUARTER),
    )
    assert gaps(play, "G18", "2026-12-03") == []
    play.when(but(CONFIRM, "2026-12-04")).refused(409, "NotSigned", "evaluation")
    play.when(but(SIGN, "2026-12-04", signer=person("quarter member")))
    play.refused(409, "NotInOffice", "signer")
    play.given(but(SIGN, "2026-12-04"))
    [late] = gaps(play, "G21", "2026-12-04")
    assert (late["office"], late["owner"]["id"], late["step"]) == ("Ro", str(WARD), "CONFIRM")
    assert said in late["quote"]
    play.when(but(CONFIRM, "2026-12-05", sealed=False)).refused(409, "Unsealed", "sealed")
    play.when(but(SEND, "2026-12-05")).refused(409, "NotConfirmed", "evaluation")
    play.given(but(CONFIRM, "2026-12-05"), but(SEND, "2026-12-06"))
    assert owed(play, "G21", "2026-12-05") == []


def test_row_41_a_slip_without_signature_is_taken_in_and_stays_a_gap(play: Scenario) -> None:
    """“cấp ủy phải ký, đóng dấu xác nhận chữ ký …”"""
    unsigned = {**DRAFT.body["slip"], "dated": "2026-11-20", "signed": False, "confirmed": False}
    stated = {"stated_meeting": {"held_on": "2026-11-18", "front_present": True}}
    play.given(*INTRODUCTION, *PLACING, *MEETING_HELD, ASK)
    paper = but(RECEIVE, "2026-11-28", slip={**unsigned, **stated})
    play.when(paper).refused(409, "NotDrafted", "transcribed")
    play.given(on_paper(paper, "2026-11-28", "bản nhận xét"))
    year = year_of(play, on="2026-12-02")
    assert year["evaluation"]["defects"] == ["UNCONFIRMED", "UNSIGNED"]
    assert year["items"]["RECEIVED"]["status"] == "PRESENT"
    defect = year["items"]["WITHOUT_DEFECT"]
    assert (defect["status"], defect["code"], defect["office"]) == ("MISSING", "G21", "Rc")
    assert len(gaps(play, "G21", "2026-12-02")) == 1
    assert gaps(play, "G18", "2026-12-02") == []
