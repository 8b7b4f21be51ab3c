"""Every question that has an address of its own: the registry of routes and documentation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.queries import chronicles, duties, register, reviews, rosters
from service.queries.page import Page
from service.queries.reader import Reader


@dataclass(frozen=True)
class Question:
    """A question by its address, with its Vietnamese title and the parameters that it knows.

    The docstring of ``ask`` is its documentation.
    """

    name: str
    title: str
    ask: Callable[[Reader], Page]
    parameters: tuple[str, ...]


QUESTIONS = (
    Question("organizations", "Sổ tổ chức đảng", register.ask_register, register.PARAMETERS),
    Question("roster", "Danh sách đảng viên", rosters.ask_roster, rosters.PARAMETERS),
    Question("gaps", "Việc quá hạn", duties.ask_gaps, duties.PARAMETERS),
    Question("obligations", "Việc phải làm", duties.ask_obligations, duties.PARAMETERS),
    Question("classification-inputs", "Căn cứ xếp loại", reviews.ask_inputs, reviews.PARAMETERS),
    Question("history", "Nhật ký", chronicles.ask_history, chronicles.HISTORY_PARAMETERS),
)
