"""States, figures and the year link (5.1 to 5.3)."""

from __future__ import annotations

from tests.reference.paper import Papers, full, on
from tests.reference.reference import figures, state, year_link
from tests.reference.roster import MemberState
from tests.reference.year_figures import YearFigures


def member_on(papers: Papers, day: str) -> MemberState:
    found = state(papers.lines, "m", on(day), papers.position)
    assert found is not None
    return found


def year_on(papers: Papers, day: str) -> YearFigures:
    return figures(papers.lines, "m", 2026, on(day), papers.position)


def link_on(papers: Papers, day: str) -> str | None:
    return year_link(papers.lines, "m", 2026, on(day), papers.position)


def test_a_member_passes_from_state_to_state() -> None:
    papers = Papers()
    enrolment = papers.enroll("m", "03-01")
    papers.declare("m", "03-02")
    papers.draft("link", "m", "03-03")
    papers.issue("link", "m", "03-04")
    papers.receive("link", "03-05")
    papers.slip("link", "03-06")
    papers.forward("link", "03-07")
    papers.exempt("m", "B", "03-08", "03-08")
    papers.declare("m", "03-10", number=2, body="elsewhere")
    papers.depart("m", enrolment, "03-11")
    states = {day: member_on(papers, f"03-{day:02}").state for day in range(1, 12)}
    assert states == {
        1: "RESIDENCE_UNKNOWN",
        2: "TO_INTRODUCE",
        3: "DRAFTED",
        4: "ISSUED",
        5: "RECEIVED",
        6: "RECEIVED",
        7: "PLACED",
        8: "EXEMPT_B",
        9: "PLACED",
        10: "TO_INTRODUCE",
        11: "DEPARTED",
    }
    assert state(papers.lines, "m", on("02-28"), papers.position) is None


def test_beside_the_state_stand_slip_monitor_stops_and_older_links() -> None:
    papers = Papers()
    link = papers.introduce("m", "03-01")
    papers.suspend("m", "03-05", "03-06")
    papers.exempt("m", "A", "03-06", "03-31")
    papers.declare("m", "03-10", number=2, body="elsewhere")
    found = member_on(papers, "03-06")
    assert (found.slip, found.monitor, found.group) == ("FILED", "monitor-1", None)
    assert (found.suspended, found.exempt_a, found.exempt_a_until) == (True, True, on("03-31"))
    assert found.older_links == ()
    assert member_on(papers, "03-10").older_links == (link,)


def test_the_sum_of_the_answers_is_called() -> None:
    papers = Papers()
    link = papers.introduce("m", "02-01")
    papers.hold("before", "01-20", {link: "PRESENT"})
    papers.hold("first", "03-01", {link: "PRESENT"}, period="2026-H1")
    papers.exempt("m", "A", "04-01", "05-31")
    papers.hold("guest", "05-01", {link: "PRESENT"})
    papers.hold("second", "06-01", {link: "UNEXCUSED"}, period="2026-H1")
    papers.hold("third", "07-01", {link: "UNEXCUSED"})
    papers.enter("third", "meeting.absence_excused", "07-05", link=link)
    papers.hold("fourth", "08-01", {link: "REPRESENTED"})
    papers.hold("fifth", "09-01", {})
    papers.enter(link, "absence.reminded", "06-05", meetings=["second"])
    notice = papers.enter(link, "absence.reported", "08-05", meetings=["fourth"])
    papers.enter(link, "absence.answered", "08-10", report=notice)
    year = year_on(papers, "12-31")
    assert (year.held, year.called, year.guest) == (7, 5, 1 + 1)
    answers = (year.attended, year.excused, year.absent, year.represented, year.unknown)
    assert answers == (1, 1, 1, 1, 1)
    assert (year.periodic_called, year.periodic_attended) == (2, 1)
    assert (year.other_called, year.other_attended) == (3, 0)
    assert (year.reminders, year.notices, year.answers) == (1, 1, 1)


def test_an_excuse_counts_from_its_own_day() -> None:
    papers = Papers()
    link = papers.introduce("m", "02-01")
    papers.hold("held", "07-01", {link: "UNEXCUSED"})
    papers.enter("held", "meeting.absence_excused", "07-05", link=link)
    assert (year_on(papers, "07-04").absent, year_on(papers, "07-05").absent) == (1, 0)


def test_what_was_entered_late_is_counted_by_the_day_in_vietnam() -> None:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    for line in papers.lines:
        line["recorded_at"] = "2026-03-16T16:59:59.000000Z"
    assert year_on(papers, "12-31").late_recorded == 0
    papers.lines[-1]["recorded_at"] = "2026-03-16T17:00:00.000000Z"
    assert year_on(papers, "12-31").late_recorded == 1


def test_the_year_link_is_the_one_open_in_time() -> None:
    papers = Papers()
    link = papers.introduce("m", "02-01")
    papers.declare("m", "09-25", number=2, body="elsewhere")
    papers.issue("link-2", "m", "09-26", number=2)
    papers.receive("link-2", "10-01")
    assert link_on(papers, "11-01") == link
    papers.lines[-1]["occurred_on"] = full("09-30")
    assert link_on(papers, "11-01") == "link-2"


def test_else_the_link_with_the_most_eligible_days() -> None:
    papers = Papers()
    link = papers.introduce("m", "02-01")
    papers.close(link, "10-01")
    papers.declare("m", "10-01", number=2, body="elsewhere")
    papers.issue("link-2", "m", "10-01", number=2)
    papers.receive("link-2", "10-05")
    papers.forward("link-2", "10-05")
    assert link_on(papers, "11-01") == link


def test_a_member_with_no_eligible_day_has_no_year_link() -> None:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    papers.issue("link", "m", "10-01")
    papers.receive("link", "10-05")
    assert link_on(papers, "11-01") is None
