"""Commands that answer a letter: received or sent back, the slip returned, the slip filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import Via
from domain.introduction.events import (
    LetterReceived,
    LetterReturned,
    MemberForwarded,
    ReturnReason,
    SlipFiled,
    SlipReturned,
)
from domain.introduction.letter import Letter
from domain.introduction.link import Link
from domain.refusals import (
    LetterNeverArrived,
)
from service.commands.command import Command
from service.commands.links import letter_asked, sides_of_link
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class ReceiveLetter(Command):
    """Receive and accept a letter of introduction: the link is open."""

    NAME = "receive-letter"
    TITLE = "Tiếp nhận giấy giới thiệu"
    ENTITLED = entitled("Ro", "Wo")

    link: UUID
    attempt: int | None = None
    via: Via = Via.UNKNOWN

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the arrival."""
        link = work.link(self.link)
        work.begin(self, sides_of_link(link, self.occurred_on, work, self.attempt))
        letter = letter_asked(link, self.attempt)
        by = letter.receiver_on(self.occurred_on, work)
        work.record(link, LetterReceived, attempt=letter.attempt, by=by, via=self.via)


@dataclass(frozen=True, kw_only=True)
class ReturnLetter(Command):
    """Send a letter back before receiving it, with the reason."""

    NAME = "return-letter"
    TITLE = "Trả lại giấy giới thiệu"
    ENTITLED = entitled("Ro Rs", "Wo")

    link: UUID
    attempt: int | None = None
    reason: ReturnReason
    note: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the return; a note is sealed."""
        link = work.link(self.link)
        work.begin(self, sides_of_link(link, self.occurred_on, work, self.attempt))
        letter = letter_asked(link, self.attempt)
        work.record(
            link,
            LetterReturned,
            attempt=letter.attempt,
            by=letter.receiver_on(self.occurred_on, work),
            reason=self.reason,
            note=work.personal(link.member or link.id, self.note),
        )


@dataclass(frozen=True, kw_only=True)
class ReturnSlip(Command):
    """Tell the workplace that the member was received; on paper the slip is the proof of arrival.

    ``received_on`` writes the arrival with it, ``cell`` the forwarding, as far as the paper bears
    them and they are not on record.
    """

    NAME = "return-slip"
    TITLE = "Gửi phiếu báo"
    ENTITLED = entitled("Rs Ro", "Wo")
    OWN_ACT_STATES = ("signer",)

    link: UUID
    attempt: int | None = None
    received_on: date | None = None
    number: str | None = None
    cell: UUID | None = None
    signer: UUID | None = None
    signer_as_written: str | None = None
    as_letter_foot: bool = False

    def carry_out(self, work: UnitOfWork) -> None:
        """Record what the slip says, in the order in which it happened."""
        link = work.link(self.link)
        work.begin(self, sides_of_link(link, self.occurred_on, work, self.attempt))
        letter = letter_asked(link, self.attempt)
        self._received(link, letter, work)
        self._forwarded(link, work)
        unknown = work.personal(self.signer or link.id, self.signer_as_written)
        work.record(
            link,
            SlipReturned,
            attempt=letter.attempt,
            number=self.number,
            cell=self.cell,
            signer=self.signer,
            signer_as_written=unknown,
            as_letter_foot=self.as_letter_foot,
        )

    def _received(self, link: Link, letter: Letter, work: UnitOfWork) -> None:
        if letter.carried_over:
            return
        if letter.received and self.received_on in (None, letter.received.occurred_on):
            return
        if self.received_on is None:
            raise LetterNeverArrived(field="received_on", attempt=letter.attempt)
        work.record(
            link,
            LetterReceived,
            dated=self.received_on,
            attempt=letter.attempt,
            by=letter.receiver_on(self.received_on, work),
            via=Via.UNKNOWN,
        )

    def _forwarded(self, link: Link, work: UnitOfWork) -> None:
        if self.cell and link.host_on(self.occurred_on, work) != self.cell:
            work.record(
                link, MemberForwarded, dated=self.received_on or self.occurred_on, cell=self.cell
            )


@dataclass(frozen=True, kw_only=True)
class FileSlip(Command):
    """File the slip that came back."""

    NAME = "file-slip"
    TITLE = "Lưu phiếu báo"
    ENTITLED = entitled("Wo")

    link: UUID
    attempt: int | None = None
    file_ref: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record where it lies."""
        link = work.link(self.link)
        work.begin(self, sides_of_link(link, self.occurred_on, work, self.attempt))
        attempt = letter_asked(link, self.attempt).attempt
        work.record(link, SlipFiled, attempt=attempt, file_ref=self.file_ref)
