"""The evaluation of one member: asked for, drafted, signed, confirmed, sent, received, filed.

Signing, confirming and sending are acts of different offices, hence different events. A return
starts the chain anew: what stood before it settles nothing after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from domain.acts import CELL_SIGNING_OFFICES, SIGNING_OFFICES, Office
from domain.decisions import Objections, Streams, decides, not_before
from domain.entries import Event, EventT, Stream
from domain.introduction.events import Via
from domain.names import LIENHE
from domain.private import Private
from domain.refusals import (
    AlreadyFiled,
    AlreadySent,
    AlreadySigned,
    FormNotFilled,
    FrontAbsent,
    NoOpenLink,
    NotAsked,
    NotConfirmed,
    NotConsidered,
    NotConsolidated,
    NotDrafted,
    NotInOffice,
    NotOnFocusList,
    NotReceived,
    NotSigned,
    SecondEvaluation,
    Unsealed,
    WithoutCollectiveMeeting,
    WrongForm,
)
from domain.round import round_id


class Purpose(StrEnum):
    """What the opinion is asked for; all but the yearly one need a request."""

    ANNUAL = "ANNUAL"
    APPOINTMENT = "APPOINTMENT"
    PLACEMENT = "PLACEMENT"
    TRAINING = "TRAINING"
    REWARD = "REWARD"
    DISCIPLINE = "DISCIPLINE"


class Proposal(StrEnum):
    """What the residence proposes; no level, it opens a follow-up."""

    COMMEND = "COMMEND"
    NONE = "NONE"
    CONSIDER_ACTION = "CONSIDER_ACTION"


class ProposalOutcome(StrEnum):
    """What came of a proposal to commend or to consider action."""

    COMMENDED = "COMMENDED"
    ACTED = "ACTED"
    NO_ACTION = "NO_ACTION"


def evaluation_id(link: UUID, purpose: Purpose, year: int, number: str | None = None) -> UUID:
    """Name the stream: one ANNUAL evaluation a link and year, others by their request number."""
    which = str(year) if purpose is Purpose.ANNUAL else f"{year}/{number}"
    return uuid5(LIENHE, f"evaluation/{link}/{purpose}/{which}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class EvaluationRequested(Event):
    """The workplace asks for the opinion; ``answer_by`` as printed. (Phiếu xin ý kiến)"""

    TOPIC = "evaluation.requested"
    NATURAL_KEY = ("occurred_on",)

    link: UUID
    purpose: Purpose
    year: int
    number: str | None
    answer_by: date


@dataclass(frozen=True)
class RequestWithdrawn(Event):
    """No longer asked. (Rút yêu cầu)"""

    TOPIC = "evaluation.request_withdrawn"
    NATURAL_KEY = ("request",)

    request: str
    reason: str


@dataclass(frozen=True, slots=True)
class StatedMeeting:
    """What a transcribed slip itself says of the collective meeting behind it."""

    held_on: date | None
    front_present: bool


@dataclass(frozen=True)
class EvaluationDrafted(Event):
    """Written down; may be drafted again until signed, or after a return. (Dự thảo nhận xét)

    ``levels``: criterion → 1, 2 or 3, of which 1 is the lowest. ``fingerprint`` is a keyed token
    of levels and remarks: equality, not likeness.
    """

    TOPIC = "evaluation.drafted"
    NATURAL_KEY = ("digest",)

    link: UUID
    purpose: Purpose
    year: int
    form: str
    levels: dict[str, int]
    proposal: Proposal
    remarks: Private | None
    fingerprint: str
    rests_on: UUID | None
    stated_meeting: StatedMeeting | None


@dataclass(frozen=True)
class EvaluationSigned(Event):
    """Signed on behalf of the cell. (T/M CHI BỘ)"""

    TOPIC = "evaluation.signed"
    NATURAL_KEY = ()

    signer: UUID | None
    office: Office


@dataclass(frozen=True)
class EvaluationConfirmed(Event):
    """The committee confirmed the signature, with its seal. (Xác nhận, đóng dấu)"""

    TOPIC = "evaluation.confirmed"
    NATURAL_KEY = ()

    by: UUID | None
    office: Office
    sealed: bool


@dataclass(frozen=True)
class EvaluationSent(Event):
    """Left the residence for the workplace. (Gửi bản nhận xét)"""

    TOPIC = "evaluation.sent"
    NATURAL_KEY = ()

    via: Via
    number: str | None


@dataclass(frozen=True)
class EvaluationReceived(Event):
    """Arrived at the workplace, with what it lacks in form. (Nhận bản nhận xét)"""

    TOPIC = "evaluation.received"
    NATURAL_KEY = ()

    link: UUID
    purpose: Purpose
    year: int
    defects: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvaluationReturned(Event):
    """Sent back to be mended. (Trả lại để bổ sung)"""

    TOPIC = "evaluation.returned"
    NATURAL_KEY = ("occurred_on",)

    defects: tuple[str, ...]
    answer_by: date


@dataclass(frozen=True)
class EvaluationConsolidated(Event):
    """The workplace cell passed it up. (Chi bộ tổng hợp gửi Đảng ủy)"""

    TOPIC = "evaluation.consolidated"
    NATURAL_KEY = ()

    cell: UUID


@dataclass(frozen=True)
class EvaluationFiled(Event):
    """In the member's file. (Lưu hồ sơ đảng viên)"""

    TOPIC = "evaluation.filed"
    NATURAL_KEY = ()

    file_ref: str


