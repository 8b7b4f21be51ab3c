"""The seed's proposal to ask of some members only, and its wish for set times."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.seed.reading import chronicle, gaps, late_from, owed, year_of
from tests.seed.townspeople import about, but, introduced, member
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    ASK,
    ENROL,
    INTRODUCTION,
    MEMBER,
    OFFICE_CELL,
    QUARTER,
    WORKPLACE,
    act,
)

OF_2026 = {"committee": WORKPLACE, "year": 2026}
FOCUSED = act("secretary", "open-round", "2026-10-10", **OF_2026, mode="FOCUSED")
REASONS = ("AWARD", "PLANNING", "APPOINTMENT", "VIOLATION", "TASKS_NOT_DONE")


def named(*entries: tuple[UUID, str]) -> Sent:
    listed = [{"member": one, "reason": reason} for one, reason in entries]
    return act("secretary", "name-focus-list", "2026-10-20", **OF_2026, entries=listed)


def adopted(figures: dict[str, object]) -> Sent:
    facts = {"organization": WORKPLACE, "adopts": "213-2020", "from_": "2026-01-05"}
    return act("secretary", "adopt-rule-set", "2026-01-05", **facts, figures=figures)


def test_row_40_opinions_need_not_be_asked_of_everybody(play: Scenario) -> None:
    """“không nên tiến hành đối với tất cả đảng viên”; “cho vận dụng thực hiện linh hoạt”"""
    play.given(*INTRODUCTION, *introduced("other"), FOCUSED, named((MEMBER, "AWARD")))
    [asked] = gaps(play, "G17", "2026-11-02")
    assert asked["member"]["id"] == str(MEMBER)
    play.when(about("other", ASK)[0]).refused(409, "NotOnFocusList", "link")
    play.given(ASK)
    assert gaps(play, "G17", "2026-11-02") == []
    years = play.asked("cell secretary", "/api/classification-inputs?year=2026").items
    items = {year["member"]: year["items"]["REQUESTED"] for year in years}
    spared = items[str(member("other"))]
    assert (spared["status"], spared["why"]) == ("NOT_REQUIRED", "NOT_NAMED")
    play.when(FOCUSED._replace(body={**FOCUSED.body, "mode": "ALL"}))
    play.refused(409, "OtherFactsOnRecord", "mode")


def test_row_40_where_no_round_is_opened_everybody_is_asked(play: Scenario) -> None:
    """“không nên tiến hành đối với tất cả đảng viên” (a proposal: without it all are)"""
    play.given(*INTRODUCTION, *introduced("other"))
    assert len(gaps(play, "G17", "2026-11-02")) == 2
    play.when(named((MEMBER, "AWARD"))).refused(409, "RoundNotOpen", "round")
    play.given(but(FOCUSED, mode="ALL"))
    play.when(named((MEMBER, "AWARD"))).refused(409, "RoundNotFocused", "round")


def test_row_42_of_whom_opinions_are_asked_is_named_with_the_reason(play: Scenario) -> None:
    """“Cấp ủy nơi công tác chủ động đề xuất lấy ý kiến một số đảng viên”; “có thành tích xuất sắc
    liên quan đến khen thưởng, quy hoạch, bổ nhiệm hoặc những đảng viên có vi phạm khuyết điểm,
    không hoàn thành tốt nhiệm vụ”
    """
    said = "Cấp ủy nơi công tác chủ động đề xuất lấy ý kiến một số đảng viên"
    names = [str(number) for number in range(5)]
    play.given(adopted({"obligations.on": ["G29"]}), *about_all(names), FOCUSED)
    late_from(play, "G29", "2026-10-15", office="Ws", owner=WORKPLACE, quote=said)
    listed = [(member(name), reason) for name, reason in zip(names, REASONS, strict=True)]
    play.when(named((member("stranger"), "AWARD"))).refused(409, "NotOurMember", "entries")
    play.given(named(*listed))
    assert owed(play, "G29", "2026-10-20") == []
    for name, reason in zip(names, REASONS, strict=True):
        mine = chronicle(play, member(name))["focus_list.named"]["entries"]
        assert mine == [{"member": str(member(name)), "reason": reason}]
    play.asked("ward clerk", "/api/history?topic=focus_list.named")
    assert play.items == []


def about_all(names: list[str]) -> list[Sent]:
    return [paper for name in names for paper in about(name, ENROL)]


def test_row_42_by_default_no_list_is_no_gap(play: Scenario) -> None:
    """“Cấp ủy nơi công tác chủ động đề xuất …” (a proposal, off unless a committee turns it on)"""
    play.given(ENROL, FOCUSED)
    assert owed(play, "G29", "2026-12-31") == []


def test_row_44_times_are_set_and_one_figure_changes_them(play: Scenario) -> None:
    """“quy định thống nhất về thời gian tổ chức sinh hoạt …, nên vào dịp tổng kết 6 tháng và tổng
    kết năm và quy định cụ thể thời gian gửi và nhận phiếu nhận xét”
    """
    play.given(*INTRODUCTION)
    late_from(play, "G09", "2026-07-15", office="Rc", owner=QUARTER, quote="giữa và cuối năm")
    late_from(play, "G09", "2027-01-15", office="Rc", owner=QUARTER, quote="giữa và cuối năm")
    said = "Định kỳ hằng năm tổ chức lấy ý kiến nhận xét"
    late_from(play, "G17", "2026-11-01", office="Wc", owner=OFFICE_CELL, quote=said)
    earlier = {"round.request_by": "10-25", "round.slips_by": "11-20"}
    early = act("secretary", "open-round", "2026-10-12", **OF_2026, mode="ALL", figures=earlier)
    wrong = {"round.request_by": "12-10", "round.slips_by": "11-20"}
    play.when(but(early, figures=wrong)).refused(409, "DatesOutOfOrder", "figures")
    play.given(early)
    late_from(play, "G17", "2026-10-25", office="Wc", owner=OFFICE_CELL, quote=said)
    play.given(but(ASK, "2026-10-24"))
    [slip] = owed(play, "G18", "2026-10-24")
    assert slip["due_on"] == "2026-11-20"


@pytest.mark.parametrize(
    ("asked", "due"),
    [("2026-11-01", "2026-12-01"), ("2026-11-20", "2026-12-05"), ("2026-12-01", "2026-12-11")],
)
def test_row_44_when_a_slip_is_due(play: Scenario, asked: str, due: str) -> None:
    """“quy định cụ thể thời gian gửi và nhận phiếu nhận xét”"""
    said = "cấp ủy địa phương gửi bản nhận xét, đánh giá đảng viên"
    play.given(*INTRODUCTION, but(ASK, asked))
    late_from(play, "G18", due, office="Rc", owner=QUARTER, quote=said)
    received = year_of(play, on=due)["items"]["RECEIVED"]
    assert (received["code"], received["due_on"]) == ("G18", due)
