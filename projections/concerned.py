"""What an entry is about: members and links that it names, or whose stream it is; the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from uuid import UUID

from domain.classification import ClassificationDecided
from domain.collective_meeting import CollectiveMeetingHeld
from domain.entries import EntryCorrected, EntryVoided, Event, Stream, version_of
from domain.evaluation import EvaluationDrafted, EvaluationReceived, EvaluationRequested
from domain.introduction.events import LetterIssued, LinkCarriedOver, PaperNumberTaken
from domain.meeting import (
    AbsenceExcused,
    AttendanceRecorded,
    MeetingContentRecorded,
    MeetingHeld,
    NoticesDelivered,
)
from domain.report import LetterAskAnswered, LetterAsked, ReportSent
from domain.review import ReferenceRecorded
from domain.round import FocusListNamed

_ABOUT_A_LINK = (EvaluationRequested, EvaluationDrafted, EvaluationReceived, ReportSent)
_OF_ONE_LINK = frozenset({"evaluation", "report"})
_OF_ONE_PERSON = frozenset({"member", "letter", "slip", "link", "absence"})


def concerned(entry: Event, stream: Stream) -> Iterator[UUID]:
    """Name whom an entry of a stream concerns; an amendment concerns whom its entry does."""
    match entry:
        case MeetingHeld() | AttendanceRecorded():
            yield from (item.link for item in entry.attendance)
        case NoticesDelivered():
            yield from entry.links
        case AbsenceExcused():
            yield entry.link
        case MeetingContentRecorded():
            yield from (item.link for item in entry.contributions)
        case CollectiveMeetingHeld():
            yield from entry.considered
        case FocusListNamed():
            yield from (item.member for item in entry.entries)
        case ReferenceRecorded() | ClassificationDecided() | LetterAskAnswered():
            yield from filter(None, [entry.member])
        case EntryCorrected() | EntryVoided():
            yield from concerned(stream.entries[version_of(entry.event) - 1], stream)
        case _:
            yield from _by_stream(entry, stream)


def numbers_of_letters(stream: Stream) -> dict[int, str]:
    """Give the number that each letter of a link bears, by attempt: the right one, if corrected."""
    numbers: dict[int, str] = {}
    for entry in (*stream.entries, *stream.effective):
        if isinstance(entry, LetterIssued):
            numbers[entry.attempt] = entry.number
        elif isinstance(entry, LinkCarriedOver) and entry.letter_number:
            numbers[entry.attempt] = entry.letter_number
    return numbers


def letter_of(
    entry: Event, stream: Stream, numbers: Mapping[int, str]
) -> tuple[int | None, str | None]:
    """Name the letter of which an entry is: its attempt, and its number where it bears one."""
    match entry:
        case PaperNumberTaken():
            return None, entry.number
        case EntryCorrected() | EntryVoided():
            return letter_of(stream.entries[version_of(entry.event) - 1], stream, numbers)
        case _:
            attempt: int | None = getattr(entry, "attempt", None)
            return attempt, numbers.get(attempt) if attempt else None


def _by_stream(entry: Event, stream: Stream) -> Iterator[UUID]:
    kind = entry.TOPIC.partition(".")[0]
    if isinstance(entry, LetterAsked):
        return  # whoever it is about may be nobody's member
    if kind in _OF_ONE_PERSON:
        yield stream.id
    elif kind in _OF_ONE_LINK:
        yield from islice((e.link for e in stream.entries if isinstance(e, _ABOUT_A_LINK)), 1)
