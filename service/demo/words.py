"""The parts of invented names, and other texts that vary."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

WORDS: dict[str, Any] = tomllib.loads((files("service.demo") / "words.toml").read_text("utf-8"))
