"""Whatever stands in a file: a briefing or problems, never a crash; and what is read is what was written."""

import json
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from scripts.load import Collection, load
from scripts.problems import Problem, has_errors
from scripts.report import as_github, as_json, as_text
from scripts.rules import check
from scripts.sources import SourceFile
from tests.conftest import TODAY
from tests.example_files import briefings, shelved

NAME = "briefings/good-practice/one.md"
FIELDS = """\
summary: "Made up to test how files are read."
published: 2024-01-31
added: 2026-01-05T09:30:00+00:00
themes:
  - neglect
"""
SEEDS = [path.read_bytes() for folder in ("valid", "invalid") for path in briefings(folder)]


def shreds(words: str, *others: str) -> st.SearchStrategy[str]:
    """Texts put together from words, from what has spaces or line ends in it, and from anything."""
    return st.lists(st.sampled_from([*words.split(), *others]) | st.text(max_size=3), max_size=40).map("".join)


FRONT_MATTER = shreds(
    """title summary themes sources url added status draft reviews for_roles figures neglect NO yes 010 1.0 ~ 2024-01-31
    31/01/2024 https://example.org/ --- ... : - # &a *a ! !!x << " ' [ ] { } , | > >- % @ ` ? \\""",
    *(": ", "- ", "  ", "\n", "\n  ", "\n  - ", " #", "\t", "\r", "\x85", "\u2028", "\ufeff", "\0"),
)
BODY = shreds(
    """=== --- ``` [a]( [a][b] ) ![a]( <b> </b> <!-- --> &#x202e; &lt; {:.a} {onclick=a} javascript:a # #a a.md * ** _ `
    https://example.org/ <https://example.org/> word ] [ ( < > <? <![CDATA[ [^1] <h1 <img <form> | \\""",
    *("# ", "## ", "\n", "\n\n", "- ", "1. ", "> ", "    ", "[b]: ", "!!! note\n", "\n: ", "\t", "\u200b"),
    *("| a | b |\n", "| --- | --- |\n"),
)


def checked(*files: SourceFile) -> tuple[Collection, tuple[Problem, ...]]:
    collection = load(shelved(*files))
    return collection, check(collection, TODAY)


def holds(data: bytes) -> None:
    """A file gives a briefing or an error, and every problem can be shown beside a line that the file has."""
    collection, problems = checked(SourceFile(NAME, data))
    ours = tuple(problem for problem in problems if problem.place.path == NAME)
    assert len(ours) == len(problems), "the other files are as good as before"
    is_read = any(briefing.path == NAME for briefing in collection.briefings)
    assert is_read or has_errors(ours)
    lines = len(re.split(rb"\r\n|\r|\n", data))
    for problem in ours:
        assert 1 <= problem.place.line <= lines and problem.place.column >= 1
        assert problem.message and problem.fix
    as_text(problems).encode()
    assert len(json.loads(as_json(problems))) == len(problems)
    assert as_github(problems).count("\n") == len(problems)


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=150)
def test_any_bytes(data: bytes) -> None:
    holds(data)


@given(st.sampled_from(SEEDS), st.integers(0, 3000), st.integers(0, 20), st.binary(max_size=20) | st.text(max_size=10))
@settings(deadline=None, max_examples=300)
def test_any_example_with_any_change(seed: bytes, offset: int, cut: int, change: bytes | str) -> None:
    inserted = change if isinstance(change, bytes) else change.encode("utf-8", "surrogatepass")
    holds(seed[:offset] + inserted + seed[offset + cut :])


@given(FRONT_MATTER)
@example("a: \x85b")
@example("*a : b")
@example("?")
@example("title: " + "[" * 2000)
@settings(deadline=None, max_examples=400)
def test_any_front_matter(text: str) -> None:
    holds(f"---\n{FIELDS}{text}\n---\n\nFictional text.\n".encode("utf-8", "surrogatepass"))


@given(BODY)
@example("<form><input></form>")
@example("1. " * 900)
@settings(deadline=None, max_examples=300)
def test_any_body(text: str) -> None:
    holds(f'---\ntitle: "Fictional"\n{FIELDS}---\n\n{text}\n'.encode("utf-8", "surrogatepass"))


def title_of(collection: Collection) -> str | None:
    return next((briefing.front.title for briefing in collection.briefings if briefing.path == NAME), None)


@given(st.text(max_size=250), st.booleans())
@example("\u0085", False)
@example("a\u2028b", True)
@settings(deadline=None, max_examples=400)
def test_a_title_in_double_quotes_is_read_as_written_or_refused(title: str, is_ascii: bool) -> None:
    written = json.dumps(title, ensure_ascii=is_ascii)
    collection, problems = checked(
        SourceFile(NAME, f"---\ntitle: {written}\n{FIELDS}---\n".encode("utf-8", "surrogatepass"))
    )
    read = title_of(collection)
    if read is None:
        assert has_errors(problems)
    else:
        assert read == " ".join(title.split())
        assert not problems


LETTERS = st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\ufffd")


@given(st.text(LETTERS, min_size=1, max_size=200).filter(str.strip))
@settings(deadline=None, max_examples=300)
def test_no_title_of_letters_and_signs_is_refused(title: str) -> None:
    written = json.dumps(title, ensure_ascii=False)
    collection, problems = checked(SourceFile(NAME, f"---\ntitle: {written}\n{FIELDS}---\n".encode()))
    assert title_of(collection) == " ".join(title.split())
    assert not problems
