"""What bodies are called on a day, and who then stands in their place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from projections.organizations import Body, bodies_of
from projections.successions import in_place_of
from projections.viewpoint import Viewpoint
from projections.views import Views


class Names:
    """The bodies that an answer names, once they were looked up."""

    def __init__(self, views: Views, viewpoint: Viewpoint) -> None:
        self._views = views
        self._viewpoint = viewpoint
        self._present: dict[UUID, UUID] = {}
        self._bodies: dict[UUID, Body] = {}

    def look_up(self, organizations: Iterable[UUID | None]) -> None:
        """Look up some bodies, and whoever stands in their place on the day."""
        wanted = {one for one in organizations if one} - self._present.keys()
        self._present |= in_place_of(self._views, wanted, self._viewpoint)
        named = (wanted | {self._present[one] for one in wanted}) - self._bodies.keys()
        self._bodies |= bodies_of(self._views, sorted(named), self._viewpoint)

    def present(self, organization: UUID) -> UUID:
        """Name who stands in the place of a body that was looked up: itself, or a successor."""
        return self._present.get(organization, organization)

    def named(self, organization: UUID | None) -> dict[str, Any] | None:
        """Say which body stands there, as it is called on the day."""
        return self.as_it_was(self.present(organization)) if organization else None

    def as_it_was(self, organization: UUID | None) -> dict[str, Any] | None:
        """Say which body it was, whoever may have succeeded it: the acts remain its own."""
        if organization is None:
            return None
        body = self._bodies.get(organization)
        return {"id": organization, "name": body.name if body else None}

    def parent_of(self, organization: UUID | None) -> UUID | None:
        """Name the body above the one that stands there."""
        body = self._bodies.get(self.present(organization)) if organization else None
        return body.parent if body else None
