"""A ward and a workplace that others take over from, laid over the papers of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.acts import Office
from domain.organization import CellSucceeded, OrganizationSucceeded, SuccessionKind
from domain.organization import organization_id as body
from domain.private import Personal
from tests.paper import Paper
from tests.year import (
    BINH,
    CELL_TAKING_OVER,
    CELL_TAKING_OVER_REGISTERED,
    DECISION,
    HOA,
    LAN,
    MERGED_WARD,
    MERGED_WARD_REGISTERED,
    MINH,
    OTHER_WARD_SUCCEEDED,
    QUARTER,
    SECRETARY_APPOINTED,
    WARD,
    WORKPLACE,
    WORKPLACE_REGISTERED,
)

NEW_QUARTER = CELL_TAKING_OVER
NEW_WORKPLACE = body("dang-uy-moi")
NEW_WORKPLACE_REGISTERED = replace(WORKPLACE_REGISTERED, stream=NEW_WORKPLACE).but(
    code="dang-uy-moi", name="Đảng ủy khối cơ quan"
)


def succeeded(by: Paper, to: UUID, on: date, *cells: CellSucceeded) -> Paper:
    """A body is succeeded from that day on, by a paper of the day before."""
    facts = {"to": to, "cells": cells, "how": SuccessionKind.MERGER, "decision": DECISION}
    return replace(by, kind=OrganizationSucceeded).on(on).but(**facts, on=on)


def ward_merged(on: date) -> tuple[Paper, ...]:
    """The ward is merged into another; its quarter's cell passes under it."""
    ward = replace(OTHER_WARD_SUCCEEDED, stream=WARD)
    return MERGED_WARD_REGISTERED, succeeded(ward, MERGED_WARD, on)


def quarter_merged(on: date) -> tuple[Paper, ...]:
    """The ward is merged into another, and its quarter's cell into another cell."""
    ward = replace(OTHER_WARD_SUCCEEDED, stream=WARD)
    taken_over = succeeded(ward, MERGED_WARD, on, CellSucceeded(QUARTER, NEW_QUARTER))
    return MERGED_WARD_REGISTERED, CELL_TAKING_OVER_REGISTERED, taken_over


def workplace_merged(on: date) -> tuple[Paper, ...]:
    """The workplace is merged into another; its cells pass under it."""
    workplace = replace(OTHER_WARD_SUCCEEDED, stream=WORKPLACE)
    return NEW_WORKPLACE_REGISTERED, succeeded(workplace, NEW_WORKPLACE, on)


def appointed(where: UUID, who: UUID, office: Office) -> Paper:
    """Somebody holds an office of a body from the beginning of the year."""
    paper = replace(SECRETARY_APPOINTED, stream=where)
    return paper.but(officer=who, name=Personal(who, "Đỗ Văn Giang"), office=office)


NEW_SECRETARY = appointed(NEW_WORKPLACE, BINH, Office.SECRETARY)
NEW_WARD_SECRETARY = appointed(MERGED_WARD, HOA, Office.SECRETARY)
NEW_QUARTER_SECRETARY = appointed(NEW_QUARTER, MINH, Office.CELL_SECRETARY)
NEW_QUARTER_DEPUTY = appointed(NEW_QUARTER, LAN, Office.CELL_DEPUTY_SECRETARY)
