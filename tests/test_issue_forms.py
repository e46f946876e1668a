"""The issue forms are forms that GitHub takes, and a filled one comes back as a briefing that passes the check."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scripts.from_issue.draft import draft
from scripts.from_issue.event import Account, Issue
from scripts.load import load
from scripts.model.kinds import KINDS
from scripts.new_briefing import with_file
from scripts.rules import check
from scripts.sources import read_tree
from tests.conftest import ROOT, TODAY, MakeProject
from tests.filling import sample, schema_of
from tests.github_forms import ANSWER_FORM, FORMS, Form, form_of, submitted
from tests.test_blanks import KNOWN

ids = [path.stem for path in FORMS]
EVERY = (*FORMS, ANSWER_FORM)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DIGEST = (ROOT / "tests" / "payloads" / "digest.txt").read_text("utf-8")


def elements(form: Form) -> list[Form]:
    return [element for element in form["body"] if element["type"] != "markdown"]


def test_there_is_a_form_for_each_kind() -> None:
    kinds = [elements(form_of(path))[0]["attributes"]["options"] for path in FORMS]
    assert sorted(kinds) == sorted([kind.label] for kind in KINDS)


@pytest.mark.parametrize("path", [*EVERY, ROOT / ".github/ISSUE_TEMPLATE/config.yml"], ids=lambda path: path.stem)
def test_github_takes_it(path: Path) -> None:
    name = "vendor.github-issue-config" if path.stem == "config" else "vendor.github-issue-forms"
    program = Path(sys.executable).parent / "check-jsonschema"
    run = subprocess.run([program, "--builtin-schema", name, path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_it_keeps_to_what_github_asks_beyond_its_schema(path: Path) -> None:
    form = form_of(path)
    labels = [element["attributes"]["label"] for element in elements(form)]
    names = [element["id"] for element in elements(form)]
    # GitHub refuses labels that are the same once their signs and capitals are gone.
    assert len({re.sub(r"\W+", "-", label).casefold() for label in labels}) == len(labels)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for name in names)
    for element in elements(form):
        options = element["attributes"].get("options", []) if element["type"] == "dropdown" else []
        assert len(set(options)) == len(options)
        assert all(isinstance(option, str) and option.casefold() != "none" for option in options)
    assert len({form_of(other)["name"] for other in EVERY}) == len(EVERY)


def typed(form: Form, folder: str, *, optional: bool) -> dict[str, str | list[str]]:
    """Answers made from what the form and the schema say, and from nothing else."""
    schema = schema_of(folder)
    answers: dict[str, str | list[str]] = {}
    for element in elements(form)[1:]:
        name, attributes = element["id"], element["attributes"]
        needed = element.get("validations", {}).get("required", False)
        if element["type"] == "checkboxes" or not (needed or optional):
            continue
        if element["type"] == "dropdown":
            answers[name] = attributes["options"][:3] if attributes.get("multiple") else attributes["options"][:1]
        elif name == "text":
            answers[name] = DIGEST if folder == "digests" else "## What helps\n\nWords.\n\n### Title\n\n- one\n- two"
        elif name == "title":
            answers[name] = "A new one"
        else:
            answers[name] = written(name, attributes["description"], schema)
    return answers


def written(name: str, told: str, schema: Form) -> str:
    node = schema["properties"][name]
    if "One a line, as `role: text`" in told:
        return "police: Some words: with a colon\nHealth visitors: “Other” words"
    if order := re.search(r"bars between its parts:\n`(.*)`", told):
        part = schema["$defs"][node["items"]["$ref"].rpartition("/")[2]]
        by_label = {value["title"]: key for key, value in part["properties"].items()}
        paths = [(name, 0, by_label[label]) for label in order[1].split(" | ")]
        row = [sample(schema, (*path, 0) if "anyOf" in part["properties"][path[2]] else path) for path in paths]
        return " | ".join(row) + "\n" + " | ".join(row)
    if node.get("type") == "array" or "anyOf" in node:
        return "One item\n- Another: with a colon"
    return sample(schema, (name,))


@pytest.mark.parametrize("optional", [False, True], ids=["required", "every"])
@pytest.mark.parametrize("path", FORMS, ids=ids)
def test_a_filled_form_is_a_briefing(path: Path, optional: bool, make_project: MakeProject) -> None:
    form = form_of(path)
    kind = next(kind for kind in KINDS if kind.label == elements(form)[0]["attributes"]["options"][0])
    answers = typed(form, kind.folder, optional=optional)
    text = submitted(form, answers).replace("\n", "\r\n")
    tree = read_tree(make_project(KNOWN))
    issue = Issue(number=1, user=Account(login="lead-officer-1"), author_association="MEMBER", body=text)
    made = draft(issue, load(tree), NOW)
    collection = load(with_file(tree, made.path, made.text.encode()))
    assert [str(problem) for problem in check(collection, TODAY) if problem.level == "error"] == []
    front = next(file.briefing for file in collection.files if file.placed.path == made.path)
    assert front is not None
    left = {"text", "checklist", "reviews"}
    assert set(answers) - left <= front.front.model_fields_set
    assert made.id == {"digests": "2024-01", "updates": "2026-q4"}.get(kind.folder, "a-new-one")


def test_everything_but_what_comes_later_can_be_asked() -> None:
    later = {"added", "changes", "status", "superseded_by", "withdrawn_on", "reason", "draft"}
    for path in FORMS:
        form = form_of(path)
        kind = next(kind for kind in KINDS if kind.label == elements(form)[0]["attributes"]["options"][0])
        if kind.folder != "digests":
            asked = {element["id"] for element in elements(form)} - {"kind", "text", "checklist"}
            assert asked == set(schema_of(kind.folder)["properties"]) - later
