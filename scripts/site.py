"""What every output needs to know of the site, and the artifacts that outputs make."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scripts.markdown_text import BodyRenderer
from scripts.settings import Partnership, Settings


@dataclass(frozen=True)
class Artifact:
    """A file to stage: its path relative to build/docs, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Site:
    """The site's settings with what is derived from them, and the day on which it is built."""

    settings: Settings
    today: date

    @property
    def partnership(self) -> Partnership:
        """The partnership that runs the site."""
        return self.settings.partnership

    @property
    def root(self) -> str:
        """The absolute address of the home page, ending with a slash."""
        return self.settings.site_url

    @cached_property
    def renderer(self) -> BodyRenderer:
        """Renders bodies for feeds with the extensions that mkdocs uses for pages."""
        return BodyRenderer(self.settings.markdown_extensions)
