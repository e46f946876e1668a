"""What a pack is made of, as a name: another name means that it has to be made again."""

import hashlib
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from scripts.packs import Pack

_SCRIPTS = Path(__file__).parent.parent
_CODE = (
    *("press/*.py", "colours.py", "rich_text.py", "markdown_text.py", "links.py", "model/dates.py"),
    *(f"documents/{name}.py" for name in ("__init__", "letter", "plain_text", "block_markup")),
    *("templating.py", "templates/press/**/*", "templates/packs/blocks.html.j2", "templates/packs/letter/*"),
)
_LIBRARIES = (
    *(
        "typst",
        "pypdfium2",
        "python-pptx",
        "python-docx",
        "pillow",
        "lxml",
        "css-inline",
        "jinja2",
        "markdown",
        "pymdown-extensions",
    ),
    "babel",
)
# A partnership's own slides take the place of ours.
OWN_SLIDES = "overrides/slides.pptx"


def press_fingerprints(root: Path) -> Mapping[str, str]:
    """For each format everything that makers use beside the pack itself: code, templates, fonts, libraries."""
    found = hashlib.sha256()
    for library in _LIBRARIES:
        found.update(f"{library}={version(library)};".encode())
    for file in press_code():
        found.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    ours = found.hexdigest()
    own = root / OWN_SLIDES
    slides = hashlib.sha256(own.read_bytes()).hexdigest() if own.is_file() else ""
    return {"pdf": ours, "docx": ours, "eml": ours, "pptx": ours + slides}


def press_code() -> Iterator[Path]:
    """The files of code, templates and fonts that makers use."""
    for pattern in _CODE:
        yield from (file for file in sorted(_SCRIPTS.glob(pattern)) if file.is_file())


def fingerprint(pack: Pack, press: str) -> str:
    """The pack's own: its text, design and imprint, as this press makes it."""
    # The path is left out, so that two packs of one text share their file.
    content = (press, pack.design, pack.ending, pack.versions, pack.imprint, pack.most_pages)
    return hashlib.sha256(repr(content).encode()).hexdigest()[:40]
