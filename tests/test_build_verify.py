"""The last check before publication finds every kind of damage in a rendered site, and nothing in a sound one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.build import build
from scripts.verify import Finding, verify
from tests.conftest import TODAY, copy_project
from tests.hostile import front_matter

ROOT_URL = "https://briefings.example.org/"
PAGE = "good-practice/made-up/index.html"
MADE_UP = {
    "title": "Made up",
    "summary": "A made-up example.",
    "published": "2026",
    "added": "2026-11-22T09:00:00+00:00",
    "themes": ["neglect"],
}
NOT_THERE = "It links to a page that is not there: "
NO_PLACE = "It links to a place that the page does not have: "
FOREIGN = "It fetches something from another website: "
NO_FILE = "It uses a file that is not there: "
MALFORMED = "This feed is not well-formed."
HOST = "https://elsewhere.example/"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("verify") / "project", content=False)
    (root / "briefings" / "good-practice").mkdir()
    (root / "briefings" / "good-practice" / "made-up.md").write_text(front_matter(MADE_UP), "utf-8")
    build(root, root / "site", TODAY)
    return root / "site"


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sound, tmp_path / "site")


def test_the_real_site_is_sound(site: Path) -> None:
    assert verify(site, ROOT_URL) == []


def test_a_small_site_is_sound(sound: Path) -> None:
    assert verify(sound, ROOT_URL) == []


@pytest.mark.parametrize(
    ("added", "message"),
    [
        ('<a href="../gone/">x</a>', NOT_THERE + "../gone/"),
        ('<a href="../../no/such/page/">x</a>', NOT_THERE + "../../no/such/page/"),
        ('<a href="/themes/no-such-theme/">x</a>', NOT_THERE + "/themes/no-such-theme/"),
        (f'<a href="{ROOT_URL}gone/">x</a>', f"{NOT_THERE}{ROOT_URL}gone/"),
        ('<a href="//briefings.example.org/gone/">x</a>', NOT_THERE + "//briefings.example.org/gone/"),
        ('<a href="made-up.md">x</a>', NOT_THERE + "made-up.md"),
        ('<a href="../../feeds/gone.xml">x</a>', NOT_THERE + "../../feeds/gone.xml"),
        ('<link rel="alternate" href="../../feeds/gone.atom">', NOT_THERE + "../../feeds/gone.atom"),
        ('<a href="#gone">x</a>', NO_PLACE + "#gone"),
        ('<a href="../../themes/neglect/#gone">x</a>', NO_PLACE + "../../themes/neglect/#gone"),
        ('<a href="../../subscribe/#theme-gone">x</a>', NO_PLACE + "../../subscribe/#theme-gone"),
        ('<img src="../gone.png" alt="">', NO_FILE + "../gone.png"),
        ('<link rel="stylesheet" href="../../assets/gone.css">', NO_FILE + "../../assets/gone.css"),
        (f'<script src="{HOST}a.js"></script>', f"{FOREIGN}{HOST}a.js"),
        ('<script src="//elsewhere.example/a.js"></script>', FOREIGN + "//elsewhere.example/a.js"),
        (f'<img src="{HOST}a.png" alt="">', f"{FOREIGN}{HOST}a.png"),
        (f'<img srcset="{HOST}a.png 2x" src="data:image/png;base64,AA==" alt="">', f"{FOREIGN}{HOST}a.png"),
        (f'<iframe src="{HOST}"></iframe>', f"{FOREIGN}{HOST}"),
        (f'<object data="{HOST}a"></object>', f"{FOREIGN}{HOST}a"),
        (f'<video poster="{HOST}a.png"></video>', f"{FOREIGN}{HOST}a.png"),
        (f'<video><track src="{HOST}a.vtt"></video>', f"{FOREIGN}{HOST}a.vtt"),
        (f'<input type="image" src="{HOST}a.png" alt="a">', f"{FOREIGN}{HOST}a.png"),
        (f'<svg><image href="{HOST}a.png"/></svg>', f"{FOREIGN}{HOST}a.png"),
        (f'<link rel="preconnect" href="{HOST}">', f"{FOREIGN}{HOST}"),
        (f'<link rel="DNS-prefetch" href="{HOST}">', f"{FOREIGN}{HOST}"),
        (f'<link rel="Stylesheet" href="{HOST}a.css">', f"{FOREIGN}{HOST}a.css"),
        (f"<style>@import '{HOST}a.css';</style>", f"{FOREIGN}{HOST}a.css"),
        (f'<p style="background: url({HOST}a.png)">x</p>', f"{FOREIGN}{HOST}a.png"),
    ],
)
def test_a_damaged_page_is_found(copy: Path, added: str, message: str) -> None:
    page = copy / PAGE
    page.write_text(page.read_text("utf-8").replace("</main>", f"{added}</main>"), "utf-8")
    assert verify(copy, ROOT_URL) == [Finding(PAGE, message)]


@pytest.mark.parametrize(
    "added",
    [
        '<a href="https://elsewhere.example/">x</a>',
        '<a href="mailto:a@example.org">x</a><a href="tel:999">x</a>',
        '<a href="./">x</a><a href="../">x</a><a href="/">x</a><a href="?q=a#content">x</a>',
        '<a href="../../search/?q=a">x</a><a href="index.html#worried-about-a-child">x</a>',
        '<img src="data:image/png;base64,AA==" alt="">',
    ],
)
def test_what_leads_somewhere_or_fetches_nothing_is_sound(copy: Path, added: str) -> None:
    page = copy / PAGE
    page.write_text(page.read_text("utf-8").replace("</main>", f"{added}</main>"), "utf-8")
    assert verify(copy, ROOT_URL) == []


@pytest.mark.parametrize(
    "css",
    [
        f"@import '{HOST}a.css';",
        f'@import url("{HOST}a.css");',
        f"p {{ background: url({HOST}a.css) }}",
        f"p {{ background: URL( '{HOST}a.css' ) }}",
        f"@font-face {{ font-family: a; src: local(b), url('{HOST}a.css') }}",
    ],
)
def test_a_stylesheet_that_fetches_from_elsewhere_is_found(copy: Path, css: str) -> None:
    name = "assets/briefings/brand.css"
    (copy / name).write_text((copy / name).read_text("utf-8") + css, "utf-8")
    assert verify(copy, ROOT_URL) == [Finding(name, f"{FOREIGN}{HOST}a.css")]


@pytest.mark.parametrize("name", ["404.html", "index.html", "search/index.html", PAGE])
def test_a_page_without_the_block_for_the_worried_is_found(copy: Path, name: str) -> None:
    page = copy / name
    page.write_text(page.read_text("utf-8").replace('id="worried-about-a-child"', 'id="gone"'), "utf-8")
    messages = [finding.message for finding in verify(copy, ROOT_URL) if finding.path == name]
    assert "The “Worried about a child?” block is missing." in messages


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("feeds/all.xml", lambda text: text[:-20]),
        ("feeds/all.atom", lambda text: text.replace("<title>", "<title>&nbsp; & ", 1)),
        ("feeds/all.json", lambda text: text[:-20]),
        ("feeds/all.json", lambda _: "[]"),
        ("feeds/all.json", lambda _: '{"items": [{}]}'),
        ("feeds/themes/neglect.xml", lambda _: ""),
        ("feeds/subscriptions.opml", lambda text: text.replace("</body>", "")),
    ],
)
def test_a_malformed_feed_is_found(copy: Path, name: str, damage: Callable[[str], str]) -> None:
    feed = copy / name
    feed.write_text(damage(feed.read_text("utf-8")), "utf-8")
    assert verify(copy, ROOT_URL) == [Finding(name, MALFORMED)]


@pytest.mark.parametrize("name", ["feeds/all.xml", "feeds/all.atom", "feeds/all.json"])
def test_a_feed_that_leads_to_a_page_that_is_not_there_is_found(copy: Path, name: str) -> None:
    feed = copy / name
    feed.write_text(feed.read_text("utf-8").replace("good-practice/made-up/", "good-practice/gone/"), "utf-8")
    message = f"It leads to a page that is not there: {ROOT_URL}good-practice/gone/"
    assert set(verify(copy, ROOT_URL)) == {Finding(name, message)}


def test_every_damage_is_told_at_once(copy: Path) -> None:
    (copy / "about" / "index.html").unlink()
    (copy / "feeds" / "all.xml").write_text("<rss", "utf-8")
    found = verify(copy, ROOT_URL)
    assert Finding("feeds/all.xml", MALFORMED) in found
    assert len([finding for finding in found if finding.message.startswith(NOT_THERE)]) > 50
