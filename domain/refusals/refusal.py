"""What every refusal carries: its name, the rule, the ground of the rule and the way on."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """An act that the rules do not allow, refused before anything is written.

    One subclass for each prohibition; its docstring is the rule in one English sentence.

    ``title`` (Vietnamese, also the text of the exception) and ``title_en`` say what is wrong;
    ``clause`` is the article or the sentence that the rule rests on; ``next_step`` and
    ``next_step_en`` say what to do instead. ``code`` is the name of the class, published.

    A rule *of form* (signature, seal, office, collective meeting, the Front, notice) refuses
    one's own act only. A transcribed paper exists all the same: there it is recorded as
    ``defect``, or, where that is ``None``, is plain from the facts of the entry themselves.
    """

    code: ClassVar[str]
    title: ClassVar[str]
    title_en: ClassVar[str]
    clause: ClassVar[str]
    next_step: ClassVar[str]
    next_step_en: ClassVar[str]
    of_form: ClassVar[bool] = False
    defect: ClassVar[str | None] = None

    def __init_subclass__(cls) -> None:
        """Publish the refusal under the name of its class."""
        super().__init_subclass__()
        cls.code = cls.__name__

    def __init__(self, *, field: str | None = None, **facts: object) -> None:
        """Refuse on these facts; ``field`` names the field of the command that is at fault.

        Facts are ids, dates, numbers and codes: a refusal is read in clear by whoever asked,
        so that nobody's name belongs in it.
        """
        super().__init__(self.title)
        self.field = field
        self.facts = facts
