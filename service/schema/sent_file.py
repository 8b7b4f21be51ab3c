"""Reading a text file of a request: as the body itself, or as the one file of a form."""

from __future__ import annotations

from werkzeug.wrappers import Request

TEXTS = ("application/toml", "text/plain")
FORM = "multipart/form-data"


class NoFile(Exception):
    """No text file was sent: neither as the body nor as the one file of a form."""


def sent_file(request: Request) -> bytes:
    """Read the file that was sent.

    Raise ``NoFile``, or werkzeug's ``RequestEntityTooLarge``.
    """
    if request.mimetype in TEXTS:
        return request.get_data(cache=False)
    files = list(request.files.values()) if request.mimetype == FORM else []
    if len(files) != 1:
        raise NoFile
    content: bytes = files[0].read()
    return content
