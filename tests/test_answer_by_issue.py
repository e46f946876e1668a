"""From a recorded payload of the form for answers to a branch that changes one file, or a refusal that helps."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from scripts.load import load
from scripts.model.answers import AnswerStatus
from scripts.model.kinds import Challenge
from scripts.rules import check, check_against
from scripts.sources import read_tree
from scripts.wording import answer_label
from tests.conftest import ROOT, MakeProject
from tests.github_forms import ANSWER_FORM, event, form_of, submitted
from tests.issue_runs import Left, branches, checkout, from_issue, git
from tests.made_up import briefing
from tests.test_from_issue import alive, stem

PAYLOADS = ROOT / "tests/payloads/answers"
ACCEPTED, REFUSED, HOSTILE = (sorted((PAYLOADS / name).glob("*.json")) for name in ("accepted", "refused", "hostile"))
PATH = "briefings/challenges/do-we-meet-fathers.md"
FORM = form_of(ANSWER_FORM)


def question(number: int, **fields: object) -> str:
    own: dict[str, object] = {"question": "Do we?", "arises_from": "out-of-routine", "status_of_answer": "not-started"}
    return briefing(number, "Made-up text.", **(own | fields))


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    """A checkout with a review, a question about it that is asked, and one that was withdrawn."""
    gone = question(3, status="withdrawn", withdrawn_on="2026-07-01", reason="Made up.")
    return checkout(
        make_project(
            {
                "briefings/national-reviews/out-of-routine.md": briefing(1, "Made-up text."),
                PATH: question(2).replace("\n", "\r\n"),
                "briefings/challenges/withdrawn-question.md": gone,
            }
        )
    )


def run(root: Path, payload: Path | dict[str, Any], output: Path) -> Left:
    return from_issue(root, payload, output, does="M")


def the_question(root: Path) -> Challenge:
    (front,) = [found.front for found in load(read_tree(root)).briefings if found.path == PATH]
    assert isinstance(front, Challenge)
    return front


@pytest.mark.parametrize("payload", ACCEPTED, ids=stem)
def test_a_payload_becomes_a_branch_that_adds_one_entry(payload: Path, root: Path, tmp_path: Path) -> None:
    days = {str(datetime.now(UTC).date())}
    left = run(root, payload, tmp_path / "out")
    days |= {str(datetime.now(UTC).date())}
    number = json.loads(payload.read_text("utf-8"))["issue"]["number"]
    assert left.code == 0, left.texts
    assert set(left.texts) == {"branch", "title", "body.md", "comment.md"}
    assert left.texts["branch"] == f"issue-{number}-answer-do-we-meet-fathers"
    assert left.texts["title"] == "Answer: do-we-meet-fathers"
    assert left.texts["body.md"].startswith(f"Closes #{number}\n")
    assert left.texts["body.md"].count("- [ ] ") == 5
    assert "one entry more in its history" in left.texts["body.md"]
    message = git(root, "log", "-1", "--format=%B", left.texts["branch"])
    assert message.startswith("Answer challenge question: do-we-meet-fathers\n")
    assert f"issue #{number}" in message and "Closes" not in message
    before = load(read_tree(root))
    git(root, "switch", "--quiet", left.texts["branch"])
    after = load(read_tree(root))
    assert [str(problem) for problem in check(after, datetime.now(UTC).date())] == []
    assert check_against(before, after) == ()
    (entry,) = the_question(root).updates
    assert str(entry.date) in days
    assert f"is now “{answer_label(entry.status)}”" in left.texts["comment.md"]


def test_every_answer_of_the_form_arrives(root: Path, tmp_path: Path) -> None:
    for payload in ACCEPTED:
        left = run(root, payload, tmp_path / payload.stem)
        assert left.code == 0, left.texts
        git(root, "merge", "--quiet", "--no-edit", left.texts["branch"])
        git(root, "branch", "-D", left.texts["branch"])
    found = the_question(root)
    assert [update.status for update in found.updates] == ["considering", "in-progress", "embedded", "considering"]
    assert [update.note for update in found.updates] == [
        'The subgroup looked at twelve made-up records: "father" was blank in five.',
        "The form now asks: who else is at home?\n\nTwo teams try it until spring.",
        "All teams use it; an audit found it filled in throughout.",
        "Reopened: a second audit found it blank again where the father lives elsewhere.\n\n"
        "- 1st: why? - 2nd: who asks? # not yet known",
    ]
    assert found.updates[1].evidence == ("https://www.example.org/form#page=2", "https://www.example.org/minutes")
    assert str(found.next_review) == "2099-01-31"
    assert "step back" in left.texts["comment.md"]
    # The file was written on Windows, and stays so.
    data = (root / PATH).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize("payload", REFUSED, ids=stem)
def test_a_refusal_helps_and_changes_nothing(payload: Path, root: Path, tmp_path: Path) -> None:
    left = run(root, payload, tmp_path / "out")
    assert (left.code, set(left.texts), left.branches) == (1, {"reply.md"}, {})
    told = " ".join(left.texts["reply.md"].split())
    assert payload.with_suffix(".reply").read_text("utf-8").strip() in told
    assert alive(left.texts["reply.md"]) == []


@pytest.mark.parametrize("payload", [*HOSTILE, *ACCEPTED], ids=stem)
def test_nothing_of_an_answer_comes_alive(payload: Path, root: Path, tmp_path: Path) -> None:
    left = run(root, payload, tmp_path / "out")
    number = json.loads(payload.read_text("utf-8"))["issue"]["number"]
    assert left.code == 0
    assert not list(tmp_path.rglob("owned"))
    ((name, files),) = left.branches.items()
    assert name == f"issue-{number}-answer-do-we-meet-fathers" and list(files) == [PATH]
    assert left.texts["title"] == "Answer: do-we-meet-fathers"
    assert alive(left.texts["comment.md"]) == []
    assert alive(left.texts["body.md"]) == [f"#{number}"]


def test_every_hostile_word_is_in_the_note(root: Path, tmp_path: Path) -> None:
    left = run(root, PAYLOADS / "hostile/note.json", tmp_path / "out")
    git(root, "switch", "--quiet", left.texts["branch"])
    (entry,) = the_question(root).updates
    assert entry.note.startswith("@everyone #1 <script>alert(1)</script> $(touch owned) `touch owned` ![x](")
    assert entry.note.endswith("""::set-output name=x::y “quotes” 'and' "more" \\ {{ x }} {% x %} 😀""")
    assert "``` --- status: embedded - date: 2020-01-01 ```" in entry.note
    assert entry.evidence == ("https://www.example.org/?a=$(touch%20owned)&b='x';--",)


def test_the_form_asks_what_an_answer_holds() -> None:
    elements = {element["id"]: element for element in FORM["body"] if element["type"] != "markdown"}
    types = {name: element["type"] for name, element in elements.items()}
    assert types == {
        "kind": "dropdown",
        "question": "input",
        "status": "dropdown",
        "note": "textarea",
        "evidence": "textarea",
        "next_review": "input",
        "checklist": "checkboxes",
    }
    assert elements["status"]["attributes"]["options"] == [answer_label(status) for status in AnswerStatus]
    needed = {name for name, element in elements.items() if element.get("validations", {}).get("required")}
    assert needed == {"kind", "question", "status", "note"}


def test_a_second_answer_of_an_issue_is_refused(root: Path, tmp_path: Path) -> None:
    first = run(root, ACCEPTED[0], tmp_path / "one")
    again = json.loads(ACCEPTED[0].read_text("utf-8"))
    again["issue"]["body"] = again["issue"]["body"].replace("five", "six")
    second = run(root, again, tmp_path / "two")
    assert (second.code, second.branches) == (1, first.branches)
    assert first.texts["branch"] in second.texts["reply.md"]


def test_the_same_answer_by_another_issue_is_nothing_new(root: Path, tmp_path: Path) -> None:
    first = run(root, ACCEPTED[0], tmp_path / "one")
    git(root, "merge", "--quiet", first.texts["branch"])
    git(root, "branch", "-D", first.texts["branch"])
    again = json.loads(ACCEPTED[0].read_text("utf-8"))
    again["issue"]["number"] = 99
    second = run(root, again, tmp_path / "two")
    assert (second.code, branches(root)) == (1, [])
    assert "the very same already" in second.texts["reply.md"]


def test_an_answer_below_the_top_of_a_repository(make_project: MakeProject, tmp_path: Path) -> None:
    review = briefing(1, "Made-up text.")
    project = make_project({"briefings/national-reviews/out-of-routine.md": review, PATH: question(2)})
    (tmp_path / "whole").mkdir()
    project.rename(tmp_path / "whole/site")
    checkout(tmp_path / "whole")
    left = run(tmp_path / "whole/site", ACCEPTED[0], tmp_path / "out")
    assert list(left.branches["issue-21-answer-do-we-meet-fathers"]) == [f"site/{PATH}"]


def test_a_form_filled_in_from_a_link_is_read(root: Path, tmp_path: Path) -> None:
    """The least that GitHub lets somebody send, with every optional field left alone."""
    text = submitted(
        FORM, {"question": "do-we-meet-fathers", "status": ["Not started"], "note": "Nobody has time yet."}
    )
    assert len(re.findall("_No response_", text)) == 2
    left = run(root, event(text), tmp_path / "out")
    assert left.code == 0, left.texts
