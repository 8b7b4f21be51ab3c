"""Invented names of wards, quarters, streets and offices."""

from __future__ import annotations

from random import Random

from service.demo.words import WORDS

NEIGHBOURS: list[str] = WORDS["workplace"]["neighbours"]
_COMMUNE, _OFFICES = WORDS["commune"], WORDS["workplace"]["offices"]
_TWO = ("first", "second")
_KINDS = ("Phường", "Phường", "Xã")


def communes(chance: Random, count: int) -> list[str]:
    """Name wards and communes, each once: ``Phường An Khê``, ``Xã Vĩnh Lộc``."""
    names = [f"{a} {b}" for a in _COMMUNE["first"] for b in _COMMUNE["second"] if a != b]
    return [f"{chance.choice(_KINDS)} {name}" for name in chance.sample(names, count)]


def neighborhood(commune: str, number: int) -> str:
    """Name a quarter of a ward by its number, a hamlet of a commune by its name."""
    if commune.startswith("Phường"):
        return f"Tổ dân phố số {number}"
    return f"Thôn {_COMMUNE['hamlets'][(number - 1) % len(_COMMUNE['hamlets'])]}"


def dwelling(chance: Random) -> str:
    """Invent an address within a quarter."""
    house, lane = chance.randint(1, 180), chance.randint(2, 90)
    return f"Số {house}, ngõ {lane}, đường {chance.choice(_COMMUNE['streets'])}"


def elsewhere(chance: Random) -> str:
    """Name a Party committee in another province, to which somebody is transferred."""
    return f"Đảng ủy Sở Thủy lợi tỉnh {' '.join(chance.choice(_COMMUNE[k]) for k in _TWO)}"


def office(number: int) -> str:
    """Name the part of the workplace in which a cell is: rooms first, then numbered stations."""
    if number <= len(_OFFICES):
        return str(_OFFICES[number - 1])
    return f"Trạm Thủy văn số {number - len(_OFFICES)}"
