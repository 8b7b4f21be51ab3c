"""The bodies that are sent: acts of an administrator, each different, none resting on another."""

from __future__ import annotations

import json
from itertools import count
from uuid import uuid4

_numbers = count(1)


def registrations(number: int) -> list[bytes]:
    """Write bodies of ``register-organization``."""
    return [
        json.dumps(
            {
                "occurred_on": "2026-01-01",
                "code": f"DU-{uuid4().hex[:12]}",
                "kind": "grassroots_committee",
                "name": f"Đảng ủy Cơ quan số {next(_numbers)}",
                "symbol": "ĐU",
                "sides": ["WORKPLACE"],
                "followed_from": "2026-01-01",
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        for _ in range(number)
    ]


def states(number: int) -> list[bytes]:
    """Write stored states of the same registrations: the bytes that reach the log."""
    return [_STATE.replace(b"@", uuid4().hex[:12].encode()) for _ in range(number)]


_STATE = json.dumps(
    {
        "recorded_at": "2026-11-24T08:01:36.123456Z",
        "occurred_on": "2026-01-01",
        "command_id": "00000000-0000-4000-8000-000000000001",
        "digest": "0" * 64,
        "actor": {
            "officer": "00000000-0000-4000-8000-000000000002",
            "office": "administrator",
            "organization": None,
            "side": None,
        },
        "transcribed": None,
        "rule_set": "213-2020",
        "code": "DU-@",
        "kind": "grassroots_committee",
        "name": "Đảng ủy Cơ quan số 1000",
        "symbol": "ĐU",
        "parent": None,
        "sides": ["WORKPLACE"],
        "commune_unit": None,
        "neighborhood": None,
        "exists_from": None,
        "followed_from": "2026-01-01",
    },
    ensure_ascii=False,
    separators=(",", ":"),
).encode()
