"""The tree on a day: what stands, under which body, and in whose place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from domain.acts import Office
from domain.organization import (
    CellSucceeded,
    Organization,
    Tree,
    exists_on,
    in_place_of,
    is_under,
    parent_on,
    standing_on,
)
from tests.scenario import given
from tests.year import (
    CELL_TAKING_OVER,
    CELL_TAKING_OVER_REGISTERED,
    GROUP,
    GROUP_REGISTERED,
    HOA,
    MERGED_WARD,
    MERGED_WARD_PLACED,
    MERGED_WARD_REGISTERED,
    MINH,
    OTHER_CELL_OF_WARD,
    OTHER_WARD,
    OTHER_WARD_DISSOLVED,
    OTHER_WARD_REGISTERED,
    OTHER_WARD_RENAMED,
    OTHER_WARD_SUCCEEDED,
    PROVINCE,
    PROVINCE_REGISTERED,
    QUARTER_REGISTERED,
    QUARTER_SECRETARY_APPOINTED,
    SUCCEEDED_CELL_REGISTERED,
    WARD,
    WARD_REGISTERED,
    WARD_SECRETARY_APPOINTED,
)

THE_DAY = date(2026, 12, 31)
DAY_BEFORE = THE_DAY - timedelta(days=1)
QUARTER = QUARTER_REGISTERED.stream
BODIES = (
    WARD_REGISTERED,
    QUARTER_REGISTERED,
    GROUP_REGISTERED,
    OTHER_WARD_REGISTERED,
    MERGED_WARD_REGISTERED,
    SUCCEEDED_CELL_REGISTERED,
    CELL_TAKING_OVER_REGISTERED,
)
MERGER = given(*BODIES, OTHER_WARD_SUCCEEDED)
SECOND = replace(OTHER_WARD_SUCCEEDED, stream=WARD).but(cells=())


def test_a_body_acts_until_its_last_day_then_its_successor_does() -> None:
    assert exists_on(OTHER_WARD, DAY_BEFORE, MERGER)
    assert not exists_on(OTHER_WARD, THE_DAY, MERGER)
    assert in_place_of(OTHER_WARD, DAY_BEFORE, MERGER) == OTHER_WARD
    assert in_place_of(OTHER_WARD, THE_DAY, MERGER) == MERGED_WARD
    assert in_place_of(OTHER_WARD, date.max, MERGER) == MERGED_WARD


def test_a_cell_that_is_named_ends_with_the_body_above_it() -> None:
    assert exists_on(OTHER_CELL_OF_WARD, DAY_BEFORE, MERGER)
    assert not exists_on(OTHER_CELL_OF_WARD, THE_DAY, MERGER)
    assert in_place_of(OTHER_CELL_OF_WARD, THE_DAY, MERGER) == CELL_TAKING_OVER


def test_a_cell_that_is_not_named_passes_under_the_successor_with_its_group() -> None:
    record = given(*BODIES, SECOND)
    assert parent_on(QUARTER, DAY_BEFORE, record) == WARD
    assert parent_on(QUARTER, THE_DAY, record) == MERGED_WARD
    assert exists_on(QUARTER, THE_DAY, record)
    assert is_under(GROUP, MERGED_WARD, THE_DAY, record)
    assert not is_under(GROUP, WARD, THE_DAY, record)


def test_the_offices_of_what_ends_end_with_it_and_others_stay() -> None:
    papers = (WARD_SECRETARY_APPOINTED, QUARTER_SECRETARY_APPOINTED, SECOND)
    record = given(*BODIES, *papers)
    signing, leading = (Office.SECRETARY,), (Office.CELL_SECRETARY,)
    assert standing_on(WARD, DAY_BEFORE, record).in_office(HOA, signing, DAY_BEFORE)
    assert not standing_on(WARD, THE_DAY, record).in_office(HOA, signing, THE_DAY)
    assert standing_on(QUARTER, THE_DAY, record).in_office(MINH, leading, THE_DAY)


def test_a_second_succession_hands_on_what_the_first_took_over() -> None:
    onwards = replace(OTHER_WARD_SUCCEEDED, stream=MERGED_WARD).but(
        to=WARD, cells=(CellSucceeded(CELL_TAKING_OVER, QUARTER),), on=date(2027, 1, 10)
    )
    record = given(*BODIES, OTHER_WARD_SUCCEEDED, onwards)
    assert in_place_of(OTHER_WARD, date(2027, 1, 9), record) == MERGED_WARD
    assert in_place_of(OTHER_WARD, date(2027, 1, 10), record) == WARD
    assert in_place_of(OTHER_CELL_OF_WARD, date(2027, 1, 10), record) == QUARTER
    forms = [form.body for form in Tree(record).forms_of(OTHER_CELL_OF_WARD)]
    assert forms == [OTHER_CELL_OF_WARD, CELL_TAKING_OVER, QUARTER]


def test_a_body_that_is_dissolved_stands_in_nobodys_place_until_it_is_succeeded() -> None:
    dissolved = given(*BODIES, OTHER_WARD_DISSOLVED)
    assert not exists_on(OTHER_WARD, THE_DAY, dissolved)
    assert in_place_of(OTHER_WARD, THE_DAY, dissolved) == OTHER_WARD
    mended = dissolved.when(OTHER_WARD_SUCCEEDED.but(on=date(2027, 1, 10)))
    assert in_place_of(OTHER_WARD, date(2027, 1, 9), mended) == OTHER_WARD
    assert in_place_of(OTHER_WARD, date(2027, 1, 10), mended) == MERGED_WARD


def test_a_body_belongs_where_it_was_put_last_and_is_called_as_it_was_named_last() -> None:
    record = given(*BODIES, PROVINCE_REGISTERED, MERGED_WARD_PLACED, OTHER_WARD_RENAMED)
    july = date(2026, 7, 1)
    assert parent_on(MERGED_WARD, july - timedelta(days=1), record) is None
    assert parent_on(MERGED_WARD, july, record) == PROVINCE
    ward = record.load(Organization, OTHER_WARD)
    assert ward.name_on(july - timedelta(days=1)) == "Đảng ủy phường Kim Liên"
    assert ward.name_on(july) == "Đảng ủy phường Kim Liên - Trung Tự"
    assert (ward.symbol_on(date.min), ward.symbol_on(july)) == ("phuong-kim-lien/ĐU", "ĐUKLTT")
    assert record.load(Organization, UUID(int=99)).name_on(july) is None
