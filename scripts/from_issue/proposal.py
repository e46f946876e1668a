"""What a pull request proposes: one file, new or changed, and how its texts name it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Proposal:
    """A file as the pull request has it. Nothing but `text` and what `report` quotes was typed by somebody.

    `name` stands in the branch's name behind the issue's number; `report` is Markdown that says how the form was read.
    """

    path: str
    text: str
    name: str
    title: str
    subject: str
    checklist: tuple[str, ...]
    report: str = ""
    is_answer: bool = False
