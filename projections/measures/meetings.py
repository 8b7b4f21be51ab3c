"""Who comes, who sends somebody else, and what meetings are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.meeting import ContentItem
from domain.obligations.obligation import Obligation
from projections.classification import YearInputs
from projections.gatherings import Gathering
from projections.measures.observation import Measure, Observation

CANDID = frozenset({ContentItem.STRENGTHS_WEAKNESSES, ContentItem.SPECIAL_TOPIC})


def of_attendance(years: Iterable[YearInputs]) -> Iterator[Observation]:
    """Observe each member's year: of the meetings to which he was called, where it is known.

    Excused absences and unknown ones leave both sides of the share.
    """
    for inputs in years:
        figures = inputs.figures
        known = figures.called - figures.excused - figures.unknown
        for measure, part in (
            (Measure.ATTENDANCE, figures.attended),
            (Measure.REPRESENTED, figures.represented),
        ):
            yield Observation(
                measure=measure,
                detail=None,
                part=part,
                whole=known,
                year=inputs.year,
                on=inputs.from_day,
                about=f"member/{inputs.member}",
                member=inputs.member,
                link=inputs.year_link,
                workplace=inputs.committee,
                workplace_cell=inputs.cell,
            )


def of_gatherings(meetings: Iterable[Gathering]) -> Iterator[Observation]:
    """Observe each meeting: who came, how much was put forward, and whether it was candid."""
    for meeting in meetings:
        counts = meeting.statuses
        known = sum(counts.get(s, 0) for s in ("PRESENT", "UNEXCUSED", "REPRESENTED"))
        for measure, part, whole in (
            (Measure.ATTENDANCE, counts.get("PRESENT", 0), known),
            (Measure.REPRESENTED, counts.get("REPRESENTED", 0), known),
            (Measure.CONTENT_ITEMS, len(meeting.items), 1),
            (Measure.CANDID_CONTENT, int(bool(CANDID & set(meeting.items))), 1),
        ):
            yield Observation(
                measure=measure,
                detail=None,
                part=part,
                whole=whole,
                year=meeting.year,
                on=meeting.held_on,
                about=f"meeting/{meeting.meeting}",
                residence_cell=meeting.cell,
            )


def of_households(duties: Iterable[Obligation]) -> Iterator[Observation]:
    """Observe each household for which one person comes: finding G16."""
    for duty in duties:
        yield Observation(
            measure=Measure.HOUSEHOLDS_BY_PROXY,
            detail=None,
            part=1,
            whole=1,
            year=duty.from_day.year,
            on=duty.from_day,
            about=duty.about,
            residence_cell=duty.cell,
        )
