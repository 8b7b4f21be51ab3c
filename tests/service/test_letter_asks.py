"""Requests for letters: asked, answered, seen; of class B the residence learns nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from service.app import create_app, service_of
from service.queries.questions import QUESTIONS, Question
from service.settings import Settings
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    ASK_FOR_LETTER,
    DECLARE,
    ENROL,
    INTRODUCTION,
    MEMBER,
    OFFICERS,
    OTHER_WARD,
    OTHER_WORKPLACE,
    TODAY,
    WARD,
    act,
    person,
    town,
)

KHANG = {"full_name": "Đỗ Văn Khang", "birth_date": "1980-02-03"}
STRANGER = {"full_name": "Mai Thị Lạ", "birth_date": "1991-11-12"}
SECRET = person("secret member")
PAPER = {"paper_kind": "công văn", "paper_number": "8-CV", "arrived_on": "2026-09-01"}
RESIDENCE = ("ward clerk", "ward secretary", "quarter secretary", "group leader")


def asked_about(who: dict[str, str]) -> Sent:
    return ASK_FOR_LETTER._replace(body=ASK_FOR_LETTER.body | who)


def answer(letter_ask: str, outcome: str = "NOT_DUE", who: str = "clerk", **more: Any) -> Sent:
    facts = {"letter_ask": letter_ask, "outcome": outcome}
    return act(who, "answer-letter-ask", "2026-08-18", **facts, **more)


def letter_asks(scenario: Scenario, who: str, **asked: str) -> list[dict[str, Any]]:
    given = "&".join(f"{name}={value}" for name, value in asked.items())
    return scenario.asked(who, f"/api/letter-asks?{given}").items


def entered(scenario: Scenario, sent: Sent) -> str:
    """Enter a request; give its id."""
    stream: str = scenario.given(sent).said["events"][0]["stream"]
    return stream


def test_a_letter_is_asked_for_and_follows(scenario: Scenario) -> None:
    scenario.given(ENROL)
    ask = entered(scenario, ASK_FOR_LETTER)
    [waiting] = letter_asks(scenario, "clerk")
    assert waiting["letter_ask"] == ask
    assert (waiting["full_name"], waiting["birth_date"]) == tuple(KHANG.values())
    assert (waiting["state"], waiting["outcome"]) == ("OPEN", None)
    [owed] = scenario.asked("clerk", "/api/gaps?code=G38&as_of=2026-09-05").items
    assert (owed["step"], owed["office"], owed["due_on"]) == ("ASKED", "Wo", "2026-09-04")
    scenario.when(answer(ask, "LETTER_FOLLOWS", member=MEMBER)).then("letter.ask_answered")
    [answered] = letter_asks(scenario, "clerk", state="ANSWERED")
    assert (answered["outcome"], answered["member"]) == ("LETTER_FOLLOWS", str(MEMBER))
    [seen] = letter_asks(scenario, "ward clerk")
    assert (seen["outcome"], seen["member"]) == ("LETTER_FOLLOWS", None)
    assert scenario.asked("clerk", "/api/gaps?code=G38&as_of=2026-09-05").items == []
    assert letter_asks(scenario, "clerk", state="OPEN") == []
    assert letter_asks(scenario, "clerk", as_of="2026-08-04") == []


def test_a_person_is_asked_about_once_a_year_however_he_is_typed(scenario: Scenario) -> None:
    first = entered(scenario, ASK_FOR_LETTER)
    scenario.when(ASK_FOR_LETTER._replace(key="again")).repeated("letter.asked")
    scenario.when(asked_about({"full_name": "đỗ  văn KHANG"}))
    scenario.refused(409, "OtherFactsOnRecord", "full_name")
    undated = {k: v for k, v in ASK_FOR_LETTER.body.items() if k != "birth_date"}
    assert entered(scenario, ASK_FOR_LETTER._replace(body=undated)) != first
    of_another_year = ASK_FOR_LETTER.body | {"occurred_on": "2027-01-04"}
    assert entered(scenario, ASK_FOR_LETTER._replace(body=of_another_year)) != first


def test_each_side_copies_the_paper_of_the_other(scenario: Scenario) -> None:
    copy = ASK_FOR_LETTER.body | {"transcribed": PAPER}
    ask = entered(scenario, ASK_FOR_LETTER._replace(who="clerk", body=copy))
    scenario.when(answer(ask, who="ward clerk", transcribed=PAPER)).then("letter.ask_answered")
    assert [row["outcome"] for row in letter_asks(scenario, "clerk")] == ["NOT_DUE"]
    scenario.when(answer(ask, who="ward clerk")).refused(
        409, "TranscribedWithoutPaper", "transcribed"
    )


def test_who_copies_the_answer_at_the_residence_names_nobody(scenario: Scenario) -> None:
    """Else an id could be tried, and the refusal would tell whose it is."""
    scenario.given(ENROL)
    ask = entered(scenario, ASK_FOR_LETTER)
    for member in (MEMBER, person("nobody")):
        tried = answer(ask, "LETTER_FOLLOWS", "ward clerk", transcribed=PAPER, member=member)
        scenario.when(tried).refused(404, "NotVisible", "member")


@pytest.mark.parametrize(
    ("body", "rule"),
    [(OTHER_WARD, "AddresseeNotWorkplace"), (person("nobody"), "OrganizationEnded")],
)
def test_a_letter_is_asked_of_a_workplace_that_stands(
    scenario: Scenario, body: UUID, rule: str
) -> None:
    scenario.when(asked_about({"to": str(body)})).refused(409, rule, "to")


def test_only_a_residence_asks_for_a_letter(scenario: Scenario) -> None:
    scenario.when(
        ASK_FOR_LETTER._replace(
            who="other clerk", body=ASK_FOR_LETTER.body | {"by": str(OTHER_WORKPLACE)}
        )
    ).refused(409, "NotReceiver", "by")
    scenario.when(ASK_FOR_LETTER._replace(who="ward secretary")).refused(403, "OutsideYourSide")
    scenario.when(ASK_FOR_LETTER._replace(who="other ward clerk")).refused(404, "NotVisible")


def test_an_answer_is_given_once_and_says_no_more_than_it_may(scenario: Scenario) -> None:
    scenario.given(ENROL)
    ask = entered(scenario, ASK_FOR_LETTER)
    scenario.when(answer(str(MEMBER))).refused(404, "NotVisible")
    scenario.when(answer(str(person("x")))).refused(404, "NotVisible", "letter_ask")
    scenario.when(answer(ask, member=MEMBER)).refused(409, "SecretMaterial", "member")
    scenario.when(answer(ask, "LETTER_FOLLOWS", member=person("x")))
    scenario.refused(409, "NotOurMember", "member")
    scenario.given(answer(ask))
    scenario.when(answer(ask, "LETTER_FOLLOWS")).refused(409, "OtherFactsOnRecord", "outcome")
    later = answer(ask, "LETTER_FOLLOWS").body | {"occurred_on": "2026-08-19"}
    scenario.when(answer(ask)._replace(body=later)).refused(409, "AlreadyAnswered", "letter_ask")


def test_a_request_is_seen_by_the_two_committees_alone(scenario: Scenario) -> None:
    entered(scenario, ASK_FOR_LETTER)
    for who in ("clerk", "secretary", "inspector", "ward clerk", "ward secretary"):
        assert len(letter_asks(scenario, who)) == 1
    for who in ("cell secretary", "quarter secretary", "other clerk", "other ward clerk"):
        assert letter_asks(scenario, who) == []


# Of a member of class B the answer is the same as of a stranger.


def secretly(sent: Sent) -> Sent:
    """The same paper about the secret member."""
    his = {"person": str(SECRET), "member": str(SECRET), **KHANG, "number": "98-GGT/ĐU"}
    return sent._replace(body=sent.body | {k: v for k, v in his.items() if k in sent.body})


EXEMPT = act(
    "clerk",
    "grant-exemption",
    "2026-05-04",
    member=SECRET,
    class_="B",
    ground="ON_FILE",
    from_="2026-05-04",
)
NAMELESS = {"full_name": None, "birth_date": None, "secret": True}
KEPT_SECRET: dict[str, list[Sent]] = {
    "with a name from before": [secretly(ENROL), secretly(DECLARE), EXEMPT],
    "introduced until then": [*map(secretly, INTRODUCTION[:3]), EXEMPT],
    "without a name": [secretly(ENROL)._replace(body=secretly(ENROL).body | NAMELESS)],
}


ASKED_ABOUT = re.compile("|".join(map(re.escape, (*KHANG.values(), *STRANGER.values()))))


def reads(scenario: Scenario, ask: str) -> Iterator[str]:
    """Everything that the residence can read, whoever asks, in the form of a comparison."""
    for text in _texts(scenario, ask):
        yield _numbered(ASKED_ABOUT.sub("·", text))


def _texts(scenario: Scenario, ask: str) -> Iterator[str]:
    days = ("2026-08-06", "2026-09-10", "2027-01-10")
    for who in RESIDENCE:
        for question in QUESTIONS:
            for day in days:
                for ending in ("", ".csv"):
                    yield f"{who} {day} " + _asked(scenario, who, question, ending, day)
        for address in (
            f"/api/members/{ask}/chronicle",
            f"/api/members/{SECRET}/chronicle",
            f"/api/history?stream={ask}",
            f"/api/history?member={SECRET}",
            f"/api/reports?member={SECRET}",
        ):
            yield _answered(scenario.asked(who, address))


def _asked(scenario: Scenario, who: str, question: Question, ending: str, day: str) -> str:
    address = question.address.replace("<member>", str(SECRET))
    given = [f"as_of={day}"] if "as_of" in question.parameters else []
    given += ["year=2026"] if "year" in question.parameters else []
    return _answered(scenario.asked(who, f"/api/{address}{ending}?{'&'.join(given)}"))


def _answered(scenario: Scenario) -> str:
    found = scenario.answer
    return f"{found.status_code} {found.content_type} {found.get_data(as_text=True)}"


def _numbered(text: str) -> str:
    """Number the ids of a text in their order: what they are is chance, which is which is not."""
    seen: dict[str, str] = {}
    ids = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\"request_id\":\"[0-9a-f]+\""
    return re.sub(ids, lambda found: seen.setdefault(found[0], f"id {len(seen)}"), text)


def tries(ask: str) -> list[Sent]:
    """What the residence may try on a request, to learn more than it was told."""
    copied: dict[str, Any] = {"who": "ward clerk", "transcribed": PAPER}
    mend = {"event": f"{ask}/1", "reason": "x"}
    return [
        answer(ask, "LETTER_FOLLOWS", **copied, member=SECRET),
        answer(ask, "NOT_DUE", **copied, member=SECRET),
        answer(ask, "LETTER_FOLLOWS", **copied),
        answer(ask, "NOT_DUE", **copied),
        act("ward clerk", "correct-entry", "2026-08-20", **mend, facts={"dwelling": "Số 1"}),
        act("ward clerk", "correct-entry", "2026-08-20", **mend, facts={"to": str(SECRET)}),
        act("ward clerk", "void-entry", "2026-08-20", **mend),
        act("ward clerk", "receive-letter", "2026-08-20", link=SECRET),
    ]


def told(scenario: Scenario, before: list[Sent], names: dict[str, str]) -> list[str]:
    """All that the residence reads and is answered about one request, from first to last."""
    asking = asked_about(names)
    scenario.given(*before)
    ask = entered(scenario, asking)
    found = list(reads(scenario, ask))
    scenario.when(asking._replace(key="again"))
    found.append(_numbered(_answered(scenario)))
    scenario.given(answer(ask))
    found += reads(scenario, ask)
    for sent in tries(ask):
        scenario.when(sent)
        found.append(_numbered(_answered(scenario)))
    return [*found, *reads(scenario, ask)]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Callable[[str], Scenario]]:
    """Services side by side, each with the same town."""
    opened = []

    def open_one(name: str) -> Scenario:
        (tmp_path / name).mkdir()
        (tmp_path / name / "clock").write_text(TODAY)
        settings = Settings(tmp_path / name / "data", clock_file=tmp_path / name / "clock")
        app = create_app(settings)
        opened.append(app)
        return Scenario(app, OFFICERS).given(*town())

    yield open_one
    for app in opened:
        service_of(app).close()


@pytest.mark.parametrize("before", KEPT_SECRET.values(), ids=KEPT_SECRET)
def test_of_a_secret_member_the_residence_reads_what_it_reads_of_a_stranger(
    service: Callable[[str], Scenario], before: list[Sent]
) -> None:
    of_him = told(service("him"), before, KHANG)
    of_a_stranger = told(service("stranger"), before, STRANGER)
    assert len(of_him) > 500
    for his, theirs in zip(of_him, of_a_stranger, strict=True):
        assert his == theirs
    assert any("NOT_DUE" in text for text in of_him)


def test_the_comparison_would_tell_a_difference(service: Callable[[str], Scenario]) -> None:
    """Whoever is introduced is read otherwise than a stranger: the comparison is not blind."""
    nothing, a_letter = service("nothing"), service("letter")
    for scenario, before in ((nothing, []), (a_letter, list(map(secretly, INTRODUCTION[:3])))):
        scenario.given(*before)
    ask = [entered(scenario, asked_about(KHANG)) for scenario in (nothing, a_letter)]
    one, other = (list(reads(s, a)) for s, a in zip((nothing, a_letter), ask, strict=True))
    assert one != other


def test_whose_member_it_is_the_workplace_knows_and_does_not_say(scenario: Scenario) -> None:
    scenario.given(*KEPT_SECRET["with a name from before"])
    ask = entered(scenario, ASK_FOR_LETTER)
    scenario.when(answer(ask, "LETTER_FOLLOWS", member=SECRET))
    scenario.refused(409, "ExemptFromIntroduction", "member")
    scenario.when(answer(ask, member=SECRET)).refused(409, "SecretMaterial", "member")
    scenario.given(answer(ask))
    assert str(SECRET) not in scenario.asked("ward clerk", "/api/letter-asks").answer.text
    assert str(WARD) in scenario.answer.text
