"""A long answer is whole or it is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.answers.gathered import Gathered


@given(st.lists(st.binary(max_size=300)), st.integers(1, 400))
def test_what_was_gathered_is_given_out(parts: list[bytes], times: int) -> None:
    gathered = Gathered(parts * times)
    content = b"".join(gathered)
    assert content == b"".join(parts * times)
    assert gathered.length == len(content)


def test_what_fails_fails_before_anything_is_given_out() -> None:
    def failing() -> Iterator[bytes]:
        yield b"the first rows"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Gathered(failing())


def test_a_long_answer_is_given_out_in_parts() -> None:
    parts = list(Gathered([b"a" * 1_000_000]))
    assert max(map(len, parts)) == 64 * 1024