@dataclass(frozen=True)
class OpinionDisclosed(Event):
    """The member was told of the opinion on that day. (Thông báo ý kiến cho đảng viên)"""

    TOPIC = "evaluation.disclosed"
    NATURAL_KEY = ("occurred_on",)


@dataclass(frozen=True)
class StatementRecorded(Event):
    """The member's own view of the opinion. (Ý kiến của đảng viên)"""

    TOPIC = "evaluation.statement_recorded"
    NATURAL_KEY = ("occurred_on",)

    statement: Private


@dataclass(frozen=True)
class ProposalResolved(Event):
    """What came of what the residence proposed. (Kết quả xử lý đề nghị)"""

    TOPIC = "evaluation.proposal_resolved"
    NATURAL_KEY = ()

    outcome: ProposalOutcome
    reference: Private | None


# Decide.


@decides(EvaluationRequested)
def request(evaluation: Evaluation, entry: EvaluationRequested, streams: Streams) -> Objections:
    """An opinion is asked for a link that was open in the year, once a link, purpose and year."""
    if not streams.link(entry.link).was_open_in(entry.year, entry.occurred_on):
        yield NoOpenLink(field="link", link=entry.link, year=entry.year)
    if asked := evaluation.request_standing:
        yield SecondEvaluation(field="link", evaluation=evaluation.id, asked_on=asked.occurred_on)
    if entry.purpose is Purpose.ANNUAL:
        yield from _named_in_round(entry, streams)


def _named_in_round(entry: EvaluationRequested, streams: Streams) -> Objections:
    """A focused round asks only for those named."""
    member = streams.link(entry.link).member
    enrolment = streams.member(member).enrolment_on(entry.occurred_on) if member else None
    if enrolment is None:
        return
    round_ = streams.round(round_id(enrolment.committee, entry.year))
    named = round_.named_on(entry.occurred_on)
    if named is not None and member not in named:
        yield NotOnFocusList(field="link", link=entry.link, round=round_.id)


@decides(RequestWithdrawn)
def withdraw(evaluation: Evaluation, entry: RequestWithdrawn, streams: Streams) -> Objections:
    """Only a request that stands is withdrawn, and only before the slip was sent."""
    asked = evaluation.request_standing
    if asked is None or asked.id != entry.request:
        yield NotAsked(field="request", request=entry.request)
    else:
        yield from not_before(entry, asked)
    if evaluation.chain(EvaluationSent):
        yield AlreadySent(field="request", evaluation=evaluation.id)


