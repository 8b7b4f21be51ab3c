"""Commands on what a slip says: drafted at the residence, or copied from paper on arrival."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import Office, Via
from domain.evaluation import (
    EvaluationConfirmed,
    EvaluationDrafted,
    EvaluationReceived,
    EvaluationSent,
    EvaluationSigned,
    Proposal,
    StatedMeeting,
)
from domain.introduction.link import Link
from domain.member import MemberEnrolled
from domain.refusals import NoSuchLink, NotDrafted
from service.commands.evaluations import office_of_confirmer, office_of_signer
from service.commands.opinions import OpinionCommand
from service.officers import entitled
from service.token_texts import fingerprint_text
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What a slip says: the levels of its form, the proposal, the remarks."""

    form: str
    levels: dict[str, int]
    proposal: Proposal = Proposal.NONE
    remarks: str | None = None


@dataclass(frozen=True, kw_only=True)
class DraftEvaluation(OpinionCommand):
    """Write the comment down, resting on the collective meeting that agreed it."""

    NAME = "draft-evaluation"
    TITLE = "Dự thảo nhận xét"
    ENTITLED = entitled("Rc Ro")
    OWN_ACT_STATES = ("rests_on",)

    slip: Slip
    rests_on: UUID | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the draft with the fingerprint of what it says."""
        link = self.begin(work)
        _draft(self, self.slip, link, work, self.occurred_on, rests_on=self.rests_on)


@dataclass(frozen=True, kw_only=True)
class StatedOnSlip:
    """What a slip on paper says of the collective meeting behind it."""

    held_on: date | None = None
    front_present: bool


@dataclass(frozen=True, kw_only=True)
class PaperSlip(Slip):
    """A slip on paper as it arrived, as far as it bears signature, confirmation and seal."""

    dated: date
    stated_meeting: StatedOnSlip | None = None
    rests_on: UUID | None = None
    signed: bool
    signer: UUID | None = None
    signer_office: Office | None = None
    confirmed: bool
    confirmed_by: UUID | None = None
    confirmed_office: Office | None = None
    sealed: bool = False


@dataclass(frozen=True, kw_only=True)
class ReceiveEvaluation(OpinionCommand):
    """Receive a slip on the day ``occurred_on``.

    One that the residence sent through the service needs no more. One on paper is transcribed
    (``slip`` and ``transcribed``): what it bears is recorded, what it lacks is a defect.
    """

    NAME = "receive-evaluation"
    TITLE = "Nhận bản nhận xét"
    ENTITLED = entitled("Wc Wo", "Wc Wo")

    slip: PaperSlip | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record what the paper bears, then that it arrived."""
        link = self.begin(work)
        if self.slip:
            self._transcribe(self.slip, link, work)
        work.record(
            self.evaluation(work),
            EvaluationReceived,
            link=self.link,
            purpose=self.purpose,
            year=self.year,
        )

    def _transcribe(self, slip: PaperSlip, link: Link, work: UnitOfWork) -> None:
        if work.act is None or work.act.transcribed is None:
            raise NotDrafted(field="transcribed", link=self.link)
        said = slip.stated_meeting
        stated = StatedMeeting(said.held_on, said.front_present) if said else None
        evaluation = self.evaluation(work)
        _draft(self, slip, link, work, slip.dated, rests_on=slip.rests_on, stated=stated)
        if slip.signed:
            held = office_of_signer(evaluation, slip.signer, slip.dated, work)
            signed = {"signer": slip.signer, "office": slip.signer_office or held}
            work.record(evaluation, EvaluationSigned, dated=slip.dated, **signed)
        if slip.signed and slip.confirmed:
            held = office_of_confirmer(evaluation, slip.confirmed_by, slip.dated, work)
            confirmed = {"by": slip.confirmed_by, "office": slip.confirmed_office or held}
            work.record(
                evaluation, EvaluationConfirmed, dated=slip.dated, sealed=slip.sealed, **confirmed
            )
        work.record(
            evaluation, EvaluationSent, dated=slip.dated, via=Via.UNKNOWN, number=self.number
        )


def _draft(
    command: OpinionCommand,
    slip: Slip,
    link: Link,
    work: UnitOfWork,
    day: date,
    *,
    rests_on: UUID | None = None,
    stated: StatedMeeting | None = None,
) -> None:
    if link.member is None:
        raise NoSuchLink(field="link", link=link.id)
    work.record(
        command.evaluation(work),
        EvaluationDrafted,
        dated=day,
        link=command.link,
        purpose=command.purpose,
        year=command.year,
        form=slip.form,
        levels=slip.levels,
        proposal=slip.proposal,
        remarks=work.personal(link.member, slip.remarks),
        fingerprint=_fingerprint(slip, link.member, work),
        rests_on=rests_on,
        stated_meeting=stated,
    )


def _fingerprint(slip: Slip, member: UUID, work: UnitOfWork) -> str:
    """Make the token by which slips that say the same are found, whatever name they bear."""
    enrolled = work.member(member).of(MemberEnrolled)
    name = work.read(enrolled[-1].full_name) if enrolled else None
    text = fingerprint_text(slip.form, slip.levels, slip.remarks, name)
    return work.tokens.token("fingerprint", text)
