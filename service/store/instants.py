"""Instants as the log keeps them: to the microsecond in UTC, a number or text of one width."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

WIDTH = len("2026-11-24T08:01:36.123456Z")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def text_of(instant: datetime) -> str:
    """Write an instant as ``2026-11-24T08:01:36.123456Z``; raise ``ValueError`` without a zone."""
    if instant.tzinfo is None:
        raise ValueError(f"{instant} has no time zone.")
    return f"{instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def microseconds_of(instant: datetime) -> int:
    """Count the microseconds since 1970 in UTC; raise ``ValueError`` without a zone."""
    if instant.tzinfo is None:
        raise ValueError(f"{instant} has no time zone.")
    return (instant - _EPOCH) // _MICROSECOND


def instant_of(microseconds: int) -> datetime:
    """Give the instant, in UTC, that many microseconds after 1970 began."""
    return _EPOCH + microseconds * _MICROSECOND
