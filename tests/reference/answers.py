"""What the residence writes and the workplace answers: G14, G27, G28 and G38 for a letter asked."""

from __future__ import annotations

from collections.abc import Iterator

from tests.reference.bodies import present_body
from tests.reference.history import Entry, History
from tests.reference.links import Letter, current_letter, letters
from tests.reference.members import enrolment_on
from tests.reference.obligation import (
    Duty,
    Obligation,
    Owner,
    Subject,
    figures_of,
    owed,
    workplace,
)
from tests.reference.rules import Figures, rule_set_of
from tests.reference.stops import is_suspended, met_class_b, pause


def answer_obligations(past: History) -> Iterator[Obligation]:
    """Each paper of the residence that is owed an answer."""
    for letter in letters(past):
        for notice in letter.all("absence.reported"):
            yield from notice_unanswered(past, letter, notice)
    for report in past.all("report.sent"):
        yield from report_unanswered(past, report)
    for asked in past.all("letter.asked"):
        yield from request_unanswered(past, asked)


def notice_unanswered(past: History, letter: Letter, notice: Entry) -> Iterator[Obligation]:
    """G14: from arrival (4.3-5); s pauses, D and B end."""
    base = notice.arrived_on
    answered = any(
        entry["report"] == notice.id for entry in past.of(letter.link, "absence.answered")
    )
    stopped = letter.enrolment.is_over(past.day) or is_suspended(past, letter.member, past.day)
    if answered or stopped or met_class_b(past, letter.member, base):
        return
    figures = figures_of(past, letter, notice, base)
    paused = pause(past, letter.member, "s")
    due_on = figures.days_after(base, "absence.answer_days", paused)
    subject = Subject(letter.member, link=letter.link, paper=notice.id)
    owner = workplace(past, letter.enrolment, "Wc")
    yield from owed(past, figures, base, Duty("G14", subject, owner, base, due_on, notice.id))


def report_unanswered(past: History, report: Entry) -> Iterator[Obligation]:
    """G27 from arrival, where it is adverse; G28 from its date, where it commends; B alone ends."""
    letter = current_letter(past, report["link"])
    if letter is None or past.of(report.stream, "report.answered"):
        return
    adverse = report["kind"] == "ADVERSE"
    base = report.arrived_on if adverse else report.effect
    enrolment = enrolment_on(past, letter.member, report.effect) or letter.enrolment
    if met_class_b(past, letter.member, base):
        return
    committee = enrolment.committee
    rule_set = rule_set_of(past, report, base)
    figures = Figures(past, rule_set, base, committee, (committee, letter.body))
    due_on = figures.days_after(base, "report.answer_days" if adverse else "proposal.days")
    duty = Duty(
        code="G27" if adverse else "G28",
        subject=Subject(letter.member, link=letter.link, paper=report.stream),
        owner=workplace(past, enrolment, "Ws"),
        opened_on=base,
        due_on=due_on,
        ground=report.id,
    )
    yield from owed(past, figures, base, duty)


def request_unanswered(past: History, asked: Entry) -> Iterator[Obligation]:
    """G38, asked: it is about nobody on record, so that nothing but the answer ends it."""
    if past.of(asked.stream, "letter.ask_answered"):
        return
    base, committee = asked.effect, asked["to"]
    pair = (committee, asked["by"])
    figures = Figures(past, rule_set_of(past, asked, base), base, committee, pair)
    duty = Duty(
        code="G38",
        step="ASKED",
        subject=Subject(paper=asked.stream),
        owner=Owner("Wo", present_body(past, committee, past.day)),
        opened_on=base,
        due_on=figures.days_after(base, "roster.answer_days"),
        ground=asked.id,
    )
    yield from owed(past, figures, base, duty)
