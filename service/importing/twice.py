"""Who stands twice in a list: on two rows, or on two sheets that are the same list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from service.importing.entering import Entering
from service.importing.office import known_by
from service.importing.table import Line
from service.importing.wording import Fault, Said, UnreadableList

_FEWEST_ALIKE = 2


@dataclass
class ListRow:
    """A row that tells of a member: he can be entered, or there are faults."""

    sheet: str
    line: Line
    entering: Entering | None
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, fault: Fault) -> None:
        """Note a fault that shows beside other rows only."""
        self.entering = None
        self.faults.append(fault)

    @property
    def place(self) -> Said:
        """Where the row stands, for other rows to point at."""
        vi, en = f"hàng {self.line.number}", f"row {self.line.number}"
        if self.sheet:
            vi, en = f"{vi} trang “{self.sheet}”", f"{en} of sheet “{self.sheet}”"
        return Said(vi, en)


def refuse_alike_sheets(rows: list[ListRow]) -> None:
    """Refuse a file with the same list on two sheets, such as one for each year."""
    members: defaultdict[str, set[object]] = defaultdict(set)
    for row in rows:
        if row.entering:
            members[row.sheet].add(row.entering.identity.person)
    for one, other in combinations(members, 2):
        alike = len(members[one] & members[other])
        if alike >= max(_FEWEST_ALIKE, min(len(members[one]), len(members[other])) / 2):
            raise UnreadableList(
                f"Trang “{one}” và trang “{other}” có {alike} đảng viên giống nhau. "
                "Chọn trang cần nhập bằng --sheet.",
                f"Sheets “{one}” and “{other}” have {alike} members in common. "
                "Say by --sheet which is to be imported.",
            )


def refuse_repeated(rows: list[ListRow]) -> None:
    """Refuse who stands twice in the list, and all of whom it says two different things."""
    first: dict[object, ListRow] = {}
    alike: defaultdict[object, list[ListRow]] = defaultdict(list)
    for row in rows:
        if row.entering is None:
            continue
        who = row.entering.identity
        if (earlier := first.setdefault(who.person, row)) is not row:
            row.refuse(
                Fault(
                    Said("Trùng", "Twice"),
                    None,
                    Said(
                        f"cùng họ tên, ngày sinh, ngày vào Đảng với {earlier.place.vi}. "
                        "Giữ một hàng.",
                        f"the same name, birth and admission as in {earlier.place.en}. Keep one.",
                    ),
                )
            )
        else:
            alike[known_by(who.full_name, who.birth_date)].append(row)
    for same in alike.values():
        if len(same) > 1:
            for row in same:
                row.refuse(_contradicts([other for other in same if other is not row]))


def _contradicts(others: list[ListRow]) -> Fault:
    vi = ", ".join(other.place.vi for other in others)
    en = ", ".join(other.place.en for other in others)
    return Fault(
        Said("Mâu thuẫn", "Contradiction"),
        None,
        Said(
            f"cùng họ tên và ngày sinh với {vi} nhưng khác ngày vào Đảng. Đối chiếu lý lịch, giữ "
            "hàng đúng; nếu là hai người thì ghi một người bằng enroll-member.",
            f"the same name and birth as in {en}, and another admission. Keep the right one; where "
            "they are two people, enter one by enroll-member.",
        ),
    )
