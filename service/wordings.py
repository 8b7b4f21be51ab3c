"""What the failures are called that are no refusals of the domain, in both languages."""

from __future__ import annotations

from http import HTTPStatus

from eventsourcing.persistence import InterfaceError, OperationalError

from domain.amendment import UnknownPath
from domain.rulebook import BrokenRuleSet
from projections.pump import PumpFailure
from service.access.tokens import UnknownPassword, UnknownToken
from service.answers.workbook import TooManyRows
from service.composition import NotYetVisible
from service.coordination import Contended, KeyReused
from service.exchange import BadKey, NotAnId, UnknownCommand
from service.problems import Wording
from service.schema import InvalidBody, MalformedJson, UnsupportedContent
from service.schema.sent_file import NoFile

UNEXPECTED = Wording(
    "Hệ thống gặp lỗi ngoài dự kiến",
    "Something went wrong that nobody foresaw",
    "Gửi lại sau với cùng khóa; nếu vẫn lỗi, báo quản trị kèm mã yêu cầu (Request-Id).",
    "Send it again later with the same key; if it fails again, report the Request-Id.",
)
_BUSY = Wording(
    "Hệ thống đang bận hoặc tạm gián đoạn",
    "The service is busy, or interrupted for a moment",
    "Gửi lại nguyên văn với cùng khóa sau ít giây: việc đã nhận không bị ghi hai lần.",
    "Send the same again with the same key in a few seconds: nothing is entered twice.",
)

WORDINGS: dict[type[Exception], Wording] = {
    Contended: Wording(
        "Hồ sơ liên quan đang được nhiều người sửa cùng lúc",
        "What the act rests on kept changing while it was decided",
        "Gửi lại nguyên văn với cùng khóa.",
        "Send the same again with the same key.",
    ),
    NotYetVisible: Wording(
        "Việc vừa ghi chưa kịp hiện lên",
        "What was just entered is not visible yet",
        "Hỏi lại sau ít giây; việc đã nhận không mất.",
        "Ask again in a few seconds; nothing that was accepted is lost.",
    ),
    PumpFailure: Wording(
        "Phần đọc đang dừng, phần ghi vẫn nhận",
        "Reading has stopped, entering goes on",
        "Báo quản trị kèm mã yêu cầu (Request-Id).",
        "Report the Request-Id to the administrator.",
    ),
    KeyReused: Wording(
        "Khóa này đã dùng cho nội dung khác",
        "The key has been used for something else",
        "Dùng khóa mới cho việc mới; giữ khóa cũ chỉ để gửi lại nguyên văn.",
        "Take a new key for a new act; keep a key only to send the same again.",
    ),
    UnknownPath: Wording(
        "Nội dung đính chính không khớp với mục được đính chính",
        "The right facts do not fit the entry that they correct",
        "Sửa các trường nêu trong errors rồi gửi lại.",
        "Mend the fields named in errors and send it again.",
    ),
    InvalidBody: Wording(
        "Nội dung gửi lên chưa đúng",
        "The content is not as it should be",
        "Sửa các trường nêu trong errors rồi gửi lại.",
        "Mend the fields named in errors and send it again.",
    ),
    BadKey: Wording(
        "Thiếu khóa Idempotency-Key, hoặc khóa không hợp lệ",
        "The Idempotency-Key is missing or not valid",
        "Ghi khóa từ 1 đến 200 ký tự ASCII in được, mỗi việc một khóa.",
        "Give a key of 1 to 200 printable ASCII characters, one for each act.",
    ),
    BrokenRuleSet: Wording(
        "Bộ quy định gửi lên sai khuôn dạng",
        "The rule set that was sent is broken",
        "Sửa mục nêu trong errors rồi gửi lại.",
        "Correct what errors names and send it again.",
    ),
    MalformedJson: Wording(
        "Không đọc được JSON",
        "The JSON cannot be read",
        "Kiểm tra cú pháp JSON, mã hóa UTF-8 rồi gửi lại.",
        "Check the JSON and its encoding, UTF-8, and send it again.",
    ),
    UnsupportedContent: Wording(
        "Chỉ nhận JSON",
        "Only JSON is taken",
        "Gửi với Content-Type: application/json, mã hóa UTF-8.",
        "Send it with Content-Type: application/json, in UTF-8.",
    ),
    NoFile: Wording(
        "Chưa gửi tệp bộ quy định",
        "No file of a rule set was sent",
        "Gửi nội dung TOML với Content-Type: application/toml, hoặc một tệp trong biểu mẫu.",
        "Send the TOML with Content-Type: application/toml, or one file in a form.",
    ),
    UnknownToken: Wording(
        "Chưa xác thực",
        "Nobody is signed in",
        "Gửi Authorization: Bearer với mã truy cập còn hiệu lực.",
        "Send Authorization: Bearer with an access token that is in force.",
    ),
    UnknownPassword: Wording(
        "Chưa xác thực để lấy tệp",
        "Nobody is signed in to fetch the file",
        "Ghi mã truy cập vào ô mật khẩu, tên người dùng tùy ý; hoặc gửi Authorization: Bearer.",
        "Give the access token as the password of any user, or send Authorization: Bearer.",
    ),
    TooManyRows: Wording(
        "Quá nhiều dòng cho một bảng tính",
        "There are too many rows for a workbook",
        "Thu hẹp câu hỏi, hoặc lấy dạng text/csv.",
        "Narrow the question, or ask for text/csv.",
    ),
    UnknownCommand: Wording(
        "Không có lệnh tên này",
        "There is no command of this name",
        "Xem danh sách lệnh tại /docs hoặc /openapi.json.",
        "See /docs or /openapi.json for the commands that there are.",
    ),
    NotAnId: Wording(
        "Mã trong địa chỉ không phải UUID",
        "The id in the address is no UUID",
        "Ghi mã dạng 0b9f4e7c-5d1a-4c6e-9a53-6f0e2d8c7b14, như /api/roster trả lời.",
        "Write an id such as 0b9f4e7c-5d1a-4c6e-9a53-6f0e2d8c7b14, as /api/roster answers it.",
    ),
    OperationalError: _BUSY,
    InterfaceError: _BUSY,
}

HTTP: dict[int, Wording] = {
    HTTPStatus.BAD_REQUEST: Wording(
        "Yêu cầu không đọc được",
        "The request cannot be read",
        "Kiểm tra lại yêu cầu.",
        "Check the request.",
    ),
    HTTPStatus.NOT_FOUND: Wording(
        "Không có địa chỉ này",
        "There is nothing at this address",
        "Xem các địa chỉ tại /docs hoặc /openapi.json.",
        "See /docs or /openapi.json for the addresses that there are.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: Wording(
        "Địa chỉ này không nhận phương thức ấy",
        "The address does not take this method",
        "Dùng một phương thức nêu trong Allow.",
        "Use one of the methods in Allow.",
    ),
    HTTPStatus.NOT_ACCEPTABLE: Wording(
        "Không trả lời được ở dạng ấy",
        "No answer in that form",
        "Yêu cầu application/json; với câu hỏi có danh sách, cả text/csv hoặc bảng tính .xlsx.",
        "Ask for application/json; for a list also for text/csv or a workbook, .xlsx.",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Wording(
        "Nội dung gửi lên quá lớn",
        "The body is too large",
        "Chia thành nhiều lần gửi.",
        "Send it in several parts.",
    ),
}
