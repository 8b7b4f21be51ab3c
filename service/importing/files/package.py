"""A file that is a zip of parts, inflated once under a limit: its own figures prove nothing."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile, ZipInfo

from service.importing.files.measures import MOST_CELLS, MOST_INFLATED, MOST_PARTS, too_big
from service.importing.files.scan import NotXml, SheetScan
from service.importing.wording import UnreadableList

_CHUNK = 2**16
_BROKEN = (BadZipFile, NotXml, NotImplementedError, EOFError, OSError, RuntimeError, ValueError)


class Package:
    """The parts of a zip by their names, each measured; raise ``UnreadableList``."""

    def __init__(self, content: bytes) -> None:
        self._scans: dict[str, SheetScan] = {}
        try:
            self._archive = ZipFile(BytesIO(content))
            self._measure()
        except _BROKEN as error:
            raise damaged() from error

    @property
    def names(self) -> list[str]:
        """The names of the parts."""
        return self._archive.namelist()

    def scan(self, name: str) -> SheetScan | None:
        """Give what was seen of a part."""
        return self._scans.get(_path(name))

    def part(self, name: str) -> bytes:
        """Inflate one part; empty where there is none of that name."""
        found = next((n for n in self.names if _path(n) == _path(name)), None)
        return self._archive.read(found) if found else b""

    def _measure(self) -> None:
        inflated = 0
        if len(self._archive.infolist()) > MOST_PARTS:
            raise too_big()
        for part in self._archive.infolist():
            self._scans[_path(part.filename)] = scan = SheetScan()
            for chunk in self._inflated(part):
                inflated += len(chunk)
                scan.feed(chunk)
                if inflated > MOST_INFLATED or scan.cells > MOST_CELLS:
                    raise too_big()

    def _inflated(self, part: ZipInfo) -> Iterator[bytes]:
        with self._archive.open(part) as opened:
            while chunk := opened.read(_CHUNK):
                yield chunk


def _path(name: str) -> str:
    """Give the name of a part as it is compared: some programs write it in their own way."""
    return name.replace("\\", "/").lstrip("/").lower()


def damaged() -> UnreadableList:
    """Say that a file cannot be opened: broken, or closed by a password."""
    return UnreadableList(
        "Tệp bị hỏng hoặc có mật khẩu. Mở bằng Excel và lưu lại thành .xlsx không mật khẩu.",
        "The file is damaged or has a password. Save it anew in Excel as .xlsx without one.",
    )


def elements(content: bytes) -> list[tuple[str, dict[str, str]]]:
    """List the elements of a small XML part, names without their prefixes; raise ``NotXml``."""
    found: list[tuple[str, dict[str, str]]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        found.append((name.rpartition(":")[2], local))

    parser = ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(content, True)
    except (ExpatError, LookupError) as error:
        raise NotXml(str(error)) from error
    return found
