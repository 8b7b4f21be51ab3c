"""The data folder of a demo: made anew each time, and only where nobody else keeps anything."""

from __future__ import annotations

import shutil
from pathlib import Path

MARK = "THIS-IS-A-DEMO"
_SAID = "Thư mục dữ liệu diễn tập: mỗi lần chạy lienhe demo đều xóa và tạo lại.\n"


class NotADemo(Exception):
    """The folder holds something that no demo has put there."""


def fresh(folder: Path) -> Path:
    """Empty the folder of an earlier demo, or make it; raise ``NotADemo``."""
    if folder.exists():
        if any(folder.iterdir()) and not (folder / MARK).is_file():
            raise NotADemo(folder)
        shutil.rmtree(folder)
    folder.mkdir(mode=0o700, parents=True)
    (folder / MARK).write_text(_SAID, "utf-8")
    return folder
