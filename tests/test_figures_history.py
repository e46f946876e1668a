"""A published figure beside what it was: it changes with an entry under `changes`, or not at all."""

from typing import Any

import pytest

from scripts.load import Collection, load
from scripts.rules.figures_history import changed_figures
from scripts.sources import SourceFile, SourceTree
from tests.conftest import ROOT
from tests.made_up import publication

PATH = "briefings/publications/made-up.md"
PLAIN = {"value": "27", "unit": "%", "label": "made up", "base": "200 reviews", "period": "2024", "source": "Report"}
NAMED = PLAIN | {"id": "made-up-2024"}
NOTE = [{"date": "2025-06-01", "note": "Corrected in the second edition."}]
TWINS = [PLAIN, PLAIN | {"value": "54", "unit": "reviews"}]


def collection(figures: list[dict[str, str]] | None, **fields: Any) -> Collection:
    """One publication with these figures; none at all for None."""
    settings = SourceFile("mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes())
    themes = "briefings/vocabulary/themes.yml"
    types = "briefings/vocabulary/publication-types.yml"
    files = [SourceFile(path, (ROOT / path).read_bytes()) for path in (themes, types)]
    if figures is not None:
        files.append(SourceFile(PATH, publication(figures=figures, **fields).encode()))
    return load(SourceTree(settings, tuple(files)))


def said(before: Collection, after: Collection) -> list[str]:
    found = list(changed_figures(before, after))
    assert {problem.code for problem in found} <= {"figure-changed"}
    assert {problem.place.path for problem in found} <= {PATH}
    return [problem.message for problem in found]


@pytest.mark.parametrize("was", [PLAIN, NAMED])
@pytest.mark.parametrize(("field", "new"), [("value", "28"), ("unit", "reviews"), ("source", "Another report")])
def test_a_change_is_named_at_its_place(was: dict[str, str], field: str, new: str) -> None:
    after = collection([was | {field: new}])
    assert said(collection([was]), after) == [f"The {field} of this figure is not what it was."]
    (problem,) = changed_figures(collection([was]), after)
    assert after.files[0].tree.place(("figures", 0, field)) == problem.place


@pytest.mark.parametrize(("field", "new"), [("base", "201 reviews"), ("period", "2023")])
def test_another_base_or_period_is_told_by_the_id(field: str, new: str) -> None:
    assert said(collection([NAMED]), collection([NAMED | {field: new}])) == [
        f"The {field} of this figure is not what it was."
    ]
    (gone,) = said(collection([PLAIN]), collection([PLAIN | {field: new}]))
    assert gone.startswith("A figure is gone that stood in line ")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ([PLAIN], [NAMED]),
        ([NAMED], [NAMED | {"label": "in other words", "measure": "made-up"}]),
        ([NAMED], [PLAIN | {"value": "1", "label": "new"}, NAMED]),
        ([PLAIN | {"period": "2024-25"}], [PLAIN | {"period": "2024–25"}]),
        (TWINS, TWINS[::-1]),
        ([], [PLAIN]),
    ],
)
def test_what_says_the_same_has_not_changed(was: list[dict[str, str]], now: list[dict[str, str]]) -> None:
    assert said(collection(was), collection(now)) == []


@pytest.mark.parametrize("was", [PLAIN, NAMED])
def test_a_figure_does_not_go_in_silence(was: dict[str, str]) -> None:
    kept = PLAIN | {"label": "kept"}
    (message,) = said(collection([was, kept]), collection([kept]))
    assert message.startswith("A figure is gone that stood in line ")
    assert len(said(collection([was, kept]), collection([]))) == 2


def test_a_name_does_not_change() -> None:
    assert said(collection([NAMED]), collection([NAMED | {"id": "another"}])) == [
        "The id of this figure is not what it was."
    ]
    assert len(said(collection([NAMED]), collection([PLAIN]))) == 1


def test_a_file_does_not_go_with_its_figures() -> None:
    (problem,) = changed_figures(collection([PLAIN, NAMED]), collection(None))
    assert (problem.place.path, problem.message) == (PATH, "This file is gone, and 2 figures with it.")
    assert said(collection([]), collection(None)) == []


def test_a_published_figure_is_not_hidden_by_a_draft() -> None:
    (problem,) = changed_figures(collection([NAMED]), collection([NAMED], draft="true"))
    assert problem.place.path == PATH and problem.message == "This file is a draft now, and a figure with it."
    assert "draft" in problem.fix
    assert said(collection([]), collection([], draft="true")) == []
    assert said(collection([NAMED], draft="true"), collection([NAMED], draft="true")) == []


def test_a_new_entry_under_changes_says_so_and_an_old_one_does_not() -> None:
    after = [NAMED | {"value": "28"}]
    assert said(collection([NAMED]), collection(after, changes=NOTE)) == []
    assert said(collection([NAMED], changes=NOTE), collection(after, changes=NOTE))
    more = [*NOTE, {"date": "2025-06-01", "note": "Corrected once more."}]
    assert said(collection([NAMED], changes=NOTE), collection(after, changes=more)) == []


def test_a_draft_was_never_published_and_a_broken_file_has_other_problems() -> None:
    after = [NAMED | {"value": "28"}]
    assert said(collection([NAMED], draft="true"), collection(after)) == []
    assert said(collection([NAMED]), collection(after, themes=["neglet"])) == []


def test_a_message_does_not_repeat_the_text() -> None:
    was = dict.fromkeys(PLAIN, "Fictional Nameson")
    for after in (collection([was | {"value": "1"}]), collection([])):
        for problem in changed_figures(collection([was]), after):
            assert "Nameson" not in problem.message + problem.fix
