"""Which refusals a decision can yield, read from its source and from what it calls."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from textwrap import dedent
from types import FunctionType
from typing import Any

from domain.refusals import Refusal
from domain.rulebook import Rulebook, RuleSet

# The methods of the rulebook that refuse; everything else is called by its plain name.
REFUSING_METHODS: dict[str, Callable[..., Any]] = {
    "named": Rulebook.named,
    "objections_to": RuleSet.objections_to,
}


def refusals_of(decision: Callable[..., Any]) -> set[type[Refusal]]:
    """Collect every refusal that the function names in a call, at any depth."""
    found: set[type[Refusal]] = set()
    seen: set[Callable[..., Any]] = set()
    ahead = [decision]
    while ahead:
        function = ahead.pop()
        if function in seen:
            continue
        seen.add(function)
        for called in _called(function):
            if isinstance(called, type) and issubclass(called, Refusal):
                found.add(called)
            elif isinstance(called, FunctionType) and called.__module__.startswith("domain."):
                ahead.append(called)
    return found


def _called(function: Callable[..., Any]) -> Iterator[Any]:
    tree = ast.parse(dedent(inspect.getsource(function)))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)):
                yield inspect.getmodule(function).__dict__.get(name)
            case ast.Call(func=ast.Attribute(attr=name)):
                yield REFUSING_METHODS.get(name)
