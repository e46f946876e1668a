"""The example files: broken ones beside the very report each must give, good ones that must give none.

`invalid/<kind>/<case>.md` and `valid/<kind>/*` are single briefings, `trees/<case>/` are whole folders; all are
checked together with the `shelf/`, a small collection of fictional briefings and words that they may refer to.
"""

from pathlib import Path

from scripts.load import load
from scripts.report import as_text
from scripts.rules import check
from scripts.sources import SourceFile, SourceTree, read_tree
from tests.conftest import ROOT, TODAY

EXAMPLES = ROOT / "tests" / "examples"
# These are named by their month or quarter; their examples are named by what is wrong with them.
NAMES = {"digests": "2024-01", "updates": "2026-q1"}

_SHELF = read_tree(EXAMPLES / "shelf")
_SETTINGS = SourceFile("mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes())
REPORT = "expected.txt"
ABSENT = "absent.txt"


def briefings(folder: str) -> list[Path]:
    """Every example briefing of a folder, in order."""
    return sorted(path for path in (EXAMPLES / folder).rglob("*") if path.is_file() and path.suffix != ".expected")


def trees() -> list[Path]:
    """Every example of several files, in order."""
    return sorted(path for path in (EXAMPLES / "trees").iterdir() if path.is_dir())


def name(path: Path) -> str:
    """What a test calls an example."""
    return path.relative_to(EXAMPLES).as_posix().partition("/")[2]


def report(path: Path) -> str:
    """What a check of an example prints."""
    return check_report(tree(path) if path.is_dir() else shelved(briefing(path)))


def briefing(path: Path) -> SourceFile:
    """An example briefing as a file of a collection."""
    stem = NAMES.get(path.parent.name, path.stem)
    return SourceFile(f"briefings/{path.parent.name}/{stem}{path.suffix}", path.read_bytes())


def shelved(*files: SourceFile, settings: SourceFile = _SETTINGS, without: frozenset[str] = frozenset()) -> SourceTree:
    """The shelf with files put on it, or others taken away."""
    known = {file.path: file for file in (*_SHELF.briefings, *files) if file.path not in without}
    return SourceTree(settings, tuple(known[path] for path in sorted(known)))


def tree(folder: Path) -> SourceTree:
    """An example of several files on the shelf; its absent.txt names files of the shelf that it goes without."""
    own = read_tree(folder)
    absent = folder / ABSENT
    without = frozenset(absent.read_text("utf-8").split()) if absent.exists() else frozenset()
    settings = own.settings if own.settings.data or _SETTINGS.path in without else _SETTINGS
    return shelved(*own.briefings, settings=settings, without=without)


def check_report(source: SourceTree) -> str:
    """The text report of a collection."""
    return as_text(check(load(source), TODAY))


def expected(path: Path) -> Path:
    """Where the report of an example stands."""
    return path / REPORT if path.is_dir() else path.with_suffix(".expected")
