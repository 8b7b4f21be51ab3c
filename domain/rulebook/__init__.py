"""The regulation as data: what reads the rule sets, and what a rule set says."""

from __future__ import annotations

from domain.rulebook.figure import Figure, FigureValue, Unit
from domain.rulebook.form import Criterion, Form, Ground, Term
from domain.rulebook.obligation_rule import Kind, ObligationRule, Owner, Step, Weight
from domain.rulebook.rule_set import NoSuchFigure, RuleSet
from domain.rulebook.rulebook import Rulebook, is_rule_set, load_rulebook, read_draft
from domain.rulebook.supposed import SupposedRulebook
from domain.rulebook.table import BrokenRuleSet

__all__ = [
    "BrokenRuleSet",
    "Criterion",
    "Figure",
    "FigureValue",
    "Form",
    "Ground",
    "Kind",
    "NoSuchFigure",
    "ObligationRule",
    "Owner",
    "RuleSet",
    "Rulebook",
    "Step",
    "SupposedRulebook",
    "Term",
    "Unit",
    "Weight",
    "is_rule_set",
    "load_rulebook",
    "read_draft",
]
