"""The files of a project as they are on disk: the one place that reads them."""

import os
from dataclasses import dataclass
from pathlib import Path

from scripts.problems import Fault, Rule

BRIEFINGS = "briefings"
SETTINGS = "mkdocs.yml"
HAND_WRITTEN = "docs"
MAX_FILE_BYTES = 512 * 1024

SYMLINK = Rule(
    "symlink",
    "Every file is a real file, not a link to another place.",
    "Replace the link by the file itself.",
)
TOO_LARGE = Rule(
    "file-too-large",
    "A briefing file is at most 512 KB.",
    "Keep the message; link to the long document instead of pasting it.",
)
UNREADABLE = Rule("unreadable", "Every file can be read.", "Ask whoever looks after the repository.")


@dataclass(frozen=True)
class SourceFile:
    """A file: its path relative to the root, and its bytes or what keeps them from being read."""

    path: str
    data: bytes = b""
    fault: Fault | None = None


@dataclass(frozen=True)
class SourceTree:
    """Everything a check needs from disk. `pages` are the hand-written pages below docs/."""

    settings: SourceFile
    briefings: tuple[SourceFile, ...]
    pages: tuple[SourceFile, ...] = ()


def read_tree(root: Path) -> SourceTree:
    """Read mkdocs.yml, briefings/ and docs/ below a root; hidden files are left out."""
    return SourceTree(
        settings=_read(root, root / SETTINGS),
        briefings=_read_folder(root, BRIEFINGS),
        pages=_read_folder(root, HAND_WRITTEN),
    )


def _read_folder(root: Path, name: str) -> tuple[SourceFile, ...]:
    found = []
    for folder, folders, files in os.walk(root / name):
        linked = [entry for entry in folders if (Path(folder) / entry).is_symlink()]
        folders[:] = [entry for entry in folders if not entry.startswith(".") and entry not in linked]
        found += [_read(root, Path(folder) / entry) for entry in files + linked if not entry.startswith(".")]
    return tuple(sorted(found, key=lambda file: file.path))


def _read(root: Path, path: Path) -> SourceFile:
    name = path.relative_to(root).as_posix()
    # A name that is not UTF-8 would break every report that mentions it.
    name = name.encode("utf-8", "replace").decode("utf-8")
    if path.is_symlink():
        return SourceFile(name, fault=Fault(SYMLINK, "This is a link to another place, not a file."))
    if path.exists() and not path.is_file():
        return SourceFile(name, fault=Fault(UNREADABLE, "This is neither a file nor a folder."))
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES and not name.startswith(HAND_WRITTEN):
            return SourceFile(name, fault=Fault(TOO_LARGE, f"This file has {size // 1024} KB."))
        return SourceFile(name, path.read_bytes())
    except OSError as error:
        return SourceFile(name, fault=Fault(UNREADABLE, f"This file cannot be read ({error.strerror})."))
