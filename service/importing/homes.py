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
from service.importing.wording import Said


def read_home(
    reading: Reading, register: Register, papers: Papers, identity: Identity | None
) -> Home | None:
    """Read where the member lives; ``None`` where the row says nothing of it, or with faults."""
    commune, dwelling = reading.text("commune"), reading.text("dwelling")
    neighborhood, cell = reading.text("neighborhood"), reading.text("residence_cell")
    household = reading.text("household")
    address = Address(dwelling, neighborhood, commune)
    if commune is None and dwelling:
        found = take_apart(dwelling, register.names_a_ward)
        address = Address(found.dwelling, neighborhood or found.neighborhood, found.ward)
    if address.ward is None:
        if dwelling or neighborhood or cell or papers.has_letter:
            _without_ward(reading, dwelling)
        return None
    with reading.under("commune" if commune else "dwelling"):
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
    if address.dwelling is None:
        reading.lacks("dwelling", _NO_DWELLING)
    if address.neighborhood is None:
        reading.lacks("neighborhood", _NO_NEIGHBORHOOD)
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
_NO_NEIGHBORHOOD = Said(
    "không có, trong khi hàng này có phường/xã. Ghi tổ dân phố, khu dân cư hoặc thôn.",
    "is not told, though the row names a ward. Write the neighborhood.",
)
