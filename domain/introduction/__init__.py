"""A member with one receiving committee: the letters, the slip, the placing, the follow-up, the end.

The stream is one member × the number of one stay. Returned and re-issued letters, and those of a
later workplace, are attempts 1, 2, … of it; an event without an attempt belongs to the last one
before it.
"""

from domain.introduction import absences, letters, placing

__all__ = ["absences", "letters", "placing"]
