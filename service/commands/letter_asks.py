"""Commands on requests for a letter: the residence asks, the workplace answers.

Whoever is asked about may be nobody's member, or one about whom nothing may be said: nothing is
looked up, so that neither what is refused nor what is recorded tells the two apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import Side
from domain.refusals import NotVisible
from domain.report import AskOutcome, LetterAskAnswered, LetterAsked, letter_ask_id
from service.commands.command import Command
from service.officers import Sides, entitled
from service.token_texts import asked_person_text
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class AskForLetter(Command):
    """Ask a workplace to introduce somebody who lives here; one request a person and year.

    Who it is, and why he is asked for, is sealed under a key of the request's own.
    """

    NAME = "ask-for-letter"
    TITLE = "Đề nghị giới thiệu đảng viên"
    ENTITLED = entitled("Ro", "Wo")

    by: UUID
    to: UUID
    full_name: str
    birth_date: date | None = None
    dwelling: str | None = None
    grounds: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the request."""
        work.begin(self, Sides(workplace=self.to, residence=self.by))
        text = asked_person_text(self.full_name, self.birth_date)
        token = work.tokens.token("asked_person", text)
        request = work.report(letter_ask_id(self.by, self.to, token, self.occurred_on.year))
        born = self.birth_date.isoformat() if self.birth_date else None
        work.record(
            request,
            LetterAsked,
            by=self.by,
            to=self.to,
            full_name=work.personal(request.id, self.full_name),
            birth_date=work.personal(request.id, born),
            dwelling=work.personal(request.id, self.dwelling),
            grounds=work.personal(request.id, self.grounds),
        )


@dataclass(frozen=True, kw_only=True)
class AnswerLetterAsk(Command):
    """Answer a request for a letter; ``NOT_DUE`` says no more.

    The workplace may name its ``member`` where a letter follows; the residence, which copies the
    answer, knows of nobody who is not introduced, and names nobody.
    """

    NAME = "answer-letter-ask"
    TITLE = "Trả lời đề nghị giới thiệu"
    ENTITLED = entitled("Wo", "Ro")

    letter_ask: UUID
    outcome: AskOutcome
    member: UUID | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the answer."""
        request = work.report(self.letter_ask)
        if request.asked is None:
            raise NotVisible(field="letter_ask", letter_ask=self.letter_ask)
        sides = Sides(workplace=request.asked.to, residence=request.asked.by)
        act = work.begin(self, sides)
        if self.member and act.actor.side is Side.RESIDENCE:
            raise NotVisible(field="member", member=self.member)
        work.record(request, LetterAskAnswered, outcome=self.outcome, member=self.member)
