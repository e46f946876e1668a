"""The command `check`."""

import sys
from datetime import datetime
from pathlib import Path, PurePath

import click

from scripts.cli.options import root_option, utc_today
from scripts.git_tree import GitTreeError, tree_at
from scripts.load import Collection, load
from scripts.problems import Problem, has_errors
from scripts.report import FORMATS, summary
from scripts.rules import check as check_collection
from scripts.rules import check_against
from scripts.sources import read_tree


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How problems are printed.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to check dates against.")
@click.option("--against", metavar="REF", help="A commit, branch or tag: what was said then must still be there.")
@root_option
def check(paths: tuple[Path, ...], form: str, today: datetime | None, against: str | None, root: Path) -> None:
    """Show every problem of every file. Exit 1 on an error, 0 with warnings only."""
    collection = load(read_tree(root))
    problems = check_collection(collection, today.date() if today else utc_today())
    if against is not None:
        problems = tuple(sorted({*problems, *_compared(collection, root, against)}))
    names = tuple(_inside(root, path) for path in paths)
    if names:
        problems = tuple(p for p in problems if any(PurePath(p.place.path).is_relative_to(name) for name in names))
    click.echo(FORMATS[form](problems), nl=False)
    click.echo(summary(problems, len(collection.files)), err=True)
    sys.exit(1 if has_errors(problems) else 0)


def _compared(collection: Collection, root: Path, ref: str) -> tuple[Problem, ...]:
    """What an earlier state forbids."""
    try:
        return check_against(load(tree_at(root, ref)), collection)
    except GitTreeError as error:
        raise click.BadParameter(str(error), param_hint="--against") from None


def _inside(root: Path, path: Path) -> str:
    for base in (path, root / path):
        if base.exists():
            try:
                return base.resolve().relative_to(root.resolve()).as_posix()
            except ValueError:
                continue
    raise click.BadParameter(f"{path} is not a file or folder of this project.", param_hint="PATH")
