"""The namespace from which the names of streams are derived; published, never changed."""

from __future__ import annotations

from uuid import UUID

LIENHE = UUID("5a3f1c1e-6e1b-5c1a-9a76-213202000213")
