"""Deciding on letters and slips: drafted, issued, received or returned, answered, filed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.acts import SIGNING_OFFICES, Side
from domain.decisions import Objections, Streams, decides, not_before
from domain.entries import Stream
from domain.introduction.events import (
    LetterDrafted,
    LetterIssued,
    LetterReceived,
    LetterReturned,
    LetterVoided,
    LinkCarriedOver,
    PaperNumberTaken,
    SlipFiled,
    SlipReturned,
)
from domain.introduction.letter import Letter
from domain.introduction.link import Link
from domain.member import ExemptionClass, still_here
from domain.organization import in_place_of, is_under, signed_by, standing_body
from domain.refusals import (
    AddresseeNotReceiver,
    AfterFollowedFrom,
    CellNotUnderBody,
    ExemptFromIntroduction,
    LetterNeverArrived,
    LetterOutOfForce,
    LetterUnderWay,
    LinkIsOpen,
    NotOurMember,
    NumberTaken,
    ResidenceUnknown,
    SlipNotReturned,
    Unsealed,
    WrongBody,
)


@decides(LetterDrafted)
def draft(link: Link, entry: LetterDrafted, streams: Streams) -> Objections:
    """A letter is written for one's own member, to where he lives, one at a time."""
    yield from _introducible(entry, streams)
    yield from _free(link, entry)


@decides(LetterIssued)
def issue(link: Link, entry: LetterIssued, streams: Streams) -> Objections:
    """Secretary or deputy sign, the letter is sealed (the seed, note 1)."""
    yield from _introducible(entry, streams)
    letter = link.letter(entry.attempt)
    if letter is None or letter.drafted is None:
        yield from _free(link, entry)
    elif letter.voided:
        yield LetterOutOfForce(field="attempt", attempt=entry.attempt)
    else:
        yield from not_before(entry, letter.drafted)
    yield from signed_by(
        entry.issuer,
        entry.signer,
        entry.signer_office,
        SIGNING_OFFICES,
        entry.occurred_on,
        streams,
        ("signer", "signer_office"),
    )
    if not entry.sealed:
        yield Unsealed(field="sealed", number=entry.number)


@decides(LetterReceived)
def receive(link: Link, entry: LetterReceived, streams: Streams) -> Objections:
    """A letter in force is received by the body to which it is addressed, or its successor."""
    letter = link.letter(entry.attempt)
    yield from _in_force(letter, entry)
    yield from _addressed_to(letter, entry, streams)


@decides(LetterReturned)
def return_letter(link: Link, entry: LetterReturned, streams: Streams) -> Objections:
    """A letter is sent back before it is received, not after."""
    letter = link.letter(entry.attempt)
    if letter and letter.received:
        yield LinkIsOpen(field="attempt", attempt=entry.attempt)
    yield from _in_force(letter, entry)
    yield from _addressed_to(letter, entry, streams)


@decides(LetterVoided)
def void_letter(link: Link, entry: LetterVoided, streams: Streams) -> Objections:
    """The issuer voids what nobody has received; an open link is closed instead."""
    letter = link.letter(entry.attempt)
    if letter is None or letter.returned or letter.carried_over:
        yield LetterOutOfForce(field="attempt", attempt=entry.attempt)
    elif letter.received:
        yield LinkIsOpen(field="attempt", attempt=entry.attempt)
    elif written := letter.issued or letter.drafted:
        yield from not_before(entry, written)


@decides(SlipReturned)
def return_slip(link: Link, entry: SlipReturned, streams: Streams) -> Objections:
    """The slip answers a letter received, signed by the residence committee's secretary."""
    letter = link.letter(entry.attempt)
    opened = (letter.received or letter.carried_over) if letter else None
    if letter is None or opened is None or letter.body is None:
        yield LetterNeverArrived(field="attempt", attempt=entry.attempt)
        return
    yield from not_before(entry, opened)
    day = entry.occurred_on
    body = in_place_of(letter.body, day, streams)
    who = ("signer", "signer")
    yield from signed_by(body, entry.signer, None, SIGNING_OFFICES, day, streams, who)
    if entry.cell and not is_under(entry.cell, body, day, streams):
        yield CellNotUnderBody(field="cell", cell=entry.cell, body=body)


@decides(SlipFiled)
def file_slip(link: Link, entry: SlipFiled, streams: Streams) -> Objections:
    """The office files a slip that came back (the seed, note 2)."""
    letter = link.letter(entry.attempt)
    if letter is None or letter.slip is None:
        yield SlipNotReturned(field="attempt", attempt=entry.attempt)
    else:
        yield from not_before(entry, letter.slip)


