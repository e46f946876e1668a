"""Titles are found in texts where they are named, and nowhere else, whatever signs they are made of."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.cross_links.naming import named_in
from scripts.cross_links.titles import Form, Key, Titles, titles_of
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.dates import PartialDate
from scripts.model.kinds import KIND_BY_FOLDER, Publication
from tests.conftest import copy_project
from tests.made_up import briefing, publication
from tests.reading import library_of

HERE = Path(__file__).parent / "cross_links"
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "named.yml").read_text("utf-8"))
ENOUGH = 40


@pytest.fixture(scope="module")
def titles(tmp_path_factory: pytest.TempPathFactory) -> Titles:
    """The made-up titles, read from files as any others."""
    root = copy_project(tmp_path_factory.mktemp("titles") / "project", content=False)
    described: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "titles.yml").read_text("utf-8"))
    for number, (name, fields) in enumerate(described.items()):
        folder = fields.pop("in")
        make = publication if folder == "publications" else briefing
        path = root / "briefings" / folder / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(make(number, **fields), "utf-8")
    library = library_of(root)
    assert {briefing.id for briefing in library.briefings} == set(described)
    return titles_of(library)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_text_names_what_a_reader_would_say_it_names(case: dict[str, Any], titles: Titles) -> None:
    assert [briefing.id for briefing in named_in([case["text"]], titles)] == case["names"]


def test_the_cases_are_many_and_each_title_is_among_them(titles: Titles) -> None:
    assert len(CASES) >= ENOUGH
    assert sum(not case["names"] for case in CASES) >= ENOUGH // 2
    named = {name for case in CASES for name in case["names"]}
    assert named == {form.leads_to.id for form in titles.by_key.values()} - {"phase-1"}


def titled(*titles: str) -> Titles:
    """The titles of publications that are called so, in this order of time."""
    briefings = (
        Briefing(
            KIND_BY_FOLDER["publications"],
            f"publication-{number}",
            f"briefings/publications/publication-{number}.md",
            Publication.model_construct(
                title=title,
                summary="A summary.",
                themes=("neglect",),
                type="guidance",
                published=PartialDate(2020 + number),
                added=datetime(2025, 1, 1, 0, number, tzinfo=UTC),
                publisher="Example Review Panel",
            ),
        )
        for number, title in enumerate(titles)
    )
    return titles_of(Library(tuple(briefings)))


# Signs that a pattern, Markdown or a sentence gives a meaning to; what is read as the end of a paragraph is none.
signs = st.text(r" -–—:'’\"“”*_[](){}|^$+?.,;!&/\\#<>~`…", min_size=1, max_size=4)
# None is an article, which a title can do without.
word = st.text("abcdefghijklmnopqrstuvwxyzäßİﬁÆ", max_size=8).map(lambda letters: f"x{letters}")


@given(st.lists(word, min_size=1, max_size=5), st.lists(signs, min_size=4, max_size=4))
@example(["x", "y"], [".*", " ", " ", " "])
@example(["x", "y"], ["\\", " ", " ", " "])
@example(["x", "x"], ["&", " ", " ", " "])
def test_a_title_of_any_signs_is_found_as_it_is(words: list[str], between: list[str]) -> None:
    title = words[0] + "".join(sign + word for sign, word in zip(between, words[1:], strict=False))
    found = titled(title)
    assert [briefing.id for briefing in named_in([f"They read “{title}” aloud."], found)] == ["publication-0"]


@given(st.text(max_size=60), st.text(max_size=200))
def test_no_title_and_no_text_stops_the_search(title: str, text: str) -> None:
    found = titled(title, "Out of Step")
    assert len(named_in([text, title], found)) <= len(found.by_key)


@given(st.text(r".*+?[]()^$|\{}-", min_size=1, max_size=10))
def test_a_title_is_no_pattern(signs: str) -> None:
    assert named_in(["“Everything” and Anything, 2020."], titled(f"{signs}x{signs}")) == ()


class Counting(dict[Key, Form]):
    """Forms by their words, with how many times one was looked for."""

    looked = 0

    def get(self, key: Key, default: Any = None) -> Any:
        self.looked += 1
        return super().get(key, default)


@pytest.mark.parametrize("number", [3, 50])
def test_the_work_for_a_word_does_not_grow_with_the_titles_that_begin_with_it(number: int) -> None:
    forms = Counting(titled(*(f"Child matters {each}" for each in range(number))).by_key)
    found = named_in(["It follows “Child Matters 2”; every child matters, and each child does."], Titles(forms))
    assert [briefing.front.title for briefing in found] == ["Child matters 2"]
    assert forms.looked == 3
