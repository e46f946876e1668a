"""The blank of each kind is complete: copied and filled in, with or without its optional fields, it is a briefing."""

import pytest

from scripts.derive import derived
from scripts.load import load
from scripts.model.kinds import KINDS
from scripts.problems import Problem
from scripts.rules import check
from scripts.sources import read_tree
from tests.conftest import ROOT, TODAY, MakeProject
from tests.filling import KNOWN_ID, blanks, filled, schema_of, switched_on

FOLDERS = tuple(kind.folder for kind in KINDS)
KNOWN: dict[str, str | bytes] = {
    f"briefings/national-reviews/{KNOWN_ID}.md": (ROOT / f"briefings/national-reviews/{KNOWN_ID}.md")
    .read_text("utf-8")
    .partition("\n---\n")[0]
    + "\n---\n"
}


def blank(folder: str) -> str:
    return (ROOT / f"briefings/{folder}/_blank.md").read_text("utf-8")


def problems(make_project: MakeProject, folder: str, text: str) -> list[Problem]:
    name = {"digests": "2024-01", "updates": "2026-q4"}.get(folder, "a-new-one")
    root = make_project(KNOWN | {f"briefings/{folder}/{name}.md": text})
    return list(check(load(read_tree(root)), TODAY))


def test_what_is_derived_is_up_to_date() -> None:
    files = derived(load(read_tree(ROOT)).vocabulary)
    assert [path for path, text in files.items() if (ROOT / path).read_text("utf-8") != text] == []
    assert {f"briefings/{folder}/_blank.md" for folder in FOLDERS} <= set(files)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_check_names_exactly_the_blanks(folder: str, make_project: MakeProject) -> None:
    found = problems(make_project, folder, blank(folder))
    assert [(each.place.line - 1, each.code) for each in found] == [
        (line, "empty-value") for line, _ in blanks(blank(folder))
    ]
    assert {str(path[0]) for _, path in blanks(blank(folder))} == set(schema_of(folder)["required"])


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_filled_blank_is_a_briefing(folder: str, make_project: MakeProject) -> None:
    assert problems(make_project, folder, filled(blank(folder), folder)) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_field_is_in_it_and_works(folder: str, make_project: MakeProject) -> None:
    text = switched_on(blank(folder)).replace('superseded_by: ""\n', "")
    assert set(schema_of(folder)["properties"]) - {"superseded_by"} == fields(text)
    found = problems(make_project, folder, filled(text, folder, status="withdrawn"))
    assert [(each.message, each.place.line) for each in found] == []


def fields(text: str) -> set[str]:
    return {line.partition(":")[0] for line in text.split("\n") if line[:1].isalpha()}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_field_is_explained(folder: str) -> None:
    schema = schema_of(folder)
    text = " ".join(line.lstrip("# ") for line in blank(folder).split("\n"))
    for field in schema["properties"].values():
        assert field["description"] in text


def test_blanks_are_no_briefings() -> None:
    assert not [file for file in load(read_tree(ROOT)).files if file.placed.id.startswith("_")]
