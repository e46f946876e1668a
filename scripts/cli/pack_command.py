"""The command that makes the packs of one briefing: `pack`."""

import shutil
import sys
from pathlib import Path

import click

from scripts.cli.options import root_option, utc_today
from scripts.cli.progress import progress
from scripts.library import CASE_REVIEWS, Library
from scripts.load import load
from scripts.packs import all_packs
from scripts.press import PackError, cache_lock, press_all
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
    wanted = key.strip("/")
    # What is published says nothing of drafts; a draft is shown among the others, as in the preview.
    is_draft = any(briefing.key == wanted and briefing.front.draft for briefing in collection.briefings)
    library = Library.of(collection.briefings, collection.vocabulary, drafts=is_draft)
    packs = tuple(found for found in all_packs(library, Site(collection.settings, utc_today())) if found.key == wanted)
    if not packs:
        raise click.BadParameter(_nothing(wanted, library), param_hint="KIND/ID")
    try:
        with cache_lock(root):
            for made, file in zip(packs, press_all(packs, root, progress), strict=True):
                place = (output or root / "build" / "packs") / made.path.removeprefix(f"{PACKS}/")
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, place)
                click.echo(str(place))
    except PackError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"{error.strerror}: {error.filename}", err=True)
        sys.exit(1)


def _nothing(key: str, library: Library) -> str:
    """Why there are no packs of this."""
    folder, _, name = key.partition("/")
    if key in library.by_key:
        return f"{key} no longer holds; nobody should send it on, so it has no packs."
    if folder == CASE_REVIEWS:
        return f"A case review is in the packs of its digest: digests/{name.partition('/')[0]}"
    return f"There is nothing to pack under {key}. It is written like national-reviews/out-of-routine."
