"""The table of recommendations for spreadsheets."""

from scripts.data import DATA
from scripts.data.csv_files import Column, Table
from scripts.data.tables import joined
from scripts.library import Library
from scripts.recommendations import Recommended, register
from scripts.site import Site

PATH = f"{DATA}recommendations.csv"


def recommendations(library: Library, site: Site) -> Table[Recommended]:
    """One row for each recommendation, the newest year first."""
    themes = library.vocabulary.themes
    columns: tuple[Column[Recommended], ...] = (
        Column(
            "Reference",
            "its lasting name: its review, #, and its place among the review's recommendations",
            lambda row: row.reference,
        ),
        Column(
            "Recommendation",
            "what was recommended, as this site's briefing of the review gives it",
            lambda row: row.text,
        ),
        Column("For whom", "the addressee as written; empty where the briefing names none", lambda row: row.to),
        Column(
            "Addressee",
            "the same with spellings and names of one addressee taken together, as in the lists",
            lambda row: row.addressee.label,
        ),
        Column("Review", "the title of the review", lambda row: row.origin.title),
        Column("Kind", "national review or case review", lambda row: row.origin.label),
        Column(
            "Partnership",
            "whose review it is, as named; empty for national reviews and where it is not known",
            lambda row: row.origin.partnership,
        ),
        Column("Year", "of the review; else of its digest, or of its publication", lambda row: row.origin.year),
        Column(
            "What the year is",
            "year of the review, year of the digest or year of publication",
            lambda row: row.origin.year_of,
        ),
        Column(
            "Themes of the review",
            "what the review is about, the most important first; not every recommendation is about each",
            lambda row: joined(themes[theme].label for theme in row.origin.themes),
        ),
        Column("Page", "the address of the review's page on this site", lambda row: site.root + row.origin.address),
    )
    about = (
        "Every recommendation of every national review and case review that still holds, one a row, "
        "the newest year first."
    )
    return Table(PATH, "Recommendations", about, columns, register(library).rows)
