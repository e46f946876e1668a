"""One page for every case review of every digest."""

from collections.abc import Iterator

from scripts.cross_links import cross_links
from scripts.grouping import by_addressee
from scripts.library import CASE_REVIEW_LABEL, CASE_REVIEWS, DigestReview, Library
from scripts.page_meta import crumbs, feed, filters, search_terms
from scripts.site import Artifact, Site
from scripts.situations import ADDRESS, YOUNG, Situations, situations
from scripts.templating import gist, page
from scripts.unsaid import unsaid


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each case review, under its digest's month."""
    links = cross_links(library)
    collection = situations(library)
    for found in library.case_reviews:
        review = found.review
        yield page(
            "pages/case-review.md.j2",
            found.address,
            _meta(found, library),
            review=review,
            digest=found.digest,
            successor=library.by_key.get(found.digest.front.superseded_by or ""),
            meta_line=_meta_line(found),
            recommendations=by_addressee(review.recommendations),
            names=links.names.get(found.address, ()),
            vocabulary=library.vocabulary,
            more=library.more_on(found.address, review.themes),
            neighbours=library.neighbours[found.address],
            similar=_similar(found, collection),
            unsaid=unsaid(review, library.vocabulary.particulars) if found.digest.is_current else (),
        )


def _similar(found: DigestReview, collection: Situations) -> dict[str, object] | None:
    """The closest reviews, and what this one was compared by; nothing of a review that no longer holds."""
    situation = collection.by_address.get(found.address)
    if situation is None:
        return None
    return {
        "closest": collection.like(situation),
        "readings": situation.readings,
        "others": len(collection.case_reviews) - 1,
        "young": YOUNG,
        "picker": ADDRESS,
    }


def _meta_line(found: DigestReview) -> str:
    review = found.review
    partnership = "Published anonymously" if review.partnership == "anonymous" else review.partnership
    parts = (review.type or CASE_REVIEW_LABEL, partnership, str(review.year or ""))
    return " · ".join([*filter(None, parts), f"in the repository {found.digest.front.published.label}"])


def _meta(found: DigestReview, library: Library) -> dict[str, object]:
    digest, review = found.digest, found.review
    return {
        "title": review.title,
        "description": gist(review.summary),
        "kind": CASE_REVIEW_LABEL,
        "date_label": digest.front.published.label,
        "date": digest.front.published.start.isoformat(),
        "crumbs": crumbs(found.address, ("Case reviews", f"{CASE_REVIEWS}/"), (digest.title, digest.address)),
        "source": digest.path,
        "status": "draft" if digest.front.draft else "" if digest.is_current else str(digest.front.status),
        "updated": digest.updated.date().isoformat(),
        "feeds": feed(digest.kind.plural, f"feeds/{digest.kind.folder}"),
        "filters": filters(
            library.vocabulary,
            kind=CASE_REVIEW_LABEL,
            date=digest.front.published,
            themes=review.themes,
            roles=digest.front.for_roles,
            ages=review.ages,
        ),
        "terms": search_terms(library.vocabulary, review.themes),
    }
