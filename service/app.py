"""The web application."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from flask import Flask, Response, g

from service import errors
from service.composition import Service, open_service
from service.routes import commands, documentation, queries, rehearsals
from service.settings import Settings

REQUEST_ID = "Request-Id"


def create_app(settings: Settings) -> Flask:
    """Open a service and make its web application; close it by ``service_of(app).close()``."""
    service = open_service(settings)
    service.start()
    app = Flask("lienhe", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.longest_body
    app.extensions["lienhe"] = service
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    app.before_request(_number)
    app.after_request(_finish)
    app.register_blueprint(commands.blueprint(service.coordination, service.tokens))
    app.register_blueprint(rehearsals.blueprint(service.coordination, service.tokens))
    app.register_blueprint(queries.blueprint(service))
    app.register_blueprint(documentation.blueprint())
    errors.register(app)
    return app


def app_from_environment() -> Flask:
    """Make the application of the data folder in ``LIENHE_DATA``: what a server process calls."""
    data = Path(os.environ["LIENHE_DATA"])
    return create_app(Settings.from_environment(data, os.environ))


def service_of(app: Flask) -> Service:
    """Give the service behind an application."""
    service: Service = app.extensions["lienhe"]
    return service


def _number() -> None:
    g.request_id = uuid4().hex


def _finish(response: Response) -> Response:
    response.headers[REQUEST_ID] = g.request_id
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
