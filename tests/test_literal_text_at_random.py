"""Generated text comes out letter for letter: hundreds of strings in one digest, so that one build tries them all."""

import json
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from scripts.build import build
from scripts.characters import character_faults
from scripts.model.kinds import Digest
from tests.conftest import TODAY, copy_project
from tests.hostile import THEME, front_matter, review
from tests.reading import library_of, reviewed
from tests.visits import words

# Marks that some Markdown, HTML, YAML or template gives a meaning to, ways to begin one, and letters between them.
MARKS = r"""\`*_{}[]<>&#|~^!$=@:;/?%+-–—.,'"()0123456789 abwxyzÀß漢😀"""
STARTS = ("- ", "+ ", "1. ", "1) ", "# ", "> ", "    ", "```", "~~~", "---", "===", "!!! ", "??? ", "[^1]: ", "[a]: b")
INSIDE = (
    "&amp;",
    "&#60;",
    "&lt;b&gt;",
    "<!--",
    "-->",
    "<br>",
    "</p>",
    "<b x=",
    "]]>",
    "{: .a }",
    "{: #a }",
    "{{",
    "{%",
)
LINKS = ("](", "![", "[x](y)", "www.a.bc", "https://a.bc", "a@b.cd", "<https://a>", "*[HTML]: x", ":smile:", "==a==")
FORMS = (
    "**",
    "__",
    "~~",
    "^^",
    "--8<--",
    "((",
    "))",
    "\\\\",
    "| a | b |",
    "|---|",
    ":--",
    "$$",
    r"\(",
    "[TOC]",
    "\u00a0",
)

pieces = st.sampled_from((*STARTS, *INSIDE, *LINKS, *FORMS)) | st.text(MARKS, max_size=6)
text = st.lists(pieces, min_size=1, max_size=5).map("".join)
publishable = text.filter(lambda value: bool(words(value)) and not list(character_faults(value)))
paragraphs = st.lists(publishable, min_size=1, max_size=2).map("\n\n".join)


def reviews(number: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    one = st.fixed_dictionaries(
        {
            "title": publishable,
            "type": publishable,
            "summary": paragraphs,
            "learning": st.lists(publishable, min_size=1, max_size=3),
            "recommendations": st.lists(
                st.fixed_dictionaries({"to": publishable, "text": paragraphs}), min_size=1, max_size=2
            ),
            "model": publishable,
            "keywords": st.lists(publishable, min_size=1, max_size=2, unique_by=lambda value: words(str(value))),
        }
    )
    return st.lists(one, min_size=number, max_size=number)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("random") / "project", content=False)


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # an example takes seconds, so none is made smaller
)
@given(made=reviews(25))
def test_generated_text_is_printed_as_it_is(project: Path, made: list[dict[str, Any]]) -> None:
    data = {
        "title": made[0]["title"],
        "summary": made[0]["summary"],
        "published": "2024-01",
        "added": "2026-11-22T09:00:00+00:00",
        "month": "2024-01",
        "reviews": [review(f"review-{number}", **texts) for number, texts in enumerate(made)],
    }
    written = front_matter(data).replace(f'"{THEME}"', '"neglect"')
    (project / "briefings" / "digests").mkdir(exist_ok=True)
    (project / "briefings" / "digests" / "2024-01.md").write_text(written, "utf-8")
    build(project, project / "site", TODAY)

    library = library_of(project)
    front = library.briefings[0].front
    assert isinstance(front, Digest)
    assert [found.title for found in front.reviews] == [words(texts["title"]) for texts in made]
    for found in library.case_reviews:
        main = main_of(project / "site" / found.address)
        assert words(str(main.findtext(".//h1"))) == found.review.title
        shown = words(main.text_content())
        assert [wanted for wanted in reviewed(found.review) if words(wanted) not in shown] == []
    lists = words(main_of(project / "site" / "digests" / "2024-01").text_content())
    assert [found.title for found in front.reviews if found.title not in lists] == []
    entry = json.loads((project / "site" / "feeds" / "all.json").read_text("utf-8"))["items"][0]
    assert entry["title"] == front.title
    fed = words(lxml.html.fragment_fromstring(entry["content_html"], create_parent="div").text_content())
    wanted = (item for found in front.reviews for item in (found.title, *found.learning))
    assert [item for item in wanted if item not in fed] == []


def main_of(folder: Path) -> Any:
    page = lxml.html.document_fromstring((folder / "index.html").read_text("utf-8"))
    return page.get_element_by_id("content")
