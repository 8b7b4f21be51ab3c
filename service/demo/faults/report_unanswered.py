"""G27, G28: a ward wrote about a member, against him or for him, and nobody answers."""

from __future__ import annotations

from domain.intervals import FOREVER, Interval
from domain.report import ReportKind
from service.demo.gaps import late_from
from service.demo.year import Year

AGAINST, FOR = "G27", "G28"
IN_MODEL = 1


def plant(year: Year) -> None:
    """Leave one of each unanswered: time runs from arrival for the one, else from its date."""
    for code, kind in ((AGAINST, ReportKind.ADVERSE), (FOR, ReportKind.COMMENDING)):
        reports = [report for report in year.reports if report.kind is kind]
        for report in year.some(reports, IN_MODEL, f"{code}/report"):
            report.answered = False
            late = (
                late_from(report.arrived_on, "report.answer_days")
                if code == AGAINST
                else late_from(report.sent_on, "proposal.days")
            )
            known = Interval(report.arrived_on, FOREVER)
            year.plant(code, report.member.name, late, known=known)
