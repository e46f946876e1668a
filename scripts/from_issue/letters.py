"""What is written about a draft: the pull request's text, a comment on it, a reply to the issue.

GitHub brings text to life: @names call people, HTML is shown. So whatever somebody typed stands in code blocks alone.
"""

import re
from collections.abc import Sequence

from markupsafe import Markup

from scripts.from_issue.event import Issue
from scripts.from_issue.proposal import Proposal
from scripts.markdown_text import code_block
from scripts.problems import Level, Problem
from scripts.templating import comment as on_github
from scripts.templating import plain_markdown

# GitHub takes 65,536 characters in a comment.
_LONGEST = 25_000


def commit_message(made: Proposal, issue: Issue) -> str:
    """Why the file is there, or is changed."""
    return plain_markdown("from_issue/commit.j2", subject=Markup(made.subject), number=issue.number)  # noqa: S704  a label and an id


def pull_request_text(made: Proposal, issue: Issue) -> str:
    """What a reviewer reads first."""
    return on_github(
        "from_issue/body.md.j2",
        number=issue.number,
        path=Markup(made.path),  # noqa: S704  a folder of ours and an id
        checklist=made.checklist,
        is_imported=bool(made.report),
        is_answer=made.is_answer,
    )


def comment(made: Proposal, problems: Sequence[Problem]) -> str:
    """How the form was understood, and what the check says of the file."""
    return on_github(
        "from_issue/comment.md.j2",
        report=Markup(shortened(made.report.strip(), _LONGEST)),  # noqa: S704  whoever made it fences what it quotes
        problems=Markup(shortened(code_block(_told(problems)), _LONGEST)) if problems else None,  # noqa: S704  fenced
    )


def _told(problems: Sequence[Problem]) -> str:
    """Each problem with its line and its remedy; all are of one file."""
    return "\n\n".join(
        f"Line {problem.place.line}: {'warning: ' if problem.level is Level.WARNING else ''}{problem.message}\n"
        f"    {problem.fix}"
        for problem in problems
    )


def reply(reason: str) -> str:
    """Why there is no draft, and how to go on."""
    return on_github("from_issue/reply.md.j2", reason=reason)


def drafted_before(branch: str) -> str:
    """Why an issue that was edited after its draft was made is not read again, and where to go on."""
    return on_github("from_issue/drafted-before.md.j2", branch=branch)


def shortened(markdown: str, limit: int) -> str:
    """As many whole lines as fit; a code block that is cut is closed."""
    if len(markdown) <= limit:
        return markdown
    kept = markdown[: max(0, markdown.rfind("\n", 0, limit))]
    opened = ""
    for line in kept.split("\n"):
        fence = re.match(r" {0,3}(`{3,})", line)
        if fence and not opened:
            opened = fence[1]
        elif opened and line.strip() == opened:
            opened = ""
    return f"{kept}\n{opened}\n\n(There is more; it did not fit here.)"
