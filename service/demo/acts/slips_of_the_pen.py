"""Some papers are entered wrongly: the entry is corrected, or voided and entered anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.meeting import Attendance
from service.demo.days import LAST_DAY, worked
from service.demo.paper import EntryOf, LinkOf, Paper, Woven
from service.demo.year import Year

WRONG_OF_248 = 3


def with_corrections(year: Year, papers: Sequence[Paper]) -> list[Paper]:
    """Give the papers as they are entered, some of them wrongly, and what mends them."""
    changed = {paper.key: paper for paper in papers}
    mending: list[Paper] = []
    for wrong, mended in (
        *_wrong_references(year, papers),
        *_wrong_attendance(year, papers),
        *_wrong_days(year, papers),
    ):
        changed[wrong.key] = wrong
        mending.append(mended)
    return [*changed.values(), *mending, *_entered_twice_over(year, papers)]


def _some(
    year: Year,
    papers: Sequence[Paper],
    command: str,
    such: Callable[[Paper], bool] = lambda paper: True,
) -> list[Paper]:
    early = (p for p in papers if p.command == command and not p.late and _mended_on(p) < LAST_DAY)
    return year.some([p for p in early if such(p)], WRONG_OF_248, f"pen/{command}")


def _is_own(paper: Paper) -> bool:
    return "transcribed" not in paper.fields


def _mended_on(paper: Paper) -> date:
    return worked(paper.entered_on + timedelta(days=6))


def _correction(paper: Paper, topic: str, facts: dict[Any, Any]) -> Paper:
    return replace(
        paper,
        key=f"corrected/{paper.key}",
        entered_on=_mended_on(paper),
        command="correct-entry",
        occurred_on=_mended_on(paper),
        fields={"event": EntryOf(paper.key, topic), "reason": "Ghi nhầm khi nhập", "facts": facts},
    )


def _wrong_references(year: Year, papers: Sequence[Paper]) -> Iterator[tuple[Paper, Paper]]:
    """File a slip under a wrong reference."""
    for paper in _some(year, papers, "file-slip"):
        right = {"file_ref": paper.fields["file_ref"]}
        wrong = replace(paper, fields={**paper.fields, "file_ref": "HS-213/999"})
        yield wrong, _correction(paper, "slip.filed", right)


def _wrong_attendance(year: Year, papers: Sequence[Paper]) -> Iterator[tuple[Paper, Paper]]:
    """Enter somebody as absent who was there: for some days that looks like an absence.

    Somebody who else was never absent, so that nothing else comes of it.
    """
    places = [place for meeting in year.meetings for place in meeting.places]
    absent = {place.link for place in places if place.absent or place.member.by_proxy}
    present = {p.key: _present(p, absent) for p in papers if p.command == "hold-meeting"}
    for paper in _some(year, papers, "hold-meeting", lambda p: _is_own(p) and bool(present[p.key])):
        mistaken = present[paper.key][0]
        attendance = [
            entry | {"status": Attendance.UNEXCUSED} if entry["link"] == mistaken else entry
            for entry in paper.fields["attendance"]
        ]
        wrong = replace(paper, fields={**paper.fields, "attendance": attendance})
        right = {Woven("attendance.{}.status", (mistaken,)): Attendance.PRESENT}
        yield wrong, _correction(paper, "meeting.held", right)


def _present(paper: Paper, absent: set[LinkOf]) -> list[LinkOf]:
    came = [e["link"] for e in paper.fields["attendance"] if e["status"] is Attendance.PRESENT]
    return [link for link in came if link not in absent]


def _wrong_days(year: Year, papers: Sequence[Paper]) -> Iterator[tuple[Paper, Paper]]:
    """Date the day on which somebody was asked to follow a member too late."""
    for paper in _some(year, papers, "assign-monitor", _is_own):
        late = worked(paper.occurred_on + timedelta(days=1))
        wrong = replace(paper, occurred_on=late, entered_on=late)
        right = {"occurred_on": paper.occurred_on}
        yield wrong, _correction(wrong, "link.monitor_assigned", right)


def _entered_twice_over(year: Year, papers: Sequence[Paper]) -> Iterator[Paper]:
    """List a member under a wrong day, void that, and list him anew."""
    for paper in _some(year, papers, "list-member"):
        voided = _mended_on(paper)
        yield replace(
            paper,
            key=f"voided/{paper.key}",
            entered_on=voided,
            command="void-entry",
            occurred_on=voided,
            fields={
                "event": EntryOf(paper.key, "link.listed"),
                "reason": "Nhập nhầm ngày thông báo",
            },
        )
        anew = worked(voided + timedelta(days=1))
        fields = {**paper.fields, "informed_on": paper.occurred_on - timedelta(days=1)}
        yield replace(paper, key=f"anew/{paper.key}", entered_on=anew, fields=fields)
