"""Comparing Vietnamese text as people write it: composed or not, the tone mark here or there."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKED_D = str.maketrans("đĐ", "dd")


def composed(text: str) -> str:
    """Give a text in NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def folded(text: str) -> str:
    """Fold case, punctuation and the place of the tone mark: *hoà* and *hòa* are one word."""
    words = re.sub(r"[\W_]+", " ", composed(text).casefold()).split()
    return " ".join(_tone_last(word) for word in words)


def plain(text: str) -> str:
    """Fold diacritics away as well: *Tổ dân phố* gives ``to dan pho``."""
    decomposed = unicodedata.normalize("NFD", folded(text))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_MARKED_D)


def is_plain(text: str) -> bool:
    """Tell whether a text was typed without diacritics."""
    return composed(text).isascii()


def _tone_last(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in decomposed if c in _TONES)
    rest = "".join(c for c in decomposed if c not in _TONES)
    return unicodedata.normalize("NFC", rest) + tones
