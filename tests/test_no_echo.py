"""A report says where and what, never what the text says: reports are public, and a text may name a child."""

import json
import re
from pathlib import Path

import pytest

from scripts.load import load
from scripts.report import as_github, as_json, as_text
from scripts.rules import check
from scripts.sources import SourceFile
from tests.conftest import TODAY
from tests.example_files import briefings, name, report, shelved

NAME = "Fictional Nameson"
GOOD = {
    "title": '"Fictional example"',
    "summary": '"Made up."',
    "published": "2024-01-31",
    "added": "2026-01-05T09:30:00+00:00",
    "themes": "[neglect]",
}
IN_FRONT = {
    "unquoted colon": {"title": f"{NAME}: what happened"},
    "field with spaces": {NAME: "was seen"},
    "field once more": {"title": f'"a"\n{NAME}: a\n{NAME}: b'},
    "colon in a list": {"key_messages": f"\n  - {NAME}: was seen\n  - {NAME} was seen: here"},
    "hash": {"title": f"a # {NAME}"},
    "anchor": {"title": f"*{NAME}"},
    "tag": {"title": f"!{NAME}"},
    "open quote": {"title": f'"{NAME}'},
    "text behind quotes": {"title": f'"a" {NAME}'},
    "brackets": {"title": f"[a] {NAME}"},
    "no colon": {"title": f'"a"\n{NAME} was seen'},
    "theme": {"themes": f"[{NAME}]"},
    "age": {"ages": f"[{NAME}]"},
    "role": {"for_roles": f"\n  {NAME}: a"},
    "status": {"status": NAME},
    "draft": {"draft": NAME},
    "date": {"published": NAME},
    "date in words": {"review_by": f"31 January 2024 {NAME}"},
    "instant": {"added": NAME},
    "address": {"sources": f'\n  - title: "a"\n    url: {NAME}'},
    "address with name": {"sources": '\n  - title: "a"\n    url: https://Nameson:x@example.org/'},
    "id": {"superseded_by": NAME},
    "too long": {"title": f'"{f"{NAME} " * 50}"'},
    "list": {"title": f"\n  - {NAME}"},
    "fields": {"title": f"\n  {NAME}: a"},
    "hidden character": {"title": f'"{NAME}\u200b"'},
}
IN_BODY = {
    "html": f"<b>{NAME}</b>",
    "comment": f"<!-- {NAME} -->",
    "picture": f"![{NAME}](Nameson.png)",
    "link": f"[{NAME}](javascript:Nameson)",
    "link to a file": f"[{NAME}](fictional-nameson.md)",
    "link to a heading": f"[{NAME}](#nameson)",
    "heading": f"# {NAME}",
    "attributes": f"{NAME}\n{{: class=Nameson }}",
    "merge": f"<<<<<<< {NAME}\na\n=======\nb\n>>>>>>> {NAME}",
    "long": f"{NAME} " * 400,
    "tab": f"{NAME}\t.",
}


def every_form(front: dict[str, str], body: str) -> str:
    fields = "".join(f"{key}: {value}\n" for key, value in (GOOD | front).items())
    source = SourceFile("briefings/good-practice/one.md", f"---\n{fields}---\n\n{body}\n".encode())
    problems = check(load(shelved(source)), TODAY)
    assert problems
    assert "Nameson" not in json.dumps([problem.message + problem.fix for problem in problems])
    return as_text(problems) + as_json(problems) + as_github(problems)


@pytest.mark.parametrize("front", IN_FRONT.values(), ids=IN_FRONT)
def test_no_report_repeats_front_matter(front: dict[str, str]) -> None:
    assert "nameson" not in every_form(front, "Fictional text.").casefold()


@pytest.mark.parametrize("body", IN_BODY.values(), ids=IN_BODY)
def test_no_report_repeats_a_body(body: str) -> None:
    assert "nameson" not in every_form({}, body).casefold()


def runs(text: str) -> set[str]:
    """Every three words of a text with spaces between them."""
    return set(re.findall(r"(?=\b([A-Za-z]+ [A-Za-z]+ [A-Za-z]+)\b)", text))


@pytest.mark.parametrize("path", [path for path in briefings("invalid") if path.suffix == ".md"], ids=name)
def test_no_report_repeats_three_words_of_an_example(path: Path) -> None:
    said = re.sub(r"^briefings/.*?:\d+:\d+", "", report(path), flags=re.MULTILINE)
    assert not runs(said) & runs(path.read_bytes().decode("utf-8", "replace"))
