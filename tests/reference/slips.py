"""One evaluation as it stands: what counts since it was last returned or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.reference.history import Entry, History, Order
from tests.reference.links import Letter, current_letter
from tests.reference.members import Enrolment, enrolment_on
from tests.reference.obligation import Subject
from tests.reference.rules import Figures, rule_set_of

ABOUT = ("evaluation.requested", "evaluation.drafted", "evaluation.received")
BEGINNING: Order = (date.min, 0)


@dataclass(frozen=True, eq=False)
class Slip:
    """An evaluation: a link, a purpose and a year, and all that happened to it."""

    past: History
    stream: str
    letter: Letter

    @property
    def about(self) -> Entry:
        """The first entry that says what the evaluation is about."""
        return self.past.of(self.stream, *ABOUT)[0]

    @property
    def annual(self) -> bool:
        """Whether it belongs to the yearly round."""
        return bool(self.about["purpose"] == "ANNUAL")

    @property
    def year(self) -> int:
        """The year that it is for."""
        return int(self.about["year"])

    @property
    def returned(self) -> Entry | None:
        """Its last return: the chain G18, G21, G23 starts anew (4.3-13)."""
        return self.last("evaluation.returned")

    @property
    def subject(self) -> Subject:
        """The subject of a row about it."""
        return Subject(self.letter.member, link=self.letter.link, evaluation=self.stream)

    def last(self, *topics: str) -> Entry | None:
        """Find its last entry of some topics, whatever was returned since."""
        found = self.past.of(self.stream, *topics)
        return found[-1] if found else None

    def since_return(self, *topics: str) -> list[Entry]:
        """List the entries of some topics that no return left behind."""
        after = self.returned.order if self.returned else BEGINNING
        return [entry for entry in self.past.of(self.stream, *topics) if entry.order > after]

    def requests(self) -> list[Entry]:
        """List the requests that were not withdrawn."""
        withdrawn = self.past.of(self.stream, "evaluation.request_withdrawn")
        ended = {entry["request"] for entry in withdrawn}
        requested = self.past.of(self.stream, "evaluation.requested")
        return [entry for entry in requested if entry.id not in ended]

    def drafts(self) -> list[Entry]:
        """List the drafts that were neither returned nor withdrawn."""
        withdrawn = self.last("evaluation.request_withdrawn")
        after = withdrawn.order if withdrawn else BEGINNING
        return [entry for entry in self.since_return("evaluation.drafted") if entry.order > after]

    def enrolment(self, opening: Entry) -> Enrolment:
        """The enrolment of the member when something was opened."""
        found = enrolment_on(self.past, self.letter.member, opening.effect)
        return found or self.letter.enrolment

    def has_departed(self, opening: Entry) -> bool:
        """Stop D: departed from the committee that it was opened under."""
        return self.enrolment(opening).is_over(self.past.day)

    def figures(self, opening: Entry, opened_on: date) -> Figures:
        """The figures of the member's workplace committee and of its round of that year (4.1-7)."""
        committee = self.enrolment(opening).committee
        rule_set = rule_set_of(self.past, opening, opened_on)
        pair = (committee, self.letter.body)
        return Figures(self.past, rule_set, opened_on, committee, pair, self.year)


def slips(past: History) -> list[Slip]:
    """List the evaluations whose link is on record."""
    about = {entry.stream: entry for topic in ABOUT for entry in past.all(topic)}
    found = [(stream, current_letter(past, about[stream]["link"])) for stream in sorted(about)]
    return [Slip(past, stream, letter) for stream, letter in found if letter]
