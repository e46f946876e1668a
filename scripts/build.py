"""The whole path: check, compile, stage, render, index, verify, swap. Nothing changes on failure."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from scripts.library import Library
from scripts.load import load
from scripts.outputs import compile_all
from scripts.packs import all_packs
from scripts.press import PackError, Progress, press, quiet
from scripts.problems import Problem, has_errors
from scripts.render import RenderError, render
from scripts.rules import check
from scripts.search_index import SearchIndexError, index, take_out_notes, write_index
from scripts.site import Site
from scripts.sources import read_tree
from scripts.stage import StageError, hand_written, stage
from scripts.swap import beside, is_replaceable, recover, swap
from scripts.verify import verify


class BuildError(Exception):
    """The site was not built, and the old one stands; the message says why."""


@dataclass(frozen=True)
class Built:
    """A finished build: the warnings on the way, and how many files were read."""

    problems: tuple[Problem, ...]
    files: int


class CheckError(BuildError):
    """The collection has errors."""

    def __init__(self, problems: tuple[Problem, ...], files: int) -> None:
        super().__init__("The site was not built, because of the errors above; the old one stands.")
        self.problems, self.files = problems, files


def build(root: Path, target: Path, today: date, *, drafts: bool = False, progress: Progress = quiet) -> Built:
    """Build the site of `root` at `target`. Raises BuildError; then `target` is as it was.

    With `drafts`, it is a preview: drafts are shown, and the pages may be reloaded by a live server.
    """
    # A link to the published folder stays; what it leads to is replaced.
    root, target = root.absolute(), target.resolve()
    collection = load(read_tree(root))
    problems = check(collection, today)
    if collection.settings is None:
        raise CheckError(problems, len(collection.files))
    if not is_replaceable(target):
        raise BuildError(f"{target} holds something other than a built site. Choose an empty or a new folder.")
    staged = root / "build" / ("preview-docs" if drafts else "docs")
    try:
        staged.parent.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(staged.with_suffix(".lock"), timeout=0):
            recover(target)
            if has_errors(problems):
                raise CheckError(problems, len(collection.files))
            library = Library.of(collection.briefings, collection.vocabulary, drafts=drafts)
            site = Site(collection.settings, today)
            packs = press(all_packs(library, site), root, progress)
            stage(staged, [*compile_all(library, site), *packs, *hand_written(collection.pages)])
            output = beside(target)
            try:
                render(root, staged, output, library.newest_update, preview=drafts)
                _finish(output, site)
            except BaseException:
                # What is left of a failed build must not fill the disk.
                shutil.rmtree(output, ignore_errors=True)
                raise
            swap(target)
    except Timeout:
        raise BuildError("Another build is at work here. Wait until it has finished, then try again.") from None
    except (RenderError, PackError, SearchIndexError, StageError) as error:
        raise BuildError(f"{error}\nThe site was not built; the old one stands.") from error
    except OSError as error:
        words = f"{error.strerror}: {error.filename}" if error.filename else error.strerror or str(error)
        raise BuildError(f"{words}\nThe site could not be written; the old one stands.") from error
    return Built(problems, len(collection.files))


def _finish(output: Path, site: Site) -> None:
    """Index and verify what was rendered. Raises BuildError where it must not be published."""
    notes = take_out_notes(output)
    with ThreadPoolExecutor(max_workers=1) as beside_us:
        # Pagefind works in a process of its own; meanwhile the pages are verified.
        search_files = beside_us.submit(index, output, notes)
        findings = verify(output, site.root)
    if findings:
        raise BuildError("\n".join(map(str, findings)) + "\nThe site was not published; the old one stands.")
    write_index(output, search_files.result())
