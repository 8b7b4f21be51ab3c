"""The evaluation: asked for, drafted, signed, confirmed, sent, received, returned, filed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.evaluation import Purpose
from domain.refusals import (
    AlreadyFiled,
    AlreadySent,
    AlreadySigned,
    BeforeItsGround,
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
from domain.rulebook import load_rulebook
from tests.domain.refused.row import NOWHERE, Row
from tests.paper import Paper, Pen
from tests.year import (
    AGREED,
    ARRIVED,
    CONFIRMED,
    CONSOLIDATED,
    EVALUATION,
    EXEMPTION_GRANTED,
    FILED,
    FOCUS_LIST_NAMED,
    LAN,
    LEVELS,
    MINH,
    RECEIVED,
    REQUEST_WITHDRAWN,
    REQUESTED,
    REQUESTED_IN_VAIN,
    REWARD_EVALUATION,
    SENT,
    SENT_BACK,
    SIGNED,
    WRITTEN,
    after,
    before,
)

LEVELS_OF_B = {
    criterion.code: 2 for criterion in load_rulebook().named("213-2020").forms["B"].quality_criteria
}
EXEMPT_IN_NOVEMBER = EXEMPTION_GRANTED.on(date(2026, 11, 1)).but(
    exemption_no=2, from_=date(2026, 11, 1), until=date(2026, 11, 30)
)
NO_LEVEL = {name: level for name, level in LEVELS.items() if name != "contact"}


def arriving(agreed: Paper, written: Paper) -> tuple[Paper | Pen, ...]:
    """Let a slip on paper arrive, signed, confirmed and sealed, which says this of its meeting."""
    return (*before(AGREED), agreed, written.transcribed(), SIGNED, CONFIRMED, SENT)


ROWS = [
    Row("asked about no link", before(RECEIVED), REQUESTED, NoOpenLink),
    Row(
        "asked about a year before the link",
        before(REQUESTED),
        REQUESTED.but(year=2025),
        NoOpenLink,
    ),
    Row("asked though not named", before(FOCUS_LIST_NAMED), REQUESTED, NotOnFocusList),
    Row("asked twice", after(REQUESTED), REQUESTED.on(date(2026, 10, 16)), SecondEvaluation),
    Row(
        "withdrawn though never asked",
        before(REQUEST_WITHDRAWN),
        REQUEST_WITHDRAWN.but(request=f"{REWARD_EVALUATION}/9"),
        NotAsked,
    ),
    Row(
        "withdrawn on a day before it was asked",
        before(REQUEST_WITHDRAWN),
        REQUEST_WITHDRAWN.on(date(2026, 10, 14)),
        BeforeItsGround,
    ),
    Row(
        "withdrawn after the answer had left",
        after(SENT),
        replace(REQUEST_WITHDRAWN.but(request=REQUESTED), stream=EVALUATION).on(date(2026, 11, 14)),
        AlreadySent,
    ),
    Row(
        "written unasked",
        (*before(REQUESTED_IN_VAIN), AGREED),
        replace(WRITTEN.but(purpose=Purpose.REWARD), stream=REWARD_EVALUATION),
        NotAsked,
    ),
    Row("written anew when signed", after(SIGNED), WRITTEN.but(), AlreadySigned),
    Row("written about no link", before(WRITTEN), WRITTEN.but(link=NOWHERE), NoOpenLink),
    Row(
        "written without a meeting",
        before(WRITTEN),
        WRITTEN.but(rests_on=None),
        WithoutCollectiveMeeting,
    ),
    Row(
        "written before the meeting",
        before(WRITTEN),
        WRITTEN.on(date(2026, 11, 8)),
        WithoutCollectiveMeeting,
    ),
    Row(
        "written on a meeting of another year",
        before(WRITTEN),
        WRITTEN.on(date(2027, 1, 4)).but(year=2027),
        WithoutCollectiveMeeting,
    ),
    Row(
        "written about somebody not considered",
        (*before(AGREED), AGREED.but(considered=())),
        WRITTEN,
        NotConsidered,
    ),
    Row(
        "written without the Front",
        (*before(AGREED), AGREED.but(front_present=False, front_count=0)),
        WRITTEN,
        FrontAbsent,
    ),
    Row("one level missing", before(WRITTEN), WRITTEN.but(levels=NO_LEVEL), FormNotFilled),
    Row(
        "a level that the form does not have",
        before(WRITTEN),
        WRITTEN.but(levels={**LEVELS, "contact": 4}),
        FormNotFilled,
    ),
    Row(
        "a criterion that the form does not have",
        before(WRITTEN),
        WRITTEN.but(levels={**LEVELS, "charm": 3}),
        FormNotFilled,
    ),
    Row("on no form", before(WRITTEN), WRITTEN.but(form="Z"), WrongForm),
    Row(
        "on the form of those who need not attend",
        before(WRITTEN),
        WRITTEN.but(form="B", levels=LEVELS_OF_B),
        WrongForm,
    ),
    Row(
        "on the form of those who attend",
        (*before(WRITTEN), EXEMPT_IN_NOVEMBER),
        WRITTEN,
        WrongForm,
    ),
    Row("signed without a draft", before(WRITTEN), SIGNED, NotDrafted),
    Row("signed before the draft", before(SIGNED), SIGNED.on(date(2026, 11, 9)), BeforeItsGround),
    Row("signed by a member of the committee", before(SIGNED), SIGNED.but(signer=LAN), NotInOffice),
    Row("signed by nobody known", before(SIGNED), SIGNED.but(signer=None), NotInOffice),
    Row("confirmed without a signature", before(SIGNED), CONFIRMED, NotSigned),
    Row(
        "confirmed before the signature",
        before(CONFIRMED),
        CONFIRMED.on(date(2026, 11, 10)),
        BeforeItsGround,
    ),
    Row("confirmed by the cell", before(CONFIRMED), CONFIRMED.but(by=MINH), NotInOffice),
    Row("confirmed without a seal", before(CONFIRMED), CONFIRMED.but(sealed=False), Unsealed),
    Row("sent without a draft", before(WRITTEN), SENT, NotDrafted),
    Row("sent without a signature", before(SIGNED), SENT, NotSigned),
    Row("sent without confirmation", before(CONFIRMED), SENT, NotConfirmed),
    Row("sent before confirmation", before(SENT), SENT.on(date(2026, 11, 11)), BeforeItsGround),
    Row("received though never written", before(WRITTEN), ARRIVED, NotDrafted),
    Row(
        "received before it was written",
        before(ARRIVED),
        ARRIVED.on(date(2026, 11, 9)),
        BeforeItsGround,
    ),
    Row("received without a signature", before(SIGNED), ARRIVED, NotSigned),
    Row("received without confirmation", before(CONFIRMED), ARRIVED, NotConfirmed),
    Row(
        "received without a seal",
        (*before(CONFIRMED), CONFIRMED.but(sealed=False).transcribed()),
        ARRIVED,
        Unsealed,
    ),
    Row(
        "received with no meeting behind it",
        arriving(AGREED, WRITTEN.but(rests_on=None)),
        ARRIVED,
        WithoutCollectiveMeeting,
    ),
    Row(
        "received about somebody not considered",
        arriving(AGREED.but(considered=()), WRITTEN),
        ARRIVED,
        NotConsidered,
    ),
    Row(
        "received without the Front",
        arriving(AGREED.but(front_present=False), WRITTEN),
        ARRIVED,
        FrontAbsent,
    ),
    Row(
        "received with a level missing",
        arriving(AGREED, WRITTEN.but(levels=NO_LEVEL)),
        ARRIVED,
        FormNotFilled,
    ),
    Row("received on no form", arriving(AGREED, WRITTEN.but(form="Z")), ARRIVED, WrongForm),
    Row("returned before it came", before(ARRIVED), SENT_BACK, NotReceived),
    Row(
        "returned on a day before it came",
        before(SENT_BACK),
        SENT_BACK.on(date(2026, 11, 16)),
        BeforeItsGround,
    ),
    Row("returned when filed", after(FILED), SENT_BACK.on(date(2026, 12, 5)), AlreadyFiled),
    Row("consolidated before it came", before(ARRIVED), CONSOLIDATED, NotReceived),
    Row(
        "consolidated on a day before it came",
        before(CONSOLIDATED),
        CONSOLIDATED.on(date(2026, 11, 26)),
        BeforeItsGround,
    ),
    Row("filed before it came", before(ARRIVED), FILED, NotReceived),
    Row("filed before the cell passed it up", before(CONSOLIDATED), FILED, NotConsolidated),
    Row(
        "filed on a day before the cell passed it up",
        before(FILED),
        FILED.on(date(2026, 11, 30)),
        BeforeItsGround,
    ),
]
