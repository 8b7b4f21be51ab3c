"""A gap that was explained is over: whatever stood behind it in the chain comes to light."""

from __future__ import annotations

from domain.owed import GapExplained, Owed, owed_id
from tests import year
from tests.domain.obligations.test_contents import Slip
from tests.domain.obligations.town import AN, BODIES, introduced, owed, stands
from tests.paper import Paper
from tests.scenario import given
from tests.year import BINH, papers

IN_GROUPS = (*BODIES, year.GROUP_REGISTERED, *introduced(AN))
UNSIGNED = Slip().papers[:-4]


def explained(key: str, month: int, day: int) -> Paper:
    """The workplace's secretary accepts that nothing comes of it."""
    said = {"obligation": key, "reason": "không còn tổ", "accepted_by": BINH}
    return papers(Owed, owed_id(key))(GapExplained, month, day, **said)


def test_an_explained_gap_ends_on_the_day_of_the_explanation() -> None:
    record = given(*IN_GROUPS)
    [gap] = owed(record, 3, 1, "G07")
    record = given(*IN_GROUPS, explained(gap.key, 3, 10))
    assert stands(record, 3, 9, "G07") == ("late", "02-12")
    assert stands(record, 3, 10, "G07") is None


def test_behind_an_explained_step_the_next_one_is_open() -> None:
    record = given(*IN_GROUPS)
    assert stands(record, 3, 1, "G08") is None
    [gap] = owed(record, 3, 1, "G07")
    record = given(*IN_GROUPS, explained(gap.key, 3, 10))
    assert stands(record, 3, 9, "G08") is None
    assert stands(record, 3, 10, "G08") == ("late", "02-17")


def test_a_slip_that_nobody_will_sign_is_to_be_sent_all_the_same() -> None:
    record = given(*UNSIGNED)
    assert stands(record, 12, 1, "G18") is None
    [gap] = owed(record, 12, 1, "G21")
    record = given(*UNSIGNED, explained(gap.key, 12, 2))
    assert [row.code for row in owed(record, 12, 1, "G18", "G21")] == ["G21"]
    assert [row.code for row in owed(record, 12, 2, "G18", "G21")] == ["G18"]
