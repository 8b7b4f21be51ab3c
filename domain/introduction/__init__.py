"""A member with one receiving committee: letters, slip, placing, follow-up, end.

The stream is one member × the number of one stay. Returned and re-issued letters, and those of a
later workplace, are attempts 1, 2, … of it; an event without an attempt belongs to the last one
before it.
"""

from __future__ import annotations

from domain.introduction import absences, feedback, kept_out, letters, notices, placing

__all__ = ["absences", "feedback", "kept_out", "letters", "notices", "placing"]
