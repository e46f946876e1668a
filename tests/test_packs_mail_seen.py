"""An email as a reader sees it: on a phone and on a desk, by day and by night, in any partnership's colours."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from scripts.packs import Pack
from scripts.packs.briefing_packs import packs
from scripts.press.mail import mail
from tests.conftest import ROOT, serving
from tests.mails import draft_of, read, site_of, source_of
from tests.reading import library_of
from tests.test_accessibility import faults
from tests.visits import visit

REAL = ("national-reviews/the-myth-of-invisible-men", "digests/2024-01", "challenges/service-users-as-parents")
LONG = "\n".join(f"- Made-up item {number} {'word ' * 20}" for number in range(80)) + f"\n\n{'w' * 300}\n"
WIDE = (
    "| A | B | C | D | E | F |\n| - | - | - | - | - | - |\n" + "| Made-up | words | in | many | different | columns |\n"
)
RIGHT_TO_LEFT = "- حماية الأطفال\n- הגנה על ילדים\n"
MADE_UP = {"long": (LONG, "W" * 200), "wide": (WIDE, "Zoë " * 50), "right to left": (RIGHT_TO_LEFT, "حماية الأطفال")}
COLOURS = ("#ffee00", "#ffffff", "#000000", "#808080")


def coloured(pack: Pack, colour: str) -> bytes:
    return mail(replace(pack, imprint=replace(pack.imprint, primary=colour, accent=colour)), ROOT)


@pytest.fixture(scope="module")
def mails(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Every mail of these tests as a page; gives the address of the folder."""
    real = {pack.key: pack for pack in packs(library_of(ROOT), site_of(ROOT)) if pack.ending == "eml"}
    made = {key: mail(real[key], ROOT) for key in REAL}
    made |= {name: draft_of(markdown, title) for name, (markdown, title) in MADE_UP.items()}
    made |= {colour: coloured(real[REAL[0]], colour) for colour in COLOURS}
    folder = tmp_path_factory.mktemp("mails")
    for name, data in made.items():
        (folder / f"{file_name(name)}.html").write_text(source_of(read(data)), "utf-8")
    (folder / "favicon.ico").touch()
    with serving(folder) as address:
        yield address


def file_name(name: str) -> str:
    return name.replace("/", "-").replace(" ", "-").removeprefix("#")


@pytest.mark.parametrize("name", [*REAL, *MADE_UP, *COLOURS])
def test_it_can_be_read_at_any_width_by_day_and_by_night(browser: Browser, mails: str, name: str) -> None:
    with visit(browser, mails) as page:  # which itself refuses errors and requests to other hosts
        page.goto(f"{file_name(name)}.html")
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme="light")
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert ground(page) == "rgb(255, 255, 255)"
            assert faults(page) == [], f"{width} px, light"
            page.emulate_media(color_scheme="dark")
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert ground(page) == "rgb(28, 35, 39)"
            assert faults(page, "color-contrast") == [], f"{width} px, dark"


def ground(page: Page) -> str:
    colour: str = page.locator("td.text").evaluate("cell => getComputedStyle(cell).backgroundColor")
    return colour


def test_it_is_never_wider_than_a_mail_window(browser: Browser, mails: str) -> None:
    with visit(browser, mails) as page:
        page.goto(f"{file_name(REAL[0])}.html")
        box = page.locator(".sheet").bounding_box()
        assert box
        assert box["width"] == 640
