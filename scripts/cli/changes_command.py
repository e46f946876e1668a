"""The command `changes`."""

from pathlib import Path

import click

from scripts.change_comment import change_comment
from scripts.changes import Tree
from scripts.changes import changes as changes_between
from scripts.cli.options import root_option, utc_today
from scripts.sources import SETTINGS, read_tree

# What pages are made with, beside what people write.
_WORKSHOP = ("scripts", "overrides", SETTINGS, "requirements.lock")


@click.command()
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The tree as it was before the change.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--preview", default="", help="The address at which the built site can be downloaded.")
@root_option
def changes(base: Path, output: Path | None, preview: str, root: Path) -> None:
    """Say what a change does, as a comment for its pull request."""
    before, after = (Tree.of(read_tree(tree), utc_today()) for tree in (base, root))
    reworked = [name for name in _WORKSHOP if _content(base / name) != _content(root / name)]
    text = change_comment(changes_between(before, after), reworked, preview)
    if output:
        output.write_text(text, "utf-8", newline="\n")
    else:
        click.echo(text, nl=False)


def _content(path: Path) -> dict[str, bytes]:
    """The bytes of a file, or of every file below a folder but what Python left there."""
    files = [path, *path.rglob("*")]
    return {
        file.relative_to(path).as_posix(): file.read_bytes()
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    }
