"""What the service says about itself, to whoever asks: there is nothing personal in it."""

from __future__ import annotations

from flask import Blueprint, Response

from service.exchange import json_answer
from service.openapi import document


def blueprint() -> Blueprint:
    """Make the route of the published description."""
    documentation = Blueprint("documentation", __name__)

    @documentation.get("/openapi.json")
    def openapi() -> Response:
        """Describe every address, as OpenAPI 3.1."""
        return json_answer(document())

    return documentation
