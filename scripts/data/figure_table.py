"""The table of figures, and the same rows for other programs."""

from collections.abc import Mapping

from scripts.data import DATA
from scripts.data.csv_files import Column, Table
from scripts.figures import FIGURES, Quote, quotes
from scripts.library import Library
from scripts.model.parts import Figure
from scripts.site import Site

FIGURES_CSV, FIGURES_JSON = f"{DATA}figures.csv", f"{DATA}figures.json"


def figures(library: Library, site: Site) -> Table[Quote]:
    """One row for each figure of each briefing that still holds, the newest briefing first."""
    about = (
        "Every figure of every briefing that still holds, one a row, the newest briefing first. A number without its "
        "base, its period and its source says nothing: keep them with it, and compare only what has the same base."
    )
    return Table(FIGURES_CSV, "Figures", about, tuple(figure_columns(site).values()), quotes(library))


def figure_records(library: Library, site: Site) -> list[dict[str, object]]:
    """The same rows under short names."""
    columns = figure_columns(site)
    return [{name: column.read(row) for name, column in columns.items()} for row in quotes(library)]


def figure_columns(site: Site) -> Mapping[str, Column[Quote]]:
    """The columns by the names that they have for other programs: a figure's fields, then where it stands."""
    return {name: _of_model(name) for name in Figure.model_fields} | {
        "reference": Column(
            "Reference",
            "its lasting name on this site: its id, or one made of its words; the same count quoted twice has it twice",
            lambda row: row.reference,
        ),
        "briefing": Column("Briefing", "the briefing where it stands, as kind/id", lambda row: row.briefing.key),
        "title": Column("Title", "the title of that briefing", lambda row: row.briefing.front.title),
        "address": Column(
            "Page", "the address of that briefing's page on this site", lambda row: site.root + row.briefing.address
        ),
        "place": Column(
            "Place",
            "its address on the page of all figures",
            lambda row: f"{site.root}{FIGURES}#{row.anchor}",
        ),
    }


def _of_model(name: str) -> Column[Quote]:
    heading: str = Figure.model_json_schema()["properties"][name]["title"]
    return Column(heading, Figure.model_fields[name].description or "", lambda row: getattr(row.figure, name))
