"""From the JSON of a request to a command, and back to the bytes that its digest is taken of."""

from __future__ import annotations

from service.schema.batch import BatchItem, load_batch, load_groups, load_item
from service.schema.canonical import canonical, plain
from service.schema.dataclass_schema import load, published, schema_of
from service.schema.faults import Fault, FieldFault, InvalidBody
from service.schema.json_body import MalformedJson, UnsupportedContent, parse, read_json

__all__ = [
    "BatchItem",
    "Fault",
    "FieldFault",
    "InvalidBody",
    "MalformedJson",
    "UnsupportedContent",
    "canonical",
    "load",
    "load_batch",
    "load_groups",
    "load_item",
    "parse",
    "plain",
    "published",
    "read_json",
    "schema_of",
]
