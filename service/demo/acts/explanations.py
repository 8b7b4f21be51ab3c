"""What cannot be cured is explained and accepted; what has to wait is put off, and stays a gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from service.demo.days import after
from service.demo.letters import Introduction, Step
from service.demo.meetings import Meeting
from service.demo.paper import EntryOf, Paper, Woven, transcribed
from service.demo.year import Year

PUT_OFF_OF_248 = 1
PUT_OFF_FOR = timedelta(days=30)


def papers(year: Year) -> Iterator[Paper]:
    """Explain meetings of which nobody was told, and put off some slips that are not filed."""
    for meeting in year.meetings:
        if meeting.explained_on:
            yield _explained(meeting)
    unfiled = [letter for letter in year.introductions if letter.missing is Step.FILED]
    for letter in year.some(unfiled, PUT_OFF_OF_248, "put off"):
        yield _put_off(year, letter)


def _explained(meeting: Meeting) -> Paper:
    """Let the cell explain it, or the clerk copy its letter; the workplace accepts it."""
    day = meeting.explained_on or meeting.held_on
    convened = EntryOf(f"{meeting.name}/convene-meeting", "meeting.convened")
    committee, online = meeting.places[0].member.committee, meeting.cell.ward.online
    said: dict[str, Any] = {
        "obligation": Woven(f"G10:meeting/{meeting.id}:{{}}", (convened,)),
        "reason": "Họp đột xuất sau bão, báo miệng từng nhà",
        "accepted_by": committee.secretary.person,
    }
    if not online:
        said["transcribed"] = transcribed("Báo cáo giải trình", f"BC/{meeting.cell.code}", day)
    return Paper(
        key=f"{meeting.name}/explained",
        entered_on=day,
        by=meeting.cell.secretary if online else committee.clerk,
        command="explain-gap",
        occurred_on=day,
        fields=said,
    )


def _put_off(year: Year, letter: Introduction) -> Paper:
    day = after(letter.late_from(Step.FILED), year.chance("put off/day"), 1, 10)
    link = letter.member.link(letter.home.residence_no)
    returned = EntryOf(f"letter/slip/{link.member}/{link.residence_no}", "slip.returned")
    return Paper(
        key=f"put off/{link.member}",
        entered_on=day,
        by=letter.member.committee.clerk,
        command="snooze-obligation",
        occurred_on=day,
        fields={
            "obligation": Woven("G06:letter/{}/1:{}", (link, returned)),
            "until": day + PUT_OFF_FOR,
            "reason": "Chờ tủ hồ sơ mới",
        },
    )
