"""A pack: a file to take away, described but not yet made."""

from dataclasses import dataclass

from scripts.documents import Document, Imprint


@dataclass(frozen=True)
class Pack:
    """A file at `path` below the site's root, in the design of that name; its ending tells the format.

    Versions stand fullest first: the first that fits its purpose is taken, else the last. A PDF fits on as many pages
    as `most_pages` says: two, which a manager prints for a team meeting on one sheet, unless it is for something else.
    """

    path: str
    design: str
    versions: tuple[Document, ...]
    imprint: Imprint
    most_pages: int = 2

    @property
    def key(self) -> str:
        """What it is about: kind/id."""
        return self.versions[0].key

    @property
    def ending(self) -> str:
        """The format: pdf, pptx, docx or eml."""
        return self.path.rpartition(".")[2]
