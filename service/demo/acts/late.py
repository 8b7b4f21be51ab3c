"""Some papers are entered weeks or months late, with their real dates.

Until then the record shows gaps that, as it turns out, there never were.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from domain.intervals import Interval
from service.demo.days import LAST_DAY, worked
from service.demo.letters import Introduction, Step
from service.demo.opinions import Stage
from service.demo.year import Year

STEPS = {Step.FILED: "G06", Step.GROUP: "G07", Step.MONITOR: "G08"}
"""Steps on which nothing else rests, and what their lack is."""
LATE_STEPS_OF_248, LATE_FILES_OF_248, LATE_MEETINGS_OF_248 = 6, 6, 6
_LEAST, _MOST = 30, 100  # days
_LAST_ENTERED = LAST_DAY - timedelta(days=1)


def bundle(year: Year) -> None:
    """Let the papers of some meetings be entered all at once, long after the last of them."""
    chance = year.chance("late/meetings")
    for meeting in year.some(year.meetings, LATE_MEETINGS_OF_248, "late/meetings"):
        days = timedelta(days=chance.randint(_LEAST, _MOST))
        meeting.bundled_on = _entered(max(meeting.content_on, meeting.arrived_on) + days)


def plan(year: Year) -> None:
    """Say which papers are entered late, and which gaps there seem to be until then."""
    for meeting in year.meetings:
        if meeting.bundled_on and meeting.is_owed and meeting.takes_place:
            until = Interval(date.min, meeting.bundled_on)
            year.plant("G09", meeting.name, meeting.owed_late_from, known=until)
    chance = year.chance("late/steps")
    for letter, step in year.some(_steps(year), LATE_STEPS_OF_248, "late/steps"):
        entered = _entered(letter.days[step] + timedelta(days=chance.randint(_LEAST, _MOST)))
        letter.entered_late[step] = entered
        known = Interval(letter.opened_on(step), entered)
        year.plant(STEPS[step], letter.member.name, letter.late_from(step), known=known)
    filed = [o for o in year.opinions if o.happens(Stage.FILED)]
    for opinion in year.some(filed, LATE_FILES_OF_248, "late/files"):
        opinion.filed_late_on = _entered(
            opinion.days[Stage.FILED] + timedelta(days=chance.randint(_LEAST, _MOST))
        )
        known = Interval(opinion.days[Stage.CONSOLIDATED], opinion.filed_late_on)
        year.plant("G23", opinion.member.name, opinion.late_from(Stage.FILED), known=known)


def _steps(year: Year) -> Iterator[tuple[Introduction, Step]]:
    """Draw a step for each letter that gets through: who is in no group shows no lack beside it."""
    chance = year.chance("late/which step")
    for letter in year.introductions:
        steps = [step for step in STEPS if letter.happens(step)]
        if steps and letter.missing is None and letter.delayed is None:
            yield letter, chance.choice(steps)


def _entered(day: date) -> date:
    return min(worked(day), _LAST_ENTERED)
