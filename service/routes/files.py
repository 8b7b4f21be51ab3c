"""An answer as a file with all its rows, or as a feed, in the language of the request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flask import Response, request

from service.answers.cells import rows_of
from service.answers.forms import FileForm
from service.answers.gathered import Gathered
from service.answers.sheet import Sheet
from service.answers.table import Label
from service.exchange import language
from service.feeds.feed import Feed, Subscription
from service.queries.asked import Asked
from service.queries.questions import Question
from service.queries.reader import Reader
from service.queries.whole import every_item
from service.schema.faults import Fault, FieldFault, InvalidBody

ALL_ROWS = Fault(
    "all_rows", "Tệp có mọi dòng: bỏ tham số này.", "A file has all rows: leave this out."
)


def file_answer(
    question: Question, reader: Reader, form: FileForm, note: Callable[[], None]
) -> Response:
    """Write an answer down; what can fail has failed before the first byte is sent."""
    _asks_for_all(reader.asked)
    spoken = language()
    items = every_item(question, reader, note)
    table = question.table(reader)
    sheet = Sheet(
        title=question.title.said_in(spoken),
        about=_about(reader, spoken),
        headings=table.headings(spoken),
        rows=rows_of(table, items, spoken),
        made_at=reader.service.settings.now(),
    )
    content = Gathered(form.written(sheet))
    response = Response(iter(content), mimetype=form.media_type)
    response.content_length = content.length
    name = f"{question.name}-{reader.viewpoint.as_of}.{form.ending}"
    response.headers["As-Of"], response.headers["Known-At"] = map(str, reader.viewpoint)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.content_language.add(spoken)
    response.vary.update(("Accept", "Accept-Language"))
    return response


def feed_answer(
    question: Question, reader: Reader, feed: Feed, note: Callable[[], None]
) -> Response:
    """Write a feed down, at the address at which it was asked for."""
    spoken = language()
    asked = Subscription(question.title, spoken, request.path, dict(reader.asked.given))
    content = feed.written(reader, asked)
    note()
    response = Response(content, mimetype=feed.media_type)
    response.headers["As-Of"], response.headers["Known-At"] = map(str, reader.viewpoint)
    response.content_language.add(spoken)
    response.vary.update(("Accept", "Accept-Language"))
    return response


def _asks_for_all(asked: Asked) -> None:
    paging = [name for name in ("limit", "cursor") if name in asked.given]
    if paging:
        raise InvalidBody(FieldFault(name, ALL_ROWS) for name in paging)


def _about(reader: Reader, spoken: str) -> str:
    """Say of which body, on which day, as known at which position."""
    as_of, known_at = reader.viewpoint
    name = reader.body.name_on(as_of) if reader.officer.organization else None
    said = Label(f"xét ngày {_day(as_of)}, đến mục {known_at}", f"on {as_of}, up to {known_at}")
    return ", ".join((*([name] if name else []), said.said_in(spoken)))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
