"""Many commands in one body: a list of items, each judged by itself."""

from __future__ import annotations

from typing import Any, cast

from marshmallow import Schema, ValidationError, fields

from service.schema import faults
from service.schema.faults import FieldFault, InvalidBody, listed
from service.schema.fields import MOST, Text

_NEEDED: dict[str, Any] = {"required": [faults.REQUIRED], "null": [faults.NULL]}


class BatchItem(Schema):
    """One command of a batch: its name, its idempotency key, its body."""

    command = Text(required=True, metadata={"description": "Tên lệnh · name of the command"})
    key = fields.Raw(
        required=True,
        error_messages=_NEEDED,
        metadata={"type": "string", "maxLength": 200, "description": "Idempotency-Key"},
    )
    body = fields.Raw(
        required=True,
        error_messages=_NEEDED,
        metadata={"type": "object", "description": "Nội dung lệnh · body of the command"},
    )

    error_messages = cast(
        "dict[str, str]", {"unknown": faults.UNKNOWN, "type": faults.NOT_AN_OBJECT}
    )


_ITEM = BatchItem()


def load_batch(body: Any) -> list[Any]:
    """Take a list of at most 1,000 items, as they are; raise ``InvalidBody``."""
    if not isinstance(body, list):
        raise InvalidBody([FieldFault("", faults.NOT_A_LIST)])
    if len(body) > MOST:
        raise InvalidBody([FieldFault("", faults.too_many(MOST))])
    return body


def load_groups(body: Any) -> list[list[Any]]:
    """Take a list of lists of together at most 1,000 items, as they are; raise ``InvalidBody``."""
    groups = load_batch(body)
    wrong = [n for n, group in enumerate(groups) if not isinstance(group, list)]
    if wrong:
        raise InvalidBody(FieldFault(str(n), faults.NOT_A_LIST) for n in wrong)
    if sum(map(len, groups)) > MOST:
        raise InvalidBody([FieldFault("", faults.too_many(MOST))])
    return groups


def load_item(item: Any) -> dict[str, Any]:
    """Read one item; raise ``InvalidBody``."""
    try:
        return cast("dict[str, Any]", _ITEM.load(item))
    except ValidationError as error:
        raise InvalidBody(listed(error.messages)) from None
