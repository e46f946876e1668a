"""What a pack is made of, as a name: another name means that it has to be made again."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from scripts.packs import Pack

_SCRIPTS = Path(__file__).parent.parent
_CODE = ("press/*.py", "rich_text.py", "markdown_text.py", "templates/press/**/*")
_LIBRARIES = ("typst", "python-pptx", "css-inline", "markdown", "pymdown-extensions")
# A partnership's own slides take the place of ours.
OWN_SLIDES = "overrides/slides.pptx"


def press_fingerprint(root: Path) -> str:
    """Everything that makers use beside the pack itself: code, templates, fonts, libraries, a partnership's slides."""
    found = hashlib.sha256()
    for library in _LIBRARIES:
        found.update(f"{library}={version(library)};".encode())
    files = [file for pattern in _CODE for file in sorted(_SCRIPTS.glob(pattern)) if file.is_file()]
    for file in [*files, *filter(Path.is_file, [root / OWN_SLIDES])]:
        found.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def fingerprint(pack: Pack, machine: str) -> str:
    """The pack's own: its text, design and imprint, on this machine of makers."""
    # The path is left out, so that two packs of one text share their file.
    content = (machine, pack.design, pack.ending, pack.versions, pack.imprint)
    return hashlib.sha256(repr(content).encode()).hexdigest()[:40]
