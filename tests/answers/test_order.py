"""Names in the order in which a Vietnamese list has them."""

from __future__ import annotations

import random
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from service.answers.order import name_key, word_key

LETTERS = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
TONES = ["ma", "mà", "mả", "mã", "má", "mạ"]
VOWELS = "aăâeêioôơuưy"
MARKS = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
SYLLABLES = st.builds(
    lambda first, vowel, mark, last: unicodedata.normalize("NFC", first + vowel + mark + last),
    st.sampled_from(["", "b", "đ", "d", "ng", "th", "tr"]),
    st.sampled_from(VOWELS),
    st.sampled_from(MARKS),
    st.sampled_from(["", "n", "ng", "t"]),
)
NAMES = st.lists(SYLLABLES, min_size=1, max_size=4).map(" ".join)


def test_every_letter_has_its_place() -> None:
    assert sorted(random.Random(1).sample(LETTERS, len(LETTERS)), key=word_key) == LETTERS


def test_tones_follow_one_another() -> None:
    assert sorted(random.Random(1).sample(TONES, len(TONES)), key=word_key) == TONES


def test_letters_come_before_tones() -> None:
    words = ["hoa", "hòa", "hóa", "hoan", "hoàn", "hô", "hồ", "hổ", "hơ"]
    assert sorted(random.Random(3).sample(words, len(words)), key=word_key) == words


def test_the_given_name_comes_first_then_the_family() -> None:
    names = [
        "Đỗ Văn An",
        "Trần Thị Ánh",
        "Lê Thị Ân",
        "Phạm Văn Bình",
        "Dương Văn Dũng",
        "Đặng Văn Dũng",
        "Bùi Văn Đức",
        "Nguyễn Thị Hoa",
        "An Thị Hòa",
        "Nguyễn Thị Thắm",
        "Nguyễn Văn Thắm",
    ]
    assert sorted(random.Random(2).sample(names, len(names)), key=name_key) == names


def test_case_and_the_place_of_the_tone_mark_make_no_difference() -> None:
    assert name_key("nguyễn thị hoà") == name_key("NGUYỄN THỊ HÒA")
    assert name_key("Lê  Thúy ") == name_key("Lê Thuý")


@given(NAMES)
def test_a_name_is_the_same_composed_and_not(name: str) -> None:
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)


@given(NAMES, NAMES)
def test_different_names_have_different_places(one: str, other: str) -> None:
    assert (name_key(one) == name_key(other)) == (one == other)


@given(st.text(max_size=20), st.text(max_size=20))
def test_whatever_stands_for_a_name_has_a_place(one: str, other: str) -> None:
    assert (name_key(one) < name_key(other)) == (not name_key(other) <= name_key(one))
