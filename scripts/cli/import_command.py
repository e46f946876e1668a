"""The command `import-digest`."""

import difflib
import sys
from pathlib import Path
from typing import BinaryIO, NoReturn

import click

from scripts.cli.options import month_option, root_option, utc_now, utc_today
from scripts.cli.writing import write_at_once
from scripts.importing import Imported, ImportFaultError, import_digest
from scripts.importing.earlier import earlier
from scripts.load import load
from scripts.model.dates import PartialDate
from scripts.model.kinds import KIND_BY_FOLDER
from scripts.new_briefing import next_instant, path_of, with_file
from scripts.problems import Problem
from scripts.report import FORMATS
from scripts.rules import check
from scripts.sources import SourceTree, read_tree


@click.command("import-digest")
@click.argument("file", type=click.File("rb"))
@month_option
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write (default: its place in briefings/).",
)
@click.option("--replace", is_flag=True, help="Replace a digest that is there already, and the edits made in it.")
@root_option
def import_digest_command(
    file: BinaryIO, month: PartialDate, output: Path | None, root: Path, *, replace: bool
) -> None:
    """Make a digest file of FILE as it arrived: text, Markdown, web page, Word, mail or PDF.

    FILE may be - for standard input.
    """
    place = path_of(KIND_BY_FOLDER["digests"], str(month))
    target = output or root / place
    there = target.read_bytes() if target.exists() else None
    tree = read_tree(root)
    imported = _imported(file, month, tree if there is None else with_file(tree, place, there), place)
    click.echo(imported.report)
    new = imported.text.encode()
    if there not in (None, new) and not replace:
        click.echo(_difference(there or b"", new, target))
        _stop(f"{target} {_IS_THERE}")
    if there != new:
        try:
            write_at_once(target, new)
        except OSError as error:
            _stop(f"{target} cannot be written ({error.strerror}). Choose another place with --output.")
    click.echo(FORMATS["text"](_problems(with_file(tree, place, new), place)), nl=False)
    click.echo(f"{target} {'is up to date already' if there == new else 'written'}. {_NEXT}")


_IS_THERE = (
    "is there already and differs as shown (- as it is, + as imported). Nothing was written.\n"
    "Take over by hand what is better, or import again with --replace, which drops the lines marked with -."
)
_NEXT = "Read it, fill in what is missing, and run: briefings check"


def _imported(file: BinaryIO, month: PartialDate, tree: SourceTree, place: str) -> Imported:
    """The file's digest, with the instant and ids that the digest in `tree` has already."""
    collection = load(tree)
    kept = earlier(next((loaded for loaded in collection.files if loaded.placed.path == place), None))
    added = kept.added or next_instant(collection, utc_now())
    name = getattr(file, "name", "-")  # standard input may be anything that can be read
    try:
        return import_digest(file.read(), name, month, added, collection.vocabulary, ids=kept.ids)
    except ImportFaultError as error:
        _stop(f"{error}\nNothing was written.")


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)


def _problems(tree: SourceTree, path: str) -> list[Problem]:
    return [problem for problem in check(load(tree), utc_today()) if problem.place.path == path]


def _difference(before: bytes, after: bytes, target: Path) -> str:
    lines = difflib.unified_diff(
        before.decode("utf-8", "replace").splitlines(),
        after.decode().splitlines(),
        f"{target} as it is",
        "as imported",
        lineterm="",
    )
    return "\n".join(lines)
