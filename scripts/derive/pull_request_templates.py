"""What stands in a new pull request before anybody writes in it: the checklist of its kind."""

from collections.abc import Mapping

from scripts.checklists import checklist
from scripts.model.kinds import KINDS
from scripts.templating import plain_markdown

_GITHUB = ".github"


def pull_request_templates() -> Mapping[str, str]:
    """The template that GitHub takes by itself, and one for each kind, by path."""
    every = checklist("")
    own = [(kind.label, rest) for kind in KINDS if (rest := checklist(kind.folder)[len(every) :])]
    of_kinds = {
        f"{_GITHUB}/PULL_REQUEST_TEMPLATE/{kind.folder}.md": _text(checklist(kind.folder), []) for kind in KINDS
    }
    return {f"{_GITHUB}/pull_request_template.md": _text(every, own), **of_kinds}


def _text(items: tuple[str, ...], own: list[tuple[str, tuple[str, ...]]]) -> str:
    return plain_markdown("derived/pull-request.md.j2", items=items, own=own)
