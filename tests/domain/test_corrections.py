"""Striking through: what may be mended, what would not have been entered, what others rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.amendment import UnknownPath
from domain.corrections import void
from domain.entries import EntryCorrected, EntryVoided
from domain.refusals import (
    BeforeItsGround,
    FormNotFilled,
    FutureDate,
    NotAbsent,
    NotOurMember,
    OtherFactsOnRecord,
    Refusal,
    RestsOnIt,
    StruckEntry,
    SubjectIsFixed,
    Unsealed,
)
from tests import year
from tests.paper import Paper, Pen, corrected, voided
from tests.scenario import Scenario, given
from tests.year import YEAR, after, before

LEVELS_READ_AGAIN = {**year.LEVELS, "attendance": 1}
HERE = f"attendance.{year.LINK}"


def reads(scenario: Scenario, paper: Paper) -> Any:
    """Give the entry of a paper as it now reads; nothing where it is struck."""
    entry = scenario.entry_of[paper]
    stream = scenario.load(paper.of, paper.stream)
    return next((e for e in stream.effective if e.id == entry.id), None)


# What a correction does.


@pytest.mark.parametrize(
    ("paper", "facts", "field", "right"),
    [
        (year.ISSUED, {"number": "16-GT/ĐU"}, "number", "16-GT/ĐU"),
        (year.ISSUED, {"occurred_on": "2026-02-11"}, "occurred_on", date(2026, 2, 11)),
        (year.SLIP_FILED, {"occurred_on": "2026-03-17"}, "effect_date", date(2026, 3, 17)),
        (year.CELL_ASSIGNED, {"from": "2026-09-02"}, "effect_date", date(2026, 9, 2)),
        (year.DEPARTED, {"on": "2026-12-30"}, "on", date(2026, 12, 30)),
        (year.WRITTEN, {"levels": LEVELS_READ_AGAIN}, "levels", LEVELS_READ_AGAIN),
        (year.REQUESTED, {"answer_by": "2026-12-01"}, "answer_by", date(2026, 12, 1)),
    ],
)
def test_right_facts_stand_beside_the_struck_ones(
    paper: Paper, facts: Mapping[str, object], field: str, right: object
) -> None:
    scenario = given(*YEAR)
    as_entered = scenario.entry_of[paper]
    scenario.when(corrected(paper, facts))
    assert getattr(reads(scenario, paper), field) == right
    assert scenario.entry_of[paper] is as_entered


def test_a_correction_is_an_entry_of_the_same_stream() -> None:
    pen = corrected(year.SLIP_FILED, {"file_ref": "HS-21/2026"})
    scenario = given(*after(year.SLIP_FILED)).when(pen)
    entry = scenario.entry_of[pen]
    assert isinstance(entry, EntryCorrected)
    assert entry.originator_id == year.LINK
    assert entry.event == scenario.entry_of[year.SLIP_FILED].id
    assert (entry.reason, entry.facts) == ("miswritten", {"file_ref": "HS-21/2026"})


def test_decisions_read_the_right_facts() -> None:
    excused = corrected(year.HELD, {f"{HERE}.status": "EXCUSED"})
    given(*after(year.HELD), excused).when(year.REMINDED).refused(NotAbsent)
    given(*after(year.HELD), excused, voided(excused)).when(year.REMINDED).then(year.REMINDED)


def test_a_void_strikes_and_its_void_restores() -> None:
    struck = voided(year.FEEDBACK_GIVEN)
    scenario = given(*YEAR, struck)
    assert isinstance(scenario.entry_of[struck], EntryVoided)
    assert reads(scenario, year.FEEDBACK_GIVEN) is None
    scenario.when(voided(struck))
    assert reads(scenario, year.FEEDBACK_GIVEN) is scenario.entry_of[year.FEEDBACK_GIVEN]


# What may not be corrected.


@pytest.mark.parametrize(
    ("paper", "path", "value"),
    [
        (year.ISSUED, "member", str(year.DINH)),
        (year.ISSUED, "to_body", str(year.OTHER_WARD)),
        (year.ISSUED, "to_cell", str(year.QUARTER)),
        (year.ISSUED, "attempt", 2),
        (year.ISSUED, "position", 1),
        (year.ISSUED, "command_id", str(year.DINH)),
        (year.ISSUED, "actor.office", "secretary"),
        (year.ISSUED, "rule_set", "76-2000"),
        (year.HELD, f"{HERE}.link", str(year.DINH_LINK)),
        (year.EXEMPTION_GRANTED, "class", "B"),
        (year.DEPARTED, "enrolment", f"{year.THAM}/2"),
        (year.FOCUS_LIST_NAMED, f"entries.{year.THAM}.member", str(year.DINH)),
    ],
)
def test_the_subject_and_the_envelope_are_fixed(paper: Paper, path: str, value: object) -> None:
    given(*YEAR).when(corrected(paper, {path: value})).refused(SubjectIsFixed)


@pytest.mark.parametrize(
    ("path", "value"), [("colour", "blue"), ("number", 16), ("number.year", "2026")]
)
def test_a_path_that_leads_nowhere_is_said(path: str, value: object) -> None:
    with pytest.raises(UnknownPath):
        given(*YEAR).when(corrected(year.ISSUED, {path: value}))


@pytest.mark.parametrize(
    ("paper", "facts", "refusal"),
    [
        (year.ISSUED, {"sealed": False}, Unsealed),
        (year.ISSUED, {"occurred_on": "2026-01-01"}, NotOurMember),
        (year.ISSUED, {"occurred_on": "2027-02-01"}, FutureDate),
        (year.SLIP_FILED, {"occurred_on": "2026-03-10"}, BeforeItsGround),
        (year.WRITTEN, {"levels": {"example": 1}}, FormNotFilled),
        (year.DEPUTY_RELIEVED, {"on": "2026-01-01"}, BeforeItsGround),
    ],
)
def test_right_facts_meet_the_refusals_that_they_would_have_met(
    paper: Paper, facts: Mapping[str, object], refusal: type[Refusal]
) -> None:
    given(*YEAR).when(corrected(paper, facts)).refused(refusal)


def test_a_copy_may_be_mended_into_a_defect() -> None:
    copy = year.ISSUED.transcribed()
    scenario = given(*before(year.ISSUED), copy).when(corrected(copy, {"sealed": False}))
    assert reads(scenario, copy).sealed is False


def test_a_correction_is_not_dated_after_the_day_of_entry() -> None:
    pen = replace(corrected(year.ISSUED, {"number": "16-GT/ĐU"}), day=date(2027, 2, 1))
    given(*YEAR).when(pen).refused(FutureDate)
    given(*YEAR).when(replace(voided(year.FILED), day=date(2027, 2, 1))).refused(FutureDate)


# What is struck bears nothing.


def test_what_is_struck_can_be_neither_corrected_nor_struck_again() -> None:
    struck = after(year.REMINDER_VOIDED)
    mistake = year.REMINDED_BY_MISTAKE
    given(*struck).when(voided(mistake)).refused(StruckEntry)
    given(*struck).when(corrected(mistake, {"how": "LETTER"})).refused(StruckEntry)


def test_a_correction_is_voided_and_not_corrected() -> None:
    pen = year.FILE_CORRECTED
    given(*YEAR).when(corrected(pen, {"reason": "another"})).refused(StruckEntry)
    scenario = given(*YEAR).when(voided(pen))
    assert reads(scenario, year.SLIP_FILED).file_ref == "HS-21/2025"


@pytest.mark.parametrize(
    "event", ["", "nonsense", f"{year.LINK}", f"{year.LINK}/99", f"{year.LINK}/x", f"{year.THAM}/1"]
)
def test_an_entry_of_the_stream_is_needed(event: str) -> None:
    scenario = given(*YEAR)
    with pytest.raises(StruckEntry):
        void(scenario.link(year.LINK), event, reason="?", act=year.FILED.act, streams=scenario)


# What others rest on is struck last.


@pytest.mark.parametrize(
    "pen",
    [
        voided(year.DEPUTY_APPOINTED),
        voided(year.ENROLLED),
        voided(year.SUSPENDED),
        voided(year.RECEIVED),
        voided(year.FORWARDED),
        voided(year.SLIP_RETURNED),
        voided(year.LETTER_VOIDED),
        corrected(year.RECEIVED, {"occurred_on": "2026-03-11"}),
        voided(year.CONVENED),
        voided(year.HELD),
        corrected(year.HELD, {f"{HERE}.status": "PRESENT"}),
        voided(year.ROUND_OPENED),
        voided(year.WRITTEN),
        voided(year.SIGNED),
        voided(year.ARRIVED),
        voided(year.CONSOLIDATED),
        corrected(year.CONSOLIDATED, {"occurred_on": "2026-12-05"}),
        voided(year.REPORTED),
        voided(year.REPORT_SENT),
        voided(year.LETTER_ASKED),
        corrected(year.COMMENDED, {"proposal": "NONE"}),
    ],
    ids=lambda pen: f"{'corrected' if pen.facts else 'voided'}-{year.name_of(pen.paper)}",
)
def test_what_later_entries_rest_on_is_not_struck_under_them(pen: Pen) -> None:
    given(*YEAR).when(pen).refused(RestsOnIt)


def test_what_rests_on_it_is_struck_first() -> None:
    first, second = voided(year.SLIP_FILED), voided(year.SLIP_RETURNED)
    scenario = given(*after(year.SLIP_FILED), first).when(second)
    assert reads(scenario, year.SLIP_RETURNED) is None


def test_what_rests_on_a_correction_stays_when_that_is_struck() -> None:
    received, slip = year.RECEIVED.on(date(2026, 3, 11)), year.SLIP_RETURNED.on(date(2026, 3, 12))
    earlier = corrected(received, {"occurred_on": "2026-03-09"})
    papers = (received, slip, earlier, corrected(slip, {"occurred_on": "2026-03-10"}))
    given(*before(year.RECEIVED), *papers).when(voided(earlier)).refused(RestsOnIt)


def test_a_corrected_paper_is_no_second_one_of_another() -> None:
    twice = after(year.REMINDED_BY_MISTAKE)
    first, second = {"occurred_on": "2026-06-18"}, {"occurred_on": "2026-06-19"}
    given(*twice).when(corrected(year.REMINDED_BY_MISTAKE, first)).refused(OtherFactsOnRecord)
    given(*twice).when(corrected(year.REMINDED, second)).refused(RestsOnIt)


def test_a_void_is_not_undone_once_the_paper_was_entered_again() -> None:
    mistake, pen = year.REMINDED_BY_MISTAKE, year.REMINDER_VOIDED
    given(*after(pen), mistake).when(voided(pen)).refused(RestsOnIt)
