"""The published description of the service (OpenAPI 3.1), made of the registries that serve it."""

from __future__ import annotations

from service.openapi.document import document
from service.openapi.examples import every_field, required_only

__all__ = ["document", "every_field", "required_only"]
