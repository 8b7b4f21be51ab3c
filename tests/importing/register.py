"""A register of a small town: one workplace with two cells, four wards, two of one name."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.acts import Side
from domain.organization import Kind, organization_id
from service.importing.bodies import Body
from service.importing.office import Office
from service.importing.register import Register

TODAY = date(2026, 11, 24)


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
OFFICE = Office(REGISTER, TODAY)


def id_of(code: str) -> UUID:
    return organization_id(code)
