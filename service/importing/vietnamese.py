"""Vietnamese text as people write it: composed or not, the tone mark here or there, or no marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE_BEFORE_SHAPE = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306])")
_MARKED_D = str.maketrans("đĐ", "dd")
_LOOKS_LIKE_D = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_REMEMBERED = 4_096  # a list says the same of many
_HIDDEN = frozenset({"Cf", "Cc"})
_WORDS = re.compile(r"[^\W\d_]+")

_ONSETS = "ngh|ng|gh|gi|g|kh|k|nh|n|ph|p|qu|th|tr|t|ch|c|b|đ|d|h|l|m|r|s|v|x"
_NUCLEI = (
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iêu|iu|oa|oai|oao|oay|oă|oe|oeo|oi|oo|"
    "ôi|ơi|ua|uâ|uây|uă|uê|ui|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ươ|ươi|ươu|ưi|ưu|yê|yêu"
)
_CODAS = "ch|c|m|ng|nh|n|p|t"
_SYLLABLE = re.compile(f"({_ONSETS})?({_NUCLEI})({_CODAS})?")


@lru_cache(_REMEMBERED)
def composed(text: str) -> str:
    """Give a text in NFC with single blanks, without characters that nobody sees.

    Marks typed in the other order (the tone before the circumflex) and the letters that only look
    like *đ* are put right.
    """
    seen = (" " if c.isspace() else c for c in text)
    kept = "".join(c for c in seen if unicodedata.category(c) not in _HIDDEN)
    decomposed = _TONE_BEFORE_SHAPE.sub(r"\2\1", unicodedata.normalize("NFD", kept))
    return " ".join(unicodedata.normalize("NFC", decomposed).translate(_LOOKS_LIKE_D).split())


@lru_cache(_REMEMBERED)
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


def words_of(text: str) -> list[str]:
    """Give the words of a text, without digits and punctuation."""
    return _WORDS.findall(composed(text))


def is_spelled(word: str) -> bool:
    """Tell whether a word is written as Vietnamese syllables are, capitals in their places."""
    if word not in (word.lower(), word.upper(), word.capitalize()):
        return False
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in decomposed if c in _TONES]
    shape = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return len(tones) <= 1 and _SYLLABLE.fullmatch(shape) is not None


def _tone_last(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in decomposed if c in _TONES)
    rest = "".join(c for c in decomposed if c not in _TONES)
    return unicodedata.normalize("NFC", rest) + tones
