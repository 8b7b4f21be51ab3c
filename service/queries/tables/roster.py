"""The roster, as each of the two sides has it."""

from __future__ import annotations

from domain.acts import Side
from service.answers.codes import SLIPS, STAGES, STATES
from service.answers.table import Column, Table

_STANDING = (
    Column("slip", "Phiếu báo", "Slip", codes=SLIPS),
    Column("suspended", "Đình chỉ sinh hoạt", "Suspended"),
    Column("exempt_a", "Miễn sinh hoạt nơi cư trú", "Exempt from attending"),
    Column("exempt_until", "Miễn đến hết ngày", "Exempt until"),
    Column("attempt", "Giấy giới thiệu lần thứ", "Letter no."),
)
_IDS = (
    Column("member", "Mã đảng viên", "Member (id)"),
    Column("link", "Mã mối liên hệ", "Link (id)"),
    Column("monitor", "Mã người theo dõi", "Monitor (id)"),
)

AT_THE_WORKPLACE = Table(
    (
        Column("full_name", "Họ và tên", "Full name"),
        Column("birth_date", "Ngày sinh", "Date of birth", is_day=True),
        Column("cell.name", "Chi bộ", "Cell"),
        Column("state", "Tình trạng", "State", codes=STATES),
        Column("residence.body.name", "Đảng ủy nơi cư trú", "Residence committee"),
        Column("residence_cell.name", "Chi bộ nơi cư trú", "Residence cell"),
        Column("group.name", "Tổ đảng", "Party group"),
        Column("residence.dwelling", "Nơi ở hiện nay", "Dwelling"),
        Column("residence.neighborhood", "Khu dân cư, tổ dân phố", "Neighborhood"),
        Column("residence.residence_no", "Lần cư trú thứ", "Stay no."),
        *_STANDING,
        *_IDS,
        Column("enrolment", "Mục ghi tiếp nhận", "Enrolment (entry)"),
        Column("older_links", "Mối liên hệ cũ còn mở", "Older links still open"),
    ),
    by_name="full_name",
    side=Side.WORKPLACE,
)
AT_THE_RESIDENCE = Table(
    (
        Column("full_name", "Họ và tên", "Full name"),
        Column("workplace.name", "Đảng ủy nơi công tác", "Workplace committee"),
        Column("state", "Tình trạng", "State", codes=STAGES),
        Column("cell.name", "Chi bộ nơi cư trú", "Residence cell"),
        Column("group.name", "Tổ đảng", "Party group"),
        Column("dwelling", "Nơi ở hiện nay", "Dwelling"),
        *_STANDING,
        Column("body.name", "Đảng ủy nơi cư trú", "Residence committee"),
        *_IDS,
    ),
    by_name="full_name",
    side=Side.RESIDENCE,
)
