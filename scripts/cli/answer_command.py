"""The command `answer`."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from scripts.answering import Answered, answered
from scripts.answering.given import AnswerError, given
from scripts.answering.which import question_path
from scripts.cli.options import root_option, utc_today
from scripts.cli.writing import write_at_once
from scripts.load import load
from scripts.report import FORMATS
from scripts.sources import SourceTree, read_tree
from scripts.wording import answer_label

_NOTHING = "Nothing was written."
_WRITTEN = "{path} is answered. New in it:"
_STEP = "The answer was “{before}” and is now “{after}”."
_STILL = "The answer is still “{after}”."
_BACK = "That is a step back, and the note is its reason."
_NEXT = "Read it, and run: briefings check. Then commit the file to a branch of its own and open a pull request."


@click.command()
@click.argument("question", metavar="ID")
@click.option("--status", required=True, help="not-started, considering, in-progress or embedded.")
@click.option("--note", required=True, help="What was found or done, in a sentence or two.")
@click.option(
    "--evidence", multiple=True, metavar="URL", help="A web address that shows it; may be given several times."
)
@click.option("--date", "day", metavar="DAY", help="The day of the answer: YYYY-MM-DD (default: today).")
@click.option("--next-review", metavar="DAY", help="The day on which the answer is looked at again: YYYY-MM-DD.")
@root_option
def answer(
    question: str,
    root: Path,
    *,
    status: str,
    note: str,
    evidence: tuple[str, ...],
    day: str | None,
    next_review: str | None,
) -> None:
    """Answer the challenge question ID (its file's name): one entry more in its history."""
    tree, today = read_tree(root), utc_today()
    try:
        said = given(status, note, evidence, day or today, next_review)
        made = answered(tree, question_path(question, load(tree)), said, today)
        write_at_once(root / made.path, made.text.encode())
    except AnswerError as error:
        raise click.ClickException(f"{error}\n{_NOTHING}") from None
    except OSError as error:
        raise click.ClickException(f"The file cannot be written ({error.strerror}). {_NOTHING}") from None
    _tell(made, tree)


def _tell(made: Answered, tree: SourceTree) -> None:
    """What was written, what that means, what to think over, and how to go on."""
    click.echo(_WRITTEN.format(path=made.path))
    click.echo("".join(f"    {line}\n" for line in _new_lines(made, tree)))
    labels = {"before": answer_label(made.step.before), "after": answer_label(made.step.update.status)}
    said = _STILL if made.step.update.status == made.step.before else _STEP
    click.echo(said.format(**labels) + (f" {_BACK}" if made.step.is_back else ""))
    click.echo(FORMATS["text"](made.warnings), nl=False)
    click.echo(_NEXT)


def _new_lines(made: Answered, tree: SourceTree) -> Iterator[str]:
    before = next(file.data for file in tree.briefings if file.path == made.path).decode()
    difference = difflib.unified_diff(before.splitlines(), made.text.splitlines(), n=0, lineterm="")
    return (line[1:] for line in difference if line.startswith("+") and not line.startswith("+++"))
