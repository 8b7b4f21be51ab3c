from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from domain.acts import Side
from domain.organization import Kind, organization_id
from service.importing.bodies import Body
from service.importing.register import Register
from service.importing.wording import NoWorkplace, RowFault


def body(
    code: str,
    name: str,
    side: Side,
    *,
    parent: str | None = None,
    commune: str | None = None,
    quarter: str | None = None,
) -> Body:
    return Body(
        id=organization_id(code),
        code=code,
        kind=Kind.CELL if parent else Kind.GRASSROOTS_COMMITTEE,
        name=name,
        parent=organization_id(parent) if parent else None,
        sides=frozenset({side}),
        commune_unit=commune,
        neighborhood=quarter,
        followed_from=date(2025, 1, 1),
    )


W, R = Side.WORKPLACE, Side.RESIDENCE
BODIES = [
    body("vtv", "Đảng ủy Viện Thủy văn", W),
    body("vtv-01", "Chi bộ Phòng Khoa học", W, parent="vtv"),
    body("vtv-02", "Chi bộ Thư viện", W, parent="vtv"),
    body("px1", "Đảng ủy phường An Hòa", R, commune="Phường An Hòa"),
    body("px1-3", "Chi bộ Tổ dân phố số 3", R, parent="px1", quarter="Tổ dân phố số 3"),
    body("px2", "Đảng ủy xã An Hóa", R, commune="Xã An Hóa"),
    body("px3", "Đảng ủy xã Tân Lập", R, commune="Xã Tân Lập"),
    body("px4", "Đảng ủy phường Tân Lập", R, commune="Phường Tân Lập"),
]
REGISTER = Register(BODIES, str(organization_id("vtv")))


def id_of(code: str) -> UUID:
    return organization_id(code)


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
    with pytest.raises(RowFault, match="px"):
        REGISTER.ward(given)


@pytest.mark.parametrize("given", ["Phường Tân Lập", "P. Tân Lập", "phuong tan lap", "P.Tân Lập"])
def test_the_kind_of_commune_tells_two_of_one_name_apart(given: str) -> None:
    assert REGISTER.ward(given).id == id_of("px4")


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(RowFault, match="“Trung Tự”"):
        REGISTER.ward("Trung Tự")


def test_the_committee_is_that_of_the_officers_body_or_above_his_cell() -> None:
    bodies = [*BODIES, body("nm", "Đảng ủy Nhà máy", W)]
    for own, committee in (("vtv", "vtv"), ("vtv-02", "vtv"), ("nm", "nm")):
        assert Register(bodies, str(id_of(own))).committee.id == id_of(committee)


def test_a_committee_without_cells_is_its_own_cell() -> None:
    bodies = [*BODIES, body("nm", "Chi bộ cơ sở Nhà máy", W)]
    register = Register(bodies, str(id_of("nm")))
    assert register.workplace_cell("Chi bộ cơ sở Nhà máy").id == id_of("nm")


@pytest.mark.parametrize("own", [str(id_of("px1")), None])
def test_who_belongs_to_no_workplace_imports_nothing(own: str | None) -> None:
    with pytest.raises(NoWorkplace):
        Register(BODIES, own)
