"""The history as an Atom feed (RFC 4287): the newest first, page after page back (RFC 5005)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from domain.names import LIENHE
from service.answers.codes import OFFICES
from service.answers.table import Label
from service.answers.topics import topics
from service.feeds.feed import Feed, Subscription
from service.queries.history import newest_first
from service.queries.reader import Reader

_ATOM = "http://www.w3.org/2005/Atom"
_PAGING = ("cursor", "after", "limit")


def feed_of(reader: Reader, wanted: Subscription) -> bytes:
    """Write a page of a body's acts down; ``rel="next"`` leads to those before them."""
    page = newest_first(reader)
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": wanted.language})
    registered = reader.body.registered
    name = registered.name if registered else ""
    filters = {name: value for name, value in wanted.given.items() if name not in _PAGING}
    told = urlencode(sorted(filters.items()))
    _text(feed, "id", uuid5(LIENHE, f"history/{reader.body.id}?{told}").urn)
    _text(feed, "title", f"{name}: {wanted.title.said_in(wanted.language)}")
    newest = page.items[0]["recorded_at"] if page.items else reader.service.settings.now()
    _text(feed, "updated", _instant(newest))
    _text(SubElement(feed, "author"), "name", name or "lienhe")
    _text(feed, "generator", "lienhe")
    for relation, given in _links(wanted, page.following):
        address = f"{wanted.path}?{urlencode(given)}" if given else wanted.path
        SubElement(feed, "link", rel=relation, href=address, type=ATOM.media_type)
    for item in page.items:
        _add_entry(feed, item, wanted.language)
    content: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return content


def _links(wanted: Subscription, following: str | None) -> Iterator[tuple[str, dict[str, str]]]:
    first = {name: value for name, value in wanted.given.items() if name not in ("cursor", "after")}
    yield "self", wanted.given
    yield "first", first
    if following:
        yield "next", first | {"cursor": following}


def _add_entry(feed: Element, item: dict[str, Any], language: str) -> None:
    entry = SubElement(feed, "entry")
    label = topics()[item["topic"]].said_in(language)
    stream, _, version = item["event_id"].rpartition("/")
    recorded_at = _instant(item["recorded_at"])
    _text(entry, "id", f"urn:lienhe:entry:{stream}:{version}")
    _text(entry, "title", label)
    _text(entry, "published", recorded_at)
    _text(entry, "updated", recorded_at)
    author = SubElement(entry, "author")
    _text(author, "name", ", ".join(_who(item, language)) or "lienhe")
    SubElement(entry, "category", term=item["topic"], label=label)
    _text(entry, "content", "; ".join(_said(item, language)))


def _who(item: dict[str, Any], language: str) -> Iterator[str]:
    if item["committee"] and item["committee"]["name"]:
        yield item["committee"]["name"]
    yield OFFICES[item["office"]].said_in(language)


def _said(item: dict[str, Any], language: str) -> Iterator[str]:
    """Say what the history says of an entry; its facts are asked of a member's chronicle."""
    for name, label in _FACTS.items():
        if item[name]:
            yield f"{label.said_in(language)}: {item[name]}"


_FACTS = {
    "position": Label("mục số", "position"),
    "occurred_on": Label("ngày trên giấy", "dated"),
    "letter": Label("giấy giới thiệu số", "letter"),
    "amends": Label("sửa mục", "amends"),
    "struck_by": Label("bị gạch bởi mục", "struck by"),
    "corrected_by": Label("được đính chính bởi mục", "corrected by"),
    "stream": Label("hồ sơ", "stream"),
}


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _instant(instant: datetime) -> str:
    return instant.isoformat().replace("+00:00", "Z")


ATOM = Feed("atom", "application/atom+xml", feed_of)
