"""Lists taken apart as the digest divides them, verbatim; and whom each recommendation addresses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.importing.lists import split_items
from tests.importing import review

# Running text → its items.
RUNNING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("neglect; poverty; and housing.", ("neglect", "poverty", "housing")),
    ("neglect; poverty; housing;", ("neglect", "poverty", "housing")),
    ("neglect;poverty ;  housing", ("neglect", "poverty", "housing")),
    ("neglect; and poverty; and housing.", ("neglect", "and poverty", "housing")),
    ("neglect, poverty and housing; and\nschool", ("neglect, poverty and housing", "school")),
    ("neglect; poverty; and", ("neglect", "poverty")),
    ("neglect;; poverty; ; housing", ("neglect", "poverty", "housing")),
    (
        "checks (at home; at school); plans [one; two]; and reviews",
        ("checks (at home; at school)", "plans [one; two]", "reviews"),
    ),
    ("checks (at home; at school", ("checks (at home", "at school")),
    ("checks at home); at school", ("checks at home)", "at school")),
    ("a smile :) and more; at school (twice)", ("a smile :) and more", "at school (twice)")),
    ("sleep; “be curious; ask”; and feeding", ("sleep", "“be curious", "ask”", "feeding")),
    ("Who was asked? Nobody was! The plan was late.", ("Who was asked?", "Nobody was!", "The plan was late")),
    ("who was asked?; who was seen?", ("who was asked?", "who was seen?")),
    (
        "The plan. It was late (it should. Not be). It ended.",
        ("The plan", "It was late (it should. Not be)", "It ended"),
    ),
    (
        "See e.g. School A and i.e. Child B. See No. 7 of St. Elwick's.",
        ("See e.g. School A and i.e. Child B", "See No. 7 of St. Elwick's"),
    ),
    (
        "Dr. Example was told in Sept. 2020 of 4.5 kg. He rang.",
        ("Dr. Example was told in Sept. 2020 of 4.5 kg", "He rang"),
    ),
    ("It was at 3 p.m. on a Monday. Nobody came.", ("It was at 3 p.m. on a Monday", "Nobody came")),
    ("He said: “Stop.” Nobody heard.", ("He said: “Stop.”", "Nobody heard")),
    ("Meetings were held. 14 people came.", ("Meetings were held", "14 people came")),
    ("sleep. feeding. bathing.", ("sleep. feeding. bathing",)),
    ("Sleep, feeding and bathing", ("Sleep, feeding and bathing",)),
    ("Sleep. Feeding; bathing. And more; the end.", ("Sleep. Feeding", "bathing. And more", "the end")),
    ("and so it went; and on", ("and so it went", "on")),
    ("android use; Andover; and", ("android use", "Andover")),
    ("the child’s ‘voice’ – daily;  the\u00a0home\n visit", ("the child’s ‘voice’ – daily", "the home visit")),
    ("sleep; feeding...", ("sleep", "feeding...")),
    (" ; . ;", ()),
)
BULLETS = {
    "hyphens": "- neglect\n- poverty (one; two)\n- a plan. And a review.",
    "stars": "* neglect;\n* poverty (one; two);\n* and a plan. And a review.",
    "dots": "• neglect\n• poverty (one; two)\n• a plan. And a review.",
    "dashes": "– neglect\n– poverty (one; two)\n– a plan. And a review.",
    "letters": "(a) neglect\n(b) poverty (one; two)\n(c) a plan. And a review.",
    "numbers": "1. neglect\n2. poverty (one; two)\n3. a plan. And a review.",
    "wrapped": "- neglect\n- poverty\n  (one; two)\n- a plan. And\n  a review.",
    "spaced": "- neglect;\n\n- poverty (one; two); and\n\n- a plan. And a review.",
    "o of Word": "o   neglect\no   poverty (one; two)\no   a plan. And a review.",
}
# What stands under “Recommendations” → each recommendation with its owner.
OWNED: tuple[tuple[str, list[tuple[str, str]]], ...] = (
    ("include: act; check.", [("", "act"), ("", "check")]),
    ("for the partnership include: act; check.", [("the partnership", "act"), ("the partnership", "check")]),
    ("for health and education: act; check.", [("health and education", "act"), ("health and education", "check")]),
    (
        "include: LA1 partnership: act; check; LA2 partnership: ask; All agencies: listen.",
        [
            ("LA1 partnership", "act"),
            ("LA1 partnership", "check"),
            ("LA2 partnership", "ask"),
            ("All agencies", "listen"),
        ],
    ),
    (
        "for the partnership include: act; Police: check; ask.",
        [("the partnership", "act"), ("Police", "check"), ("Police", "ask")],
    ),
    (
        "include: children's social care: act; midwives: check.",
        [("children's social care", "act"), ("midwives", "check")],
    ),
    (
        "include: Department for Education: act; NHS England: check.",
        [("Department for Education", "act"), ("NHS England", "check")],
    ),
    ("include: update the policy: it is old; check.", [("", "update the policy: it is old"), ("", "check")]),
    (
        "include: ask three questions: who, when and how; check.",
        [("", "ask three questions: who, when and how"), ("", "check")],
    ),
    (
        "include: Police: agree one rule for health: ask first; check.",
        [("Police", "agree one rule for health: ask first"), ("Police", "check")],
    ),
    (
        "include: training: twice a year; supervision: monthly.",
        [("", "training: twice a year"), ("", "supervision: monthly")],
    ),
    (
        "include: the partnership should ensure: food and sleep; check.",
        [("", "the partnership should ensure: food and sleep"), ("", "check")],
    ),
    (
        "include: Ensure that schools know: who to ring; check.",
        [("", "Ensure that schools know: who to ring"), ("", "check")],
    ),
    ("include: act (police: at once); check.", [("", "act (police: at once)"), ("", "check")]),
    (
        ":\n\nFor the police:\n- act\n- check\n\nFor schools:\n- ask",
        [("the police", "act"), ("the police", "check"), ("schools", "ask")],
    ),
    (
        ":\n\n**Police**\n- act\n- check\n\n**Health**\n- ask",
        [("Police", "act"), ("Police", "check"), ("Health", "ask")],
    ),
    (":\n\n- Police: act\n- check\n- Schools: ask", [("Police", "act"), ("Police", "check"), ("Schools", "ask")]),
    (":\n\n1. Police: act.\n2. Schools: ask.", [("Police", "act"), ("Schools", "ask")]),
    (":\n\nRecommendation 1: act.\n\nRecommendation 2: ask.", [("", "act"), ("", "ask")]),
    (
        "for Tolverne SCP include: act; check. Recommendations for schools include: ask.",
        [("Tolverne SCP", "act"), ("Tolverne SCP", "check"), ("schools", "ask")],
    ),
)
WORD = st.text("abcdefghijklmnopqrstuvwxyz’-", min_size=2, max_size=9).filter(
    lambda word: word != "and" and word[0].isalpha()
)
PHRASE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
ITEM = st.one_of(PHRASE, st.tuples(PHRASE, PHRASE, PHRASE).map(lambda parts: f"{parts[0]} ({parts[1]}; {parts[2]})"))


def told(content: str) -> list[tuple[str, str]]:
    return [(each.to, each.text) for each in review(f"Told.\n\nRecommendations {content}").recommendations]


@pytest.mark.parametrize(("text", "wanted"), RUNNING)
def test_running_text_is_taken_apart(text: str, wanted: tuple[str, ...]) -> None:
    assert split_items(text) == wanted


@pytest.mark.parametrize("mark", BULLETS)
@pytest.mark.parametrize("label", ["Learning themes include:", "Recommendations include:"])
def test_each_bullet_is_one_item(label: str, mark: str) -> None:
    found = review(f"Told.\n\n{label}\n\n{BULLETS[mark]}\n")
    items = found.learning or tuple(each.text for each in found.recommendations)
    assert items == ("neglect", "poverty (one; two)", "a plan. And a review")


@pytest.mark.parametrize(("content", "wanted"), OWNED)
def test_recommendations_say_for_whom(content: str, wanted: list[tuple[str, str]]) -> None:
    assert told(content) == wanted


@given(st.lists(ITEM, min_size=2, max_size=8), st.sampled_from(["", ".", ";"]), st.booleans())
@settings(deadline=None)
def test_what_was_joined_is_taken_apart_again(items: list[str], end: str, with_and: bool) -> None:
    last = f"and {items[-1]}" if with_and else items[-1]
    assert split_items("; ".join([*items[:-1], last]) + end) == tuple(items)
