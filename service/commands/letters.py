"""Commands on letters of introduction: written, issued, voided, carried over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import SIGNING_OFFICES, Office, Side
from domain.entries import Stream
from domain.introduction.events import (
    LetterDrafted,
    LetterIssued,
    LetterVoided,
    LinkCarriedOver,
    NamesAsIssued,
    PaperNumberTaken,
    Printed,
    VoidReason,
)
from domain.introduction.link import Link, link_id, paper_number_id
from domain.member import (
    ExemptionClass,
    FullMembershipRecognized,
    Member,
    MemberEnrolled,
    ResidenceDeclared,
)
from domain.organization import in_place_of, office_held
from domain.private import Personal, Private
from domain.refusals import NotInOffice, NotVisible, ResidenceUnknown
from service.commands.command import Command
from service.commands.links import letter_asked, sides_of_link
from service.commands.member import workplace_of
from service.officers import Sides, entitled
from service.unit_of_work import UnitOfWork


def _residence(member: Member, residence_no: int | None, day: date) -> ResidenceDeclared:
    present = member.residence_on(day)
    if residence_no is not None:
        stays = [r for r in member.of(ResidenceDeclared) if r.residence_no == residence_no]
        present = stays[-1] if stays else None
    if present is None:
        raise ResidenceUnknown(field="residence_no", residence_no=residence_no)
    return present


def _next_attempt(link: Link, attempt: int | None) -> int:
    last = link.last_letter
    if attempt or last is None:
        return attempt or 1
    if last.issued or last.returned or last.voided or last.carried_over:
        return last.attempt + 1
    return last.attempt


@dataclass(frozen=True, kw_only=True)
class DraftLetter(Command):
    """Write a letter of introduction to where the member lives; it still has to be signed."""

    NAME = "draft-letter"
    TITLE = "Viết giấy giới thiệu"
    ENTITLED = entitled("Wo")

    member: UUID
    residence_no: int | None = None
    attempt: int | None = None
    to_cell: UUID | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Write the next attempt of the link."""
        member = work.member(self.member)
        sides = workplace_of(member, self.occurred_on).on(self.occurred_on, work)
        work.begin(self, sides)
        residence = _residence(member, self.residence_no, self.occurred_on)
        link = work.link(link_id(member.id, residence.residence_no))
        same = [x for x in link.letters if x.drafted and x.drafted.digest == work.digest]
        work.record(
            link,
            LetterDrafted,
            member=member.id,
            residence_no=residence.residence_no,
            attempt=same[0].attempt if same else _next_attempt(link, self.attempt),
            issuer=sides.workplace,
            to_body=in_place_of(residence.body, self.occurred_on, work),
            to_cell=self.to_cell,
        )


