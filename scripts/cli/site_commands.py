"""The commands that make the site: `build`, `serve`."""

import sys
import time
from pathlib import Path

import click

from scripts.build import BuildError, Built, CheckError
from scripts.build import build as build_site
from scripts.cli.options import root_option, utc_today
from scripts.cli.progress import progress
from scripts.report import FORMATS, summary
from scripts.serve import HOST, PORT, ServeError, preview
from scripts.serve import serve as serve_preview


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
