"""What several commands take, and the clock."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Another tree with briefings/ and mkdocs.yml.",
)


def utc_now() -> datetime:
    """Now, the same everywhere, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def utc_today() -> date:
    """Today, the same everywhere."""
    return utc_now().date()
