"""An answer of many rows, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple


class Page(NamedTuple):
    """Some rows, and the cursor of the page that follows, if there is one."""

    items: Sequence[dict[str, Any]]
    following: str | None
