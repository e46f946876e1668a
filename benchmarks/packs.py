"""Prints how many packs there are, how big, and how long they take, cold and warm: python -m benchmarks.packs [FOLDER].

FOLDER is another tree with briefings/ and mkdocs.yml; without it, this project's own content is packed.
"""

import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from scripts.cli.options import utc_today
from scripts.library import Library
from scripts.load import load
from scripts.packs import Pack, all_packs
from scripts.press import press
from scripts.site import Artifact, Site
from scripts.sources import read_tree
from tests.conftest import ROOT


def main() -> None:
    """Pack a collection twice and print the figures."""
    collection = load(read_tree(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT))
    if collection.settings is None:
        sys.exit("mkdocs.yml cannot be read.")
    site = Site(collection.settings, utc_today())
    started = time.monotonic()
    packs = tuple(all_packs(Library.of(collection.briefings, collection.vocabulary), site))
    print(f"{len(packs)} packs of {len(collection.files)} files; their texts: {time.monotonic() - started:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        cold, made = timed(packs, Path(folder))
        warm, again = timed(packs, Path(folder))
    if made != again:
        sys.exit("A pack came out of the cache with other bytes.")
    print(f"cold {cold:.1f} s, warm {warm:.2f} s")
    for name, sizes in by_design(packs, made).items():
        total, median, most = sum(sizes) / 1e6, statistics.median(sizes) / 1024, max(sizes) / 1024
        print(f"  {name:18} {len(sizes):5}   {total:7.1f} MB   {median:6.0f} KB median   {most:6.0f} KB largest")


def timed(packs: tuple[Pack, ...], root: Path) -> tuple[float, list[Artifact]]:
    """Seconds that the press takes, and what it made."""
    started = time.monotonic()
    made = list(press(packs, root))
    return time.monotonic() - started, made


def by_design(packs: tuple[Pack, ...], made: list[Artifact]) -> dict[str, list[int]]:
    """The sizes of what was made, by design and format; together at the end."""
    sizes: dict[str, list[int]] = defaultdict(list)
    for pack, artifact in zip(packs, made, strict=True):
        sizes[f"{pack.design} ({pack.ending})"].append(len(artifact.data))
    sizes["all"] = [len(artifact.data) for artifact in made]
    return sizes


if __name__ == "__main__":
    main()
