from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from domain.rulebook import load_rulebook
from service.commands import COMMANDS
from service.demo.days import FOLLOWED_FROM, LAST_DAY, LISTED_ON
from service.demo.gaps import standing
from service.demo.paper import ORDER
from service.demo.story import tell
from tests.demo.as_text import GOLDEN, digest, line
from tests.demo.freeze import TOLD, summed_up

CODES = {
    *("G01", "G02", "G03", "G04", "G05", "G06", "G07", "G08", "G09", "G10", "G11", "G12"),
    *("G13", "G14", "G15", "G16", "G17", "G18", "G19", "G20", "G21", "G22", "G23", "G24"),
    *("G25", "G26", "G27", "G28", "G29", "G31", "G32", "G33", "G34", "G35", "G36", "G37"),
    *("G38", "G40"),
}
SEEDS = range(1, 6)


@pytest.mark.parametrize(("size", "seed"), TOLD)
def test_the_papers_of_a_seed_are_always_the_same(size: int, seed: int) -> None:
    golden = json.loads(GOLDEN.read_text("utf-8"))
    assert summed_up(tell(size, seed)) == golden[f"{size}/{seed}"]


def test_another_process_tells_the_same() -> None:
    """Nothing rests on the order of a set, which differs from process to process."""
    program = "from service.demo.story import tell\nfrom tests.demo.as_text import digest\n"
    told = [
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", f"{program}print(digest(tell(60, 4)))"],
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": "."},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    ]
    assert told[0] == told[1]


def test_another_seed_tells_another_story() -> None:
    assert digest(tell(20, 1)) != digest(tell(20, 2))


@pytest.mark.parametrize("size", [60, 248])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_fault_is_planted_in_a_committee_that_is_not_small(size: int, seed: int) -> None:
    assert {gap.code for gap in tell(size, seed).gaps} == CODES


def test_a_fault_may_be_known_late_and_what_seems_one_may_be_none() -> None:
    story = tell(248, 1)
    midsummer = date(2025, 7, 31)
    then, now = (standing(story.gaps, midsummer, known_on) for known_on in (midsummer, LAST_DAY))
    assert then != now
    assert then - now


def test_the_planted_codes_are_codes_of_the_regulation() -> None:
    assert set(load_rulebook().in_force(FOLLOWED_FROM).obligations) >= CODES


@pytest.mark.parametrize(
    ("members", "cells", "wards"), [(4, 1, 2), (20, 2, 5), (60, 5, 15), (248, 19, 62)]
)
def test_a_committee_is_as_large_as_it_should_be(members: int, cells: int, wards: int) -> None:
    year = tell(members, 1).year
    assert len(year.workplace.cells) == cells
    assert len(year.wards) == wards
    assert len(tell(members, 1).listed) == members
    assert {cell.code for cell in year.workplace.cells} >= {m.cell.code for m in year.ours}


@pytest.mark.parametrize("seed", SEEDS)
def test_some_cells_of_a_large_committee_have_more_than_thirty_members(seed: int) -> None:
    story = tell(248, seed)
    homes = Counter(member.homes[0].cell.code for member in story.listed)
    assert sorted(homes.values())[-2:] == [31, 32]
    assert len(homes) > 100


@pytest.mark.parametrize("seed", SEEDS)
def test_one_cell_has_the_members_of_other_committees_too(seed: int) -> None:
    year = tell(248, seed).year
    living_there = [m for m in year.members if m.homes and m.homes[0].cell is year.shared]
    assert len(living_there) == 163
    assert len({m.committee.code for m in living_there}) == 4


@pytest.mark.parametrize("size", [4, 20, 60, 248])
@pytest.mark.parametrize("seed", SEEDS)
def test_papers_are_entered_on_or_after_the_day_that_they_bear(size: int, seed: int) -> None:
    story = tell(size, seed)
    for paper in story.papers:
        assert paper.occurred_on <= paper.entered_on, line(paper)
        assert LISTED_ON < paper.entered_on < LAST_DAY, line(paper)
    days = [paper.entered_on for paper in story.papers]
    assert days == sorted(days)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_key_comes_back_only_with_the_same_paper(seed: int) -> None:
    story = tell(248, seed)
    said: dict[str, str] = {}
    for paper in (*story.founding, *story.papers):
        same = line(paper).split(" ", 1)[1]
        assert said.setdefault(paper.key, same) == same


def test_everything_happens_that_the_story_promises() -> None:
    papers = tell(248, 1).papers
    commands = Counter(paper.command for paper in papers)
    promised = (
        *("enroll-member", "draft-letter", "issue-letter", "receive-letter", "return-slip"),
        *("file-slip", "forward-member", "assign-group", "assign-monitor", "close-link"),
        *("convene-meeting", "deliver-notices", "hold-meeting", "record-content"),
        *("remind-absence", "report-absence", "grant-exemption", "end-exemption"),
        *("suspend-activity", "resume-activity", "depart-member", "open-round"),
        *("request-evaluation", "hold-collective-meeting", "draft-evaluation"),
        *("sign-evaluation", "confirm-evaluation", "send-evaluation", "receive-evaluation"),
        *("consolidate-evaluations", "file-evaluation", "correct-entry", "void-entry"),
        *("answer-absence", "give-feedback", "disclose-opinion", "record-statement"),
        *("resolve-proposal", "send-report", "answer-report", "ask-for-letter"),
        *("answer-letter-ask", "state-roster", "answer-difference", "withdraw-request"),
        *("name-focus-list", "hold-review", "hold-periodic-review", "make-inspection"),
        *("disseminate-regulation", "record-reference", "decide-classification"),
        *("recognize-full-member", "assign-cell", "decide-transfer", "revoke-transfer"),
        *("notify-status", "snooze-obligation", "explain-gap"),
    )
    assert set(promised) <= set(commands)
    assert any("transcribed" in paper.fields for paper in papers)
    assert any((paper.entered_on - paper.occurred_on).days > 30 for paper in papers)
    keys = Counter(paper.key for paper in papers)
    assert max(keys.values()) == 2
    assert any(key.startswith("again/") for key in keys)


def test_the_order_of_entering_names_commands_that_there_are() -> None:
    assert set(ORDER) <= set(COMMANDS)
    assert len(ORDER) == len(set(ORDER))
