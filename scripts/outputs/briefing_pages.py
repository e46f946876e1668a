"""One page for every briefing."""

from collections.abc import Iterator

from markupsafe import Markup

from scripts.bodies import linked_body
from scripts.grouping import by_addressee, by_base
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge, Digest, LocalGuidance, NationalReview, Publication
from scripts.page_meta import crumbs, feed, filters, search_terms
from scripts.site import Artifact, Site
from scripts.templating import gist, page
from scripts.wording import answer_label, stage_label


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each briefing, at its kind's folder and its id."""
    for briefing in library.briefings:
        yield page(
            f"pages/{briefing.kind.folder}.md.j2",
            briefing.address,
            _meta(briefing, library),
            briefing=briefing,
            front=briefing.front,
            body=Markup(linked_body(briefing)),  # noqa: S704  a body with anything active in it does not load
            meta_line=_meta_line(briefing, library),
            vocabulary=library.vocabulary,
            challenges=library.challenges_from.get(briefing.key, ()),
            guidance=library.guidance_from.get(briefing.key, ()),
            successor=library.by_key.get(briefing.front.superseded_by or ""),
            more=library.more_on(briefing.address, briefing.front.all_themes),
            neighbours=library.neighbours[briefing.address],
            answer_label=answer_label,
            stage_label=stage_label,
            **_own(briefing, library),
        )


def _own(briefing: Briefing, library: Library) -> dict[str, object]:
    """What only one kind's template needs."""
    front = briefing.front
    if isinstance(front, NationalReview):
        return {
            "recommendations": by_addressee(front.recommendations),
            "figure_groups": by_base(front.figures),
        }
    if isinstance(front, Publication):
        return {"figure_groups": by_base(front.figures)}
    if isinstance(front, Digest):
        return {"reviews": library.reviews_of[briefing.id]}
    if isinstance(front, Challenge | LocalGuidance):
        return {"origin": library.by_key.get(front.arises_from or "")}
    return {}


def _meta_line(briefing: Briefing, library: Library) -> str:
    front = briefing.front
    parts: tuple[str | None, ...] = ()
    if isinstance(front, Publication):
        parts = (library.vocabulary.publication_types[front.type].label, front.publisher)
    return " · ".join(part for part in (*parts, front.published.label) if part)


def _meta(briefing: Briefing, library: Library) -> dict[str, object]:
    front, kind = briefing.front, briefing.kind
    return {
        "title": briefing.title,
        "description": gist(front.summary),
        "kind": kind.label,
        "date_label": front.published.label,
        "date": front.published.start.isoformat(),
        "crumbs": crumbs(briefing.address, (kind.plural, f"{kind.folder}/")),
        "source": briefing.path,
        "status": "draft" if front.draft else "" if briefing.is_current else str(front.status),
        "updated": briefing.updated.date().isoformat(),
        "feeds": feed(kind.plural, f"feeds/{kind.folder}"),
        "filters": filters(
            library.vocabulary,
            kind=kind.label,
            date=front.published,
            themes=front.all_themes,
            roles=front.for_roles,
            ages=front.all_ages,
        ),
        "terms": search_terms(library.vocabulary, front.themes),
    }
