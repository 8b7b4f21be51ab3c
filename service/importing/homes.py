"""Where a member lives: an address in columns of its own, or all of it in one."""

from __future__ import annotations

from service.importing.addresses import (
    Address,
    is_village,
    take_apart,
    without_neighborhood,
)
from service.importing.bodies import Body
from service.importing.entering import Home
from service.importing.member import Identity, Papers
from service.importing.reading import Reading
from service.importing.register import Register
from service.importing.values import is_blank
from service.importing.wording import Said


def read_home(
    reading: Reading, register: Register, papers: Papers, identity: Identity | None
) -> Home | None:
    """Read where the member lives; ``None`` where the row says nothing of it, or with faults."""
    commune, dwelling = reading.text("commune"), reading.text("dwelling")
    neighborhood, cell = _neighborhood(reading), reading.text("residence_cell")
    household = reading.text("household")
    address, told_by = Address(dwelling, neighborhood, commune), "commune"
    if commune is None and dwelling:
        found, told_by = take_apart(dwelling, register.names_a_ward), "dwelling"
        address = Address(found.dwelling, neighborhood or found.neighborhood, found.ward)
    if address.ward is None and cell:
        ward_of_cell, told_by = take_apart(cell, register.names_a_ward).ward, "residence_cell"
        address = Address(address.dwelling, address.neighborhood, ward_of_cell)
    if address.ward is None:
        if dwelling or neighborhood or cell or papers.has_letter:
            _without_ward(reading, dwelling)
        return None
    with reading.under(told_by):
        ward = register.ward(address.ward)
        residence_cell = _residence_cell(reading, register, ward, cell)
        name = identity.full_name if identity else None
        address, household = _completed(address, residence_cell, household, name)
        if _is_whole(reading, address):
            return Home(
                ward=ward,
                neighborhood=register.neighborhood(ward, address.neighborhood or ""),
                dwelling=address.dwelling or "",
                household=household,
                residence_cell=residence_cell,
            )
    return None


def _neighborhood(reading: Reading) -> str | None:
    """Read the neighborhood; a number alone is that of what its column is called."""
    given, kind = reading.text("neighborhood"), reading.line.header.name_of("neighborhood").vi
    is_number = given is not None and given.isdecimal() and kind.replace(" ", "").isalpha()
    return f"{kind} {given}" if is_number else given


def _residence_cell(
    reading: Reading, register: Register, ward: Body, given: str | None
) -> Body | None:
    with reading.under("residence_cell"):
        return register.residence_cell(ward, given) if given else None
    return None


def _completed(
    address: Address, residence_cell: Body | None, household: str | None, name: str | None
) -> tuple[Address, str | None]:
    """Find the neighborhood where it has no column, and the dwelling where houses have no numbers.

    There the whole village would be one household: each member is one of his own, as long as the
    list does not say otherwise.
    """
    dwelling, neighborhood = address.dwelling, address.neighborhood
    if neighborhood is None and residence_cell:
        neighborhood = residence_cell.neighborhood
    if neighborhood is None and dwelling:
        within = without_neighborhood(dwelling)
        dwelling, neighborhood = within.dwelling, within.neighborhood
    if dwelling is None and neighborhood and is_village(neighborhood):
        dwelling, household = neighborhood, household or name
    return Address(dwelling, neighborhood, address.ward), household


def _is_whole(reading: Reading, address: Address) -> bool:
    """Tell whether an address is whole, else say what of it is missing, and in which column."""
    places, cell = reading.line.header.places, reading.line.cell("dwelling")
    if address.dwelling is None:
        reading.lacks("dwelling", _NO_DWELLING if is_blank(cell) else _ONLY_A_WARD)
    if address.neighborhood is None:
        told_by = "neighborhood" if "neighborhood" in places else "dwelling"
        reading.lacks(told_by, _NO_NEIGHBORHOOD)
    return address.dwelling is not None and address.neighborhood is not None


def _without_ward(reading: Reading, dwelling: str | None) -> None:
    if "commune" in reading.line.header.places or dwelling is None:
        reading.lacks("commune", _NO_WARD)
    else:
        reading.lacks("dwelling", _NO_WARD_IN_ADDRESS)


_NO_WARD = Said(
    "để trống, trong khi hàng này có nơi ở, chi bộ nơi cư trú hoặc giấy giới thiệu. "
    "Ghi phường, xã.",
    "is empty, though the row has a dwelling, a residential cell or a letter. Write the ward.",
)
_NO_WARD_IN_ADDRESS = Said(
    "không nêu phường, xã nào có trong hệ thống. Thêm cột “Phường/Xã”, hoặc ghi ở cuối địa chỉ "
    "tên phường, xã hiện nay.",
    "names no ward that is on record. Add a column “Phường/Xã”, or end the address with today's.",
)
_NO_DWELLING = Said(
    "để trống, trong khi hàng này có phường/xã. Ghi số nhà, ngõ, đường, hoặc “hộ ông, bà …”.",
    "is empty, though the row names a ward. Write house and street, or the head of the household.",
)
_ONLY_A_WARD = Said(
    "không có số nhà, ngõ, đường. Ghi đủ nơi ở, hoặc “hộ ông, bà …”.",
    "has no house and street. Write the dwelling, or the head of the household.",
)
_NO_NEIGHBORHOOD = Said(
    "không nêu tổ dân phố, khu dân cư hoặc thôn, trong khi hàng này có phường/xã. Ghi thêm.",
    "does not tell the neighborhood, though the row names a ward. Write it.",
)
