"""What a change does, as the comment that its pull request gets."""

import re
from collections.abc import Sequence
from typing import TypeVar

from scripts.changes import Changes
from scripts.templating import comment

T = TypeVar("T")

# A comment is read on a phone too; the check's own report names the rest.
MOST_PROBLEMS = 25
MOST_PAGES = 40
MOST_OTHERS = 10
# GitHub takes 65,536 characters.
LONGEST = 60_000


def change_comment(changes: Changes, reworked: Sequence[str], preview: str) -> str:
    """The comment's Markdown. `reworked` names what else differs that pages are made with, `preview` is an address."""
    text = ""
    for share in (1, 4, 10):
        text = _comment(changes, reworked, preview, share)
        if len(text) <= LONGEST:
            break
    return text


def _comment(changes: Changes, reworked: Sequence[str], preview: str, share: int) -> str:
    """The comment with lists of the usual length, or of a share of it."""
    problems, pages, others = MOST_PROBLEMS // share, MOST_PAGES // share, MOST_OTHERS // share
    text = comment(
        "changes.md.j2",
        changes=changes,
        errors=_cut(changes.errors, problems),
        warnings=_cut(changes.warnings, problems),
        page_lists=[
            (heading, *_cut(found, pages))
            for heading, found in (("New", changes.added), ("Altered", changes.altered), ("Gone", changes.removed))
            if found
        ],
        others=[(group, len(paths), *_cut(paths, others)) for group, paths in changes.consequences],
        other_number=sum(len(paths) for _, paths in changes.consequences),
        left_out=_cut(changes.left_out, others),
        drafts=_cut(changes.drafts, others),
        blocking=_cut(changes.blocking, others),
        reworked=reworked,
        preview=preview,
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _cut(items: Sequence[T], most: int) -> tuple[Sequence[T], int]:
    """The first items, and how many more there are."""
    return items[:most], max(0, len(items) - most)