@dataclass(frozen=True, kw_only=True)
class IssueLetter(Command):
    """Sign, seal, number and hand over a letter of introduction, drafted before or not."""

    NAME = "issue-letter"
    TITLE = "Cấp giấy giới thiệu"
    ENTITLED = entitled("Ws Wo", "Ro")

    member: UUID
    residence_no: int | None = None
    attempt: int | None = None
    to_cell: UUID | None = None
    number: str
    signer: UUID
    signer_office: Office | None = None
    sealed: bool
    replaces: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Issue the letter and take its number."""
        member = work.member(self.member)
        sides = workplace_of(member, self.occurred_on).on(self.occurred_on, work)
        residence = _residence(member, self.residence_no, self.occurred_on)
        to_body = in_place_of(residence.body, self.occurred_on, work)
        act = work.begin(self, Sides(sides.workplace, sides.workplace_cell, to_body))
        if act.actor.side is Side.RESIDENCE and member.is_exempt(ExemptionClass.B, work.today):
            raise NotVisible(field="member", member=member.id)
        link = work.link(link_id(member.id, residence.residence_no))
        same = [x for x in link.letters if x.issued and x.issued.digest == work.digest]
        exempt = [e for e in member.exemptions(ExemptionClass.A) if self.occurred_on in e.days]
        letter = work.record(
            link,
            LetterIssued,
            member=member.id,
            residence_no=residence.residence_no,
            attempt=same[0].attempt if same else _next_attempt(link, self.attempt),
            issuer=sides.workplace,
            to_body=to_body,
            to_cell=self.to_cell,
            number=self.number,
            signer=self.signer,
            signer_office=self._office(sides.workplace, work),
            sealed=self.sealed,
            names_as_issued=self._names(sides.workplace, to_body, work),
            printed=self._printed(member, residence, work),
            attendance_exempt_until=exempt[0].granted.until if exempt else None,
            replaces=self.replaces,
        )
        if not letter.position:
            self._take_number(letter, work)

    def _office(self, issuer: UUID | None, work: UnitOfWork) -> Office:
        """Give the office that is stated, else the one that the signer holds on that day."""
        held = office_held(issuer, self.signer, SIGNING_OFFICES, self.occurred_on, work)
        office = self.signer_office or held
        if office is None:
            raise NotInOffice(field="signer", officer=self.signer, organization=issuer)
        return office

    def _take_number(self, letter: LetterIssued, work: UnitOfWork) -> None:
        year = self.occurred_on.year
        work.record(
            work.load(Stream, paper_number_id(letter.issuer, year, self.number)),
            PaperNumberTaken,
            issuer=letter.issuer,
            year=year,
            number=self.number,
            kind="letter",
        )

    def _names(self, issuer: UUID | None, to: UUID, work: UnitOfWork) -> NamesAsIssued:
        named = [work.organization(b).name_on(self.occurred_on) for b in (issuer, to) if b]
        return NamesAsIssued(*(name or "" for name in named))

    def _printed(self, member: Member, residence: ResidenceDeclared, work: UnitOfWork) -> Printed:
        enrolled = member.enrolment_on(self.occurred_on) or member.of(MemberEnrolled)[-1]
        recognized = member.last(FullMembershipRecognized, on=self.occurred_on)
        official_on = recognized.on if recognized else enrolled.official_on
        identity = (
            enrolled.full_name,
            enrolled.birth_date,
            enrolled.sex,
            enrolled.admitted_on,
            official_on,
        )
        dwelling = (residence.dwelling, residence.neighborhood)
        return Printed(_line(member.id, identity, work), _line(member.id, dwelling, work))


def _line(person: UUID, parts: tuple[Private | None, ...], work: UnitOfWork) -> Personal:
    texts = (work.read(part) for part in parts)
    return Personal(person, " · ".join(text for text in texts if text))


@dataclass(frozen=True, kw_only=True)
class VoidLetter(Command):
    """Take a draft or a letter out of force: lost, miswritten, moved again, not needed."""

    NAME = "void-letter"
    TITLE = "Hủy giấy giới thiệu, báo mất giấy"
    ENTITLED = entitled("Wo Ws")

    link: UUID
    attempt: int | None = None
    reason: VoidReason

    def carry_out(self, work: UnitOfWork) -> None:
        """Void the letter."""
        link = work.link(self.link)
        work.begin(self, sides_of_link(link, self.occurred_on, work, self.attempt))
        attempt = letter_asked(link, self.attempt).attempt
        work.record(link, LetterVoided, attempt=attempt, reason=self.reason)


@dataclass(frozen=True, kw_only=True)
class CarryOverLink(Command):
    """Enter a link that was in force before the record began, with what the old list says of it."""

    NAME = "carry-over-link"
    TITLE = "Ghi mối liên hệ có từ trước"
    ENTITLED = entitled("Wo")

    member: UUID
    residence_no: int | None = None
    attempt: int | None = None
    cell: UUID | None = None
    letter_number: str | None = None
    letter_date: date | None = None
    slip_date: date | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Open the link without inventing who signed."""
        member = work.member(self.member)
        sides = workplace_of(member, self.occurred_on).on(self.occurred_on, work)
        work.begin(self, sides)
        residence = _residence(member, self.residence_no, self.occurred_on)
        link = work.link(link_id(member.id, residence.residence_no))
        same = [x for x in link.letters if x.carried_over]
        work.record(
            link,
            LinkCarriedOver,
            member=member.id,
            residence_no=residence.residence_no,
            attempt=same[0].attempt if same else _next_attempt(link, self.attempt),
            issuer=sides.workplace,
            body=in_place_of(residence.body, self.occurred_on, work),
            cell=self.cell,
            letter_number=self.letter_number,
            letter_date=self.letter_date,
            slip_date=self.slip_date,
        )
