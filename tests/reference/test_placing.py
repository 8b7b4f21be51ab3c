"""Cell, group and monitor, one after the other (G07, G08)."""

from __future__ import annotations

from tests.reference.paper import CELL, OTHER_CELL, Papers, due, full, owed

PLACING = ("G07", "G08")


def received() -> Papers:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    papers.issue("link", "m", "03-01")
    papers.receive("link", "03-10")
    return papers


def test_received_and_not_forwarded_the_committee_owes_a_cell() -> None:
    papers = received()
    assert due(papers, "03-21", *PLACING) == [("G07 CELL", "03-20", True)]
    assert owed(papers, "03-21", *PLACING)[0].owner.office == "Ro"


def test_in_a_cell_with_groups_the_group_comes_first_then_the_monitor() -> None:
    papers = received()
    papers.group("group-1")
    papers.forward("link", "03-12")
    assert due(papers, "03-12", *PLACING) == [("G07 GROUP", "03-22", False)]
    papers.enter("link", "link.group_assigned", "03-30", group="group-1")
    assert due(papers, "03-30", *PLACING) == [("G08", "03-27", True)]
    papers.enter("link", "link.monitor_assigned", "04-01", monitor="p")
    assert due(papers, "04-01", *PLACING) == []


def test_in_a_cell_without_groups_only_the_monitor_is_owed() -> None:
    papers = received()
    papers.forward("link", "03-12")
    [monitor] = owed(papers, "03-12", *PLACING)
    assert (monitor.code, monitor.owner.office, monitor.owner.body) == ("G08", "Rc", CELL)


def test_a_group_of_another_cell_is_none() -> None:
    papers = received()
    papers.group("group-1")
    papers.group("group-2", OTHER_CELL)
    papers.forward("link", "03-12")
    papers.enter("link", "link.group_assigned", "03-13", group="group-2")
    assert due(papers, "03-13", *PLACING) == [("G07 GROUP", "03-22", False)]


def test_a_new_neighborhood_asks_for_the_cell_again_from_the_move() -> None:
    papers = received()
    papers.forward("link", "03-12")
    papers.enter("link", "link.monitor_assigned", "03-12", monitor="p")
    papers.declare("m", "05-10", quarter="quarter-2", moved_on=full("05-01"))
    assert due(papers, "05-09", *PLACING) == []
    assert due(papers, "05-10", *PLACING) == [("G07 CELL", "05-20", False)]
    papers.forward("link", "05-04", cell=OTHER_CELL)
    papers.enter("link", "link.monitor_assigned", "05-05", monitor="p")
    assert due(papers, "05-10", *PLACING) == []


def test_a_new_cell_needs_a_monitor_of_its_own() -> None:
    papers = received()
    papers.forward("link", "03-12")
    papers.enter("link", "link.monitor_assigned", "03-12", monitor="p")
    papers.forward("link", "06-01", cell=OTHER_CELL)
    assert due(papers, "06-01", *PLACING) == [("G08", "06-16", False)]


def test_the_end_of_the_monitors_office_asks_for_another() -> None:
    papers = received()
    papers.appoint(CELL, "p", "01-01", until="05-31")
    papers.forward("link", "03-12")
    papers.enter("link", "link.monitor_assigned", "03-12", monitor="p")
    assert due(papers, "05-31", *PLACING) == []
    assert due(papers, "06-01", *PLACING) == [("G08", "06-16", False)]
    papers.enter("link", "link.monitor_assigned", "06-03", monitor="p")
    assert due(papers, "06-03", *PLACING) == [("G08", "06-16", False)]
    papers.enter("link", "link.monitor_assigned", "06-04", monitor="unrecorded")
    assert due(papers, "06-04", *PLACING) == []


def test_an_office_ends_with_the_cell_that_was_merged() -> None:
    papers = received()
    papers.appoint(CELL, "p", "01-01")
    papers.forward("link", "03-12")
    papers.enter("link", "link.monitor_assigned", "03-12", monitor="p")
    papers.succeed("R", "new-ward", "07-01", cells={CELL: "new-cell"})
    [monitor] = owed(papers, "07-01", *PLACING)
    assert (monitor.code, monitor.owner.body) == ("G08", "new-cell")


def test_class_a_pauses_group_and_monitor_but_not_the_cell() -> None:
    papers = received()
    papers.exempt("m", "A", "03-11", "04-09")
    assert due(papers, "03-21", *PLACING) == [("G07 CELL", "03-20", True)]
    papers.forward("link", "03-12")
    assert due(papers, "03-21", *PLACING) == []
    assert due(papers, "04-10", *PLACING) == [("G08", "04-24", False)]


def test_a_closed_link_owes_no_placing() -> None:
    papers = received()
    papers.close("link", "03-15")
    assert due(papers, "03-15", *PLACING) == []
