"""The page that explains the calendars and the data files: what each holds, and how to use and read it."""

from collections.abc import Iterator

from scripts.data import DATA
from scripts.data.csv_files import LONGEST
from scripts.data.dates import WHOLE, calendars
from scripts.data.figure_table import FIGURES_JSON, figure_columns, figures
from scripts.data.recommendation_table import recommendations
from scripts.data.recurrence_table import recurrence_table
from scripts.data.shape import BRIEFINGS, SCHEMA, VERSION, Collection, Record, ReviewRecord
from scripts.data.tables import case_reviews, challenges
from scripts.library import Library
from scripts.model.front_matter import FrontMatter
from scripts.model.kinds import KINDS
from scripts.model.parts import CaseReview, Part
from scripts.page_meta import crumbs
from scripts.site import Artifact, Site
from scripts.templating import page
from scripts.wording import LICENCE, LICENCE_URL

Fields = list[tuple[str, str]]


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """data/."""
    dates = calendars(library, site)
    yield page(
        "pages/data.md.j2",
        DATA,
        {
            "title": "Calendars and data",
            "description": "Dates to subscribe to, tables for a spreadsheet, and every briefing for other programs.",
            "crumbs": crumbs(DATA),
        },
        notice=site.partnership.notice,
        licence=LICENCE,
        licence_url=LICENCE_URL,
        whole=next((calendar for calendar in dates if calendar.path == WHOLE), None),
        leads=[calendar for calendar in dates if calendar.path != WHOLE],
        tables=(
            case_reviews(library, site),
            challenges(library, site),
            recommendations(library, site),
            recurrence_table(library, site),
            figures(library, site),
        ),
        longest=f"{LONGEST:,}",
        figures=FIGURES_JSON,
        figure_fields=[(name, column.meaning) for name, column in figure_columns(site).items()],
        briefings=BRIEFINGS,
        schema=SCHEMA,
        version=VERSION,
        sections=tuple(_sections()),
    )


def _sections() -> Iterator[tuple[str, Fields]]:
    """What stands in the JSON file, the whole first, then every briefing, then what is each kind's own."""
    yield "The whole file", _fields(Collection)
    yield "Every briefing", [*_fields(Record), *_fields(FrontMatter)]
    for kind in KINDS:
        if own := _fields(kind.model, besides=FrontMatter):
            yield kind.plural, own
    yield "Each review of a digest", [*_fields(ReviewRecord, besides=CaseReview), *_fields(CaseReview)]


def _fields(model: type[Part], besides: type[Part] = Part) -> Fields:
    return [
        (field.alias or name, field.description or "")
        for name, field in model.model_fields.items()
        if name not in besides.model_fields
    ]
