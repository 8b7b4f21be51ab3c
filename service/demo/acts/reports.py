"""Wards write of their own accord: against a member, for him, or to ask for a letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from domain.report import AskOutcome, ReportKind, ReportOutcome, ReportSubject
from service.demo import names
from service.demo.days import after, within
from service.demo.paper import Paper, ReportOf, StreamOf, transcribed
from service.demo.people import Member
from service.demo.reports import LetterAsk, Report
from service.demo.year import Year

ADVERSE_OF_248, COMMENDING_OF_248, ASKED_OF_248 = 2, 3, 2
WRITTEN = (date(2025, 3, 17), date(2025, 10, 17))
TEXTS = {
    ReportKind.ADVERSE: (ReportSubject.CIVIC_DUTY, "Gia đình xây dựng lấn ngõ đi chung."),
    ReportKind.COMMENDING: (ReportSubject.CONTRIBUTION, "Vận động bà con hiến đất mở rộng ngõ."),
}
GROUNDS = "Ở địa bàn đã hơn một năm, chưa có giấy giới thiệu."


def plan(year: Year) -> None:
    """Let wards write about some members, and ask for some whom nobody here knows."""
    chance = year.chance("reports")
    for kind, in_model in (
        (ReportKind.ADVERSE, ADVERSE_OF_248),
        (ReportKind.COMMENDING, COMMENDING_OF_248),
    ):
        for member in year.some(year.without_part(), in_model, f"reports/{kind}"):
            member.part = "written about"
            year.reports.append(_report(member, kind, chance))
    wards = [ward for ward in year.wards if ward.online]
    for ward in year.some(wards, ASKED_OF_248, "letters asked"):
        asked = within(*WRITTEN, chance)
        year.letter_asks.append(
            LetterAsk(
                ward=ward.on(asked),
                person=names.invent(chance),
                asked_on=asked,
                answered_on=after(asked, chance, 4, 25),
            )
        )


def _report(member: Member, kind: ReportKind, chance: Random) -> Report:
    sent = within(*WRITTEN, chance)
    cell = member.homes[0].cell
    arrived = sent if cell.ward.online else after(sent, chance, 3, 8)
    subject, text = TEXTS[kind]
    return Report(
        member=member,
        cell=cell,
        kind=kind,
        subject=subject,
        text=text,
        number=f"{member.name[1:]}-CV/{cell.code}",
        sent_on=sent,
        arrived_on=arrived,
        answered_on=after(arrived, chance, 6, 25),
    )


def papers(year: Year) -> Iterator[Paper]:
    """Write each report or request, and its answer."""
    for report in year.reports:
        yield _sent(report)
        if report.answered:
            yield _answered(report)
    for number, ask in enumerate(year.letter_asks, start=1):
        asked = _asked(year, ask, f"letter asked/{number}")
        yield asked
        if ask.answered:
            yield _ask_answered(year, ask, asked)


def _sent(report: Report) -> Paper:
    online, said = report.cell.ward.online, dict[str, Any]()
    if not online:
        said["transcribed"] = transcribed("Công văn", report.number, report.arrived_on)
    return Paper(
        key=f"report/{report.member.name}",
        entered_on=report.arrived_on,
        by=report.cell.secretary if online else report.member.committee.clerk,
        command="send-report",
        occurred_on=report.sent_on,
        fields={
            "link": report.member.link(1),
            "kind": report.kind,
            "subject": report.subject,
            "text": report.text,
            "number": report.number,
            **said,
        },
    )


def _answered(report: Report) -> Paper:
    adverse = report.kind is ReportKind.ADVERSE
    return Paper(
        key=f"report answered/{report.member.name}",
        entered_on=report.answered_on,
        by=report.member.committee.secretary,
        command="answer-report",
        occurred_on=report.answered_on,
        fields={
            "report": ReportOf(report.member.link(1), report.number),
            "outcome": ReportOutcome.PARTLY if adverse else ReportOutcome.COMMENDED,
        },
    )


def _asked(year: Year, ask: LetterAsk, key: str) -> Paper:
    return Paper(
        key=key,
        entered_on=ask.asked_on,
        by=ask.ward.clerk,
        command="ask-for-letter",
        occurred_on=ask.asked_on,
        fields={
            "by": ask.ward.id,
            "to": year.workplace.id,
            "full_name": ask.person.full,
            "grounds": GROUNDS,
        },
    )


def _ask_answered(year: Year, ask: LetterAsk, asked: Paper) -> Paper:
    return Paper(
        key=f"{asked.key}/answer",
        entered_on=ask.answered_on,
        by=year.workplace.clerk,
        command="answer-letter-ask",
        occurred_on=ask.answered_on,
        fields={
            "letter_ask": StreamOf(asked.key, "letter.asked"),
            "outcome": AskOutcome.NOT_DUE,
        },
    )
