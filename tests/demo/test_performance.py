from __future__ import annotations

from collections import Counter
from uuid import uuid4

from service.demo.stage import MOMENTS, Performance
from service.demo.story import Story, tell
from service.demo.welcome import officers, summary

LAST = MOMENTS[-1]


def performance(story: Story, reported: Counter[str]) -> Performance:
    return Performance(story, 100, 90, {LAST: reported}, lambda name: uuid4())


def test_what_is_reported_otherwise_than_planted_is_told_code_by_code() -> None:
    story = tell(60, 1)
    reported = story.planted.copy()
    reported["G05"] += 2
    reported["G39"] += 1
    played = performance(story, reported)
    assert not played.agrees
    assert played.differences == [
        (LAST, "G05", story.planted["G05"], story.planted["G05"] + 2),
        (LAST, "G39", 0, 1),
    ]


def test_the_summary_names_each_kind_of_gap() -> None:
    story = tell(60, 1)
    told = "\n".join(summary(performance(story, story.planted)))
    for code in story.planted:
        assert code in told
    assert "31/01/2026" in told


def test_the_tokens_given_out_are_of_both_sides() -> None:
    given = dict(officers(tell(60, 1).year))
    assert len(given) == 5
    assert given["WARD_CLERK"].body.startswith("px")
    assert given["WORKPLACE_CLERK"].body == given["INSPECTOR"].body == "vtv"
