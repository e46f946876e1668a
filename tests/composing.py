"""Writes briefings on the compose page as a lead officer does."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from scripts.model.kinds import KIND_BY_FOLDER


def start(page: Page, folder: str) -> None:
    """Open the page and choose a kind."""
    page.goto("compose/")
    page.get_by_role("radio", name=KIND_BY_FOLDER[folder].label).check()


def begin(page: Page, folder: str) -> None:
    """Begin a new briefing of a kind."""
    start(page, folder)
    page.get_by_role("button", name="Begin a new one").click()
    expect(heading(page)).to_be_focused()


def heading(page: Page) -> Locator:
    """The heading of the form."""
    return page.locator("#compose-form [data-part=title]")


def trouble(page: Page) -> Locator:
    """What the page says when it cannot go on."""
    return page.locator("#compose-start [data-part=trouble]")


def open_text(page: Page, folder: str, text: str) -> None:
    """Paste a file's text and open it."""
    start(page, folder)
    page.get_by_text("Change one that is there already").click()
    page.get_by_label("Paste the whole text").fill(text)
    page.get_by_role("button", name="Open it in the form").click()


def open_file(page: Page, folder: str, name: str, data: bytes) -> None:
    """Choose a file from the computer and open it."""
    start(page, folder)
    page.get_by_text("Change one that is there already").click()
    page.get_by_label("Or choose the file").set_input_files({"name": name, "mimeType": "text/markdown", "buffer": data})
    page.get_by_role("button", name="Open it in the form").click()


def agree(page: Page) -> None:
    """Wait for what opening leads to, and agree to what would be left out."""
    losses = page.locator("[data-part=losses]")
    page.locator("#compose-form:not([hidden])").or_(losses.locator("visible=true")).or_(
        trouble(page).locator("visible=true")
    ).first.wait_for()
    if losses.is_visible():
        losses.get_by_role("button", name="Open it without them").click()


def written(page: Page) -> str:
    """The file's text as the page shows it."""
    return page.locator("[data-part=file]").text_content() or ""


def downloaded(page: Page, folder: Path) -> Path:
    """Download the file into a folder."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download", exact=True).click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def unfold(part: Page | Locator, naming: str) -> None:
    """Open the fold that holds a field."""
    part.locator("summary").filter(has_text=re.compile(rf"^More.*\b{naming}")).last.click()
