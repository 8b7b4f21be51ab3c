"""The record: the history of a body, and the chronicle of a member with the papers."""

from __future__ import annotations

from service.answers.codes import OFFICES, SIDES
from service.answers.table import Column, Table
from service.answers.topics import topics

_ENTRY = (
    Column("topic", "Việc", "What", codes=topics()),
    Column("occurred_on", "Ngày trên giấy", "Dated"),
    Column("effect_date", "Có hiệu lực từ", "In effect from"),
    Column("recorded_at", "Ghi sổ lúc (giờ Việt Nam)", "Recorded at (Vietnam)"),
    Column("committee.name", "Tổ chức", "Body"),
    Column("office", "Chức vụ người ghi", "Office", codes=OFFICES),
    Column("side", "Bên", "Side", codes=SIDES),
    Column("transcribed", "Chép từ giấy", "Transcribed"),
    Column("letter", "Số giấy giới thiệu", "Letter"),
    Column("attempt", "Giấy giới thiệu lần thứ", "Letter no."),
)
_PLACE = (
    Column("struck_by", "Bị gạch bởi mục", "Struck by"),
    Column("corrected_by", "Được đính chính bởi mục", "Corrected by"),
    Column("amends", "Sửa mục", "Amends"),
    Column("event_id", "Mã mục", "Entry"),
    Column("position", "Vị trí trong sổ", "Position"),
    Column("officer", "Mã người ghi", "Officer (id)"),
    Column("stream", "Mã hồ sơ", "Stream (id)"),
    Column("command_id", "Mã lệnh", "Command (id)"),
)

HISTORY = Table((*_ENTRY, *_PLACE))
CHRONICLE = Table((*_ENTRY, Column("facts", "Nội dung", "Facts"), *_PLACE))
