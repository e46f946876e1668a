"""Writes artifacts and hand-written pages to the folder that mkdocs reads. Only what changed is touched."""

from collections.abc import Iterable
from pathlib import Path

from scripts.site import Artifact
from scripts.sources import HAND_WRITTEN, SourceFile

# Decisions are for whoever changes the code; they are read in the repository.
UNPUBLISHED = ("decisions/",)


class StageError(Exception):
    """The pages cannot be staged: two want one address, or one cannot be read. The message names them."""


def hand_written(pages: Iterable[SourceFile]) -> Iterable[Artifact]:
    """The pages of docs/ that are published, as artifacts."""
    for page in pages:
        path = page.path.removeprefix(f"{HAND_WRITTEN}/")
        if page.fault:
            raise StageError(f"{page.path}: {page.fault.message} {page.fault.fix or page.fault.rule.remedy}")
        if not path.startswith(UNPUBLISHED):
            yield Artifact(path, _readable(page))


def _readable(page: SourceFile) -> bytes:
    """The page's bytes. Raises StageError where mkdocs could not read them as text."""
    if page.path.endswith(".md"):
        try:
            page.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise StageError(f"{page.path}: This file is not UTF-8 text. Save it again as UTF-8.") from None
    return page.data


def stage(folder: Path, artifacts: Iterable[Artifact]) -> None:
    """Make `folder` hold exactly these files. Raises StageError when two share an address on any system."""
    expected: dict[str, Artifact] = {}
    for artifact in artifacts:
        key = artifact.path.casefold().replace("/index.md", ".md")
        if key in expected:
            raise StageError(f"Two pages want one address: {expected[key].path} and {artifact.path}.")
        expected[key] = artifact
    paths = {artifact.path: artifact.data for artifact in expected.values()}
    for old in sorted(folder.rglob("*"), reverse=True):
        name = old.relative_to(folder).as_posix()
        if old.is_symlink() or (old.is_file() and name not in paths):
            old.unlink()
        elif old.is_dir() and not any(old.iterdir()):
            old.rmdir()
    for name, data in paths.items():
        target = folder / name
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
