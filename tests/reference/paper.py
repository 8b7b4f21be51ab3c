"""Lines of an export made by hand, for the tests of the reference."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.reference.obligation import Obligation
from tests.reference.reference import open_obligations

ACTOR = {"officer": "clerk-1", "office": "clerk", "organization": "W", "side": "WORKPLACE"}
WORKPLACE, WORKPLACE_CELL = "W", "W-cell"
WARD, CELL, OTHER_CELL = "R", "R-cell", "R-cell-2"
RULE_SET = "213-2020"


class Papers:
    """What was entered, in order; one workplace committee and one ward are registered already.

    Days are written "03-06" for 6 March 2026, or in full. Each act gives its event id.
    """

    def __init__(self, followed_from: str = "2020-01-02") -> None:
        self.lines: list[dict[str, Any]] = []
        self.body(WORKPLACE, "grassroots_committee", None, followed_from=followed_from)
        self.body(WORKPLACE_CELL, "cell", WORKPLACE)
        self.body(WARD, "committee_above_grassroots", None)
        self.body(CELL, "cell", WARD)
        self.body(OTHER_CELL, "cell", WARD)

    @property
    def position(self) -> int:
        """The last position so far."""
        return len(self.lines)

    def enter(self, stream: str, topic: str, day: str, /, **facts: Any) -> str:
        """Enter one event; a trailing underscore of a name is dropped."""
        version = 1 + sum(line["stream"] == stream for line in self.lines)
        transcribed = facts.pop("arrived_on", None)
        line = {
            "position": self.position + 1,
            "stream": stream,
            "version": version,
            "topic": topic,
            "recorded_at": datetime(2026, 12, 31, tzinfo=UTC).isoformat(),
            "occurred_on": full(day),
            "actor": ACTOR,
            "transcribed": {"arrived_on": full(transcribed)} if transcribed else None,
            "rule_set": RULE_SET,
        }
        line |= {name.rstrip("_"): value for name, value in facts.items()}
        self.lines.append(line)
        return f"{stream}/{version}"

    def body(
        self, code: str, kind: str, parent: str | None, followed_from: str = "2020-01-02"
    ) -> str:
        facts = {"kind": kind, "parent": parent, "exists_from": None}
        day = {"followed_from": followed_from}
        return self.enter(code, "organization.registered", followed_from, **facts, **day)

    def group(self, code: str, cell: str = CELL) -> str:
        return self.body(code, "party_group", cell)

    def succeed(self, body: str, to: str, on: str, cells: dict[str, str] | None = None) -> str:
        changed = [{"from": old, "to": new} for old, new in (cells or {}).items()]
        return self.enter(body, "organization.succeeded", on, to=to, cells=changed, on=full(on))

    def appoint(self, body: str, officer: str, from_: str, until: str | None = None) -> str:
        facts = {"officer": officer, "office": "cell_committee_member", "until": full(until)}
        return self.enter(body, "organization.officer_appointed", from_, from_=full(from_), **facts)

    def enroll(self, member: str, on: str, how: str = "ADMITTED", committee: str = "W") -> str:
        return self.enter(
            member, "member.enrolled", on, committee=committee, cell=WORKPLACE_CELL, how=how
        )

    def declare(
        self, member: str, on: str, number: int = 1, quarter: str = "quarter-1", **facts: Any
    ) -> str:
        given = {"body": WARD, "household": None, "moved_on": None} | facts
        place = {"residence_no": number, "neighborhood_token": quarter}
        return self.enter(member, "member.residence_declared", on, **place, **given)

    def exempt(self, member: str, class_: str, from_: str, until: str | None = None) -> str:
        number = sum(line["topic"] == "member.exemption_granted" for line in self.lines)
        days = {"from_": full(from_), "until": full(until)}
        return self.enter(
            member,
            "member.exemption_granted",
            from_,
            exemption_no=number,
            class_=class_,
            **days,
        )

    def suspend(self, member: str, from_: str, until: str | None = None) -> str:
        days = {"from_": full(from_), "until": full(until)}
        return self.enter(member, "member.activity_suspended", from_, **days)

    def depart(self, member: str, enrolment: str, on: str) -> str:
        return self.enter(member, "member.departed", on, enrolment=enrolment, on=full(on))

    def draft(self, link: str, member: str, on: str, attempt: int = 1, number: int = 1) -> str:
        facts = {"member": member, "residence_no": number, "attempt": attempt}
        return self._letter("letter.drafted", link, on, **facts)

    def issue(self, link: str, member: str, on: str, attempt: int = 1, number: int = 1) -> str:
        facts = {"member": member, "residence_no": number, "attempt": attempt}
        return self._letter("letter.issued", link, on, **facts)

    def carry_over(self, link: str, member: str, on: str, cell: str | None = CELL) -> str:
        facts = {"member": member, "residence_no": 1, "attempt": 1, "issuer": "W", "body": WARD}
        return self.enter(link, "link.carried_over", on, cell=cell, **facts)

    def receive(self, link: str, on: str, attempt: int = 1) -> str:
        return self.enter(link, "letter.received", on, attempt=attempt)

    def undo(self, link: str, topic: str, on: str, attempt: int = 1) -> str:
        return self.enter(link, topic, on, attempt=attempt)

    def slip(self, link: str, on: str, attempt: int = 1, **facts: Any) -> str:
        return self.enter(link, "slip.returned", on, attempt=attempt, as_letter_foot=True, **facts)

    def forward(self, link: str, on: str, cell: str = CELL) -> str:
        return self.enter(link, "link.forwarded", on, cell=cell)

    def close(self, link: str, on: str, reason: str = "MOVED", attempt: int = 1) -> str:
        return self.enter(link, "link.closed", on, attempt=attempt, reason=reason, on=full(on))

    def introduce(self, member: str, on: str, link: str | None = None, **declared: Any) -> str:
        """Enrol, declare, issue, receive and forward on one day; gives the link."""
        link = link or f"link-{member}"
        self.enroll(member, on)
        self.declare(member, on, **declared)
        self.issue(link, member, on)
        self.receive(link, on)
        self.slip(link, on)
        self.enter(link, "slip.filed", on, attempt=1)
        self.forward(link, on)
        self.enter(link, "link.monitor_assigned", on, monitor="monitor-1")
        return link

    def hold(
        self, meeting: str, on: str, attendance: dict[str, str], cell: str = CELL, **facts: Any
    ) -> str:
        """Hold a meeting; PERIODIC where a period is given."""
        kind = "PERIODIC" if facts.get("period") else "OTHER"
        given = {"cell": cell, "kind": kind, "period": None, "partial": False} | facts
        came = [{"link": link, "status": status} for link, status in attendance.items()]
        return self.enter(meeting, "meeting.held", on, attendance=came, **given)

    def complete(self, meeting: str, on: str, attendance: dict[str, str]) -> str:
        came = [{"link": link, "status": status} for link, status in attendance.items()]
        return self.enter(meeting, "meeting.attendance_recorded", on, attendance=came)

    def ask(self, slip: str, link: str, on: str, purpose: str = "ANNUAL") -> str:
        facts = {"link": link, "purpose": purpose, "year": 2026}
        return self.enter(slip, "evaluation.requested", on, **facts)

    def evaluate(self, slip: str, link: str, on: str, **facts: Any) -> str:
        about = {"link": link, "purpose": "ANNUAL", "year": 2026, "stated_meeting": None}
        said = {"form": "A", "levels": {}, "proposal": "NONE", "fingerprint": "x"}
        return self.enter(slip, "evaluation.drafted", on, **about | said | facts)

    def arrive(self, slip: str, link: str, on: str, **facts: Any) -> str:
        about = {"link": link, "purpose": "ANNUAL", "year": 2026}
        return self.enter(slip, "evaluation.received", on, **about | facts)

    def confirm(self, slip: str, on: str, sealed: bool = True) -> str:
        return self.enter(slip, "evaluation.confirmed", on, sealed=sealed)

    def agree(self, on: str, *links: str, front: bool = True, cell: str = CELL) -> str:
        facts = {"cell": cell, "considered": list(links), "front_present": front}
        return self.enter(f"agreed-{on}", "collective_meeting.held", on, **facts)

    def correct(self, event: str, on: str, facts: dict[str, Any]) -> str:
        stream = event.partition("/")[0]
        return self.enter(stream, "entry.corrected", on, event=event, facts=facts)

    def void(self, event: str, on: str) -> str:
        return self.enter(event.partition("/")[0], "entry.voided", on, event=event)

    def _letter(self, topic: str, link: str, on: str, **facts: Any) -> str:
        to = {"issuer": WORKPLACE, "to_body": WARD, "to_cell": None}
        return self.enter(link, topic, on, **facts, **to)


def full(day: str | None) -> str | None:
    """Read "03-06" as 2026-03-06."""
    return f"2026-{day}" if day and len(day) == len("03-06") else day


def on(day: str) -> date:
    """Give the day that "03-06" or a full date names."""
    return date.fromisoformat(full(day) or day)


def owed(papers: Papers, day: str, *codes: str) -> list[Obligation]:
    """Give the obligations of some codes on a day, as known after the last paper."""
    found = open_obligations(papers.lines, on(day), papers.position, codes)
    return sorted(found, key=lambda o: (o.code, o.step or "", o.opened_on, str(o.subject)))


def due(papers: Papers, day: str, *codes: str) -> list[tuple[str, str | None, bool]]:
    """Give code (and step), due day and lateness of what is owed on a day."""
    return [
        (
            f"{o.code} {o.step}" if o.step else o.code,
            f"{o.due_on:%m-%d}" if o.due_on else None,
            o.late,
        )
        for o in owed(papers, day, *codes)
    ]
