"""What follows from what a slip says: talked over G25, told the member G26, resolved G28."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.acts import Side
from domain.evaluation import Evaluation, Proposal, Purpose, evaluation_id
from domain.introduction.events import ATTENDANCE
from domain.member import ActivitySuspended, ExemptionClass, Member
from domain.private import Personal
from tests import year
from tests.domain.obligations.town import (
    AN,
    AN_LINK,
    BODIES,
    departed,
    exempt,
    introduced,
    owed,
    stands,
)
from tests.paper import Paper, Pen, corrected
from tests.scenario import given
from tests.year import CELL, LEVELS, QUARTER, WARD, WORKPLACE, papers

AN_CAME = introduced(AN)
FAIR = {**LEVELS, "contribution": 2}
FEEDBACK = replace(year.FEEDBACK_GIVEN, stream=AN_LINK)


class Slip:
    """An evaluation of the member of this town, as it comes to the workplace on 17 November."""

    def __init__(
        self,
        levels: dict[str, int] = FAIR,
        proposal: Proposal = Proposal.NONE,
        purpose: Purpose = Purpose.ANNUAL,
    ) -> None:
        number = None if purpose is Purpose.ANNUAL else "1"
        self.id = evaluation_id(AN_LINK, purpose, 2026, number)
        about = {"link": AN_LINK, "purpose": purpose}
        said = about | {"levels": levels, "proposal": proposal}
        self.asked = self.about(year.REQUESTED.but(**about, number=number))
        self.written = self.about(year.WRITTEN.but(**said)).transcribed()
        self.arrived = self.about(year.ARRIVED.but(**about))
        self.papers: tuple[Paper | Pen, ...] = (
            *BODIES,
            year.WARD_SECRETARY_APPOINTED,
            *AN_CAME,
            self.asked,
            year.AGREED.but(considered=(AN_LINK,)).transcribed(),
            self.written,
            *(self.about(paper) for paper in (year.SIGNED, year.CONFIRMED, year.SENT)),
            self.arrived,
        )

    def about(self, paper: Paper) -> Paper:
        """The same paper about this evaluation."""
        return replace(paper, of=Evaluation, stream=self.id)

    @property
    def feedback(self) -> Paper:
        """Its weak points were talked over on 7 December."""
        return FEEDBACK.but(on=str(self.id))

    @property
    def again(self) -> tuple[Paper, ...]:
        """It was returned on 18 November and came again on the 27th."""
        papers_of_return = (
            *(year.SENT_BACK, year.SIGNED_AGAIN, year.CONFIRMED_AGAIN, year.SENT_AGAIN),
            year.ARRIVED_AGAIN.but(link=AN_LINK),
        )
        return tuple(self.about(paper) for paper in papers_of_return)


WEAK = Slip(LEVELS)
APPOINTING = Slip(purpose=Purpose.APPOINTMENT)
PROPOSING = Slip(proposal=Proposal.COMMEND)
DISCLOSED = APPOINTING.about(year.OPINION_DISCLOSED)
RESOLVED = PROPOSING.about(year.PROPOSAL_RESOLVED)


@pytest.mark.parametrize(
    ("slip", "code", "due"),
    [(WEAK, "G25", "12-17"), (APPOINTING, "G26", "11-27"), (PROPOSING, "G28", "01-16")],
)
def test_it_counts_from_the_day_of_arrival(slip: Slip, code: str, due: str) -> None:
    scenario = given(*slip.papers)
    assert stands(scenario, 11, 16, code) is None
    assert stands(scenario, 11, 17, code) == ("waits", due)
    assert [row.code for row in owed(scenario, 11, 17, "G25", "G26", "G28")] == [code]


def test_nothing_follows_from_a_slip_that_says_nothing_of_the_kind() -> None:
    assert not owed(given(*Slip().papers), 11, 17, "G25", "G26", "G28")


@pytest.mark.parametrize(
    ("slip", "code", "settling", "day"),
    [
        (WEAK, "G25", WEAK.feedback, 7),
        (WEAK, "G25", WEAK.feedback.but(by_side=Side.RESIDENCE), 7),
        (APPOINTING, "G26", DISCLOSED, 2),
        (PROPOSING, "G28", RESOLVED, 14),
    ],
)
def test_the_act_itself_settles_it(slip: Slip, code: str, settling: Paper, day: int) -> None:
    scenario = given(*slip.papers, settling)
    assert stands(scenario, 12, day - 1, code)
    assert stands(scenario, 12, day, code) is None


def test_feedback_on_something_else_settles_nothing() -> None:
    scenario = given(*WEAK.papers, FEEDBACK.but(on=ATTENDANCE))
    assert stands(scenario, 12, 18, "G25") == ("late", "12-17")


def test_who_owes_it_and_who_sees_it() -> None:
    [feedback] = owed(given(*WEAK.papers), 11, 20, "G25")
    assert (feedback.office, feedback.owner) == ("Wc", CELL)
    assert set(feedback.viewers) == {WORKPLACE, CELL, WARD, QUARTER}
    [told] = owed(given(*APPOINTING.papers), 11, 20, "G26")
    assert (told.office, told.owner) == ("Ws", WORKPLACE)
    assert set(told.viewers) == {WORKPLACE, CELL}
    [resolved] = owed(given(*PROPOSING.papers), 11, 20, "G28")
    assert (resolved.office, resolved.owner) == ("Ws", WORKPLACE)
    assert set(resolved.viewers) == {WORKPLACE, CELL, WARD, QUARTER}


@pytest.mark.parametrize(
    ("slip", "code", "settling"),
    [
        (WEAK, "G25", WEAK.feedback.on(date(2026, 11, 17))),
        (APPOINTING, "G26", DISCLOSED.on(date(2026, 11, 17))),
        (PROPOSING, "G28", RESOLVED.on(date(2026, 11, 17))),
    ],
)
def test_a_return_ends_it_and_the_next_slip_opens_it_again(
    slip: Slip, code: str, settling: Paper
) -> None:
    """What was done about the slip that went back settles nothing about the one that came."""
    again = slip.again if slip is not APPOINTING else _appointing_again()
    scenario = given(*slip.papers, settling, *again)
    assert stands(scenario, 11, 17, code) is None
    assert stands(scenario, 11, 26, code) is None
    waiting = stands(scenario, 11, 27, code)
    assert waiting
    assert waiting[0] == "waits"


def _appointing_again() -> tuple[Paper, ...]:
    *before, arrived = APPOINTING.again
    return (*before, arrived.but(purpose=Purpose.APPOINTMENT))


def test_a_suspension_pauses_feedback_only() -> None:
    suspended = papers(Member, AN)(
        ActivitySuspended,
        11,
        20,
        from_=date(2026, 11, 20),
        until=date(2026, 11, 24),
        decision=Personal(AN, "3-QĐ"),
    )
    weak = given(*WEAK.papers, suspended)
    assert stands(weak, 11, 20, "G25") is None
    assert stands(weak, 11, 25, "G25") == ("waits", "12-22")
    assert stands(given(*PROPOSING.papers, suspended), 11, 20, "G28") == ("waits", "01-16")


def test_a_departure_ends_what_is_owed_to_the_member() -> None:
    gone = departed(AN_CAME, 11, 20)
    assert stands(given(*WEAK.papers, gone), 11, 20, "G25") is None
    assert stands(given(*APPOINTING.papers, gone), 11, 20, "G26") is None
    assert stands(given(*PROPOSING.papers, gone), 11, 20, "G28") == ("waits", "01-16")


@pytest.mark.parametrize(("slip", "code"), [(WEAK, "G25"), (APPOINTING, "G26"), (PROPOSING, "G28")])
def test_class_b_ends_all_of_it(slip: Slip, code: str) -> None:
    secret = exempt(AN, date(2026, 11, 20), date(2026, 11, 30), ExemptionClass.B)
    scenario = given(*slip.papers, secret)
    assert stands(scenario, 11, 19, code)
    assert not owed(scenario, 11, 20, code)
    assert not owed(scenario, 12, 31, code)


def test_a_level_read_again_opens_or_ends_it() -> None:
    """A correction reads on every day: nothing was ever owed, or it was from the first day."""
    mended = given(*WEAK.papers, corrected(WEAK.written, {"levels": FAIR}))
    assert not owed(mended, 11, 20, "G25")
    fair = Slip()
    worse = given(*fair.papers, corrected(fair.written, {"levels": LEVELS}))
    assert stands(worse, 11, 17, "G25") == ("waits", "12-17")
