"""The command `from-issue`: a submitted issue form made into a branch and the texts of its pull request."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from scripts.cli.options import root_option, utc_now
from scripts.from_issue import letters
from scripts.from_issue.answer import is_answer, proposed_answer
from scripts.from_issue.draft import draft
from scripts.from_issue.event import Issue, read_event
from scripts.from_issue.refusal import DraftedBeforeError, RefusedError
from scripts.git_branch import BranchError, branches, commit_file
from scripts.load import load
from scripts.new_briefing import with_file
from scripts.rules import check
from scripts.sources import read_tree

_FILES = ("branch", "title", "body.md", "comment.md", "reply.md")
_GIT_FAILED = "The branch for it could not be made. Tell whoever looks after the repository: {error}"


@click.command("from-issue")
@click.argument("event", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the texts of the pull request go, or the reply to the issue.",
)
@click.option("--permission", default="", help="The author's permission on the repository, as GitHub's API names it.")
@root_option
def from_issue(event: Path, output: Path, permission: str, root: Path) -> None:
    """Make a branch from GitHub's event of a submitted form: a new briefing, or an answer to a challenge question.

    Exit 1, with a reply, where that cannot be done.
    """
    output.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        (output / name).unlink(missing_ok=True)
    try:
        texts = _branch_made(read_event(event.read_bytes(), permission), root)
    except DraftedBeforeError as error:
        texts = {"reply.md": letters.drafted_before(str(error))}
    except RefusedError as error:
        texts = {"reply.md": letters.reply(str(error))}
    for name, text in texts.items():
        (output / name).write_text(text, "utf-8", newline="\n")
    click.echo(texts.get("branch", "No branch was made: see reply.md."))
    sys.exit(0 if "branch" in texts else 1)


def _branch_made(issue: Issue, root: Path) -> Mapping[str, str]:
    """Make the branch; gives the texts of the pull request. Raises RefusedError."""
    tree, now = read_tree(root), utc_now()
    made = proposed_answer(issue, tree, now.date()) if is_answer(issue) else draft(issue, load(tree), now).proposal
    collection = load(with_file(tree, made.path, made.text.encode()))
    problems = [problem for problem in check(collection, now.date()) if problem.place.path == made.path]
    branch = f"issue-{issue.number}-{made.name}"
    texts = {
        "branch": branch,
        "title": made.title,
        "body.md": letters.pull_request_text(made, issue),
        "comment.md": letters.comment(made, problems),
    }
    try:
        if before := branches(root, f"issue-{issue.number}-"):
            raise DraftedBeforeError(before[0])
        message = letters.commit_message(made, issue)
        commit_file(root, branch, made.path, made.text, message, is_new=not made.is_answer)
    except BranchError as error:
        raise RefusedError(_GIT_FAILED.format(error=error)) from None
    return texts
