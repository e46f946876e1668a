"""The feeds that there are: the whole site, each kind, each theme, each role."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import KINDS
from scripts.site import Site

NEWEST = 30


@dataclass(frozen=True)
class Channel:
    """One feed: its path without ending, what it is called, and its newest briefings, newest first."""

    path: str
    label: str
    group: str
    briefings: tuple[Briefing, ...]

    def title(self, site: Site) -> str:
        """What feed readers show."""
        return f"{site.settings.site_name}: {self.label}"

    def description(self, site: Site) -> str:
        """What the site is, and where to turn: a feed is read far from the page that says so."""
        contacts = "; ".join(f"{contact.label}: {contact.text}" for contact in site.partnership.worried)
        return f"{site.settings.site_description} Worried about a child? {contacts}."

    @property
    def anchor(self) -> str:
        """Its place on the subscribe page."""
        return self.path.removeprefix("feeds/").replace("themes/", "theme-").replace("roles/", "role-")


def channels(library: Library) -> Iterator[Channel]:
    """Every feed, in the order of the subscribe page. The order inside a feed is that of `added`."""
    newest = sorted(library.briefings, key=lambda briefing: briefing.front.added, reverse=True)

    def channel(path: str, label: str, group: str, briefings: Iterable[Briefing]) -> Channel:
        return Channel(path, label, group, tuple(briefings)[:NEWEST])

    yield channel("feeds/all", "Everything", "The whole site", newest)
    for kind in KINDS:
        of_kind = (briefing for briefing in newest if briefing.kind is kind)
        yield channel(f"feeds/{kind.folder}", kind.plural, "By kind", of_kind)
    for theme in library.vocabulary.themes.values():
        tagged = (briefing for briefing in newest if theme.id in briefing.front.all_themes)
        yield channel(f"feeds/themes/{theme.id}", theme.label, "By theme", tagged)
    for role in library.vocabulary.roles.values():
        spoken_to = (briefing for briefing in newest if role.id in briefing.front.for_roles)
        yield channel(f"feeds/roles/{role.id}", role.label, "By role", spoken_to)
