"""The page of documentation: whole, linked within itself, and asking nothing from outside."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from domain.refusals import Refusal
from service.commands import COMMANDS
from service.openapi.page import CODES, chapters, records
from service.queries.questions import QUESTIONS
from service.wordings import WORDINGS
from tests.service.scenario import Scenario

_VOID = {"meta", "br"}


class Page(HTMLParser):
    """Ids, links, attributes and text of a page; every element that is opened is closed."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self._open: list[str] = []
        self.feed(content)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said: dict[str, Any] = dict(attrs)
        self.tags.add(tag)
        self.attributes |= said.keys()
        self.ids += [said["id"]] if "id" in said else []
        self.links += [said["href"]] if "href" in said else []
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def page(at_rest: Scenario) -> Page:
    at_rest.answer = at_rest.client.get("/docs")
    assert at_rest.answer.status_code == 200
    assert at_rest.answer.content_type == "text/html; charset=utf-8"
    return Page(at_rest.answer.text)


def test_everything_is_listed(page: Page) -> None:
    commands, questions = set(COMMANDS), {question.address for question in QUESTIONS}
    refusals = {refusal.code for refusal in Refusal.__subclasses__()}
    failures = refusals | {kind.__name__ for kind in WORDINGS}
    assert commands | questions | failures <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_every_link_leads_somewhere_on_the_page(page: Page) -> None:
    assert {link.removeprefix("#") for link in page.links} - set(page.ids) == {"openapi.json"}


def test_nothing_is_asked_from_outside(page: Page, at_rest: Scenario) -> None:
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert "src" not in page.attributes
    content = at_rest.client.get("/docs").text
    assert "url(" not in content
    assert "@import" not in content
    policy = at_rest.client.get("/docs").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy


def test_each_thing_is_said_in_both_languages(page: Page) -> None:
    for kind in COMMANDS.values():
        assert kind.TITLE in page.text
        assert kind.ENTITLED.own | kind.ENTITLED.transcribing <= CODES.keys()
    for refusal in Refusal.__subclasses__():
        for said in (refusal.title, refusal.title_en, refusal.next_step, refusal.next_step_en):
            assert said in page.text
    for question in QUESTIONS:
        assert question.title.vi in page.text
        assert question.title.en in page.text


def test_each_field_of_a_command_is_listed_with_its_meaning() -> None:
    known = {record.name for record in records()}
    for chapter in chapters():
        for command in chapter.sections:
            assert command.fields
            for field in command.fields:
                assert " · " in field.meaning
                assert field.kind or field.record
                assert field.record is None or field.record in known


def test_the_entrance_leads_to_it(at_rest: Scenario) -> None:
    answer = at_rest.client.get("/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/docs")


def test_the_examples_are_readable(page: Page) -> None:
    assert '"full_name": "Nguyễn Thị Thắm"' in page.text
    assert '"title": "Đảng viên chưa kê khai nơi cư trú"' in page.text
