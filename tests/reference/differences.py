"""Where the residence's list differs from the roster of the workplace, G38 (4.3-11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from tests.reference.bodies import present_body
from tests.reference.history import Entry, History
from tests.reference.links import STARTS, Letter, letters
from tests.reference.obligation import Duty, Obligation, Owner, Subject, owed
from tests.reference.rules import Figures, rule_set_of
from tests.reference.stops import is_exempt, met_class_b

LIENHE = UUID("5a3f1c1e-6e1b-5c1a-9a76-213202000213")
OFFICES = {
    "NOT_AT_RESIDENCE": "Ro",
    "NOT_AT_WORKPLACE": "Wo",
    "OTHER_CELL": "Ro",
    "OTHER_STATE": "Ro",
}


@dataclass(frozen=True, eq=False)
class Pair:
    """A workplace and a residence committee, whose lists are compared."""

    workplace: str
    residence: str

    @property
    def name(self) -> str:
        """How keys name the two."""
        return f"{self.workplace}/{self.residence}"


def difference_obligations(past: History) -> Iterator[Obligation]:
    """Each difference of each pair; to state a list is no duty."""
    pairs: dict[tuple[str, str], list[Entry]] = {}
    for stated in past.all("roster.stated"):
        if is_of_residence(stated):
            pairs.setdefault((stated["about"], stated["by"]), []).append(stated)
    for pair, lists in sorted(pairs.items()):
        for key, opened in sorted(unanswered(past, Pair(*pair), lists).items()):
            yield from roster_mismatch(past, Pair(*pair), key, opened)


def is_of_residence(stated: Entry) -> bool:
    """Only such a list opens differences; the stream names the workplace first."""
    name = f"reconciliation/{stated['about']}/{stated['by']}/{stated['as_on']}"
    return str(uuid5(LIENHE, name)) == stated.stream


def unanswered(past: History, pair: Pair, lists: list[Entry]) -> dict[str, Entry]:
    """Give each difference that stands, with the list that opened it.

    It stays the old one while each later list repeats it; once answered, a list opens it anew.
    """
    streams = {stated.stream for stated in lists}
    answers = [e for e in past.all("difference.answered") if e.stream in streams]
    standing: dict[str, Entry] = {}
    for entry in sorted([*lists, *answers], key=lambda entry: entry.order):
        if entry.topic == "difference.answered":
            standing.pop(entry["difference"], None)
        else:
            found = differences(past, pair, entry)
            standing = {key: standing.get(key, entry) for key in found}
    return standing


def differences(past: History, pair: Pair, stated: Entry) -> set[str]:
    """Name the differences of one list against the roster of the day that it speaks of.

    Whom class B covers that day is in neither.
    """
    as_on = date.fromisoformat(stated["as_on"])
    secret = {x.link for x in letters(past) if is_exempt(past, x.member, "B", as_on)}
    listed = [entry for entry in stated["entries"] if entry["link"] not in secret]
    on_roster = {
        letter.link: letter
        for letter in letters(past)
        if letter.is_open(as_on)
        and (letter.enrolment.committee, letter.body) == (pair.workplace, pair.residence)
        and letter.link not in secret
    }
    missing = set(on_roster) - {entry["link"] for entry in listed}
    found = {f"NOT_AT_RESIDENCE:{link}" for link in missing}
    for entry in listed:
        letter = on_roster.get(entry["link"])
        if letter is None:
            found.add(f"NOT_AT_WORKPLACE:{entry['link'] or entry['entry_no']}")
        elif kind := other(letter, entry, as_on):
            found.add(f"{kind}:{letter.link}")
    return found


def other(letter: Letter, entry: dict[str, Any], as_on: date) -> str | None:
    """Say in what a listed member stands otherwise than on the workplace's roster."""
    cell = letter.cell(as_on)
    if cell and entry["cell"] and cell != entry["cell"]:
        return "OTHER_CELL"
    return "OTHER_STATE" if (entry["status"] == "PLACED") != bool(cell) else None


def roster_mismatch(past: History, pair: Pair, key: str, stated: Entry) -> Iterator[Obligation]:
    """G38: from the first list that has it; B and D end, where it is about a member on record."""
    kind, _, which = key.partition(":")
    if is_over(past, which, stated):
        return
    opened_on = stated.effect
    rule_set = rule_set_of(past, stated, opened_on)
    sides = (pair.workplace, pair.residence)
    figures = Figures(past, rule_set, opened_on, pair.workplace, sides)
    as_on = date.fromisoformat(stated["as_on"])
    office = OFFICES[kind]
    owner = pair.workplace if office == "Wo" else pair.residence
    duty = Duty(
        code="G38",
        step=kind,
        subject=Subject(pair=f"{pair.name}/{kind}/{which}"),
        owner=Owner(office, present_body(past, owner, past.day)),
        opened_on=opened_on,
        due_on=figures.days_after(as_on, "roster.answer_days"),
        ground=stated.id,
    )
    yield from owed(past, figures, as_on, duty)


def is_over(past: History, link: str, stated: Entry) -> bool:
    """Stops B and D: kept from introduction, or departed from the workplace that introduced him."""
    own = [letter for letter in letters(past) if letter.link == link]
    written = [letter for letter in own if letter.all(*STARTS)[0].effect <= stated.effect]
    return any(
        letter.enrolment.is_over(past.day) or met_class_b(past, letter.member, stated.effect)
        for letter in written[-1:] or own[:1]
    )
