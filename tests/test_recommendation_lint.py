"""The linter of a partnership's own recommendations: what it says of labelled ones, and whose it leaves alone."""

import pytest

from scripts.load import load
from scripts.problems import Level
from scripts.rules import check
from scripts.rules.recommendation_wording import has_action, has_measure, has_owner
from scripts.sources import read_tree
from tests.conftest import ROOT, TODAY, MakeProject
from tests.recommendation_labels import FLAGS, SETS, read, score
from tests.registering import digest, national, review

OURS = "Example Safeguarding Children Partnership"
VAGUE = "Ensure awareness of the escalation policy."
SHARP = {"to": "Head of assessment", "text": "Train all 40 social workers by May 2027 and report to the partnership."}


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("flag", FLAGS)
def test_what_is_flagged_is_missing_and_little_that_is_missing_is_passed_over(name: str, flag: str) -> None:
    found = score(read(name), flag)
    assert found.right >= 8
    # A wrong warning costs more than a missed one.
    assert found.precision >= 0.9
    assert found.recall >= 0.85


def test_the_labels_are_many_and_of_every_sort() -> None:
    made_up = [*read("first"), *read("second")]
    assert len({one.text for one in made_up}) == len(made_up) >= 60
    assert {one.missing for one in made_up} >= {frozenset(), frozenset({"owner"}), frozenset(FLAGS)}


@pytest.mark.parametrize(
    "phrase", ["Consider", "Be mindful of", "Continue to reflect on", "Note", "Raise awareness of"]
)
@pytest.mark.parametrize("who", ["", "The council should ", "Practitioners must "])
def test_what_is_only_borne_in_mind_is_no_action(who: str, phrase: str) -> None:
    assert not has_action(f"{who}{phrase.lower() if who else phrase} the findings of this review.")


@pytest.mark.parametrize("text", ["Consider the pathway, and then revise it.", "Improve handover by writing it down."])
def test_a_thought_that_leads_to_an_act_is_an_action(text: str) -> None:
    assert has_action(text)


@pytest.mark.parametrize(
    "words",
    [
        "by June 2027",
        "within six weeks",
        "within 72 hours",
        "to cut the wait from 12 weeks to four",
        "each quarter",
        "in at least 20 records",
        "so that no baby is missed",
        "and audit it",
        "and report on progress",
        "with evidence that it works",
    ],
)
def test_a_date_a_number_or_a_proof_is_a_measure(words: str) -> None:
    assert has_measure(f"Revise the pathway {words}.")


@pytest.mark.parametrize(
    "words",
    [
        "for children under one",
        "under Section 47",
        "where there is evidence of harm",
        "“Re-think” (2021)",
        "with evidence-based tools",
        "for families who face more than one oppression",
        "for 16-year-olds",
    ],
)
def test_a_number_or_proof_of_something_else_is_no_measure(words: str) -> None:
    assert not has_measure(f"Revise the pathway {words}.")


@pytest.mark.parametrize(
    "text", ["Give GPs a template for what they record.", "Cut waiting times for parenting programmes."]
)
def test_giving_something_and_cutting_something_are_actions(text: str) -> None:
    assert has_action(text)
    assert not has_action("Give attention to fathers.")


@pytest.mark.parametrize(
    "to",
    ["All agencies", "all partner agencies", "All safeguarding partners", "Everyone", "Frontline practitioners", "TBC"],
)
def test_everybody_is_nobody(to: str) -> None:
    assert not has_owner(to, "Publish it.")
    assert not has_owner(None, f"{to} should publish it.")


@pytest.mark.parametrize(
    "to",
    ["Health partners", "The partnership", "The safeguarding partners", "GPs", "All Saints School", "Staff college"],
)
def test_a_body_or_a_post_is_somebody(to: str) -> None:
    assert has_owner(to, "Publish it.")


@pytest.mark.parametrize("part", ["that ", "council ", "consider, and then ", "by the end of the ", "evidence of "])
def test_an_endless_text_is_judged_at_once(part: str) -> None:
    # With a pattern that tries every way to divide it, the suite would stand still here.
    text = part * (6000 // len(part))
    assert {has_owner(None, text), has_action(text), has_measure(text)} <= {True, False}


def codes(make_project: MakeProject, files: dict[str, str | bytes]) -> list[str]:
    problems = check(load(read_tree(make_project(files))), TODAY)
    assert all(problem.level is Level.WARNING for problem in problems), problems
    return [problem.code for problem in problems]


def test_our_own_recommendations_are_looked_at(make_project: MakeProject) -> None:
    written = digest(1, review("a", VAGUE, SHARP, partnership=f"The {OURS}"))
    assert codes(make_project, written) == [
        "recommendation-without-action",
        "recommendation-without-measure",
        "recommendation-without-owner",
    ]


def test_a_draft_is_looked_at_too(make_project: MakeProject) -> None:
    assert len(codes(make_project, digest(1, review("a", VAGUE, partnership=OURS), draft=True))) == 3


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"partnership": "anonymous"},
        {"partnership": "Another Safeguarding Children Partnership"},
        {"partnership": OURS, "report_url": "https://www.example.org/report"},
    ],
    ids=["unknown", "anonymous", "another", "published"],
)
def test_those_of_others_and_those_that_are_published_are_left_alone(
    make_project: MakeProject, fields: dict[str, object]
) -> None:
    others = digest(1, review("a", VAGUE, **fields)) | national(2, {"to": "All agencies", "text": VAGUE})
    assert codes(make_project, others) == []


def test_what_no_longer_holds_is_left_alone(make_project: MakeProject) -> None:
    gone = {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "It was found to mislead."}
    assert codes(make_project, digest(1, review("a", VAGUE, partnership=OURS), **gone)) == []


def test_the_real_collection_is_not_flooded() -> None:
    found = {problem.code for problem in check(load(read_tree(ROOT)), TODAY)}
    assert not {code for code in found if code.startswith("recommendation-without-")}
