"""What the inspector is told: every row, or the counts and whether both agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from service.answers.table import Label
from service.replaying.replayed import Replayed, Verdict

_VERDICTS = {
    Verdict.EQUAL: Label("Khớp với phần đọc đang dùng", "equal to the read models that stand"),
    Verdict.DIFFERS: Label(
        "KHÁC phần đọc đang dùng", "the read models that stand DIFFER; lienhe rebuild mends them"
    ),
    Verdict.NONE_STAND: Label("Chưa có phần đọc nào để đối chiếu", "no read models stand"),
    Verdict.BEHIND: Label(
        "Phần đọc chưa theo kịp vị trí hoặc ngày này",
        "the read models that stand have not come as far",
    ),
}


def as_json(replayed: Replayed) -> dict[str, Any]:
    """Give all rows, in which private values are the places where they stand sealed."""
    viewpoint = replayed.viewpoint
    return {
        "organization": replayed.asking.body,
        "name": replayed.name,
        "as_of": viewpoint.as_of,
        "known_at": viewpoint.known_at,
        "year": replayed.asking.year,
        "seconds": round(replayed.seconds, 3),
        "verdict": replayed.verdict,
        "differing": replayed.differing,
        **vars(replayed.answers),
    }


def as_text(replayed: Replayed) -> Iterator[str]:
    """Give the counts, and the verdict."""
    found, (as_of, known_at) = replayed.answers, replayed.viewpoint
    yield f"{replayed.name}: {as_of:%d/%m/%Y}, {known_at} mục / entries, {replayed.seconds:.2f} s"
    yield f"Danh sách / roster: {_counted(row.state for row in found.roster)}"
    yield f"Được giới thiệu đến / introduced: {_counted(row.stage for row in found.introduced)}"
    yield f"Việc phải làm / obligations: {_counted(row.code for row in found.obligations)}"
    yield f"Việc quá hạn / gaps: {_counted(row.code for row in found.gaps)}"
    years = found.classification_inputs
    complete = f"{sum(one.complete for one in years)}/{len(years)} đủ / complete"
    yield f"Căn cứ xếp loại / yearly inputs {replayed.asking.year}: {complete}"
    verdict = _VERDICTS[replayed.verdict]
    yield f"{verdict.vi} / {verdict.en}" + "".join(f" · {name}" for name in replayed.differing)


def _counted(codes: Iterable[str]) -> str:
    """Count codes: ``3 (PLACED 2, ISSUED 1)``."""
    counts = Counter(map(str, codes))
    named = ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))
    return f"{counts.total()} ({named})" if counts else "0"
