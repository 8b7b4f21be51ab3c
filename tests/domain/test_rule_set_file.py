from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from domain.rulebook import BrokenRuleSet, load_rulebook, read_draft
from tests.variants import figure, variant

RULE_SETS = Path(__file__).parents[2] / "domain" / "rule_sets"
PUBLISHED = load_rulebook()


def draft(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the rule set of 2020 into a folder as a draft, with changes of its text."""
    text = (RULE_SETS / "213-2020.toml").read_text(encoding="utf-8")
    for old, new in (('id = "213-2020"', 'id = "draft"\ndraft = true'), *changes):
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "draft.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_draft_can_be_named_and_is_never_in_force(tmp_path: Path) -> None:
    path = draft(
        tmp_path, ('"slip.return_days" = { value = 15', '"slip.return_days" = { value = 30')
    )
    rulebook = load_rulebook([path])
    assert rulebook.named("draft").days("slip.return_days") == 30
    assert rulebook.in_force(date(2026, 1, 1)) is PUBLISHED.named("213-2020")
    assert [rule_set.id for rule_set in PUBLISHED.rule_sets] == ["213-2020", "76-2000"]


def test_a_successor_is_one_more_file(tmp_path: Path) -> None:
    path = draft(
        tmp_path,
        ("draft = true\n", ""),
        ("in_force_from = 2020-01-02", "in_force_from = 2027-01-01"),
        ('replaces = "76-2000"', 'replaces = "213-2020"'),
    )
    rulebook = load_rulebook([path])
    assert rulebook.in_force(date(2026, 12, 31)) is PUBLISHED.named("213-2020")
    assert rulebook.in_force(date(2027, 1, 1)).id == "draft"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "draft"', 'id = "other"', r"draft\.toml: id: has to be the name of the file"),
        ('id = "draft"\n', "", r"draft\.toml: id: is missing"),
        ('id = "draft"', 'id = "', r"draft\.toml: the file: has to be TOML"),
        ('title_vi = "Quy', 'tittle_vi = "Quy', r"draft\.toml: title_vi: is missing"),
        ("front_required", "front_recquired", r"draft\.toml: front_recquired: is no key"),
        ("front_required = true", "front_required = 1", r"front_required: has to be true or false"),
        ("2020-01-02\n", '"2020"\n', r"in_force_from: has to be a date such as 2020-01-02"),
        ("draft = true\n", "", r"in_force_from: has to be another day than 213-2020's"),
        (
            'replaces = "76-2000"',
            'replaces = "75"',
            r"replaces: has to be one of 213-2020, 76-2000",
        ),
        ("holidays-2026", "holidays-2027", r"calendar\.file: has to name a file beside"),
        ('sha256 = "', 'sha256 = "0', r"calendar\.sha256: has to be the digest of holidays-2026"),
        ("value = 15", "value = true", r"figures\.letter\.new_days\.value: .* in days, is True"),
        ('unit = "days"', 'unit = "weeks"', r"letter\.new_days\.unit: has to be one of days,"),
        (
            '"days", source = "design"',
            '"days", source = "hearsay"',
            r"letter\.new_days\.source: has to be 'design' or the code",
        ),
        ("open = true", "open = false", r"letter\.new_days\.open: has to be true"),
        ('owner = "Wo"', 'owner = "Wx"', r"obligations\[1\]\.steps\[1\]\.owner: .* is 'Wx'"),
        (
            '["letter.new_days"]',
            '["letter.days"]',
            r"steps\[1\]\.figures: .* 'letter\.days' is none",
        ),
        ('stops = "s"', 'stops = "x"', r"obligations\[1\]\.steps\[1\]\.stops: .* out of 'as'"),
        ('ends = "BD"', 'ends = ""', r"obligations\[1\]\.ends: .* not empty"),
        ('kind = "event"', 'kind = ["event"]', r"obligations\[1\]\.kind: has to be a text"),
        ('code = "G02"', 'code = "G01"', r"obligations: has to have a code of its own"),
        ('steps = [{ owner = "Wc" }]', "steps = []", r"steps: has to be a list of tables, one"),
        ("value = 15", "value = 3651", r"figures\.letter\.new_days\.value: .* in days, is 3651"),
        ('"holidays-2026.toml"', '"../keys.toml"', r"calendar\.file: has to be a name such as"),
        # What is well formed, and does not say what the code asks for.
        (
            '"place.days" = {',
            '"place.dayz" = {',
            r"obligations\[7\]\.steps\[1\]\.figures: .* 'place\.days' is none",
        ),
        (
            '"snooze.max_days" = {',
            '"snooze.days" = {',
            r"figures\.snooze\.max_days: is missing: every rule set has it, in days",
        ),
        (
            '"record.late_days" = { value = 15, unit = "days"',
            '"record.late_days" = { value = 15, unit = "count"',
            r"figures\.record\.late_days\.unit: has to be days, is count",
        ),
        (
            "# The record itself",
            '"letter.days" = { value = 1, unit = "days", source = "design", open = true }',
            r"figures\.letter\.days: is a figure that nothing reads",
        ),
        (
            'options = ["COMMITTEE", "CELL"]',
            'options = ["COMMITTEE", "BLOC"]',
            r"figures\.classification\.decided_by\.options: has to be out of .* not \{'BLOC'\}",
        ),
        ('code = "G05"', 'code = "G77"', r"obligations\[5\]\.code: has to be one of G01, .* 'G77'"),
        (
            'kind = "event"',
            'kind = "calendar"',
            r"obligations\[1\]\.kind: has to be event in G01, is calendar",
        ),
        (
            'ends = "BD"',
            'ends = "B"',
            r"obligations\[1\]\.ends: has to be BD in G01, is B",
        ),
        (
            'steps = [{ owner = "Wo", figures = ["letter.new_days"]',
            'steps = [{ owner = "Ws", figures = ["letter.new_days"]',
            r"obligations\[1\]\.steps: has to be .*'Wo'.* in G01, is .*'Ws'",
        ),
    ],
)
def test_a_file_that_breaks_the_shape_is_told_what_would_be_right(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = draft(tmp_path, (old, new))
    with pytest.raises(BrokenRuleSet, match=message) as broken:
        load_rulebook([path])
    error = broken.value
    assert str(error) == f"{error.file}: {error.key}: {error.right}"


def test_a_file_that_is_too_deep_or_too_long_is_refused() -> None:
    for content in (b"a = " + b"[" * 100_000, b"#" * 300_000, b"\xff"):
        with pytest.raises(BrokenRuleSet, match=r"sent\.toml: the file: has to"):
            read_draft(content, PUBLISHED, "sent.toml")


def test_a_draft_may_date_an_obligation_otherwise_stop_its_clock_or_not_have_it() -> None:
    text = variant(
        ("holds_from = 2025-07-01", "holds_from = 2026-07-01"),
        figure("obligations.on", '["G30"]', was="[]"),
    )
    first = text.index("[[obligations]]")
    without = text[:first] + text[text.index("[[obligations]]", first + 1) :]
    stopping = without.replace('stops = "s"', 'stops = "as"', 1)
    supposed = read_draft(stopping.encode(), PUBLISHED, "sent.toml")
    assert "G01" not in supposed.obligations
    assert supposed.obligations["G02"].step().stops == "as"
    assert supposed.holds("G30", date(2026, 9, 1))
    assert not supposed.holds("G35", date(2026, 6, 30))


def test_two_rule_sets_have_two_ids(tmp_path: Path) -> None:
    path = draft(tmp_path)
    with pytest.raises(BrokenRuleSet, match=r"draft\.toml: id: has to be an id that no other"):
        load_rulebook([path, path])


def test_a_calendar_lists_the_days_of_its_years(tmp_path: Path) -> None:
    calendar = tmp_path / "holidays-draft.toml"
    calendar.write_text(
        '[2026]\noff = [{ day = 2027-01-01, name = "Tết Dương lịch" }]\n', encoding="utf-8"
    )
    digest = sha256((RULE_SETS / "holidays-2026.toml").read_bytes()).hexdigest()
    path = draft(
        tmp_path,
        ("holidays-2026.toml", calendar.name),
        (digest, sha256(calendar.read_bytes()).hexdigest()),
    )
    with pytest.raises(BrokenRuleSet, match=r"holidays-draft\.toml: 2026\.off: .* days of 2026"):
        load_rulebook([path])
