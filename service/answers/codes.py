"""What the codes in an answer mean, as an officer reads them."""

from __future__ import annotations

from collections.abc import Mapping

from domain.acts import Office, Side
from domain.evaluation import Proposal, ProposalOutcome, Purpose
from domain.excellence import Denominator, Rounding
from domain.introduction.events import AbsenceOutcome
from domain.meeting import MeetingKind
from domain.organization import Kind
from domain.reconciliation import DifferenceAnswer, DifferenceKind, StatedStatus
from domain.report import AskOutcome, ReportOutcome, ReportSubject
from domain.rulebook.obligation_rule import Owner, Weight
from projections.classification import NotAsked
from projections.comparison import Outcome
from projections.completeness import Status
from projections.introduced import Stage
from projections.letters import Slip
from projections.measures.observation import Measure, Unit
from projections.meetings import Outcome as MeetingOutcome
from projections.opinion import Stage as OpinionStage
from projections.reports import AnswerState, PaperKind
from projections.roster import State
from service.answers.table import Label
from service.queries.section import Section

Codes = Mapping[str, Label]

SIDES: Codes = {
    Side.WORKPLACE: Label("nơi công tác", "workplace"),
    Side.RESIDENCE: Label("nơi cư trú", "residence"),
}
KINDS: Codes = {
    Kind.CENTRAL_BLOC: Label("đảng bộ trực thuộc Trung ương", "central bloc"),
    Kind.PROVINCE_COMMITTEE: Label("tỉnh ủy, thành ủy", "province committee"),
    Kind.DISTRICT_COMMITTEE: Label("huyện ủy, quận ủy", "district committee"),
    Kind.COMMITTEE_ABOVE_GRASSROOTS: Label(
        "đảng ủy cấp trên trực tiếp cơ sở", "committee above grassroots"
    ),
    Kind.GRASSROOTS_COMMITTEE: Label("đảng ủy cơ sở", "grassroots committee"),
    Kind.GRASSROOTS_CELL: Label("chi bộ cơ sở", "grassroots cell"),
    Kind.SECTIONAL_COMMITTEE: Label("đảng ủy bộ phận", "sectional committee"),
    Kind.CELL: Label("chi bộ", "cell"),
    Kind.PARTY_GROUP: Label("tổ đảng", "Party group"),
}
OFFICES: Codes = {
    Office.SECRETARY: Label("bí thư", "secretary"),
    Office.DEPUTY_SECRETARY: Label("phó bí thư", "deputy secretary"),
    Office.CELL_SECRETARY: Label("bí thư chi bộ", "cell secretary"),
    Office.CELL_DEPUTY_SECRETARY: Label("phó bí thư chi bộ", "cell deputy secretary"),
    Office.CELL_COMMITTEE_MEMBER: Label("chi ủy viên", "cell committee member"),
    Office.COMMITTEE_MEMBER: Label("cấp ủy viên", "committee member"),
    Office.PARTY_GROUP_LEADER: Label("tổ trưởng tổ đảng", "Party group leader"),
    Office.CLERK: Label("văn phòng", "clerk"),
    Office.INSPECTOR: Label("kiểm tra", "inspector"),
    Office.ADMINISTRATOR: Label("quản trị", "administrator"),
}
OWNERS: Codes = {
    Owner.WORKPLACE_OFFICE: Label("văn phòng nơi công tác", "workplace office"),
    Owner.WORKPLACE_SECRETARY: Label("bí thư nơi công tác", "workplace secretary"),
    Owner.WORKPLACE_CELL: Label("chi bộ nơi công tác", "workplace cell"),
    Owner.RESIDENCE_COMMITTEE: Label("đảng ủy nơi cư trú", "residence committee"),
    Owner.RESIDENCE_SECRETARY: Label("bí thư nơi cư trú", "residence secretary"),
    Owner.RESIDENCE_CELL: Label("chi bộ nơi cư trú", "residence cell"),
    Owner.ADMINISTRATOR: Label("quản trị", "administrator"),
    Owner.MEMBER: Label("đảng viên", "member"),
}
WEIGHTS: Codes = {
    Weight.DUTY: Label("phải làm", "duty"),
    Weight.ADVISORY: Label("nên làm", "advisory"),
    Weight.OFF: Label("không theo dõi", "off"),
}
OUTCOMES: Codes = {
    Outcome.SAME: Label("như nhau", "the same"),
    Outcome.ONLY_HERE: Label("chỉ theo quy định đang áp dụng", "only as it is"),
    Outcome.ONLY_THERE: Label("chỉ theo quy định so sánh", "only under the other rules"),
    Outcome.OTHER_DUE_DATE: Label("khác hạn", "another due date"),
    Outcome.OTHER_DUTY: Label("khác người, bước hoặc mức", "another owner, step or weight"),
}
CHANGES: Codes = {
    "CAME": Label("mới có", "came"),
    "WENT": Label("không còn", "went"),
    "CHANGED": Label("thay đổi", "changed"),
}
STATES: Codes = {
    State.DEPARTED: Label("đã chuyển đi", "departed"),
    State.EXEMPT_B: Label("miễn giới thiệu", "exempt from introduction"),
    State.RESIDENCE_UNKNOWN: Label("chưa kê khai nơi cư trú", "residence not declared"),
    State.TO_INTRODUCE: Label("chưa giới thiệu", "to be introduced"),
    State.DRAFTED: Label("đã viết giấy, chưa ký", "letter drafted"),
    State.ISSUED: Label("đã cấp giấy, chưa tiếp nhận", "letter issued"),
    State.RECEIVED: Label("đã tiếp nhận", "received"),
    State.PLACED: Label("đã về chi bộ nơi cư trú", "placed in a cell"),
}
STAGES: Codes = {
    Stage.ISSUED: STATES[State.ISSUED],
    Stage.RECEIVED: STATES[State.RECEIVED],
    Stage.PLACED: STATES[State.PLACED],
    Stage.CLOSED: Label("đã kết thúc", "closed"),
}
SLIPS: Codes = {
    Slip.NONE: Label("chưa có", "none"),
    Slip.RETURNED: Label("đã gửi về", "returned"),
    Slip.FILED: Label("đã lưu", "filed"),
    Slip.CARRIED_OVER: Label("có từ trước", "carried over"),
}
OPINIONS: Codes = {
    OpinionStage.NONE: Label("chưa có", "none"),
    OpinionStage.REQUESTED: Label("đã xin ý kiến", "requested"),
    OpinionStage.DRAFTED: Label("đã dự thảo", "drafted"),
    OpinionStage.SIGNED: Label("đã ký", "signed"),
    OpinionStage.CONFIRMED: Label("đã xác nhận", "confirmed"),
    OpinionStage.SENT: Label("đã gửi", "sent"),
    OpinionStage.RECEIVED: Label("đã nhận", "received"),
    OpinionStage.RETURNED: Label("đã trả lại để bổ sung", "returned"),
    OpinionStage.CONSOLIDATED: Label("chi bộ đã tổng hợp", "consolidated"),
    OpinionStage.FILED: Label("đã lưu hồ sơ", "filed"),
}
PURPOSES: Codes = {
    Purpose.ANNUAL: Label("hằng năm", "yearly"),
    Purpose.APPOINTMENT: Label("bổ nhiệm", "appointment"),
    Purpose.PLACEMENT: Label("bố trí, sử dụng", "placement"),
    Purpose.TRAINING: Label("đào tạo, bồi dưỡng", "training"),
    Purpose.REWARD: Label("khen thưởng", "reward"),
    Purpose.DISCIPLINE: Label("kỷ luật", "discipline"),
}
PROPOSALS: Codes = {
    Proposal.COMMEND: Label("biểu dương", "commend"),
    Proposal.NONE: Label("không đề nghị", "none"),
    Proposal.CONSIDER_ACTION: Label("xem xét xử lý", "consider action"),
}
NOT_ASKED: Codes = {
    NotAsked.DEPARTED: STATES[State.DEPARTED],
    NotAsked.EXEMPT_A: Label("miễn sinh hoạt nơi cư trú", "exempt from attending"),
    NotAsked.EXEMPT_B: STATES[State.EXEMPT_B],
    NotAsked.SUSPENDED: Label("đình chỉ sinh hoạt", "suspended"),
    NotAsked.NO_LINK: Label("không có mối liên hệ", "no link"),
    NotAsked.NOT_NAMED: Label("không thuộc danh sách đề xuất", "not on the focus list"),
}
CALENDAR_KINDS: Codes = {
    MeetingKind.PERIODIC: Label("sinh hoạt định kỳ", "periodic meeting"),
    MeetingKind.OTHER: Label("sinh hoạt khác", "other meeting"),
    "DUE": Label("hạn", "due"),
}
CALENDAR_STATES: Codes = {
    MeetingOutcome.CONVENED: Label("đã triệu tập", "convened"),
    MeetingOutcome.HELD: Label("đã họp", "held"),
    MeetingOutcome.CANCELLED: Label("đã hoãn, hủy", "cancelled"),
    "WAITING": Label("chưa đến hạn", "waiting"),
    "LATE": Label("quá hạn", "late"),
}
DENOMINATORS: Codes = {
    Denominator.ALL_RATED: Label("trên tổng số đã xếp loại", "of all who are rated"),
    Denominator.GOOD_ONLY: Label("trên số hoàn thành tốt", "of those rated good"),
    Denominator.GOOD_OR_BETTER: Label("trên số hoàn thành tốt trở lên", "of good and excellent"),
}
ROUNDINGS: Codes = {
    Rounding.DOWN: Label("làm tròn xuống", "rounded down"),
    Rounding.NEAREST: Label("làm tròn gần nhất", "rounded to the nearest"),
    Rounding.UP: Label("làm tròn lên", "rounded up"),
}
FOUND: Codes = {
    Status.PRESENT: Label("có", "present"),
    Status.MISSING: Label("thiếu", "missing"),
    Status.NOT_REQUIRED: Label("không cần", "not required"),
}
SECTIONS: Codes = {
    Section.OURS: Label("đơn vị mình", "ours"),
    Section.BELOW: Label("chi bộ trực thuộc", "our cells"),
    Section.THEIRS: Label("bên kia", "the other side"),
    Section.ESCALATED: Label("cấp dưới quá hạn lâu", "late for long below"),
}
DIFFERENCES_OF: Codes = {
    DifferenceKind.NOT_AT_RESIDENCE: Label(
        "nơi cư trú không có tên", "not on the residence's list"
    ),
    DifferenceKind.NOT_AT_WORKPLACE: Label("nơi công tác không có", "not at the workplace"),
    DifferenceKind.OTHER_CELL: Label("khác chi bộ", "another cell"),
    DifferenceKind.OTHER_STATE: Label("khác tình trạng", "another state"),
}
STATED: Codes = {
    StatedStatus.RECEIVED: Label("đã tiếp nhận", "received"),
    StatedStatus.PLACED: Label("đã về chi bộ", "placed"),
}
ANSWERS: Codes = {
    "OPEN": Label("chưa trả lời", "open"),
    "ANSWERED": Label("đã trả lời", "answered"),
    DifferenceAnswer.OURS_RIGHT: Label("danh sách bên trả lời đúng", "the answering side is right"),
    DifferenceAnswer.THEIRS_RIGHT: Label("danh sách bên kia đúng", "the other side is right"),
    DifferenceAnswer.MENDED: Label("đã sửa", "mended"),
}
MEASURES: Codes = {
    Measure.LETTERS_WITH_SLIP: Label("Giấy giới thiệu có phiếu báo", "letters with a slip"),
    Measure.REQUESTS_WITH_EVALUATION: Label(
        "Yêu cầu có bản nhận xét", "requests with an evaluation"
    ),
    Measure.DAYS_TO_SIGN_LETTER: Label("Số ngày ký giấy giới thiệu", "days to sign a letter"),
    Measure.DAYS_TO_RECEIVE_LETTER: Label(
        "Số ngày đến khi tiếp nhận", "days until a letter is received"
    ),
    Measure.DAYS_TO_RETURN_SLIP: Label("Số ngày gửi phiếu báo", "days to return the slip"),
    Measure.DAYS_TO_FILE_SLIP: Label("Số ngày lưu phiếu báo", "days to file the slip"),
    Measure.DAYS_TO_SEND_EVALUATION: Label("Số ngày gửi nhận xét", "days to send an evaluation"),
    Measure.DAYS_TO_RECEIVE_EVALUATION: Label(
        "Số ngày nhận xét đi đường", "days an evaluation is on its way"
    ),
    Measure.DAYS_TO_FILE_EVALUATION: Label("Số ngày lưu nhận xét", "days to file an evaluation"),
    Measure.RECORDED_LATE: Label("Ghi sổ chậm", "entered late"),
    Measure.ATTENDANCE: Label("Dự sinh hoạt", "attendance"),
    Measure.REPRESENTED: Label("Có người đi thay", "represented by another"),
    Measure.HOUSEHOLDS_BY_PROXY: Label("Gia đình chỉ đi đại diện", "households by proxy"),
    Measure.UNIFORM_SLIPS: Label("Nhận xét giống nhau", "slips that say the same"),
    Measure.LOWEST_LEVEL: Label("Mức thấp nhất theo tiêu chí", "lowest level, by criterion"),
    Measure.CONTENT_ITEMS: Label("Số nội dung mỗi buổi", "items of content a meeting"),
    Measure.CANDID_CONTENT: Label(
        "Buổi có ưu, khuyết điểm hoặc chuyên đề", "meetings with candid content or a special topic"
    ),
    Measure.EXEMPTIONS_ENDING: Label("Sắp hết hạn miễn", "exemptions about to end"),
}
UNITS: Codes = {
    Unit.SHARE: Label("tỷ lệ", "share"),
    Unit.DAYS: Label("ngày (trung vị)", "days (median)"),
    Unit.MEAN: Label("trung bình", "mean"),
    Unit.COUNT: Label("số lượng", "count"),
}
PAPERS: Codes = {
    PaperKind.ADVERSE: Label("phản ánh", "adverse report"),
    PaperKind.COMMENDING: Label("biểu dương", "commending report"),
    PaperKind.ABSENCE: Label("thông báo vắng mặt", "notice of absence"),
}
ANSWERED: Codes = {
    AnswerState.OPEN: Label("chưa trả lời", "open"),
    AnswerState.ANSWERED: Label("đã trả lời", "answered"),
}
SUBJECTS: Codes = {
    ReportSubject.CIVIC_DUTY: Label("nghĩa vụ công dân", "civic duty"),
    ReportSubject.CONDUCT: Label("lối sống, quan hệ", "conduct"),
    ReportSubject.FAMILY: Label("gia đình", "family"),
    ReportSubject.ATTENDANCE: Label("dự sinh hoạt", "attendance"),
    ReportSubject.CONTRIBUTION: Label("đóng góp cho địa phương", "contribution"),
    ReportSubject.OTHER: Label("việc khác", "other"),
}
REPORT_OUTCOMES: Codes = {
    ReportOutcome.SUBSTANTIATED: Label("đúng", "substantiated"),
    ReportOutcome.PARTLY: Label("đúng một phần", "partly"),
    ReportOutcome.NOT_SUBSTANTIATED: Label("không đúng", "not substantiated"),
    ReportOutcome.COMMENDED: Label("đã biểu dương", "commended"),
}
ABSENCE_OUTCOMES: Codes = {
    AbsenceOutcome.EXPLAINED: Label("có lý do", "explained"),
    AbsenceOutcome.REMINDED: Label("đã nhắc nhở", "reminded"),
    AbsenceOutcome.WILL_ATTEND: Label("sẽ dự đầy đủ", "will attend"),
    AbsenceOutcome.EXEMPTION_DUE: Label("thuộc diện miễn", "exemption is due"),
}
ASKS: Codes = {
    AskOutcome.LETTER_FOLLOWS: Label("sẽ giới thiệu", "a letter follows"),
    AskOutcome.NOT_DUE: Label("không thuộc diện giới thiệu", "none is due"),
}
PROPOSALS_CAME_TO: Codes = {
    ProposalOutcome.COMMENDED: Label("đã biểu dương", "commended"),
    ProposalOutcome.ACTED: Label("đã xử lý", "acted on"),
    ProposalOutcome.NO_ACTION: Label("không xử lý", "no action"),
}
