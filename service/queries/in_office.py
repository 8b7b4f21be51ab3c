"""Who holds which office: what a paper that names its signer asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from domain.organization import OfficerAppointed
from domain.refusals import NotVisible
from projections.sealed import place_of
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = ("as_of", "body", "after")


def ask_officers(reader: Reader) -> Page:
    """List who holds office in a body on a day; ``body`` is any body of the register.

    Whoever copies a paper of the other side names its signer by the id that stands here.
    """
    asked = reader.asked
    asked.only(*PARAMETERS)
    own = reader.body.id
    body = reader.organization(asked.id("body") or own)
    if body.registered is None:
        raise NotVisible(field="body", organization=body.id)
    held = body.appointments_on(reader.viewpoint.as_of)
    reader.called([body.id])
    reader.prefetch(place_of(one.name) for one in held)
    return Page(list(_rows(reader, sorted(held, key=lambda one: (one.office, one.from_)))), None)


def _rows(reader: Reader, held: list[OfficerAppointed]) -> Iterator[dict[str, Any]]:
    for one in held:
        [name] = reader.open(one.officer, [place_of(one.name)])
        yield {
            "organization": reader.named(one.originator_id),
            "officer": one.officer,
            "name": name,
            "office": one.office,
            "from": one.from_,
            "until": one.until,
            "appointment": one.id,
        }
