"""An address in one cell."""

from __future__ import annotations

import pytest

from service.importing.addresses import Address, is_village, take_apart, without_neighborhood
from tests.importing.register import REGISTER


@pytest.mark.parametrize(
    ("text", "dwelling", "neighborhood", "ward"),
    [
        ("Số 12, ngõ 4, TDP 3, P. An Hòa, Hà Nội", "Số 12, ngõ 4", "TDP 3", "P. An Hòa"),
        ("Số 12 ngõ 4 tổ 3 phường An Hòa Hà Nội", "Số 12 ngõ 4", "tổ 3", "phường An Hòa"),
        (
            "12/4 Lê Lợi - Tổ dân phố số 3 - Phường An Hòa",
            "12/4 Lê Lợi",
            "Tổ dân phố số 3",
            "Phường An Hòa",
        ),
        ("Thôn Đoài, xã An Hóa, tỉnh Hà Nam", None, "Thôn Đoài", "xã An Hóa"),
        ("Số 5, An Hòa", "Số 5", None, "An Hòa"),
        ("Số 5 phố An Hòa, phường Tân Lập", "Số 5 phố An Hòa", None, "phường Tân Lập"),
        ("P201 nhà B, khu tập thể Ga, p.An Hòa", "P201 nhà B, khu tập thể Ga", None, "p. An Hòa"),
        ("Nhà bà Tư, xóm 5, x. Tân Lập", "Nhà bà Tư", "xóm 5", "x. Tân Lập"),
        ("Số 9, phường Lạ", "Số 9, phường Lạ", None, None),
        ("Số 9", "Số 9", None, None),
    ],
)
def test_addresses_of_real_lists(
    text: str, dwelling: str | None, neighborhood: str | None, ward: str | None
) -> None:
    found = take_apart(text, REGISTER.names_a_ward)
    assert found == Address(dwelling, neighborhood, ward)


def test_the_last_neighborhood_counts() -> None:
    found = without_neighborhood("Tổ 3 cũ, ngõ 4, khu phố 2")
    assert (found.dwelling, found.neighborhood) == ("Tổ 3 cũ, ngõ 4", "khu phố 2")


@pytest.mark.parametrize(
    ("name", "is_one"), [("Thôn Đoài", True), ("TDP 3", False), ("bản Mòng", True)]
)
def test_in_a_village_houses_have_no_numbers(name: str, is_one: bool) -> None:
    assert is_village(name) is is_one


@pytest.mark.parametrize("given", ["TDP 3", "Tổ 03", "tổ dân phố 3", "Tổ dân phố số 3"])
def test_a_neighborhood_is_written_as_its_cell_has_it(given: str) -> None:
    assert REGISTER.neighborhood(REGISTER.ward("px1"), given) == "Tổ dân phố số 3"


@pytest.mark.parametrize("given", ["Thôn 3", "Tổ 4", "3"])
def test_another_neighborhood_stays_as_it_is(given: str) -> None:
    assert REGISTER.neighborhood(REGISTER.ward("px1"), given) == given


@pytest.mark.parametrize("given", ["Đảng ủy phường An Hòa, Hà Nội", "Chi bộ TDP 3 - P. An Hòa"])
def test_a_ward_may_be_named_within_a_longer_text(given: str) -> None:
    ward = REGISTER.ward(given)
    assert ward.code == "px1"


def test_a_residential_cell_may_be_named_with_its_ward() -> None:
    given = "Chi bộ TDP số 3, Đảng bộ phường An Hòa"
    assert REGISTER.residence_cell(REGISTER.ward("px1"), given).code == "px1-3"
