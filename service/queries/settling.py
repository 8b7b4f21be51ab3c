"""Which commands settle an obligation, by code, step and matter: what a work list says to do."""

from __future__ import annotations

from collections.abc import Mapping

EXPLAIN = "explain-gap"

_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "G01": ("draft-letter", "issue-letter"),
    "G02": ("draft-letter", "issue-letter"),
    "G03": ("issue-letter", "void-letter"),
    "G04": ("receive-letter", "return-slip", "return-letter", "void-letter"),
    "G05": ("return-slip",),
    "G06": ("file-slip",),
    "G07 CELL": ("forward-member",),
    "G07 GROUP": ("assign-group",),
    "G08": ("assign-monitor",),
    "G09": ("convene-meeting", "hold-meeting"),
    "G10": ("deliver-notices",),
    "G11": ("record-content",),
    "G12": ("record-attendance",),
    "G13 REMIND": ("remind-absence", "excuse-absence"),
    "G13 REPORT": ("report-absence", "excuse-absence"),
    "G14": ("answer-absence",),
    "G15": ("give-feedback",),
    "G16": ("give-feedback",),
    "G17": ("request-evaluation",),
    "G18 DRAFT": ("draft-evaluation",),
    "G18 SEND": ("send-evaluation",),
    "G19": ("hold-collective-meeting", "draft-evaluation"),
    "G20": ("hold-collective-meeting", "draft-evaluation"),
    "G21 SIGN": ("sign-evaluation",),
    "G21 CONFIRM": ("confirm-evaluation",),
    "G22": ("draft-evaluation",),
    "G23 CELL": ("consolidate-evaluations",),
    "G23 FILE": ("file-evaluation",),
    "G24": ("hold-review",),
    "G25": ("give-feedback",),
    "G26": ("disclose-opinion",),
    "G27": ("answer-report",),
    "G28": ("resolve-proposal",),
    "G28 report": ("answer-report",),
    "G29": ("name-focus-list",),
    "G30": ("agree-coordination",),
    "G31": ("hold-periodic-review",),
    "G32": ("make-inspection",),
    "G33": ("close-link",),
    "G34": ("notify-status", "close-link"),
    "G35": ("depart-member", "revoke-transfer"),
    "G36": ("end-exemption", "grant-exemption"),
    "G37": ("withdraw-request",),
    "G38": ("answer-difference", "state-roster"),
    "G38 ASKED": ("answer-letter-ask",),
    "G39": ("succeed-organization",),
    "G40": ("declare-residence",),
}


def settled_with(
    code: str, step: str | None, about: str = "", *, incurable: bool = False
) -> tuple[str, ...]:
    """Name the commands that settle a step, or what it is about (``report/…``).

    What cannot be cured any more is only explained.
    """
    named = step or about.partition("/")[0]
    return (EXPLAIN,) if incurable else _COMMANDS.get(f"{code} {named}") or _COMMANDS[code]
