"""Every question by its address: the registry of routes, tables and documentation."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from service.answers.table import Label, Table
from service.feeds.atom import ATOM
from service.feeds.feed import Feed
from service.feeds.icalendar_feed import ICALENDAR
from service.queries import (
    calendar,
    caps,
    changes,
    chronicles,
    comparisons,
    differences,
    documents,
    history,
    in_office,
    measures,
    member_changes,
    packs,
    register,
    reports,
    reviews,
    rosters,
    worklist,
)
from service.queries.page import Page
from service.queries.reader import Reader
from service.queries.tables.calendar import CALENDAR
from service.queries.tables.caps import CAP
from service.queries.tables.changes import DUTY_CHANGES, INPUT_CHANGES, ROSTER_CHANGES
from service.queries.tables.comparisons import SIDE_BY_SIDE, UNDER_OTHER_RULES
from service.queries.tables.differences import DIFFERENCES
from service.queries.tables.documents import NUMBERS_OF_DOCUMENT
from service.queries.tables.duties import DUTIES
from service.queries.tables.measures import NUMBERS, OBSERVATIONS
from service.queries.tables.officers import IN_OFFICE
from service.queries.tables.record import CHRONICLE, HISTORY
from service.queries.tables.register import REGISTER
from service.queries.tables.reports import LETTER_ASKS, REPORTS
from service.queries.tables.roster import AT_THE_RESIDENCE, AT_THE_WORKPLACE
from service.queries.tables.worklist import WORKLIST
from service.queries.tables.year import YEAR


@dataclass(frozen=True)
class Question:
    """A question by its address, with its title and the parameters that it knows.

    The address may name an id, as ``<member>``. Each answer is a table too: ``tables`` has one,
    or one for each side, and those for a parameter; ``needs`` are the parameters that it is not
    answered without; ``feeds`` are what programs may subscribe to. The docstring of ``ask`` is the
    documentation.
    """

    address: str
    title: Label
    ask: Callable[[Reader], Page]
    parameters: tuple[str, ...]
    tables: tuple[Table, ...]
    needs: tuple[str, ...] = ()
    feeds: tuple[Feed, ...] = ()

    @property
    def name(self) -> str:
        """The last word of the address, by which the question is called."""
        return self.address.rpartition("/")[2]

    @property
    def ids(self) -> list[str]:
        """Name the ids in the address."""
        return re.findall(r"<(\w+)>", self.address)

    def table(self, reader: Reader) -> Table:
        """Choose the table of what is asked, from the side from which it is."""
        given = [one for one in self.tables if one.given in reader.asked.given]
        asked = given or (one for one in self.tables if one.given is None)
        return next(one for one in asked if one.side is None or one.side is reader.side)


QUESTIONS = (
    Question(
        "organizations",
        Label("Sổ tổ chức đảng", "Register of bodies"),
        register.ask_register,
        register.PARAMETERS,
        (REGISTER,),
    ),
    Question(
        "officers",
        Label("Người giữ chức vụ", "Officers"),
        in_office.ask_officers,
        in_office.PARAMETERS,
        (IN_OFFICE,),
    ),
    Question(
        "roster",
        Label("Danh sách đảng viên", "Roster"),
        rosters.ask_roster,
        rosters.PARAMETERS,
        (AT_THE_WORKPLACE, AT_THE_RESIDENCE),
    ),
    Question(
        "worklist",
        Label("Việc cần làm hôm nay", "Work list"),
        worklist.ask_worklist,
        worklist.PARAMETERS,
        (WORKLIST,),
    ),
    Question(
        "gaps",
        Label("Việc quá hạn", "Gaps"),
        comparisons.ask_gaps,
        comparisons.PARAMETERS,
        (DUTIES, UNDER_OTHER_RULES),
    ),
    Question(
        "obligations",
        Label("Việc phải làm", "Obligations"),
        comparisons.ask_obligations,
        comparisons.PARAMETERS,
        (DUTIES, UNDER_OTHER_RULES),
    ),
    Question(
        "calendar",
        Label("Lịch sinh hoạt và hạn việc", "Calendar"),
        calendar.ask_calendar,
        calendar.PARAMETERS,
        (CALENDAR,),
        feeds=(ICALENDAR,),
    ),
    Question(
        "differences",
        Label("Chênh lệch danh sách", "Differences of two rosters"),
        differences.ask_differences,
        differences.PARAMETERS,
        (DIFFERENCES,),
    ),
    Question(
        "reports",
        Label("Phản ánh, thông báo và trả lời", "Reports and answers"),
        reports.ask_reports,
        reports.PARAMETERS,
        (REPORTS,),
    ),
    Question(
        "letter-asks",
        Label("Đề nghị giới thiệu", "Requests for letters"),
        reports.ask_letter_asks,
        reports.ASKS_PARAMETERS,
        (LETTER_ASKS,),
    ),
    Question(
        "classification-inputs",
        Label("Căn cứ xếp loại", "Yearly inputs"),
        reviews.ask_inputs,
        reviews.PARAMETERS,
        (YEAR,),
        needs=("year",),
    ),
    Question(
        "review-pack",
        Label("Hồ sơ kiểm điểm của chi bộ", "Pack for a cell's review"),
        packs.ask_pack,
        packs.PARAMETERS,
        (YEAR,),
        needs=("cell", "year"),
    ),
    Question(
        "classification-cap",
        Label("Tỷ lệ xếp loại xuất sắc", "Cap on the top level"),
        caps.ask_cap,
        caps.PARAMETERS,
        (CAP,),
        needs=("year",),
    ),
    Question(
        "review-report",
        Label("Báo cáo sơ kết, tổng kết", "Report for stocktaking"),
        documents.ask_review_report,
        documents.REPORT_PARAMETERS,
        (NUMBERS_OF_DOCUMENT,),
        needs=("year", "kind"),
    ),
    Question(
        "exchange",
        Label("Trao đổi hằng năm giữa hai cấp ủy", "Yearly exchange of two committees"),
        documents.ask_exchange,
        documents.EXCHANGE_PARAMETERS,
        (NUMBERS_OF_DOCUMENT,),
        needs=("with", "year"),
    ),
    Question(
        "measures",
        Label("Chỉ số", "Measures"),
        measures.ask_measures,
        measures.PARAMETERS,
        (NUMBERS,),
    ),
    Question(
        "measure-rows",
        Label("Các dòng của một chỉ số", "Rows of a measure"),
        measures.ask_measure_rows,
        measures.ROW_PARAMETERS,
        (OBSERVATIONS,),
    ),
    Question(
        "changes",
        Label("Thay đổi về việc quá hạn, việc phải làm", "Changes of gaps and obligations"),
        changes.ask_changes,
        changes.PARAMETERS,
        (DUTY_CHANGES,),
    ),
    Question(
        "roster-changes",
        Label("Thay đổi trong danh sách", "Changes of the roster"),
        member_changes.ask_roster_changes,
        member_changes.ROSTER,
        (ROSTER_CHANGES,),
    ),
    Question(
        "input-changes",
        Label("Thay đổi về căn cứ xếp loại", "Changes of the yearly inputs"),
        member_changes.ask_input_changes,
        member_changes.INPUTS,
        (INPUT_CHANGES,),
        ("year",),
    ),
    Question(
        "history",
        Label("Nhật ký", "History"),
        history.ask_history,
        history.PARAMETERS,
        (HISTORY,),
        feeds=(ATOM,),
    ),
    Question(
        "members/<member>/chronicle",
        Label("Mọi việc về một đảng viên", "Chronicle of a member"),
        chronicles.ask_chronicle,
        chronicles.PARAMETERS,
        (CHRONICLE,),
    ),
)


# Asked with the draft of a rule set, which is sent along.
COMPARISONS = Question(
    "comparisons",
    Label("So sánh hai bộ quy định", "Two rule sets side by side"),
    comparisons.ask_comparisons,
    comparisons.OF_DRAFT,
    (SIDE_BY_SIDE,),
)
