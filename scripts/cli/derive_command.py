"""The command `derive`."""

import sys
from pathlib import Path

import click

from scripts.cli.options import root_option
from scripts.derive import derived, stale
from scripts.load import load
from scripts.sources import read_tree


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if something is out of date.")
@root_option
def derive(only_check: bool, root: Path) -> None:
    """Write what is derived from the model, the rules and the vocabulary."""
    files = derived(load(read_tree(root)).vocabulary)
    for path in stale(root, files):
        if only_check:
            click.echo(f"{path} is out of date. Run: briefings derive")
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(files[path], "utf-8", newline="\n")
            click.echo(f"{path} written")
    sys.exit(1 if only_check and stale(root, files) else 0)
