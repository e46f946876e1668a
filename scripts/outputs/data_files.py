"""The collection for other programs: briefings as JSON with its schema, tables as CSV."""

import json
from collections.abc import Iterator
from datetime import datetime

from pydantic import BaseModel

from scripts.bodies import absolute_body
from scripts.data import DATA
from scripts.data.evidence_tables import evidence_tables
from scripts.data.figure_table import FIGURES_JSON, figure_records, figures
from scripts.data.recommendation_table import recommendations
from scripts.data.recurrence_table import recurrence_table
from scripts.data.shape import BRIEFINGS, SCHEMA, VERSION, schema
from scripts.data.tables import case_reviews, challenges
from scripts.library import DigestReview, Library
from scripts.model.briefing import Briefing
from scripts.model.dates import PartialDate
from scripts.model.kinds import Digest
from scripts.quarters import Quarter
from scripts.routes import BRIEFING_ROUTES, NEWS_ROUTES, PACKS
from scripts.site import Artifact, Site
from scripts.wording import LICENCE, LICENCE_URL

Record = dict[str, object]


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """data/: briefings.json with its schema, figures.json, and the tables."""
    yield Artifact(BRIEFINGS, _json(_collection(library, site)))
    yield Artifact(SCHEMA, _json(schema(library.vocabulary, site)))
    yield Artifact(FIGURES_JSON, _json(_about(library, site) | {"figures": figure_records(library, site)}))
    for table in (
        case_reviews(library, site),
        challenges(library, site),
        recommendations(library, site),
        recurrence_table(library, site),
        figures(library, site),
    ):
        yield Artifact(table.path, table.data)
    yield from (Artifact(table.path, table.data) for table in evidence_tables(library, site))


def _collection(library: Library, site: Site) -> Record:
    return {
        "$schema": site.root + SCHEMA,
        "version": VERSION,
        **_about(library, site),
        "vocabulary": {
            name: {term.id: term.label for term in terms.values()} for name, terms in dict(library.vocabulary).items()
        },
        "briefings": [_record(briefing, site) for briefing in library.briefings],
    }


def _about(library: Library, site: Site) -> Record:
    """Whose data these are, of when, and on what terms."""
    return {
        "title": site.settings.site_name,
        "source": site.root,
        "publisher": site.partnership.name,
        "notice": site.partnership.notice,
        "terms": site.root + DATA,
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "as_of": library.newest_update,
    }


def _record(briefing: Briefing, site: Site) -> Record:
    """Where a briefing is found, and its file's fields; a digest's reviews each with their page."""
    own = NEWS_ROUTES if briefing.kind.is_note else BRIEFING_ROUTES
    # The page to copy an email from is no file.
    routes = [route for route in own if route.place.startswith(f"{PACKS}/")] if briefing.is_current else []
    record: Record = {
        "key": briefing.key,
        "kind": briefing.kind.folder,
        "id": briefing.id,
        "url": site.root + briefing.address,
        "updated": briefing.updated,
        "packs": [{"label": route.label, "url": site.root + route.address(briefing.key)} for route in routes],
        "body": absolute_body(briefing, site.root),
        **dict(briefing.front),
    }
    if isinstance(briefing.front, Digest):
        found = (DigestReview(briefing, review) for review in briefing.front.reviews)
        record["reviews"] = [{"url": site.root + each.address, **dict(each.review)} for each in found]
    return record


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, default=_in_words) + "\n").encode()


def _in_words(value: object) -> object:
    """What JSON has no type for."""
    match value:
        case BaseModel():
            return dict(value)
        case PartialDate() | Quarter():
            return str(value)
        case datetime():
            return value.isoformat()
    raise TypeError(type(value).__name__)
