from __future__ import annotations

import pytest

import domain.refusals
from domain.refusals import NotVisible, Refusal, Unsealed

REFUSALS = sorted(Refusal.__subclasses__(), key=lambda refusal: refusal.code)
OF_FORM = {  # a transcribed paper is taken in all the same, with this defect
    "FormNotFilled": "LEVEL_MISSING",
    "FrontAbsent": "NO_FRONT",
    "MonitorNotOnCommittee": None,
    "NoQuorum": None,
    "NotConfirmed": "UNCONFIRMED",
    "NotConsidered": "NO_COLLECTIVE_MEETING",
    "NotConvened": "NOT_CONVENED",
    "NotInOffice": "NOT_IN_OFFICE",
    "NotSigned": "UNSIGNED",
    "Unsealed": "UNSEALED",
    "WithoutCollectiveMeeting": "NO_COLLECTIVE_MEETING",
    "WrongForm": "WRONG_FORM",
}
GROUNDS = ("Bài viết về Quy định 76", "Danh mục", "Hướng dẫn", "Luật", "Nguyên tắc", "Quy định")


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.code)
def test_a_refusal_says_what_is_wrong_on_which_ground_and_what_to_do(
    refusal: type[Refusal],
) -> None:
    assert refusal.title
    assert refusal.title_en
    assert refusal.clause.startswith(GROUNDS)
    assert refusal.next_step.endswith(".")
    assert refusal.next_step_en.endswith(".")


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.code)
def test_a_refusal_states_its_rule_in_one_sentence(refusal: type[Refusal]) -> None:
    rule, *_ = (refusal.__doc__ or "").partition("\n")
    assert rule.endswith(".")


def test_no_two_refusals_say_the_same() -> None:
    assert len({refusal.title for refusal in REFUSALS}) == len(REFUSALS)
    assert len({refusal.title_en for refusal in REFUSALS}) == len(REFUSALS)


def test_every_refusal_can_be_imported_from_the_package() -> None:
    assert {refusal.code for refusal in REFUSALS} | {"Refusal"} == set(domain.refusals.__all__)


def test_rules_of_form_are_these_and_leave_this_defect() -> None:
    assert {refusal.code: refusal.defect for refusal in REFUSALS if refusal.of_form} == OF_FORM


def test_a_rule_of_identity_or_order_leaves_no_defect() -> None:
    assert not any(refusal.defect for refusal in REFUSALS if not refusal.of_form)


def test_a_refusal_carries_its_facts_and_the_field_at_fault() -> None:
    refusal = Unsealed(field="sealed", letter=3)
    assert str(refusal) == "Giấy chưa được đóng dấu"
    assert refusal.code == "Unsealed"
    assert refusal.field == "sealed"
    assert refusal.facts == {"letter": 3}


def test_a_refusal_may_be_about_no_field() -> None:
    refusal = NotVisible()
    assert refusal.field is None
    assert refusal.facts == {}
