"""The history as a feed: what a reader needs, the newest first, and all the rest behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.service.scenario import Scenario
from tests.service.town import MEMBER, YEAR

NAMES = {"": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(scenario: Scenario, address: str, who: str = "clerk") -> Element:
    scenario.asked(who, address)
    assert scenario.answer.status_code == 200, scenario.answer.text
    assert scenario.answer.content_type == "application/atom+xml; charset=utf-8"
    return fromstring(scenario.answer.data)  # noqa: S314 - what we have just written ourselves


def text(element: Element, path: str) -> str:
    found = element.findtext(path, namespaces=NAMES)
    assert found
    return found


def link(element: Element, relation: str) -> str | None:
    found = element.find(f"link[@rel='{relation}']", NAMES)
    return None if found is None else found.get("href")


def entries(element: Element) -> list[Element]:
    return element.findall("entry", NAMES)


def pages(scenario: Scenario, address: str) -> Iterator[Element]:
    following: str | None = address
    while following:
        page = feed(scenario, urljoin("/api/history.atom", following))
        yield page
        following = link(page, "next")


def test_a_feed_has_what_the_standard_asks_for(scenario: Scenario) -> None:
    scenario.given(*YEAR)
    found = feed(scenario, "/api/history.atom")
    assert found.get(XML_LANG) == "vi"
    assert text(found, "id").startswith("urn:uuid:")
    assert text(found, "title") == "Đảng ủy Cơ quan: Nhật ký"
    assert link(found, "self") == link(found, "first") == "/api/history.atom"
    for entry in (found, *entries(found)):
        assert datetime.fromisoformat(text(entry, "updated")).tzinfo
        assert text(entry, "title")
        assert text(entry, "id")
        assert text(entry, "author/name")
    first = entries(found)[0]
    assert text(first, "title") == "Lưu hồ sơ đảng viên"
    assert first.find("category", NAMES).get("term") == "evaluation.filed"  # type: ignore[union-attr]
    assert "ngày trên giấy: 2026-12-10" in text(first, "content")
    assert text(first, "author/name") == "Đảng ủy Cơ quan, văn phòng"


def test_its_pages_lead_back_through_the_whole_history(scenario: Scenario) -> None:
    scenario.given(*YEAR)
    listed = scenario.asked("clerk", "/api/history?limit=1000").items
    found = list(pages(scenario, "/api/history.atom?limit=2"))
    assert len({text(page, "id") for page in found}) == 1
    ids = [text(entry, "id") for page in found for entry in entries(page)]
    expected = [f"urn:lienhe:entry:{row['event_id'].replace('/', ':')}" for row in listed]
    assert ids == expected[::-1]
    assert [text(page, "updated") for page in found] == [
        text(entries(page)[0], "updated") for page in found
    ]


def test_a_feed_has_what_is_asked_for_under_an_id_of_its_own(scenario: Scenario) -> None:
    scenario.given(*YEAR)
    whole = feed(scenario, "/api/history.atom")
    letters = feed(scenario, f"/api/history.atom?topic=letter.&member={MEMBER}")
    assert [text(entry, "title") for entry in entries(letters)] == [
        "Giấy giới thiệu đã ký, đóng dấu"
    ]
    assert text(letters, "id") != text(whole, "id")
    again = feed(scenario, f"/api/history.atom?member={MEMBER}&topic=letter.&limit=1")
    assert text(letters, "id") == text(again, "id")
    assert entries(feed(scenario, "/api/history.atom", "other clerk")) == []


def test_the_feed_is_given_by_its_media_type_too_and_in_english(at_rest: Scenario) -> None:
    headers = {"Accept": "application/atom+xml", "Accept-Language": "en"}
    at_rest.asked("ward clerk", "/api/history", **headers)
    found = fromstring(at_rest.answer.data)  # noqa: S314 - what we have just written ourselves
    assert text(found, "title").endswith(": History")
    assert link(found, "self") == "/api/history"


@pytest.mark.parametrize("query", ["limit=0", "cursor=x", "topic=letter", "nonsense=1"])
def test_a_feed_minds_its_parameters(at_rest: Scenario, query: str) -> None:
    at_rest.asked("clerk", f"/api/history.atom?{query}").refused(422, "InvalidBody")
