"""Whatever somebody types into a form arrives in the file as it was typed, or the form is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.derive.issue_forms import issue_form
from scripts.from_issue.form_text import answers, kind_of
from scripts.from_issue.refusal import RefusedError
from scripts.from_issue.values import fields_of
from scripts.front_matter_file import file_text
from scripts.load import load
from scripts.load.fences import split
from scripts.model.kinds import KIND_BY_FOLDER
from scripts.sources import read_tree
from tests.conftest import ROOT
from tests.github_forms import FORMS, form_of, submitted

VOCABULARY = load(read_tree(ROOT)).vocabulary
# Pieces of what can mislead: the form's own headings and marks, YAML's and Markdown's signs.
PIECES = [
    "### Title",
    "### Summary",
    "### Text of the page",
    "### Before you send this",
    "- [x] ",
    "_No response_",
    "\n",
]
PIECES += [
    "\n\n",
    "---",
    ": ",
    " #",
    '"',
    "'",
    "|",
    " | ",
    "- ",
    "\\",
    "&a",
    "*a",
    "!t",
    "%",
    "{",
    "]",
    "é",
    "\t",
    " ",
    "x",
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join).map(str.strip)
LINE = TEXT.map(lambda text: " ".join(text.split()))
FORM = form_of(next(path for path in FORMS if path.stem == "new-good-practice"))
ASKED = issue_form(KIND_BY_FOLDER["good-practice"], VOCABULARY)


def read(text: str) -> dict[str, object]:
    """The fields of a submitted form as they stand in the file that it becomes, and the body."""
    found = answers(text, ASKED)
    tree, body, _ = split(file_text(fields_of(ASKED, found), found[ASKED.text_label]), "a.md")
    assert isinstance(tree.value, dict) or tree.value is None
    return dict(tree.value or {}) | {"text": body.strip()}


@settings(deadline=None)
@given(title=LINE, summary=TEXT, body=TEXT)
def test_texts_arrive_as_typed(title: str, summary: str, body: str) -> None:
    text = submitted(FORM, {"title": title, "summary": summary, "published": "2026", "text": body})
    try:
        found = read(text)
    except RefusedError:
        # Only where an answer holds a heading of the form can its end not be told.
        assert "### " in title + summary
        return
    given = {"title": title, "summary": summary, "text": body}
    for name, typed in given.items():
        wanted = "" if typed == "_No response_" else typed
        assert " ".join(str(found.get(name, "")).split()) == " ".join(wanted.split()), name


@settings(deadline=None)
@given(st.lists(LINE, max_size=4))
def test_lines_arrive_as_typed(lines: list[str]) -> None:
    typed = [line for line in lines if line and line[0] not in "-*•#_"]
    found = read(submitted(FORM, {"title": "A", "key_messages": "\n".join(typed)}))
    assert found.get("key_messages", []) == typed


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for start in ("", "### Kind of briefing\n\nGood practice\n\n### Title\n\n"):
        try:
            assert kind_of(start + text) in KIND_BY_FOLDER.values()
            read(start + text)
        except RefusedError as error:
            assert str(error).endswith(".")


@pytest.mark.parametrize(
    "chosen", [["race-ethnicity-and-culture"], ["neglect", "race-ethnicity-and-culture", "poverty"]]
)
def test_a_comma_within_a_choice_divides_nothing(chosen: list[str]) -> None:
    element = next(each for each in FORM["body"] if each.get("id") == "themes")
    options = [option for each in chosen for option in element["attributes"]["options"] if option.endswith(f"({each})")]
    assert any("," in option for option in options)
    assert read(submitted(FORM, {"title": "A", "themes": options}))["themes"] == chosen


def test_an_empty_part_keeps_its_place() -> None:
    typed = "Title | | Somebody\n* Other | https://www.example.org/a|b | \n\n| | Only a publisher"
    assert read(submitted(FORM, {"title": "A", "sources": typed}))["sources"] == [
        {"title": "Title", "publisher": "Somebody"},
        {"title": "Other", "url": "https://www.example.org/a|b"},
        {"publisher": "Only a publisher"},
    ]


def test_boxes_at_the_end_of_a_text_stay() -> None:
    body = "Words.\n\n### Before you send this\n\nThis is the text."
    assert read(submitted(FORM, {"title": "A", "text": body}))["text"] == body


def test_a_heading_within_a_line_divides_nothing() -> None:
    typed = {
        "title": "What ### Summary means",
        "summary": "#### Date published\n\n### Date published too",
        "published": "2026",
    }
    found = read(submitted(FORM, typed))
    assert found["title"] == typed["title"]
    assert str(found["summary"]) == typed["summary"]
    assert found["published"] == "2026"
