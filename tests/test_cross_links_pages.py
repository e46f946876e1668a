"""Both pages lead to each other: what a text names, and what it is named in."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.outputs import briefing_pages, case_review_pages
from scripts.outputs.briefing_pages import NAMED_IN
from tests.conftest import ROOT, copy_project
from tests.made_up import briefing, publication
from tests.reading import library_of, site_of

# Short titles of the real collection that no sentence holds by chance, as their capitals stand.
PLAIN_TITLES = {
    "national-reviews/the-myth-of-invisible-men/": "The Myth of Invisible Men",
    "national-reviews/it-was-hard-to-escape/": "It Was Hard to Escape",
    "national-reviews/out-of-routine/": "Out of Routine",
}
FEWEST_NAMINGS = 5
NO_TEXTS = {"title", "sources", "figures", "reviews", "stages"}


def pages(root: Path) -> Mapping[str, str]:
    """The staged text of every briefing's and case review's page, by its address."""
    library, site = library_of(root), site_of(root)
    made = (*briefing_pages.compile(library, site), *case_review_pages.compile(library, site))
    return {page.path.removesuffix("index.md"): page.data.decode() for page in made}


def links(address: str, text: str) -> list[str]:
    """Where a page's text leads on this site, from the root."""
    targets = (target for target in re.findall(r"\]\(([^)\s]+)\)", text) if ":" not in target)
    return [posixpath.normpath(posixpath.join("/", address, target))[1:] + "/" for target in targets]


def listed(address: str, text: str, what: str) -> list[str]:
    """Where a page's line “Named here” or “Named in” leads."""
    return [link for line in re.findall(rf"^(?:- )?{what}: .*$", text, re.MULTILINE) for link in links(address, line)]


@pytest.fixture(scope="module")
def real_pages() -> Mapping[str, str]:
    return pages(ROOT)


def test_the_review_that_a_recommendation_names_and_the_review_itself_lead_to_each_other(
    real_pages: Mapping[str, str],
) -> None:
    case, review = "case-reviews/2024-01/c101/", "national-reviews/the-myth-of-invisible-men/"
    assert "“The myth of invisible men” (2021)" in real_pages[case].replace("&#40;", "(")
    assert listed(case, real_pages[case], "Named here") == [review]
    assert case in listed(review, real_pages[review], "Named in")


