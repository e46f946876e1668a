"""What several commands take, and the clock."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from scripts.model.dates import DateError, PartialDate, parse_month

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


def _month(_: click.Context, __: click.Parameter, text: str) -> PartialDate:
    """Read a month as digests are named: 2024-01."""
    try:
        return parse_month(text)
    except DateError as error:
        raise click.BadParameter(f"{error.fault.message} A month is written like 2024-01.") from None


month_option = click.option("--month", callback=_month, required=True, metavar="YYYY-MM", help="The digest's month.")
