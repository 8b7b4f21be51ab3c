"""An answer of many rows, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Page(NamedTuple):
    """Some rows, the cursor of the page that follows, and what is said of all rows together."""

    items: Sequence[dict[str, Any]]
    following: str | None
    beside: Mapping[str, Any] = {}
