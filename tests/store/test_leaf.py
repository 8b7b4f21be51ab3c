from __future__ import annotations

from uuid import UUID

from eventsourcing.persistence import Notification

from service.store.leaf import leaf


def test_the_leaf_of_an_event() -> None:
    stream = UUID("11111111-1111-4111-8111-111111111111")
    state = '{"recorded_at":"2026-11-24T08:01:36.123456Z","says":"Đã nhận"}'.encode()
    assert leaf(Notification(stream, 3, "letter.issued", state, 17)) == (
        b"lienhe/event/1\n17\n11111111-1111-4111-8111-111111111111\n3\nletter.issued\n" + state
    )