@decides(EvaluationDrafted)
def draft(evaluation: Evaluation, entry: EvaluationDrafted, streams: Streams) -> Objections:
    """A comment rests on a collective meeting, with the Front, that considered the member."""
    if entry.purpose is not Purpose.ANNUAL and not evaluation.request_standing:
        yield NotAsked(field="purpose", purpose=entry.purpose)
    if evaluation.chain(EvaluationSigned):
        yield AlreadySigned(field="evaluation", evaluation=evaluation.id)
    if not streams.link(entry.link).was_open_in(entry.year, entry.occurred_on):
        yield NoOpenLink(field="link", link=entry.link, year=entry.year)
    yield from _agreed(entry, streams)
    yield from _form_filled(entry, streams)


def _agreed(entry: EvaluationDrafted, streams: Streams) -> Objections:
    if entry.stated_meeting and entry.transcribed:
        if not entry.stated_meeting.front_present:
            yield from _front_absent(entry, streams)
        return
    held = streams.collective_meeting(entry.rests_on).held if entry.rests_on else None
    day = entry.occurred_on
    if held is None or held.occurred_on > day or held.occurred_on.year != entry.year:
        yield WithoutCollectiveMeeting(field="rests_on", meeting=entry.rests_on, day=day)
        return
    if entry.link not in held.considered:
        yield NotConsidered(field="rests_on", link=entry.link, meeting=entry.rests_on)
    if not held.front_present:
        yield from _front_absent(entry, streams)


def _front_absent(entry: EvaluationDrafted, streams: Streams) -> Objections:
    if streams.rulebook.in_force(entry.occurred_on).front_required:
        yield FrontAbsent(field="rests_on", meeting=entry.rests_on)


def _form_filled(entry: EvaluationDrafted, streams: Streams) -> Objections:
    rule_set = streams.rulebook.in_force(entry.occurred_on)
    form = rule_set.forms.get(entry.form)
    if form is None:
        yield WrongForm(field="form", form=entry.form, rule_set=rule_set.id)
        return
    for criterion in form.quality_criteria:
        if entry.levels.get(criterion.code) not in criterion.levels:
            yield FormNotFilled(field=f"levels.{criterion.code}", criterion=criterion.code)
    for code in entry.levels.keys() - {criterion.code for criterion in form.quality_criteria}:
        yield FormNotFilled(field=f"levels.{code}", criterion=code)


@decides(EvaluationSigned)
def sign(evaluation: Evaluation, entry: EvaluationSigned, streams: Streams) -> Objections:
    """What was drafted is signed by the cell's secretary or deputy, once."""
    drafted = evaluation.draft
    if drafted is None:
        yield NotDrafted(field="evaluation", evaluation=evaluation.id)
        return
    yield from not_before(entry, drafted)
    cell = streams.link(drafted.link).cell_in_year(drafted.year, entry.occurred_on)
    holder = entry.signer and cell and streams.organization(cell)
    if not (
        holder
        and entry.signer
        and holder.in_office(entry.signer, CELL_SIGNING_OFFICES, entry.occurred_on)
    ):
        yield NotInOffice(field="signer", officer=entry.signer, organization=cell)


@decides(EvaluationConfirmed)
def confirm(evaluation: Evaluation, entry: EvaluationConfirmed, streams: Streams) -> Objections:
    """The committee's secretary or deputy confirms the signature, with the seal."""
    signed = evaluation.chain(EvaluationSigned)
    drafted = evaluation.draft
    if not signed or drafted is None:
        yield NotSigned(field="evaluation", evaluation=evaluation.id)
    else:
        yield from not_before(entry, signed[-1])
        letter = streams.link(drafted.link).letter_of_year(drafted.year, entry.occurred_on)
        body = streams.organization(letter.body) if letter and letter.body else None
        if not (entry.by and body and body.in_office(entry.by, SIGNING_OFFICES, entry.occurred_on)):
            yield NotInOffice(field="by", officer=entry.by, organization=body and body.id)
    if not entry.sealed:
        yield Unsealed(field="sealed", evaluation=evaluation.id)


