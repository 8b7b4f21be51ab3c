"""What the demo says when the year is over, and what a newcomer may try next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from domain.acts import Office
from domain.rulebook import load_rulebook
from service.demo.bodies import Officer, ResidenceCell
from service.demo.days import FOLLOWED_FROM, LAST_DAY
from service.demo.stage import Performance
from service.demo.year import Year

MID_YEAR = "2025-06-30"


def summary(performance: Performance) -> Iterator[str]:
    """Tell what was played, and each kind of gap with its title."""
    year = performance.story.year
    yield (
        f"{year.workplace.name}: {year.size} đảng viên, {len(year.workplace.cells)} chi bộ, "
        f"{len(year.wards)} xã, phường; {performance.commands} việc, {performance.events} mục ghi."
    )
    titles = load_rulebook().in_force(FOLLOWED_FROM).obligations
    for code, count in sorted(performance.reported.items()):
        yield f"  {count:3} × {code} {titles[code].title_vi} / {titles[code].title_en}"
    if performance.agrees:
        count = performance.reported.total()
        yield (
            f"Ngày {LAST_DAY:%d/%m/%Y}: {count} khoảng trống, đúng như đã cài. / "
            f"{count} gaps on {LAST_DAY}: those that were planted."
        )


def welcome(
    performance: Performance, address: str, token_of: Callable[[Officer], str]
) -> Iterator[str]:
    """Give the address, five tokens, and five lines to try."""
    tokens = {name: token_of(officer) for name, officer in officers(performance.story.year)}
    yield f"Địa chỉ / address: {address}   (Ctrl-C: dừng / stops)"
    yield from (f"export {name}={token}" for name, token in tokens.items())
    member = performance.member(performance.story.listed[0].name)
    for name, question in (
        ("WORKPLACE_CLERK", f"/api/gaps?as_of={LAST_DAY}"),
        ("WORKPLACE_SECRETARY", f"/api/roster?as_of={MID_YEAR}"),
        ("WORKPLACE_CLERK", f"/api/members/{member}/chronicle"),
        ("WARD_CLERK", f"/api/roster?as_of={LAST_DAY}"),
        ("INSPECTOR", "/api/classification-inputs?year=2025"),
    ):
        yield f"curl -s -H \"Authorization: Bearer ${name}\" '{address}{question}'"


def officers(year: Year) -> Iterator[tuple[str, Officer]]:
    """Choose whose tokens are given out: both sides, the cells', and an inspector's."""
    cell = _busiest(year)
    yield "WORKPLACE_CLERK", year.workplace.clerk
    yield "WORKPLACE_SECRETARY", year.workplace.secretary
    yield "WARD_CLERK", cell.ward.clerk
    yield "WARD_CELL_SECRETARY", cell.secretary
    yield "INSPECTOR", year.workplace.officer(Office.INSPECTOR)


def _busiest(year: Year) -> ResidenceCell:
    """Find the residential cell that is online and has most members."""
    homes = Counter(home.cell.code for member in year.members for home in member.homes)
    online = (cell for cell in year.cells if cell.ward.online)
    return max(online, key=lambda cell: homes[cell.code])
