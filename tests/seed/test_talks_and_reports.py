"""The seed on what the two committees say of a member, to him and to each other."""

from __future__ import annotations

from domain.report import report_id
from tests.seed.reading import acts, chronicle, late_from, numbers, owed, year_of
from tests.seed.townspeople import but, by, introduced, link
from tests.service.scenario import Scenario
from tests.service.town import (
    DRAFT,
    EVALUATION,
    INTRODUCTION,
    LINK,
    MEMBER,
    OFFICE_CELL,
    OPINION,
    QUOTE,
    WORKPLACE,
    act,
)

ASK, AGREE, _, *SENT = OPINION
WEAK = {**DRAFT.body["slip"], "levels": {**DRAFT.body["slip"]["levels"], "civic_duty": 1}}
PRAISED = {**DRAFT.body["slip"], "proposal": "COMMEND"}
ADVERSE = act(
    "ward secretary",
    "send-report",
    "2026-05-04",
    link=LINK,
    kind="ADVERSE",
    subject="CIVIC_DUTY",
    text="Không tham gia tổng vệ sinh.",
    number="4-CV/ĐU",
)
REPORT = report_id(LINK, "4-CV/ĐU")
ANSWER = act(
    "secretary",
    "answer-report",
    "2026-05-20",
    report=REPORT,
    outcome="PARTLY",
    text="Đã nhắc nhở.",
)


def test_row_18_good_example_is_told_of(play: Scenario) -> None:
    """“gương mẫu thực hiện và tuyên truyền, vận động gia đình và nhân dân”; “tham gia đóng góp hỗ
    trợ kinh phí với địa phương” (that it was given; sums of money are not recorded)
    """
    said = "biểu dương những gương tổ chức đảng, đảng viên điển hình"
    text = "Đóng góp làm nhà sinh hoạt văn hóa."
    praise = but(ADVERSE, kind="COMMENDING", subject="CONTRIBUTION", text=text)
    play.given(*INTRODUCTION, praise)
    late_from(play, "G28", "2026-07-03", office="Ws", owner=WORKPLACE, quote=said)
    assert chronicle(play, MEMBER)["report.sent"]["text"] == text
    play.given(but(ANSWER, outcome="COMMENDED", text="Đã biểu dương."))
    assert owed(play, "G28", "2026-05-20") == []
    play.given(*OPINION)
    levels = year_of(play)["evaluation"]["levels"]
    assert {"example", "civic_duty", "contribution"} <= levels.keys()


def test_row_21_either_side_talks_weak_points_over(play: Scenario) -> None:
    """“Đảng ủy và cấp ủy địa phương sẽ phản ánh, góp ý với đảng viên chưa thực hiện tốt nhiệm vụ
    đảng viên, nghĩa vụ công dân”
    """
    said = "phản ánh, góp ý với đảng viên chưa thực hiện tốt nhiệm vụ đảng viên"
    play.given(*INTRODUCTION, ASK, AGREE, but(DRAFT, slip=WEAK))
    talk = act("cell secretary", "give-feedback", "2026-12-10", link=LINK, on=EVALUATION)
    play.when(talk).refused(409, "NotReceived", "on")
    play.given(*SENT)
    late_from(play, "G25", "2026-12-27", office="Wc", owner=OFFICE_CELL, quote=said)
    play.given(but(talk, on="ATTENDANCE"))
    assert len(owed(play, "G25", "2026-12-10")) == 1
    play.given(by("quarter secretary", talk))
    assert owed(play, "G25", "2026-12-10") == []
    assert chronicle(play, MEMBER)["link.feedback_given"]["by_side"] == "RESIDENCE"


def test_row_22_the_member_sees_himself_and_speaks(play: Scenario) -> None:
    """“để đảng viên nhận thức rõ hơn, tự kiểm điểm, điều chỉnh, hoàn thiện mình”"""
    tell = act("cell secretary", "disclose-opinion", "2026-12-03", evaluation=EVALUATION)
    said = "Tôi nhận khuyết điểm."
    speak = act(
        "cell secretary", "record-statement", "2026-12-04", evaluation=EVALUATION, statement=said
    )
    play.given(*INTRODUCTION).when(speak).refused(409, "NotDrafted", "evaluation")
    play.given(*OPINION[:6]).when(speak).refused(409, "NotReceived", "evaluation")
    play.given(OPINION[6], tell, speak, QUOTE)
    facts = chronicle(play, MEMBER)
    assert facts["evaluation.statement_recorded"]["statement"] == said
    assert facts["reference.recorded"]["value"] == "Hoàn thành tốt nhiệm vụ"
    assert "evaluation.disclosed" in facts
    assert (
        not {"evaluation.statement_recorded", "reference.recorded"}
        & chronicle(play, MEMBER, "ward clerk").keys()
    )
    assert year_of(play)["evaluation"]["statement"] == said


