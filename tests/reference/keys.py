"""How an obligation is named: its code, its subject, its ground (4.1-10)."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

MEMBER = "member/{member}"
LETTER = "letter/{link}/{attempt}"
LINK = "link/{link}"
CELL = "cell/{cell}"
MEETING = "meeting/{meeting}"
EVALUATION = "evaluation/{evaluation}"
REPORT = "report/{paper}"
COMMITTEE = "committee/{body}"

# Where a code is about one thing or another, the first that is known names it.
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "G01": (MEMBER,),
    "G02": (MEMBER,),
    "G03": (LETTER,),
    "G04": (LETTER,),
    "G05": (LETTER,),
    "G06": (LETTER,),
    "G07": (LINK,),
    "G08": (LINK,),
    "G09": (CELL,),
    "G10": (MEETING,),
    "G11": (MEETING,),
    "G12": (MEETING,),
    "G13": ("absence/{link}/{meeting}",),
    "G14": ("notice/{paper}",),
    "G15": ("link/{link}/{period}",),
    "G16": ("household/{household}",),
    "G17": ("member/{member}/{period}",),
    "G18": (EVALUATION,),
    "G19": (EVALUATION,),
    "G20": (EVALUATION,),
    "G21": (EVALUATION,),
    "G22": ("cell/{cell}/{period}/{form}",),
    "G23": (EVALUATION,),
    "G24": (CELL,),
    "G25": (EVALUATION,),
    "G26": (EVALUATION,),
    "G27": (REPORT,),
    "G28": (EVALUATION, REPORT),
    "G29": ("round/{round}",),
    "G30": ("pair/{pair}",),
    "G31": (COMMITTEE,),
    "G32": (COMMITTEE,),
    "G33": (LINK,),
    "G34": ("change/{paper}",),
    "G35": ("transfer/{paper}",),
    "G36": ("exemption/{paper}",),
    "G37": (EVALUATION,),
    "G38": ("pair/{pair}", "letter_ask/{paper}"),
    "G39": ("body/{body}",),
    "G40": (MEMBER,),
}


def name_of(code: str, subject: Mapping[str, object]) -> str:
    """Name what an obligation is about by what is known of its subject."""
    for template in SUBJECTS[code]:
        names = [name for _, name, _, _ in Formatter().parse(template) if name]
        if all(subject[name] is not None for name in names):
            return template.format_map(subject)
    raise KeyError(code)
