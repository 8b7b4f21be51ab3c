"""What the yearly classification quotes of each member, and the level that people decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from domain.review import ReferenceKind
from service.demo.acts.secrets import PART as SECRET
from service.demo.days import YEAR, within
from service.demo.paper import Paper
from service.demo.people import Member
from service.demo.year import Year

RATED = (date(2025, 12, 2), date(2025, 12, 8))
DECIDED = (date(2025, 12, 22), date(2025, 12, 30))
COMMENDED_OF_248, DISCIPLINED_OF_248 = 12, 2
LEVELS = {"EXCELLENT": 12, "GOOD": 76, "COMPLETED": 11, "NOT_COMPLETED": 1}
SAID = {
    "EXCELLENT": "Hoàn thành xuất sắc nhiệm vụ",
    "GOOD": "Hoàn thành tốt nhiệm vụ",
    "COMPLETED": "Hoàn thành nhiệm vụ",
    "NOT_COMPLETED": "Không hoàn thành nhiệm vụ",
}


def papers(year: Year) -> Iterator[Paper]:
    """Quote how each member rates himself, whom others praised or punished, and decide."""
    chance = year.chance("classification")
    members = [m for m in year.ours if m.enrolled_on <= RATED[0] and m.departed_on > DECIDED[1]]
    named = [member for member in members if member.part != SECRET]
    for member in named:
        rated = SAID[_level(chance)]
        yield _reference(member, ReferenceKind.SELF_RATING, within(*RATED, chance), rated)
    for kind, count, said in (
        (ReferenceKind.COMMENDATION, COMMENDED_OF_248, "Giấy khen của Đảng ủy"),
        (ReferenceKind.DISCIPLINE, DISCIPLINED_OF_248, "Khiển trách"),
    ):
        for member in year.some(named, count, f"references/{kind}"):
            yield _reference(member, kind, within(*RATED, chance), said)
    yield from _decisions(year, members, chance)


def _level(chance: Random) -> str:
    return chance.choices([*LEVELS], [*LEVELS.values()])[0]


def _reference(member: Member, kind: ReferenceKind, day: date, said: str) -> Paper:
    own = kind is ReferenceKind.SELF_RATING
    return Paper(
        key=f"quoted/{kind.lower()}/{member.name}",
        entered_on=day,
        by=member.cell.desk,
        command="record-reference",
        occurred_on=day,
        fields={
            "body": member.cell.id,
            "year": YEAR,
            "member": member.reference,
            "kind": kind,
            "value": said,
            "source": "Bản tự kiểm điểm" if own else "Quyết định của Đảng ủy",
        },
    )


def _decisions(year: Year, members: Sequence[Member], chance: Random) -> Iterator[Paper]:
    """Decide cell by cell: each cell's decision has a number and a day of its own."""
    for number, cell in enumerate(year.workplace.cells, start=41):
        day = within(*DECIDED, chance)
        for member in members:
            if member.cell is cell:
                yield Paper(
                    key=f"classified/{member.name}",
                    entered_on=day,
                    by=year.workplace.secretary,
                    command="decide-classification",
                    occurred_on=day,
                    fields={
                        "member": member.reference,
                        "year": YEAR,
                        "level": _level(chance),
                        "decided_by": year.workplace.id,
                        "decision": {"number": f"{number}-QĐ/ĐU", "dated": day},
                    },
                )
