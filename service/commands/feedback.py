"""The command that records a talk about weak points."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from domain.introduction.events import FeedbackGiven
from service.commands.absences import side_of
from service.commands.links import LinkCommand
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class GiveFeedback(LinkCommand):
    """Record that weak points were talked over with the member.

    ``on`` is the id of an evaluation or of a report, or ``ATTENDANCE``.
    """

    NAME = "give-feedback"
    TITLE = "Góp ý với đảng viên"
    ENTITLED = entitled("Wc Wo Rc Rs", "Wo Ro")

    on: str
    note: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the talk; a note is sealed."""
        link = self.begin(work)
        work.record(
            link,
            FeedbackGiven,
            on=_in_one_form(self.on),
            by_side=side_of(work),
            note=work.personal(link.member or link.id, self.note),
        )


def _in_one_form(on: str) -> str:
    """Write an id as the log has ids; what is none stays as it is."""
    try:
        return str(UUID(on))
    except ValueError:
        return on
