"""The command line. Each command lies in a module of its own, and only these know disk and clock."""

import sys
from importlib import import_module

import click

# Where each command lies. Only what the command that is run needs is imported: a `check` would spend most of its time
# on importing what makes slides.
_PLACES = {
    "check": "check_command",
    "build": "site_commands",
    "serve": "site_commands",
    "derive": "derive_command",
    "changes": "changes_command",
    "new": "new_command",
    "answer": "answer_command",
    "pack": "pack_command",
    "import-digest": "import_command",
    "from-issue": "issue_command",
}


class _Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of their names."""
        return sorted(_PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in _PLACES:
            return None
        module = import_module(f"scripts.cli.{_PLACES[cmd_name]}")
        return next(item for item in vars(module).values() if isinstance(item, click.Command) and item.name == cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Compile safeguarding briefings into a searchable site with feeds."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or LANG=C must not stop a report that quotes a curly quotation mark.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
