"""Texts that are stored as other letters than they show, read as the letters they are meant for.

An old typeface, TCVN3 (.VnTime) or VNI, draws Vietnamese letters in the places of others, so that
*Nguyễn* is stored as *NguyÔn* or *Nguyeãn*; and UTF-8 that a program took for the letters of the
West has become *Nguyá»…n*. Which it was is not written anywhere: it shows in words that are no
words as they stand and are words when read so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from service.importing.vietnamese import composed, is_spelled, words_of

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_SIGNS = frozenset("¡¢£¤¥¦§¨©®¶·¸¹»¼½¾×÷\u00ad")

_VIETNAMESE = frozenset(map(chr, range(0x1EA0, 0x1EFA))) | frozenset("ĂăĐđĨĩŨũƠơƯư")
_CAPITALS, _SMALL = re.compile("[A-Z]{2}"), re.compile("[a-z]")

_TONES = dict(zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_SHAPES = dict(zip("âêàáåãäèéúüë", "\u0302\u0306" + "\u0302" * 5 + "\u0306" * 5, strict=True))
_TONED_SHAPES = dict(zip("àáåãäèéúüë", "\u0300\u0301\u0309\u0303\u0323" * 2, strict=True))
_VNI_MARKS = {
    mark: _SHAPES.get(mark, "") + _TONES.get(mark, "") + _TONED_SHAPES.get(mark, "")
    for mark in (*_TONES, *_SHAPES)
}
_VNI_MARKS |= {mark.upper(): shown for mark, shown in _VNI_MARKS.items()}
_VNI_LETTERS = dict(zip("ñôöæóòìíîÑÔÖÆÓÒÌÍÎ", "đơưỉĩịìíỵĐƠƯỈĨỊÌÍỴ", strict=True))
_VNI = re.compile(f"([aeouyAEOUYôöÔÖ])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])")


@dataclass(frozen=True)
class Charset:
    """A way of reading text that is stored as other letters."""

    name: str
    read: Callable[[str], str]

    def fits(self, text: str) -> bool:
        """Tell whether a text is no Vietnamese as it stands and is Vietnamese when read so."""
        return not is_vietnamese(text) and is_vietnamese(self.read(text))


def is_vietnamese(text: str) -> bool:
    """Tell whether every word of a text is spelled as Vietnamese is, with no odd sign in it."""
    return not _SIGNS.intersection(text) and all(is_spelled(word) for word in words_of(text))


def is_unicode(text: str) -> bool:
    """Tell whether a text has Vietnamese letters that are stored as they show."""
    return not _VIETNAMESE.isdisjoint(unicodedata.normalize("NFC", text))


def charset_of(texts: Iterable[str]) -> Charset | None:
    """Tell in which way most of the texts have to be read; ``None`` where they are as they show."""
    doubtful = [text for text in texts if not text.isascii() and not is_unicode(text)]
    votes = {charset: sum(map(charset.fits, doubtful)) for charset in CHARSETS}
    best = max(CHARSETS, key=votes.__getitem__)
    return best if votes[best] else None


def _read_tcvn3(text: str) -> str:
    read = composed("".join(_TCVN3.get(c, c) for c in text))
    # Capitals with marks were a typeface of their own: what is typed in capitals is meant so.
    in_capitals = _CAPITALS.search(text) and not _SMALL.search(text)
    return read.upper() if in_capitals else read


def _read_vni(text: str) -> str:
    return composed(_VNI.sub(_shown, text))


def _shown(found: re.Match[str]) -> str:
    letter, mark, alone = found.groups()
    if alone:
        return _VNI_LETTERS[alone]
    return _VNI_LETTERS.get(letter, letter) + _VNI_MARKS[mark]


def _read_utf_8(text: str) -> str:
    """Take the letters of the West for the bytes that they were; what is none is left as it is."""
    try:
        return composed(b"".join(map(_byte, text)).decode("utf-8"))
    except UnicodeError:
        return text


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1" if letter < "\u0100" else "cp1252")


TCVN3 = Charset("TCVN3 (.VnTime)", _read_tcvn3)
VNI = Charset("VNI", _read_vni)
MISTAKEN = Charset("UTF-8 (mở nhầm là ANSI)", _read_utf_8)
CHARSETS = (TCVN3, VNI, MISTAKEN)
