"""What the workplace makes of a slip: weak points talked over, proposals resolved, members told.

Some members have a view of their own, which is put beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from domain.evaluation import Proposal, ProposalOutcome, Purpose
from service.demo.days import after
from service.demo.opinions import LOWEST, Opinion, Reply, Stage
from service.demo.paper import Paper
from service.demo.people import SELDOM
from service.demo.year import Year

WEAK_OF_248, COMMENDED_OF_248, TO_BE_ACTED_ON_OF_248, STATED_OF_248 = 10, 7, 2, 12
COMMANDS = {
    Reply.TALKED_OVER: "give-feedback",
    Reply.TOLD: "disclose-opinion",
    Reply.RESOLVED: "resolve-proposal",
}
WITHIN = {Reply.TALKED_OVER: (3, 25), Reply.TOLD: (2, 9), Reply.RESOLVED: (7, 45)}
STATEMENT = "Nhất trí với nhận xét; xin tiếp thu và khắc phục việc dự họp chưa đều."


def plan(year: Year) -> None:
    """Let some slips say something that asks for a reply, and say when each is given."""
    chance = year.chance("replies")
    _say(year, chance)
    for opinion in (*year.opinions, *year.appointments):
        if opinion.happens(Stage.RECEIVED):
            for reply in _asked_for(opinion):
                received = opinion.days[Stage.RECEIVED]
                opinion.replies[reply] = after(received, chance, *WITHIN[reply])


def _say(year: Year, chance: Random) -> None:
    """Find fault with some, and with who never came; propose to commend others, or to act."""
    usual = [o for o in year.opinions if not o.alike]
    for opinion in usual:
        if opinion.member.part == SELDOM:
            opinion.levels["attendance"] = LOWEST
    some = year.some(usual, WEAK_OF_248 + COMMENDED_OF_248 + TO_BE_ACTED_ON_OF_248, "replies")
    for number, opinion in enumerate(some):
        if number % 2 == 0:
            opinion.levels[chance.choice(list(opinion.levels))] = LOWEST
        elif not opinion.is_weak:
            opinion.proposal = Proposal.COMMEND
        else:
            opinion.proposal = Proposal.CONSIDER_ACTION


def _asked_for(opinion: Opinion) -> Iterator[Reply]:
    if opinion.is_weak:
        yield Reply.TALKED_OVER
    if opinion.purpose is Purpose.APPOINTMENT:
        yield Reply.TOLD
    if opinion.proposal is not Proposal.NONE:
        yield Reply.RESOLVED


def papers(year: Year) -> Iterator[Paper]:
    """Write the replies that are given, and what some members say themselves."""
    for opinion in (*year.opinions, *year.appointments):
        for reply in opinion.replies:
            yield _reply(opinion, reply)
    received = [o for o in year.opinions if o.happens(Stage.RECEIVED)]
    chance = year.chance("statements")
    for opinion in year.some(received, STATED_OF_248, "statements"):
        yield _stated(opinion, chance)


def _reply(opinion: Opinion, reply: Reply) -> Paper:
    day = opinion.replies[reply]
    by = opinion.member.cell.desk
    if reply is Reply.RESOLVED:
        by = opinion.member.committee.secretary
    return Paper(
        key=f"{reply.name.lower()}/{opinion.name}",
        entered_on=day,
        by=by,
        command=COMMANDS[reply],
        occurred_on=day,
        fields=_said(opinion, reply),
    )


def _said(opinion: Opinion, reply: Reply) -> dict[str, Any]:
    if reply is Reply.TALKED_OVER:
        return {"link": opinion.link, "on": opinion.reference}
    outcome = {"outcome": _outcome(opinion)} if reply is Reply.RESOLVED else {}
    return {"evaluation": opinion.reference} | outcome


def _outcome(opinion: Opinion) -> ProposalOutcome:
    commended = opinion.proposal is Proposal.COMMEND
    return ProposalOutcome.COMMENDED if commended else ProposalOutcome.NO_ACTION


def _stated(opinion: Opinion, chance: Random) -> Paper:
    day = after(opinion.days[Stage.RECEIVED], chance, 2, 12)
    return Paper(
        key=f"stated/{opinion.name}",
        entered_on=day,
        by=opinion.member.cell.desk,
        command="record-statement",
        occurred_on=day,
        fields={"evaluation": opinion.reference, "statement": STATEMENT},
    )
