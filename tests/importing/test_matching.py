from __future__ import annotations

import pytest

from domain.acts import Side
from service.importing.register import Register
from service.importing.wording import CellFault, NoWorkplace
from tests.importing.register import BODIES, REGISTER, body, id_of


@pytest.mark.parametrize(
    "given",
    [
        "Phường An Hòa",
        "P. An Hòa",
        "An Hoà",
        "an hòa",
        "Đảng ủy phường An Hòa",
        "px1",
        "PHUONG AN HOA",
    ],
)
def test_a_ward_is_found_by_what_people_call_it(given: str) -> None:
    assert REGISTER.ward(given).id == id_of("px1")


@pytest.mark.parametrize(
    "given", ["Tổ dân phố số 3", "TDP 3", "tổ dân phố 3", "Chi bộ TDP số 3", "px1-3"]
)
def test_a_residential_cell_is_found_within_its_ward(given: str) -> None:
    assert REGISTER.residence_cell(REGISTER.ward("px1"), given).id == id_of("px1-3")


@pytest.mark.parametrize(
    "given", ["Phòng Khoa học", "Chi bộ phòng khoa học", "phong khoa hoc", "vtv-01"]
)
def test_a_workplace_cell_is_found(given: str) -> None:
    assert REGISTER.workplace_cell(given).id == id_of("vtv-01")


def test_another_tone_is_another_name() -> None:
    assert REGISTER.ward("An Hóa").id == id_of("px2")


@pytest.mark.parametrize("given", ["An Hoa", "Tân Lập"])
def test_what_may_be_several_is_told_with_their_codes(given: str) -> None:
    with pytest.raises(CellFault, match="px"):
        REGISTER.ward(given)


@pytest.mark.parametrize("given", ["Phường Tân Lập", "P. Tân Lập", "phuong tan lap", "P.Tân Lập"])
def test_the_kind_of_commune_tells_two_of_one_name_apart(given: str) -> None:
    assert REGISTER.ward(given).id == id_of("px4")


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(CellFault, match="“Trung Tự”"):
        REGISTER.ward("Trung Tự")


def test_the_committee_is_that_of_the_officers_body_or_above_his_cell() -> None:
    bodies = [*BODIES, body("nm", "Đảng ủy Nhà máy", Side.WORKPLACE)]
    for own, committee in (("vtv", "vtv"), ("vtv-02", "vtv"), ("nm", "nm")):
        assert Register(bodies, str(id_of(own))).committee.id == id_of(committee)


def test_a_committee_without_cells_is_its_own_cell() -> None:
    bodies = [*BODIES, body("nm", "Chi bộ cơ sở Nhà máy", Side.WORKPLACE)]
    register = Register(bodies, str(id_of("nm")))
    assert register.workplace_cell("Chi bộ cơ sở Nhà máy").id == id_of("nm")


@pytest.mark.parametrize("own", [str(id_of("px1")), None])
def test_who_belongs_to_no_workplace_imports_nothing(own: str | None) -> None:
    with pytest.raises(NoWorkplace):
        Register(BODIES, own)
