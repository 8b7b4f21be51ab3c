"""What the record says once it was corrected and struck (4.1-1)."""

from __future__ import annotations

from tests.reference.history import History, known
from tests.reference.paper import Papers, due, on


def letter() -> tuple[Papers, str]:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    return papers, papers.draft("link", "m", "03-05")


def test_a_struck_entry_is_gone_for_every_day() -> None:
    papers, drafted = letter()
    papers.void(drafted, "04-01")
    assert due(papers, "03-05", "G01", "G03") == [("G01", "03-16", False)]


def test_voiding_a_void_undoes_it() -> None:
    papers, drafted = letter()
    struck = papers.void(drafted, "04-01")
    papers.void(struck, "04-02")
    assert due(papers, "03-05", "G01", "G03") == [("G03", "03-12", False)]


def test_a_corrected_date_counts_on_every_day_until_the_correction_is_voided() -> None:
    papers, drafted = letter()
    corrected = papers.correct(drafted, "04-01", {"occurred_on": "2026-03-09"})
    assert due(papers, "03-08", "G01", "G03") == [("G01", "03-16", False)]
    assert due(papers, "03-09", "G01", "G03") == [("G03", "03-16", False)]
    papers.void(corrected, "04-02")
    assert due(papers, "03-08", "G01", "G03") == [("G03", "03-12", False)]


def test_a_later_correction_wins() -> None:
    papers, drafted = letter()
    papers.correct(drafted, "04-01", {"occurred_on": "2026-03-09"})
    papers.correct(drafted, "04-02", {"occurred_on": "2026-03-10"})
    assert due(papers, "03-10", "G03") == [("G03", "03-17", False)]
    assert due(papers, "03-09", "G03") == []


def test_paths_reach_into_lists_by_id_into_the_envelope_and_to_figures() -> None:
    papers = Papers()
    held = papers.hold("meeting", "06-12", {"link-1": "PRESENT", "link-2": "UNKNOWN"})
    slip = papers.slip("link-1", "03-05", arrived_on="03-10")
    opened = papers.enter("round", "round.opened", "10-20", figures={"round.opens": "10-15"})
    papers.correct(held, "07-01", {"attendance.link-2.status": "EXCUSED"})
    papers.correct(slip, "07-01", {"transcribed.arrived_on": "2026-03-12"})
    figures = {"figures.round.opens": "10-16", "figures.round.slips_by": "12-06"}
    papers.correct(opened, "07-01", figures)
    entries = {entry.id: entry for entry in known(papers.lines, papers.position)}
    statuses = [item["status"] for item in entries[held]["attendance"]]
    assert statuses == ["PRESENT", "EXCUSED"]
    assert entries[slip].arrived_on == on("03-12")
    assert entries[opened]["figures"] == {"round.opens": "10-16", "round.slips_by": "12-06"}


def test_a_correction_leaves_the_lines_of_the_export_as_they_were() -> None:
    papers, drafted = letter()
    papers.correct(drafted, "04-01", {"occurred_on": "2026-03-09"})
    known(papers.lines, papers.position)
    assert papers.lines[-2]["occurred_on"] == "2026-03-05"


def test_entries_are_read_by_effect_date_then_position() -> None:
    papers = Papers()
    papers.suspend("m", "07-01", "07-02")
    papers.enter("m", "member.departed", "02-01", enrolment="m/9", on="2026-06-30")
    papers.suspend("m", "06-30", "07-02")
    history = History(papers.lines, on("12-31"), papers.position)
    assert [entry.position for entry in history.of("m")] == [7, 8, 6]
    assert History(papers.lines, on("06-29"), papers.position).of("m") == []
