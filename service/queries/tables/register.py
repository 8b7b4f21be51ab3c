"""The register of bodies."""

from __future__ import annotations

from service.answers.codes import KINDS, SIDES
from service.answers.table import Column, Table

REGISTER = Table(
    (
        Column("code", "Mã trong sổ", "Code"),
        Column("name", "Tên tổ chức", "Name"),
        Column("kind", "Loại tổ chức", "Kind", codes=KINDS),
        Column("symbol", "Ký hiệu", "Symbol"),
        Column("sides", "Bên", "Sides", codes=SIDES),
        Column("commune_unit", "Xã, phường, đặc khu", "Commune"),
        Column("neighborhood", "Thôn, tổ dân phố", "Neighborhood"),
        Column("followed_from", "Theo dõi từ ngày", "Followed from"),
        Column("stands_until", "Kết thúc từ ngày", "Stands until"),
        Column("id", "Mã tổ chức", "Body (id)"),
        Column("parent", "Mã tổ chức cấp trên", "Parent (id)"),
        Column("succeeded_by", "Mã tổ chức kế thừa", "Successor (id)"),
    )
)