def naming(words: str) -> Iterator[str]:
    """The addresses of texts that hold these words, read without the compiler; titles and sources are no texts."""
    for path in sorted((ROOT / "briefings").glob("*/[!_]*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        fields: dict[str, Any] = yaml.safe_load(front)
        address = f"{path.parent.name}/{path.stem}/"
        for review in fields.get("reviews", ()):
            if holds(words, strings(review)):
                yield f"case-reviews/{path.stem}/{review['id']}/"
        texts = {name: value for name, value in fields.items() if name not in NO_TEXTS}
        if path.parent.name != "updates" and holds(words, (*strings(texts), re.sub(r"\]\([^)]*\)", "", body))):
            yield address


def strings(value: object) -> Iterator[str]:
    """Every text within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def holds(words: str, texts: Iterable[str]) -> bool:
    """Whether the words stand in one of the texts with these capitals, or in quotation marks with any."""
    return any(
        words in plain or f"“{words.casefold()}”" in plain.casefold() for plain in (" ".join(t.split()) for t in texts)
    )


@pytest.mark.parametrize(("review", "title"), PLAIN_TITLES.items())
def test_every_text_that_holds_a_plain_title_and_its_review_lead_to_each_other(
    real_pages: Mapping[str, str], review: str, title: str
) -> None:
    found = [address for address in naming(title) if address != review]
    assert len(found) >= FEWEST_NAMINGS
    back = {*links(review, real_pages[review])}
    if (more := f"{review}named-in/") in real_pages:
        back |= {*links(more, real_pages[more])}
    for address in found:
        assert review in links(address, real_pages[address]), address
        assert address in back, address


def test_no_page_is_named_here_that_the_text_leads_to_anyway(real_pages: Mapping[str, str]) -> None:
    for address, text in real_pages.items():
        # Set small, and not read by the search: these titles are other pages'.
        assert all(
            address.startswith("case") or end == "{: .meta }"
            for end in re.findall(r"^Named (?:here|in): .*\n(.*)", text, re.M)
        )
        own = links(address, text.partition('<aside class="more"')[0])
        for link in (*listed(address, text, "Named here"), *listed(address, text, "Named in")):
            assert own.count(link) == 1, (address, link)


def test_what_is_named_here_leads_back(real_pages: Mapping[str, str]) -> None:
    for address, text in real_pages.items():
        for named in listed(address, text, "Named here"):
            more = real_pages.get(f"{named}named-in/", "")
            assert address in (*links(named, real_pages[named]), *links(f"{named}named-in/", more))


def digest(number: int, texts: Iterable[str], **fields: object) -> str:
    reviews = [
        {"id": f"review-{place}", "title": f"Child {place}", "summary": "A summary.", "recommendations": [text]}
        for place, text in enumerate(texts)
    ]
    front = {"themes": [], "month": f"2024-{number:02}", "published": f"2024-{number:02}", "reviews": reviews}
    return briefing(number, "", **(front | fields))


DOORS = "national-reviews/doors/"
FILES = {
    "briefings/national-reviews/doors.md": briefing(
        20,
        "As The Weight of Closed Doors said itself. See also [the guide](../publications/guide.md).",
        title="The Weight of Closed Doors: Safeguarding children in temporary homes",
    ),
    "briefings/publications/guide.md": publication(21, "It follows The Weight of Closed Doors."),
    "briefings/publications/linking.md": publication(
        22, "It follows [The Weight of Closed Doors](../national-reviews/doors.md)."
    ),
    "briefings/publications/sourced.md": publication(
        23,
        "It follows The Weight of Closed Doors.",
        sources=[{"title": "The Weight of Closed Doors", "url": "https://www.example.org/doors.pdf"}],
    ),
    "briefings/publications/landing.md": publication(
        24,
        "It follows The Weight of Closed Doors.",
        sources=[{"title": "The Weight of Closed Doors", "landing_url": "https://www.example.org/"}],
    ),
    "briefings/publications/old.md": publication(
        25, "It followed The Weight of Closed Doors.", title="Old Ways", status="superseded", superseded_by="guide"
    ),
    "briefings/publications/reading.md": publication(26, "They read “Old Ways”."),
    "briefings/challenges/asked.md": briefing(
        27, question="Did we read Out of Step?", arises_from="doors", status_of_answer="not-started",
        summary="A question from The Weight of Closed Doors.",
    ),
    "briefings/digests/2024-01.md": digest(1, ["Circulate The Weight of Closed Doors."] * NAMED_IN),
    "briefings/digests/2024-02.md": digest(
        2, ["Circulate The Weight of Closed Doors."], status="withdrawn", withdrawn_on="2024-03-01", reason="Wrong."
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    root = copy_project(tmp_path_factory.mktemp("links") / "project", content=False)
    for name, text in FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    assert len(library_of(root).briefings) == len(FILES)
    return pages(root)


def test_a_page_names_here_only_what_it_does_not_lead_to(made_up: Mapping[str, str]) -> None:
    named = {address: found for address, text in made_up.items() if (found := listed(address, text, "Named here"))}
    reviews = [
        *(f"case-reviews/2024-01/review-{place}/" for place in range(NAMED_IN)),
        "case-reviews/2024-02/review-0/",
    ]
    assert named == {
        # It is a source by the page around it alone, which is not the document.
        "publications/landing/": [DOORS],
        "publications/guide/": [DOORS],
        "publications/old/": [DOORS],
        # What was superseded leads to what took its place.
        "publications/reading/": ["publications/guide/"],
        **{address: [DOORS] for address in reviews},
    }


def test_what_names_a_page_is_listed_up_to_a_bound_and_counted(made_up: Mapping[str, str]) -> None:
    page, whole = made_up[DOORS], links(f"{DOORS}named-in/", made_up[f"{DOORS}named-in/"])
    # Left out: itself, what its text or its questions lead to, what was withdrawn or superseded.
    naming = {f"case-reviews/2024-01/review-{place}/" for place in range(NAMED_IN)}
    naming |= {"publications/linking/", "publications/sourced/", "publications/landing/"}
    assert {link for link in whole if link not in ("", "/", DOORS)} == naming
    shown = listed(DOORS, page, "Named in")
    assert {*shown[:-1]} < naming
    assert len(shown[:-1]) == NAMED_IN
    assert shown[-1] == f"{DOORS}named-in/"
    assert f"and {len(naming) - NAMED_IN} more" in page


def test_a_page_that_little_names_has_no_list_of_its_own(made_up: Mapping[str, str]) -> None:
    assert [address for address in made_up if address.endswith("/named-in/")] == [f"{DOORS}named-in/"]
    assert listed("publications/guide/", made_up["publications/guide/"], "Named in") == ["publications/reading/"]
