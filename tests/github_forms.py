"""What GitHub makes of an issue form: the text of the issue when somebody fills it in and submits it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
ANSWER_FORM = FOLDER / "answer-a-challenge-question.yml"
# The forms of which briefings are made.
FORMS = tuple(path for path in sorted(FOLDER.glob("*.yml")) if path.name != "config.yml" and path != ANSWER_FORM)

Form = dict[str, Any]


def form_of(path: Path) -> Form:
    form: Form = yaml.safe_load(path.read_text("utf-8"))
    return form


def submitted(form: Form, answers: Mapping[str, str | list[str]]) -> str:
    """The issue's text, with the answers by the elements' ids: what was chosen, typed, or ticked."""
    return "\n\n".join(
        f"### {element['attributes']['label']}\n\n{_rendered(element, answers)}"
        for element in form["body"]
        if element["type"] != "markdown"
    )


def _rendered(element: Form, answers: Mapping[str, str | list[str]]) -> str:
    attributes = element["attributes"]
    if element["type"] == "checkboxes":
        return "\n".join(f"- [X] {option['label']}" for option in attributes["options"])
    given = answers.get(element["id"]) or (
        attributes["options"][attributes["default"]] if "default" in attributes else ""
    )
    if isinstance(given, list):
        assert set(given) <= set(attributes["options"])
        assert attributes.get("multiple") or len(given) == 1
        given = ", ".join(given)
    return given or "_No response_"


def event(text: str, **changed: Any) -> dict[str, Any]:
    """The payload of an issue that a collaborator opened."""
    issue = {
        "number": 41,
        "title": "A briefing",
        "state": "open",
        "user": {"login": "lead-officer-1", "id": 1, "type": "User"},
        "author_association": "COLLABORATOR",
        "body": text,
    }
    return {
        "action": "opened",
        "issue": issue | changed,
        "sender": {"login": "lead-officer-1", "id": 1, "type": "User"},
    }
