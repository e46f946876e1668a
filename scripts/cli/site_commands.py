"""The commands that make the site: `check`, `build`, `serve`."""

import sys
import time
from datetime import datetime
from pathlib import Path, PurePath

import click

from scripts.build import BuildError, Built, CheckError
from scripts.build import build as build_site
from scripts.cli.options import root_option, utc_today
from scripts.cli.progress import progress
from scripts.git_tree import GitTreeError, tree_at
from scripts.load import Collection, load
from scripts.problems import Problem, has_errors
from scripts.report import FORMATS, summary
from scripts.rules import check as check_collection
from scripts.rules import check_against
from scripts.serve import HOST, PORT, ServeError, preview
from scripts.serve import serve as serve_preview
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


@click.command()
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path), help="Where to put the site (default: site/)."
)
@root_option
def build(site: Path | None, root: Path) -> None:
    """Check, compile, render, index, verify, and swap the new site into place."""
    started = time.monotonic()
    target = site or root / "site"
    built = _build(root, target, drafts=False)
    if built is None:
        sys.exit(1)
    pages = sum(1 for _ in target.rglob("*.html"))
    click.echo(f"{summary(built.problems, built.files)} {pages} pages in {time.monotonic() - started:.1f} s: {target}")


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="Where to show it.")
@root_option
def serve(port: int, root: Path) -> None:
    """Build a preview with drafts, and show it, reloading on every change."""

    def rebuild() -> None:
        if _build(root, preview(root), drafts=True) is not None:
            click.echo(f"The preview is ready: http://{HOST}:{port}/   (to stop: Ctrl+C)")
        elif not preview(root).exists():
            sys.exit(1)

    click.echo("Building the preview …")
    try:
        serve_preview(root, rebuild, port)
    except ServeError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _build(root: Path, target: Path, *, drafts: bool) -> Built | None:
    """Build and show the problems; None where nothing was built."""
    try:
        built = build_site(root, target, utc_today(), drafts=drafts, progress=progress)
    except CheckError as error:
        click.echo(FORMATS["text"](error.problems), nl=False)
        click.echo(summary(error.problems, error.files), err=True)
        click.echo(str(error), err=True)
        return None
    except BuildError as error:
        click.echo(str(error), err=True)
        return None
    click.echo(FORMATS["text"](built.problems), nl=False)
    return built


def _inside(root: Path, path: Path) -> str:
    for base in (path, root / path):
        if base.exists():
            try:
                return base.resolve().relative_to(root.resolve()).as_posix()
            except ValueError:
                continue
    raise click.BadParameter(f"{path} is not a file or folder of this project.", param_hint="PATH")