@decides(LinkCarriedOver)
def carry_over(link: Link, entry: LinkCarriedOver, streams: Streams) -> Objections:
    """Carried over is only what is older than the day from which the workplace is followed."""
    yield from _own_member(entry, streams)
    residence = streams.member(entry.member).residence_on(entry.occurred_on)
    if residence is None or residence.residence_no != entry.residence_no:
        yield ResidenceUnknown(field="residence_no", residence_no=entry.residence_no)
    yield from _receiver(entry.body, entry.occurred_on, streams, "body")
    if entry.cell and not is_under(entry.cell, entry.body, entry.occurred_on, streams):
        yield CellNotUnderBody(field="cell", cell=entry.cell, body=entry.body)
    yield from _free(link, entry)
    registered = streams.organization(entry.issuer).registered
    dates = [d for d in (entry.letter_date, entry.slip_date, entry.occurred_on) if d]
    if registered and max(dates) > registered.followed_from:
        yield AfterFollowedFrom(field="letter_date", followed_from=registered.followed_from)


@decides(PaperNumberTaken)
def take_number(number: Stream, entry: PaperNumberTaken, streams: Streams) -> Objections:
    """One number for one paper of one issuer and year."""
    if number.of(PaperNumberTaken):
        yield NumberTaken(field="number", number=entry.number, year=entry.year)


def _introducible(entry: LetterDrafted | LetterIssued, streams: Streams) -> Objections:
    day = entry.occurred_on
    yield from _own_member(entry, streams)
    residence = streams.member(entry.member).residence_on(day)
    if residence is None or residence.residence_no != entry.residence_no:
        yield ResidenceUnknown(field="residence_no", residence_no=entry.residence_no)
    elif entry.to_body != (receiver := in_place_of(residence.body, day, streams)):
        yield WrongBody(field="to_body", body=entry.to_body, addressee=receiver)
    yield from _receiver(entry.to_body, day, streams, "to_body")
    if entry.to_cell and not is_under(entry.to_cell, entry.to_body, day, streams):
        yield CellNotUnderBody(field="to_cell", cell=entry.to_cell, body=entry.to_body)


def _own_member(
    entry: LetterDrafted | LetterIssued | LinkCarriedOver, streams: Streams
) -> Objections:
    day = entry.occurred_on
    member = streams.member(entry.member)
    yield from standing_body(entry.issuer, day, streams, "issuer")
    yield from still_here(member, day)
    enrolment = member.enrolment_on(day)
    if enrolment and in_place_of(enrolment.committee, day, streams) != entry.issuer:
        yield NotOurMember(field="member", member=member.id)
    if member.is_exempt(ExemptionClass.B, day):
        yield ExemptFromIntroduction(field="member", member=member.id)


def _receiver(body: UUID, day: date, streams: Streams, field: str) -> Objections:
    receiver = streams.organization(body)
    yield from standing_body(body, day, streams, field)
    if receiver.registered and Side.RESIDENCE not in receiver.registered.sides:
        yield AddresseeNotReceiver(field=field, body=body)


def _addressed_to(
    letter: Letter | None, entry: LetterReceived | LetterReturned, streams: Streams
) -> Objections:
    """Who receives stands, and is the addressee or whoever stands in his place."""
    day = entry.occurred_on
    addressee = letter.receiver_on(day, streams) if letter else None
    if addressee and addressee != entry.by:
        yield WrongBody(field="by", body=entry.by, addressee=addressee)
    yield from standing_body(entry.by, day, streams, "by")


def _free(link: Link, entry: LetterDrafted | LetterIssued | LinkCarriedOver) -> Objections:
    """One letter at a time: the next follows when the last was returned, voided or closed."""
    last = link.last_letter
    if last is None:
        return
    if last.under_way or entry.attempt <= last.attempt:
        yield LetterUnderWay(field="attempt", attempt=last.attempt)
    if last.open_days and not last.closed:
        yield LinkIsOpen(field="attempt", attempt=last.attempt)
    if ended := last.returned or last.voided or last.closed:
        yield from not_before(entry, ended)


def _in_force(letter: Letter | None, entry: LetterReceived | LetterReturned) -> Objections:
    if letter is None or letter.issued is None or not letter.in_force:
        yield LetterOutOfForce(field="attempt", attempt=entry.attempt)
    else:
        yield from not_before(entry, letter.issued)