def test_row_30_who_keeps_to_himself_is_told_of_and_talked_to(play: Scenario) -> None:
    """“Có đồng chí về nơi cư trú sống khép kín, không tích cực, gương mẫu”"""
    play.given(*INTRODUCTION, ADVERSE)
    said = "chủ động gửi ý kiến phản ánh, nhận xét, góp ý đến cấp ủy nơi công tác"
    late_from(play, "G27", "2026-06-03", office="Ws", owner=WORKPLACE, quote=said)
    play.given(ANSWER, ASK, AGREE, but(DRAFT, slip=WEAK), *SENT)
    assert [row["code"] for row in owed(play, "G25,G27", "2026-12-20")] == ["G25"]
    assert year_of(play)["evaluation"]["levels"]["civic_duty"] == 1
    lowest = numbers(play, measure="LOWEST_LEVEL")
    assert lowest["LOWEST_LEVEL", "civic_duty"]["value"] == 1


def test_row_38_who_is_praised_is_commended_and_who_errs_is_dealt_with(play: Scenario) -> None:
    """“biểu dương những gương tổ chức đảng, đảng viên điển hình, kịp thời xử lý những tổ chức
    đảng, đảng viên có sai phạm” (bodies as numbers in the stocktaking)
    """
    said = "biểu dương những gương tổ chức đảng, đảng viên điển hình, kịp thời xử lý"
    resolve = act(
        "secretary", "resolve-proposal", "2026-12-20", evaluation=EVALUATION, outcome="COMMENDED"
    )
    play.given(
        *INTRODUCTION, *introduced("plain"), ASK, but(AGREE, considered=[LINK, link("plain")])
    )
    play.given(but(DRAFT, slip=PRAISED), *SENT)
    late_from(play, "G28", "2027-01-26", office="Ws", owner=WORKPLACE, quote=said)
    play.when(by("clerk", resolve)).refused(403, "OutsideYourSide")
    play.given(resolve)
    assert owed(play, "G28", "2026-12-20") == []
    play.when(but(resolve, outcome="NO_ACTION")).refused(409, "OtherFactsOnRecord", "outcome")
    stock = {"body": WORKPLACE, "year": 2026, "kind": "FINAL", "commended": 3, "handled": 1}
    play.given(act("secretary", "hold-periodic-review", "2026-12-22", **stock))
    assert len(acts(play, "periodic_review.held", "secretary")) == 1


def test_row_38_nothing_proposed_is_nothing_to_resolve(play: Scenario) -> None:
    """“biểu dương những gương …, kịp thời xử lý …”"""
    resolve = act(
        "secretary", "resolve-proposal", "2026-12-20", evaluation=EVALUATION, outcome="NO_ACTION"
    )
    play.given(*INTRODUCTION, *OPINION).when(resolve).refused(409, "NothingProposed", "evaluation")
    assert owed(play, "G28", "2026-12-20") == []


def test_row_43_the_residence_writes_of_its_own_accord(play: Scenario) -> None:
    """“chủ động gửi ý kiến phản ánh, nhận xét, góp ý đến cấp ủy nơi công tác”"""
    said = "chủ động gửi ý kiến phản ánh, nhận xét, góp ý đến cấp ủy nơi công tác"
    focused = {"committee": WORKPLACE, "year": 2026, "mode": "FOCUSED"}
    play.given(*INTRODUCTION, act("secretary", "open-round", "2026-03-15", **focused))
    play.when(but(ADVERSE, link=link("nobody"))).refused(409, "NoSuchLink", "link")
    play.when(by("clerk", ADVERSE)).refused(409, "TranscribedWithoutPaper", "transcribed")
    play.given(ADVERSE)
    late_from(play, "G27", "2026-06-03", office="Ws", owner=WORKPLACE, quote=said)
    play.when(but(ANSWER, report=REPORT, occurred_on="2026-05-01"))
    play.refused(409, "BeforeItsGround", "occurred_on")
    play.given(ANSWER)
    assert owed(play, "G27", "2026-05-20") == []
    play.when(but(ANSWER, "2026-06-01", outcome="SUBSTANTIATED"))
    play.refused(409, "AlreadyAnswered", "report")
    for who in ("clerk", "ward clerk"):
        assert chronicle(play, MEMBER, who)["report.answered"]["text"] == "Đã nhắc nhở."
