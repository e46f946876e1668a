"""The documents of a role's cascade: what a lead officer passes on, as an email and as a page to print."""

from scripts.cascade import FIRST, Cascade
from scripts.documents import Document, document
from scripts.site import Site
from scripts.wording import lower_first


def role_email(cascade: Cascade, site: Site) -> Document:
    """The email for a role."""
    return _document("packs/role-email.md.j2", cascade, site, FIRST)


def role_brief(cascade: Cascade, site: Site, *, first: int = FIRST) -> Document:
    """The page to print for a role, with so many messages in full."""
    return _document("packs/role-brief.md.j2", cascade, site, first)


def _document(template: str, cascade: Cascade, site: Site, first: int) -> Document:
    return document(
        template,
        site,
        key=cascade.key,
        title=f"For {lower_first(cascade.role.label)}: what is new, {cascade.quarter.label}",
        label="Messages to pass on",
        updated=cascade.updated,
        role=cascade.role,
        quarter=cascade.quarter,
        items=cascade.items[:first],
        more=cascade.items[first:],
        partnership=site.partnership,
    )
