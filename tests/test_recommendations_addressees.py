"""Spellings of one addressee are one, others stay apart, and each has an address that nothing moves."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.addressees import NOT_NAMED, PARTNERSHIP, addressee_id
from scripts.load.placing import RESERVED_IDS
from tests.conftest import MakeProject
from tests.registering import digest, pages, register_of, review

ONE = [
    ("Children's social care", "children’s Social  Care", "The Childrens social care.", "Children's social care (CSC)"),
    ("Integrated care board", "The Integrated Care Board (ICB)", "integrated-care board"),
    ("Police & probation", "Police and probation", "police, and probation"),
    ("لجنة حماية الطفل", "لجنة  حماية الطفل"),
]
THE_PARTNERSHIP = [
    "The partnership",
    "Safeguarding partners",
    "the LSCP",
    "Local safeguarding children board (LSCB), now the safeguarding partners",
    "Derby and Derbyshire Safeguarding Children Partnership",
    "Bradford Safeguarding Children's Partnership",
    "Local Safeguarding Children Partnership (LSCP)",
    "A Bradford Partnership",
    "Middletown LSCB",
]
OTHERS = [
    "Safeguarding adults board",
    "Community safety partnership",
    "Police and safeguarding partners",
    "Chair of the safeguarding children partnership",
    "Children's social care and the safeguarding partnership",
    "The Child Safeguarding Practice Review Panel",
    "Health partners",
    "Partners",
]
# Nothing of them can stand in an address as it is, or it is kept for something else.
AWKWARD = [
    "Index",
    "CON",
    "com1",
    "Not named",
    "لجنة",
    "!?",
    "?!?",
    "…",
    "x" * 190,
    "x" * 189,
    "Ärzte",
    "Arzte",
    "Ämter",
]


@pytest.mark.parametrize("spellings", ONE, ids=lambda spellings: spellings[0])
def test_spellings_of_one_addressee_are_one(spellings: tuple[str, ...]) -> None:
    assert len({addressee_id(name, None) for name in spellings}) == 1


@pytest.mark.parametrize("name", THE_PARTNERSHIP)
def test_a_safeguarding_partnership_is_one_whatever_it_is_called(name: str) -> None:
    assert addressee_id(name, "A Bradford partnership") == PARTNERSHIP.id


@pytest.mark.parametrize("name", OTHERS)
def test_others_are_not_the_partnership(name: str) -> None:
    assert addressee_id(name, "A Bradford partnership") not in (PARTNERSHIP.id, NOT_NAMED.id)


def test_nobody_is_nobody_even_where_the_partnership_is_not_known() -> None:
    assert addressee_id(None, None) == NOT_NAMED.id
    assert addressee_id("Keeping Newtown Safe", "Keeping Newtown safe") == PARTNERSHIP.id, "a review's own partnership"
    assert addressee_id("Government", None) == "government"


def test_awkward_names_have_addresses_of_their_own() -> None:
    slugs = {name: addressee_id(name, None) for name in AWKWARD}
    same = [(one, other) for one, other in combinations(AWKWARD, 2) if slugs[one] == slugs[other]]
    assert not same
    assert not set(slugs.values()) & {*RESERVED_IDS, NOT_NAMED.id, PARTNERSHIP.id}


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_name_has_an_address_that_every_system_can_hold(name: str) -> None:
    slug = addressee_id(name, None)
    assert re.fullmatch(r"[a-z0-9]+(-+[a-z0-9]+)*", slug) and len(slug) <= 70
    assert slug not in RESERVED_IDS
    assert slug == addressee_id(f" {name} ", None)


def test_a_group_is_named_as_it_is_written_most_often_and_shows_every_spelling(make_project: MakeProject) -> None:
    written = ["POLICE", "Police", "Police", "The police", "Awkward/one", "awkward one"]
    asked = [{"to": name, "text": f"Do number {number}."} for number, name in enumerate(written)]
    root = make_project(digest(1, review("a", *asked)))
    groups = {one.id: (one.label, len(rows)) for one, rows in register_of(root).by_addressee.items()}
    assert groups == {"police": ("Police", 4), "awkward-one": ("Awkward/one", 2)}
    page = pages(root)["recommendations/for/police/index.md"]
    assert "As written in the reviews: “Police” (2), “POLICE” (1), “The police” (1)." in page
