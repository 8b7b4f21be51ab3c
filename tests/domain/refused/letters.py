"""Letters and slips: drafted, issued, received or sent back, answered, filed, carried over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.member import ExemptionClass
from domain.organization import organization_id
from domain.refusals import (
    AddresseeNotReceiver,
    AfterFollowedFrom,
    BeforeItsGround,
    CellNotUnderBody,
    ExemptFromIntroduction,
    LetterNeverArrived,
    LetterOutOfForce,
    LetterUnderWay,
    LinkIsOpen,
    MemberHasDeparted,
    NotInOffice,
    NotOurMember,
    OrganizationEnded,
    ResidenceUnknown,
    SlipNotReturned,
    Unsealed,
    WrongBody,
)
from tests.domain.refused.row import NOWHERE, Row
from tests.paper import corrected
from tests.year import (
    CARRIED_OVER,
    CELL,
    DEPARTED,
    DINH,
    DINH_ENROLLED,
    DINH_LINK,
    DRAFTED,
    ENROLLED,
    EXEMPTION_GRANTED,
    HOA,
    ISSUED,
    ISSUED_AGAIN,
    ISSUED_AT_LAST,
    KEPT_SECRET,
    LETTER_VOIDED,
    MINH,
    OTHER_WARD,
    RECEIVED,
    RESIDENCE_DECLARED,
    RETURNED,
    SLIP_FILED,
    SLIP_RETURNED,
    WARD_REGISTERED,
    WORKPLACE,
    WORKPLACE_REGISTERED,
    after,
    before,
)

OTHER_WORKPLACE = organization_id("dang-uy-khac")
OTHER_WORKPLACE_REGISTERED = replace(
    WORKPLACE_REGISTERED.but(code="dang-uy-khac"), stream=OTHER_WORKPLACE
)
NO_RECEIVER = corrected(WARD_REGISTERED, {"sides": ["WORKPLACE"]})
GONE_AT_ONCE = DEPARTED.but(on=date(2026, 2, 8)).on(date(2026, 2, 8))
SECRET_FROM_FEBRUARY = EXEMPTION_GRANTED.but(
    class_=ExemptionClass.B,
    ground="ON_FILE",
    from_=date(2026, 2, 4),
    until=None,
    evidence=None,
).on(date(2026, 2, 4))
DINH_GONE = replace(
    DEPARTED.but(enrolment=DINH_ENROLLED, on=date(2026, 1, 1)).on(date(2026, 1, 1)), stream=DINH
)
DINH_SECRET = KEPT_SECRET.but(from_=date(2026, 1, 1)).on(date(2026, 1, 1))
DINH_ISSUED = replace(ISSUED.but(member=DINH), stream=DINH_LINK)
DINH_DRAFTED = replace(DRAFTED.but(member=DINH), stream=DINH_LINK)
DINH_VOIDED = replace(LETTER_VOIDED.but(attempt=1), stream=DINH_LINK)

# Who may be introduced, whereto: the same of a draft and of a letter.
INTRODUCED = [
    row
    for paper in (DRAFTED, ISSUED)
    for name in (paper.kind.__name__,)
    for row in (
        Row(
            f"{name} of a body that nobody knows",
            before(paper),
            paper.but(issuer=NOWHERE),
            OrganizationEnded,
        ),
        Row(f"{name} about nobody's member", before(ENROLLED), paper, NotOurMember),
        Row(
            f"{name} about another committee's member",
            (*before(paper), OTHER_WORKPLACE_REGISTERED),
            paper.but(issuer=OTHER_WORKPLACE),
            NotOurMember,
        ),
        Row(
            f"{name} about somebody who has gone",
            (*before(paper), GONE_AT_ONCE),
            paper,
            MemberHasDeparted,
        ),
        Row(
            f"{name} about somebody kept secret",
            (*before(paper), SECRET_FROM_FEBRUARY),
            paper,
            ExemptFromIntroduction,
        ),
        Row(f"{name} to nobody knows where", before(RESIDENCE_DECLARED), paper, ResidenceUnknown),
        Row(
            f"{name} for another stay",
            before(paper),
            paper.but(residence_no=2),
            ResidenceUnknown,
        ),
        Row(
            f"{name} to where he does not live",
            before(paper),
            paper.but(to_body=OTHER_WARD),
            WrongBody,
        ),
        Row(
            f"{name} to a body that receives nobody",
            (*before(paper), NO_RECEIVER),
            paper,
            AddresseeNotReceiver,
        ),
        Row(
            f"{name} to a cell of another body",
            before(paper),
            paper.but(to_cell=CELL),
            CellNotUnderBody,
        ),
        Row(
            f"{name} beside a letter under way",
            after(ISSUED),
            paper.but(attempt=2),
            LetterUnderWay,
        ),
        Row(
            f"{name} dated before the end of the one before",
            after(RETURNED),
            paper.but(attempt=2).on(date(2026, 2, 15)),
            BeforeItsGround,
        ),
        Row(
            f"{name} on an open link",
            after(RECEIVED),
            paper.but(attempt=4).on(date(2026, 3, 10)),
            LinkIsOpen,
        ),
    )
]

ROWS = [
    *INTRODUCED,
    Row(
        "a letter for a draft that was voided",
        (*after(DRAFTED), LETTER_VOIDED.but(attempt=1).on(date(2026, 2, 9))),
        ISSUED,
        LetterOutOfForce,
    ),
    Row(
        "a letter dated before its draft",
        before(ISSUED),
        ISSUED.on(date(2026, 2, 8)),
        BeforeItsGround,
    ),
    Row(
        "a letter over what was carried over",
        before(DRAFTED),
        DINH_ISSUED,
        LetterUnderWay,
    ),
    Row("a letter signed by anybody", before(ISSUED), ISSUED.but(signer=HOA), NotInOffice),
    Row("a letter without a seal", before(ISSUED), ISSUED.but(sealed=False), Unsealed),
    Row("received without a letter", before(ISSUED_AT_LAST), RECEIVED, LetterOutOfForce),
    Row("received as a draft", after(DRAFTED), RECEIVED.but(attempt=1), LetterOutOfForce),
    Row(
        "received after it was sent back",
        after(RETURNED),
        RECEIVED.but(attempt=1),
        LetterOutOfForce,
    ),
    Row(
        "received after it was voided",
        after(LETTER_VOIDED),
        RECEIVED.but(attempt=2),
        LetterOutOfForce,
    ),
    Row(
        "received before it was issued",
        before(RECEIVED),
        RECEIVED.on(date(2026, 3, 1)),
        BeforeItsGround,
    ),
    Row("received by another body", before(RECEIVED), RECEIVED.but(by=OTHER_WARD), WrongBody),
    Row("a draft sent back", before(ISSUED), RETURNED, LetterOutOfForce),
    Row(
        "sent back after it was received",
        after(RECEIVED),
        RETURNED.but(attempt=3).on(date(2026, 3, 16)),
        LinkIsOpen,
    ),
    Row(
        "sent back before it was issued",
        before(RETURNED),
        RETURNED.on(date(2026, 2, 9)),
        BeforeItsGround,
    ),
    Row("sent back by another body", before(RETURNED), RETURNED.but(by=OTHER_WARD), WrongBody),
    Row(
        "voided without a letter",
        before(ISSUED_AGAIN),
        LETTER_VOIDED,
        LetterOutOfForce,
    ),
    Row(
        "voided after it was sent back",
        after(RETURNED),
        LETTER_VOIDED.but(attempt=1),
        LetterOutOfForce,
    ),
    Row(
        "voided where there never was a letter",
        after(CARRIED_OVER),
        replace(LETTER_VOIDED.but(attempt=1), stream=DINH_LINK),
        LetterOutOfForce,
    ),
    Row(
        "voided after it was received",
        after(RECEIVED),
        LETTER_VOIDED.but(attempt=3).on(date(2026, 3, 16)),
        LinkIsOpen,
    ),
    Row(
        "voided before it was issued",
        before(LETTER_VOIDED),
        LETTER_VOIDED.on(date(2026, 2, 17)),
        BeforeItsGround,
    ),
    Row(
        "a slip for a letter that never arrived",
        before(RECEIVED),
        SLIP_RETURNED,
        LetterNeverArrived,
    ),
    Row(
        "a slip dated before the letter arrived",
        before(SLIP_RETURNED),
        SLIP_RETURNED.on(date(2026, 3, 8)),
        BeforeItsGround,
    ),
    Row(
        "a slip signed by a cell secretary",
        before(SLIP_RETURNED),
        SLIP_RETURNED.but(signer=MINH),
        NotInOffice,
    ),
    Row(
        "a slip signed by nobody",
        before(SLIP_RETURNED),
        SLIP_RETURNED.but(signer=None),
        NotInOffice,
    ),
    Row(
        "a slip that names another body's cell",
        before(SLIP_RETURNED),
        SLIP_RETURNED.but(cell=CELL),
        CellNotUnderBody,
    ),
    Row("a slip filed before it came", before(SLIP_RETURNED), SLIP_FILED, SlipNotReturned),
    Row(
        "a slip filed before its date",
        before(SLIP_FILED),
        SLIP_FILED.on(date(2026, 3, 10)),
        BeforeItsGround,
    ),
    Row(
        "carried over by a body that nobody knows",
        before(CARRIED_OVER),
        CARRIED_OVER.but(issuer=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "carried over to a body that nobody knows",
        before(CARRIED_OVER),
        CARRIED_OVER.but(body=NOWHERE, cell=None),
        OrganizationEnded,
    ),
    Row("carried over of nobody's member", before(DINH_ENROLLED), CARRIED_OVER, NotOurMember),
    Row(
        "carried over of another committee's member",
        (*before(CARRIED_OVER), OTHER_WORKPLACE_REGISTERED),
        CARRIED_OVER.but(issuer=OTHER_WORKPLACE),
        NotOurMember,
    ),
    Row(
        "carried over of somebody who has gone",
        (*before(CARRIED_OVER), DINH_GONE),
        CARRIED_OVER,
        MemberHasDeparted,
    ),
    Row(
        "carried over of somebody kept secret",
        (*before(CARRIED_OVER), DINH_SECRET),
        CARRIED_OVER,
        ExemptFromIntroduction,
    ),
    Row(
        "carried over to a body that receives nobody",
        before(CARRIED_OVER),
        CARRIED_OVER.but(body=WORKPLACE, cell=None),
        AddresseeNotReceiver,
    ),
    Row(
        "carried over to a cell of another body",
        before(CARRIED_OVER),
        CARRIED_OVER.but(cell=CELL),
        CellNotUnderBody,
    ),
    Row(
        "carried over beside a letter under way",
        (*before(CARRIED_OVER), DINH_DRAFTED),
        CARRIED_OVER.but(attempt=2),
        LetterUnderWay,
    ),
    Row(
        "carried over as of before the last letter was voided",
        (*before(CARRIED_OVER), DINH_DRAFTED, DINH_VOIDED),
        CARRIED_OVER.but(attempt=2),
        BeforeItsGround,
    ),
    Row(
        "carried over for another stay",
        before(CARRIED_OVER),
        CARRIED_OVER.but(residence_no=2),
        ResidenceUnknown,
    ),
    Row(
        "carried over a second time",
        after(CARRIED_OVER),
        CARRIED_OVER.but(attempt=2),
        LinkIsOpen,
    ),
    Row(
        "carried over though issued after the record began",
        before(CARRIED_OVER),
        CARRIED_OVER.but(letter_date=date(2026, 1, 2)),
        AfterFollowedFrom,
    ),
    Row(
        "carried over though answered after the record began",
        before(CARRIED_OVER),
        CARRIED_OVER.but(slip_date=date(2026, 1, 2)),
        AfterFollowedFrom,
    ),
    Row(
        "carried over as of a later day",
        before(CARRIED_OVER),
        CARRIED_OVER.on(date(2026, 1, 2)),
        AfterFollowedFrom,
    ),
]
