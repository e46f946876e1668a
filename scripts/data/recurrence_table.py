"""The table for spreadsheets of how often reviews name each theme."""

from scripts.data import DATA
from scripts.data.csv_files import Column, Table
from scripts.library import Library
from scripts.recurrence import Count, Recurrence, Recurrences, recurrences
from scripts.site import Site

Row = tuple[Recurrence, Count]


def recurrence_table(library: Library, site: Site) -> Table[Row]:
    """One row for each theme and year of which there are reviews."""
    columns: tuple[Column[Row], ...] = (
        Column("Theme", "the theme's name", lambda row: row[0].theme.label),
        Column("Year", "a review's own, else its digest's", lambda row: row[1].among),
        Column("Reviews naming it", "how many of the year's reviews name the theme", lambda row: len(row[1].named)),
        Column(
            "of them national reviews",
            "the others are case reviews",
            lambda row: sum(review.is_national for review in row[1].named),
        ),
        Column(
            "Reviews of the year",
            "all of them, whatever they name: the same number stands beside every theme, and must not be added up",
            lambda row: row[1].of,
        ),
        Column(
            "Page",
            "where the theme's page on this site lists the reviews behind the number",
            lambda row: f"{site.root}themes/{row[0].theme.id}/#how-often",
        ),
    )
    about = (
        "How many reviews name each theme, one row for a theme and a year, of every year of which the collection has a "
        "review. Reviews that no longer hold are not counted."
    )
    return Table(f"{DATA}recurrence.csv", "Themes over time", about, columns, _rows(recurrences(library)))


def _rows(found: Recurrences) -> tuple[Row, ...]:
    return tuple((theme, year) for theme in found.by_theme for year in theme.years if year.of)
