"""The command line. Each command lies in a module of its own, and only these know disk and clock."""

import sys

import click

from scripts.cli.answer_command import answer
from scripts.cli.changes_command import changes
from scripts.cli.derive_command import derive
from scripts.cli.import_command import import_digest_command
from scripts.cli.issue_command import from_issue
from scripts.cli.new_command import new
from scripts.cli.pack_command import pack
from scripts.cli.site_commands import build, check, serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Compile safeguarding briefings into a searchable site with feeds."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or LANG=C must not stop a report that quotes a curly quotation mark.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


for command in (check, build, serve, derive, changes, new, answer, pack, import_digest_command, from_issue):
    main.add_command(command)
