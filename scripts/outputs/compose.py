"""The compose page: a form for every kind, with what it has to know of the briefings that are there already."""

import json
from collections.abc import Iterator

from scripts.library import Library
from scripts.load.placing import RESERVED_IDS
from scripts.model.kinds import KINDS
from scripts.page_meta import crumbs
from scripts.site import Artifact, Site
from scripts.templating import page

ADDRESS = "compose/"


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """compose/, and the list from which it takes ids that are free and instants that are later."""
    yield page(
        "pages/compose.md.j2",
        ADDRESS,
        {
            "title": "Write a briefing",
            "description": "A form that makes a briefing's file in your browser and sends it nowhere.",
            "layout": "compose",
            "search": False,
            "crumbs": crumbs(ADDRESS),
            "kinds": [{"folder": kind.folder, "label": kind.label, "about": kind.about} for kind in KINDS],
        },
    )
    yield Artifact(f"{ADDRESS}briefings.json", json.dumps(_known(library), ensure_ascii=False).encode())


def _known(library: Library) -> dict[str, object]:
    return {
        "reserved": sorted(RESERVED_IDS),
        "briefings": [
            {
                "kind": briefing.kind.folder,
                "id": briefing.id,
                "title": briefing.title,
                "added": briefing.front.added.isoformat(),
            }
            for briefing in library.briefings
        ],
    }
