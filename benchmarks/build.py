"""Prints build time and page weight for a number of made-up case reviews: python -m benchmarks.build 300 3000."""

import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import copy_project
from tests.generate import write_reviews


def main() -> None:
    """Measure each number of reviews given on the command line."""
    for number in map(int, sys.argv[1:] or ["300", "3000"]):
        with tempfile.TemporaryDirectory() as folder:
            measure(copy_project(Path(folder) / "project", content=False), number)


def measure(root: Path, number: int) -> None:
    """Build a project of that many reviews three ways and print the figures."""
    write_reviews(root, number)
    full = timed("scripts.cli", "build", "--root", str(root))
    again = timed("scripts.cli", "build", "--root", str(root))
    bare = timed(
        "mkdocs", "build", "--quiet", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(root / "bare")
    )
    pages = list((root / "site").rglob("*.html"))
    reviews = sorted(path.stat().st_size for path in (root / "site" / "case-reviews").glob("*/*/index.html"))
    digests = sorted(path.stat().st_size for path in (root / "site" / "digests").glob("*/index.html"))
    largest = max(pages, key=lambda path: path.stat().st_size)
    weight = sum(path.stat().st_size for path in (root / "site").rglob("*") if path.is_file())
    print(f"{number} case reviews: {len(pages)} pages, {weight / 1e6:.0f} MB")
    print(f"  full build       {full:6.1f} s   (again, nothing changed: {again:.1f} s)")
    print(f"  mkdocs alone     {bare:6.1f} s   on the same staged folder")
    print(f"  ratio            {again / bare:6.2f}     (at most 2 is wanted; {full / bare:.2f} when every pack is new)")
    print(f"  case review page {statistics.median(reviews) / 1024:6.1f} KB median, {reviews[-1] / 1024:.1f} KB largest")
    print(f"  digest page      {statistics.median(digests) / 1024:6.1f} KB median, {digests[-1] / 1024:.1f} KB largest")
    name = re.sub(r"index\.html$", "", largest.relative_to(root / "site").as_posix())
    print(f"  heaviest page    {largest.stat().st_size / 1024:6.1f} KB  {name}")


def timed(*module: str) -> float:
    """Seconds that a command takes. Raises CalledProcessError if it fails."""
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", *module], check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own commands
    return time.monotonic() - started


if __name__ == "__main__":
    main()