@decides(EvaluationSent)
def send(evaluation: Evaluation, entry: EvaluationSent, streams: Streams) -> Objections:
    """Draft, sign, confirm, send: in this order."""
    if evaluation.draft is None:
        yield NotDrafted(field="evaluation", evaluation=evaluation.id)
        return
    if not evaluation.chain(EvaluationSigned):
        yield NotSigned(field="evaluation", evaluation=evaluation.id)
    elif not evaluation.chain(EvaluationConfirmed):
        yield NotConfirmed(field="evaluation", evaluation=evaluation.id)
    yield from not_before(entry, evaluation.chain_last or evaluation.draft)


@decides(EvaluationReceived)
def receive(evaluation: Evaluation, entry: EvaluationReceived, streams: Streams) -> Objections:
    """What arrives was drafted; what it lacks in form is recorded, for the paper exists."""
    drafted = evaluation.draft
    if drafted is None:
        yield NotDrafted(field="evaluation", evaluation=evaluation.id)
        return
    yield from not_before(entry, drafted)
    yield from _agreed(drafted, streams)
    yield from _form_filled(drafted, streams)
    if not evaluation.chain(EvaluationSigned):
        yield NotSigned(field="evaluation", evaluation=evaluation.id)
    confirmed = evaluation.chain(EvaluationConfirmed)
    if not confirmed:
        yield NotConfirmed(field="evaluation", evaluation=evaluation.id)
    elif not confirmed[-1].sealed:
        yield Unsealed(field="evaluation", evaluation=evaluation.id)


@decides(EvaluationReturned)
def return_(evaluation: Evaluation, entry: EvaluationReturned, streams: Streams) -> Objections:
    """Only what was received and is not yet filed is sent back."""
    yield from _received(evaluation, entry)
    if evaluation.chain(EvaluationFiled):
        yield AlreadyFiled(field="evaluation", evaluation=evaluation.id)


@decides(EvaluationConsolidated)
def consolidate(
    evaluation: Evaluation, entry: EvaluationConsolidated, streams: Streams
) -> Objections:
    """A cell passes up what was received."""
    yield from _received(evaluation, entry)


@decides(EvaluationFiled)
def file(evaluation: Evaluation, entry: EvaluationFiled, streams: Streams) -> Objections:
    """The office files what the cell passed up."""
    yield from _received(evaluation, entry)
    consolidated = evaluation.chain(EvaluationConsolidated)
    if not consolidated:
        yield NotConsolidated(field="evaluation", evaluation=evaluation.id)
    else:
        yield from not_before(entry, consolidated[-1])


def _received(evaluation: Evaluation, entry: Event) -> Objections:
    received = evaluation.chain(EvaluationReceived)
    if not received:
        yield NotReceived(field="evaluation", evaluation=evaluation.id)
    else:
        yield from not_before(entry, received[-1])


class Evaluation(Stream):
    """One evaluation as its stream has it."""

    @property
    def link(self) -> UUID | None:
        """The link that it is about."""
        first = next(
            iter(self.of(EvaluationRequested, EvaluationDrafted, EvaluationReceived)), None
        )
        return first.link if first else None

    @property
    def request_standing(self) -> EvaluationRequested | None:
        """The request that nobody withdrew."""
        withdrawn = {entry.request for entry in self.of(RequestWithdrawn)}
        return next((r for r in self.of(EvaluationRequested) if r.id not in withdrawn), None)

    def rivals(self, candidate: EventT) -> Sequence[EventT]:
        """What a return starts anew rivals the last since then; a request or a return, each."""
        if isinstance(candidate, EvaluationRequested | RequestWithdrawn | EvaluationReturned):
            return self.of(type(candidate))
        return self.chain(type(candidate))[-1:]

    def chain(self, *kinds: type[EventT]) -> Sequence[EventT]:
        """Select the entries of some classes that came after the last return."""
        current: list[EventT] = []
        for entry in self.effective:
            if isinstance(entry, EvaluationReturned):
                current = []
            elif isinstance(entry, kinds):
                current.append(entry)
        return current

    @property
    def chain_last(self) -> Event | None:
        """The last signature or confirmation of the chain."""
        return next(reversed(self.chain(EvaluationSigned, EvaluationConfirmed)), None)

    @property
    def draft(self) -> EvaluationDrafted | None:
        """The last draft: after a return the former one may be signed again, unchanged."""
        return self.last(EvaluationDrafted)
