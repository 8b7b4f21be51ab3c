"""Reading the JSON of a request; whatever a parser would let pass silently is refused."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, NoReturn

from werkzeug.wrappers import Request


class UnsupportedContent(Exception):
    """The body is said to be something else than JSON in UTF-8."""


class MalformedJson(Exception):
    """The body is no JSON, or says one thing twice."""

    def __init__(self, vi: str, en: str) -> None:
        """``vi`` and ``en`` say what is wrong, and where."""
        super().__init__(en)
        self.vi = vi
        self.en = en


def read_json(request: Request) -> Any:
    """Read the body of a request.

    Raise ``UnsupportedContent``, ``MalformedJson``, or werkzeug's ``RequestEntityTooLarge``.
    """
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if request.mimetype != "application/json" or charset != "utf-8":
        raise UnsupportedContent
    return parse(request.get_data(cache=False))


def parse(content: bytes) -> Any:
    """Parse JSON in UTF-8; raise ``MalformedJson``."""
    try:
        return json.loads(
            content.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no_number
        )
    except UnicodeDecodeError:
        raise MalformedJson("Nội dung không phải UTF-8.", "The body is not UTF-8.") from None
    except json.JSONDecodeError as error:
        where = f"{error.lineno}:{error.colno}"
        vi = f"JSON sai cú pháp tại dòng:cột {where}."
        raise MalformedJson(vi, f"Broken JSON at line:column {where}.") from None
    except RecursionError:
        raise MalformedJson("JSON lồng quá nhiều lớp.", "JSON nested too deeply.") from None
    except ValueError:
        raise MalformedJson("Có số quá dài.", "There is a number with too many digits.") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    for name in names:
        if not name.isascii() and any("\ud800" <= letter <= "\udfff" for letter in name):
            raise MalformedJson("Tên trường không phải Unicode.", "A name is not Unicode.")
    if len(names) < len(pairs):
        [(twice, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise MalformedJson(f"Trường “{twice}” ghi hai lần.", f"“{twice}” is given twice.")
    return names


def _no_number(constant: str) -> NoReturn:
    raise MalformedJson(f"{constant} không phải số JSON.", f"{constant} is no number of JSON.")
