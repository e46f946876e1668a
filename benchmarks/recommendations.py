"""Prints how long the register takes for a number of made-up recommendations: python -m benchmarks.recommendations.

Times are of the processor, so that other work on the machine does not count. The reviews are those of the other
benchmarks: each has three or four recommendations, ten in three reviews, for 400 addressees.
"""

import sys
import tempfile
import time
from pathlib import Path

from scripts.data.recommendation_table import recommendations
from scripts.library import Library
from scripts.load import load
from scripts.markdown_text import BodyRenderer
from scripts.outputs import recommendation_pages
from scripts.site import Site
from scripts.sources import read_tree
from tests.conftest import TODAY, copy_project
from tests.generate import write_reviews


def main() -> None:
    """Measure each number of recommendations given on the command line."""
    for number in map(int, sys.argv[1:] or ["2500", "5000", "10000"]):
        with tempfile.TemporaryDirectory() as folder:
            measure(copy_project(Path(folder) / "project", content=False), number)


def measure(root: Path, number: int) -> None:
    """Compile the register of that many recommendations and print the figures."""
    reviews = number * 3 // 10
    write_reviews(root, reviews)
    collection = load(read_tree(root))
    if collection.settings is None:
        sys.exit("mkdocs.yml cannot be read.")
    library, site = Library.of(collection.briefings, collection.vocabulary), Site(collection.settings, TODAY)
    started = time.process_time()
    made = list(recommendation_pages.compile(library, site))
    compiled = time.process_time()
    table = recommendations(library, site)
    csv = len(table.data)
    tabled = time.process_time()
    renderer = BodyRenderer(collection.settings.markdown_extensions)
    pages = [artifact for artifact in made if artifact.path.endswith(".md")]
    for page in pages:
        renderer.raw(page.data.decode().partition("\n---\n")[2])
    rendered = time.process_time()
    searched = next(len(artifact.data) for artifact in made if artifact.path.endswith(".json"))
    heaviest = max(len(page.data) for page in pages)
    print(f"{len(table.rows):6,} recommendations of {reviews:,} reviews: {len(pages):,} pages")
    print(f"  compiled in {compiled - started:5.2f} s, its table in {tabled - compiled:5.2f} s")
    print(f"  Markdown to HTML {rendered - tabled:5.2f} s")
    print(f"  search file {searched / 1e6:.2f} MB, table {csv / 1e6:.2f} MB, ", end="")
    print(f"heaviest page {heaviest / 1024:.0f} KB staged")


if __name__ == "__main__":
    main()
