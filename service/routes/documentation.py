"""What the service says about itself, to whoever asks: there is nothing personal in it."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from service.exchange import json_answer
from service.openapi import document
from service.openapi.failures import failures
from service.openapi.page import CODES, as_json, chapters, questions, records

_NOTHING_FROM_OUTSIDE = (
    "default-src 'none'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_EXAMPLE = "declare-residence"


def blueprint() -> Blueprint:
    """Make the routes of the published description."""
    documentation = Blueprint("documentation", __name__, template_folder="templates")

    @documentation.get("/openapi.json")
    def openapi() -> Response:
        """Describe every address, as OpenAPI 3.1."""
        return json_answer(document())

    @documentation.get("/")
    def entrance() -> BaseResponse:
        """Show whoever opens the address in a browser what there is."""
        return redirect(url_for("documentation.docs"))

    @documentation.get("/docs")
    def docs() -> Response:
        """Describe everything for people: one page, which asks nothing from outside."""
        listed = chapters()
        sections = {one.name: one for chapter in listed for one in chapter.sections}
        page = render_template(
            "documentation.html",
            address=request.host_url,
            as_json=as_json,
            codes=CODES,
            chapters=listed,
            example=sections[_EXAMPLE],
            failures=failures(),
            questions=questions(),
            records=records(),
        )
        response = Response(page, mimetype="text/html")
        response.headers["Content-Security-Policy"] = _NOTHING_FROM_OUTSIDE
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return documentation
