"""The faults that are planted, one a file: each knows its code and counts what it plants.

What a fault drags along is remedied, or counted with it: see the single planters.
"""

from __future__ import annotations

from collections.abc import Callable

from service.demo.faults import (
    absence_left_alone,
    attendance_not_taken,
    behind_time,
    comes_too_seldom,
    comment_of_one_man,
    departure_untold,
    exempt_asked,
    exemption_run_out,
    letter_ask_unanswered,
    letter_never_written,
    letter_unsigned,
    letter_without_news,
    missing_on_the_list,
    move_never_introduced,
    neighbours_forget,
    no_monitor,
    nobody_told,
    not_placed,
    not_talked_over,
    not_told,
    nothing_recorded,
    notice_unanswered,
    old_link_left_open,
    one_for_the_family,
    one_meeting_only,
    opinion_never_sent,
    opinion_not_asked,
    proposal_unresolved,
    receipt_unfiled,
    report_unanswered,
    residence_never_declared,
    review_without_item,
    same_of_everybody,
    slip_not_filed,
    slip_not_returned,
    slip_unsigned,
    transfer_not_followed,
    without_the_front,
)
from service.demo.year import Year

Planter = Callable[[Year], None]

IN_MEMBERS: tuple[Planter, ...] = (
    departure_untold.plant,
    exemption_run_out.plant,
    transfer_not_followed.plant,
)
IN_LETTERS: tuple[Planter, ...] = (
    not_placed.plant,
    slip_not_returned.plant,
    residence_never_declared.plant,
    letter_never_written.plant,
    move_never_introduced.plant,
    letter_unsigned.plant,
    letter_without_news.plant,
    receipt_unfiled.plant,
    no_monitor.plant,
    behind_time.plant,
)
IN_CLOSINGS: tuple[Planter, ...] = (old_link_left_open.plant,)
IN_MEETINGS: tuple[Planter, ...] = (
    one_meeting_only.plant,
    one_for_the_family.plant,
    attendance_not_taken.plant,
    nobody_told.plant,
    nothing_recorded.plant,
)
IN_FOLLOWING_UP: tuple[Planter, ...] = (absence_left_alone.plant, notice_unanswered.plant)
IN_LETTERS_FROM_WARDS: tuple[Planter, ...] = (
    report_unanswered.plant,
    letter_ask_unanswered.plant,
    missing_on_the_list.plant,
)
IN_COMMITTEES: tuple[Planter, ...] = (neighbours_forget.plant,)
IN_REPLIES: tuple[Planter, ...] = (
    not_talked_over.plant,
    not_told.plant,
    proposal_unresolved.plant,
)
IN_TALKS: tuple[Planter, ...] = (comes_too_seldom.plant,)
IN_OPINIONS: tuple[Planter, ...] = (
    opinion_not_asked.plant,
    opinion_never_sent.plant,
    comment_of_one_man.plant,
    without_the_front.plant,
    slip_unsigned.plant,
    slip_not_filed.plant,
    exempt_asked.plant,
    same_of_everybody.plant,
)
IN_REVIEWS: tuple[Planter, ...] = (review_without_item.plant,)
