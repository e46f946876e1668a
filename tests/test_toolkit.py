"""A theme with a Spotlight has a toolkit: everything that still holds on it, the best first. Another has a list."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from scripts.build import build
from scripts.library import Library
from scripts.load import load
from scripts.model.briefing import Briefing
from scripts.routes import BRIEFING_ROUTES
from scripts.sources import read_tree
from scripts.toolkit import toolkit
from tests.conftest import ROOT, TODAY, copy_project, serving
from tests.test_accessibility import faults_by_day_and_night
from tests.theming import EMPTY, PLAIN, THEME, UNTAUGHT, all_leads, article, leads, made, says, section
from tests.visits import PHONE, visit, words

MOST_BYTES = 25 * 1024
PACKS = (f"packs/themes/{THEME}.pptx", f"packs/themes/{THEME}.pdf")


def library_of(root: Path) -> Library:
    collection = load(read_tree(root))
    return Library.of(collection.briefings, collection.vocabulary)


REAL = library_of(ROOT)
WITH_TOOLKIT = sorted({one.front.themes[0] for one in REAL.of_kind("spotlights") if one.is_current})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = made(copy_project(tmp_path_factory.mktemp("toolkit") / "project", content=False))
    build(root, root / "site", TODAY)
    return root / "site"


def theme_page(site: Path, theme: str) -> Path:
    return site / "themes" / theme / "index.html"


def addresses(briefings: tuple[Briefing, ...], theme: str) -> list[str]:
    return sorted(one.address for one in briefings if one.is_current and theme in one.front.themes)


@pytest.mark.parametrize("theme", WITH_TOOLKIT)
def test_a_toolkit_holds_all_that_the_collection_has_on_its_theme(site: Path, theme: str) -> None:
    page = article(theme_page(site, theme))
    for folder, heading in (("national-reviews", "National reviews"), ("publications", "Publications")):
        assert sorted(leads(section(page, heading))) == addresses(REAL.of_kind(folder), theme)
    practice = (*REAL.of_kind("local-guidance"), *REAL.of_kind("good-practice"))
    assert sorted(leads(section(page, "Local guidance and good practice"))) == addresses(practice, theme)
    assert sorted(leads(section(page, "Questions"))) == addresses(REAL.of_kind("challenges"), theme)
    reviews = [one for one in REAL.case_reviews if one.digest.is_current and theme in one.review.themes]
    assert leads(section(page, "Case reviews")) == [one.address for one in reviews][:25]
    (spotlight,) = (one for one in REAL.of_kind("spotlights") if one.is_current and one.front.themes == (theme,))
    text = words(page.text_content())
    for line in (spotlight.front.summary, *spotlight.front.key_messages, *spotlight.front.discussion):
        assert text.count(words(line)) == 1
    taken = leads(section(page, "Take it with you"))
    assert [place for place in taken if "themes/" in place] == [f"packs/themes/{theme}.{e}" for e in ("pptx", "pdf")]
    assert {route.address(spotlight.key) for route in BRIEFING_ROUTES} <= set(taken)


@pytest.mark.parametrize("theme", WITH_TOOLKIT)
def test_a_toolkit_is_light_and_its_spotlight_and_it_lead_to_each_other(site: Path, theme: str) -> None:
    assert theme_page(site, theme).stat().st_size < MOST_BYTES
    for spotlight in (one for one in REAL.of_kind("spotlights") if one.front.themes == (theme,)):
        there = article(site / spotlight.address / "index.html")
        assert f"themes/{theme}/" in all_leads(there)
        here = article(theme_page(site, theme))
        assert spotlight.address in all_leads(here)


def test_reviews_about_the_theme_stand_before_newer_ones_that_touch_it(built: Path) -> None:
    page = article(theme_page(built, THEME))
    assert leads(section(page, "National reviews")) == ["national-reviews/older/", "national-reviews/newer/"]
    assert "First the reviews that name this theme" in says(section(page, "National reviews"))


def test_figures_keep_their_bases_and_come_only_where_they_are_about_the_theme(built: Path) -> None:
    text = says(section(article(theme_page(built, THEME)), "Figures"))
    for base, figures in (
        ("200 children", "30% were seen late 40% were seen early"),
        ("300 children", "50% had siblings"),
        ("100 homes", "20% of homes with neglect"),
    ):
        assert f"{figures} Of {base} · 2024 · Source: Made-up report" in text
    assert "babies" not in text


def test_a_challenge_question_stands_with_its_state(built: Path) -> None:
    text = says(section(article(theme_page(built, THEME)), "Questions"))
    assert "Seeing homes Considering · How often do we see homes?" in text


def test_what_no_longer_holds_is_kept_for_the_record_and_nowhere_else(built: Path) -> None:
    page = article(theme_page(built, THEME))
    past = leads(section(page, "What no longer holds"))
    assert past == ["publications/old/", "publications/gone/", "case-reviews/2024-12/gone/"]
    assert [place for place in all_leads(page) if place in past] == past


def test_a_theme_without_a_spotlight_has_a_list_with_its_packs(built: Path) -> None:
    page = article(theme_page(built, PLAIN))
    assert leads(section(page, "Publications")) == ["publications/paper/"]
    assert leads(section(page, "Case reviews")) == ["case-reviews/2025-01/c/"]
    assert not section(page, "Take it with you")
    assert leads(section(page, "For a training session or a team meeting")) == [
        f"packs/themes/{PLAIN}.pptx",
        f"packs/themes/{PLAIN}.pdf",
    ]


def test_a_theme_on_which_nothing_is_said_is_listed_without_packs(built: Path) -> None:
    page = article(theme_page(built, UNTAUGHT))
    assert leads(section(page, "Publications")) == ["publications/paper/"]
    assert not [place for place in all_leads(page) if "packs/" in place]


def test_a_theme_without_anything_offers_nothing(built: Path) -> None:
    page = article(theme_page(built, EMPTY))
    assert "Nothing is tagged with this theme yet." in words(page.text_content())
    assert not [place for place in all_leads(page) if "packs/" in place]
    assert sorted(path.name for path in (built / "packs" / "themes").iterdir() if EMPTY in path.name) == []


def test_a_spotlight_that_no_longer_holds_makes_no_toolkit(tmp_path: Path) -> None:
    root = made(copy_project(tmp_path / "project", content=False))
    path = root / "briefings/spotlights/on-neglect.md"
    fields = 'status: "withdrawn"\nwithdrawn_on: "2025-03-20"\nreason: "Wrong."\n'
    path.write_text(path.read_text("utf-8").replace("themes:", f"{fields}themes:"), "utf-8")
    library = library_of(root)
    assert not library.by_key["spotlights/on-neglect"].is_current
    assert toolkit(library.vocabulary.themes[THEME], library) is None


def test_the_facilitators_pack_downloads_from_the_page(browser: Browser, built: Path) -> None:
    with serving(built) as server, visit(browser, server, viewport=PHONE) as page:
        page.goto(f"themes/{THEME}/")
        page.get_by_role("link", name="slides, PDF and email").click()
        expect(page.get_by_role("heading", name="Take it with you")).to_be_in_viewport()
        for name, kind in (("Facilitator's slides", b"PK"), ("Handout for participants", b"%PDF")):
            address = page.get_by_role("link", name=name).get_attribute("href")
            assert address
            assert (built / "themes" / THEME / address).resolve().read_bytes().startswith(kind)


@pytest.mark.parametrize("theme", WITH_TOOLKIT)
def test_axe_finds_nothing_serious_on_a_toolkit(browser: Browser, server: str, theme: str) -> None:
    with visit(browser, server, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto(f"themes/{theme}/")
        assert faults_by_day_and_night(page) == {}
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
