"""The command that makes the packs of one briefing: `pack`."""

import shutil
import sys
from pathlib import Path

import click

from scripts.cli.options import root_option, utc_today
from scripts.cli.progress import progress
from scripts.library import Library
from scripts.load import load
from scripts.packs import all_packs
from scripts.press import PackError, press_all
from scripts.problems import has_errors
from scripts.report import FORMATS
from scripts.routes import PACKS
from scripts.rules import check
from scripts.site import Site
from scripts.sources import read_tree


@click.command()
@click.argument("key", metavar="KIND/ID")
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="Where to put them (default: build/packs)."
)
@root_option
def pack(key: str, output: Path | None, root: Path) -> None:
    """Make the packs of one briefing, theme, role or quarter: KIND/ID as in its page's address."""
    collection = load(read_tree(root))
    problems = check(collection, utc_today())
    if collection.settings is None or has_errors(problems):
        click.echo(FORMATS["text"](problems), nl=False)
        click.echo("No pack was made, because of the errors above.", err=True)
        sys.exit(1)
    library = Library.of(collection.briefings, collection.vocabulary, drafts=True)
    packs = tuple(found for found in all_packs(library, Site(collection.settings)) if found.key == key.strip("/"))
    if not packs:
        raise click.BadParameter(f"There is nothing to pack under {key}.", param_hint="KIND/ID")
    try:
        files = press_all(packs, root, progress)
    except PackError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    for made, file in zip(packs, files, strict=True):
        place = (output or root / "build" / "packs") / made.path.removeprefix(f"{PACKS}/")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        click.echo(str(place))
