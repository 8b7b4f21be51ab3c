"""The order of names in Vietnamese: by the given name, which stands last, letter by letter.

ă, â, đ, ê, ô, ơ, ư are letters of their own; words that differ in nothing but the tone follow one
another as ngang, huyền, hỏi, ngã, sắc, nặng.
"""

from __future__ import annotations

import unicodedata

_ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {letter: place for place, letter in enumerate(_ALPHABET)}
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # ngang, the level tone, has no mark

WordKey = tuple[tuple[int, ...], tuple[int, ...]]


def name_key(full_name: str) -> tuple[WordKey, ...]:
    """Give the key of a full name: given name first, then family and middle names."""
    *before, given = full_name.split() or [""]
    return tuple(word_key(word) for word in (given, *before))


def word_key(word: str) -> WordKey:
    """Give the key of one word: its letters, and after them its tones."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    tones = tuple(_TONES.index(mark) + 1 for mark in decomposed if mark in _TONES)
    bare = "".join(mark for mark in decomposed if mark not in _TONES)
    letters = unicodedata.normalize("NFC", bare)
    return tuple(_PLACES.get(letter, len(_ALPHABET) + ord(letter)) for letter in letters), tones
