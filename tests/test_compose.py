"""Briefings composed by hand in a real browser, with the mouse, the keyboard and on a phone, pass the check."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.composing import begin, downloaded, written
from tests.conftest import copy_project
from tests.running import briefings
from tests.visits import DESK, PHONE, visit


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server, viewport=request.param) as page:
        yield page
        assert page.evaluate("document.documentElement.scrollWidth") == request.param["width"]


def checked(target: Path, file: Path, folder: str) -> str:
    """What the real check says of a downloaded file in a copy of the project."""
    root = copy_project(target / "project", content=True)
    file.rename(root / "briefings" / folder / file.name)
    run = briefings("check", "--root", root, "--today", "2100-01-01")
    assert "files checked" in run.stderr, run.stderr
    return "\n".join(line for line in (run.stdout + run.stderr).splitlines() if file.name in line)


def test_a_digest_of_two_reviews_passes_the_check(page: Page, tmp_path: Path) -> None:
    begin(page, "digests")
    fields = page.locator("[data-part=fields]")
    fields.get_by_label("Title", exact=True).first.fill("NSPCC Repository – February 2024")
    fields.get_by_label("Summary", exact=True).first.fill("Two made-up reviews: one about “neglect”, one about sleep.")
    fields.get_by_label("Date published").first.fill("2024-02")
    fields.get_by_label("Month", exact=True).fill("2024-02")
    for number, name in enumerate(("Child Q", "Child Q"), 1):
        if number > 1:
            page.get_by_role("button", name="Add case review").click()
        review = page.get_by_role("group", name=f"Case review {number}", exact=True)
        review.get_by_label("Title", exact=True).fill(name)
        review.get_by_label("Summary", exact=True).fill(f"Made-up review {number}: nothing happened.")
        review.get_by_label("Partnership").fill("anonymous")
        review.get_by_label("Year").fill("2023")
        for lesson in ("Ask: how does the child sleep?", "- Write it down #1"):
            review.get_by_role("button", name="to learning").click()
            page.keyboard.type(lesson)
        review.get_by_role("button", name="Add recommendation").click()
        page.keyboard.type("Look again at the policy.")
        review.get_by_role("combobox", name=re.compile("Add to themes")).fill("safer")
        review.get_by_role("option", name="Sudden unexpected death").click()
    fields.get_by_role("button", name="to key messages").click()
    page.keyboard.type("Keep asking.")
    assert "id: child-q-2" in written(page)
    file = downloaded(page, tmp_path)
    assert file.name == "2024-02.md"
    assert checked(tmp_path, file, "digests") == ""


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_publication_is_written_with_the_keyboard_alone(page: Page, tmp_path: Path) -> None:
    page.goto("compose/")
    page.locator("#compose-start [name=kind]").first.focus()
    press(page, "Space", "ArrowDown", "Enter")
    expect(page.locator("[data-part=title]")).to_have_text("Publication")
    page.get_by_label("Name of the file").focus()
    press(page, "Tab")
    page.keyboard.type("Made-up report, 2nd edition")
    press(page, "Tab")
    page.keyboard.type("A made-up summary.")
    press(page, "Tab")
    page.keyboard.type("2024-01-31")
    press(page, "Tab")
    expect(page.get_by_role("combobox", name=re.compile("Add to themes"))).to_be_focused()
    page.keyboard.type("neg")
    press(page, "Enter")
    press(page, "ArrowDown", "ArrowDown", "Escape", "ArrowDown", "ArrowDown", "Enter")
    press(page, "Tab", "Tab", "Tab")  # past the buttons that add a key message and a source
    page.keyboard.type("Guid")
    file = downloaded(page, tmp_path)
    assert file.name == "made-up-report-2nd-edition.md"
    text = file.read_text("utf-8")
    assert re.search(r"themes:\n  - neglect\n  - [a-z-]+\ntype: guidance\n", text), text
    assert checked(tmp_path, file, "publications") == ""


def test_items_move_vanish_and_come_back(page: Page) -> None:
    begin(page, "good-practice")
    messages = page.get_by_role("group", name="Key messages")
    for text in ("one", "two", "three"):
        messages.get_by_role("button", name="Add an item").click()
        page.keyboard.type(text)

    def texts() -> list[str]:
        return [box.input_value() for box in messages.get_by_role("textbox").all()]

    messages.get_by_role("button", name="Move up item 3").click()
    assert texts() == ["one", "three", "two"]
    expect(messages.get_by_role("button", name="Move up item 2")).to_be_focused()
    messages.get_by_role("button", name="Move down item 1").press("Enter")
    assert texts() == ["three", "one", "two"]
    messages.get_by_role("button", name="Remove item 2").click()
    assert texts() == ["three", "two"]
    expect(messages.get_by_role("textbox").nth(1)).to_be_focused()
    assert '  - "three"\n  - "two"\n' in written(page)
    messages.get_by_role("button", name="Bring it back").click()
    assert texts() == ["three", "one", "two"]
    expect(page.locator("#compose-live")).to_have_text("Item 2 removed.")


def test_chosen_themes_keep_their_order_and_can_be_moved_and_removed(page: Page) -> None:
    begin(page, "good-practice")
    themes = page.get_by_role("group", name="Themes")
    box = themes.get_by_role("combobox")
    for word in ("neglect", "poverty", "domestic-abuse"):
        box.fill(word)
        expect(themes.get_by_role("option").first).to_have_attribute("aria-selected", "true")
        box.press("Enter")
    assert "themes:\n  - neglect\n  - poverty\n  - domestic-abuse\n" in written(page)
    themes.get_by_role("button", name="Move up Domestic abuse").click()
    themes.get_by_role("button", name="Remove Neglect").click()
    assert "themes:\n  - domestic-abuse\n  - poverty\n" in written(page)
    box.fill("neglect")
    expect(themes.get_by_role("option", name="Neglect")).to_be_visible()
    box.fill("zzz")
    expect(page.locator("#compose-live")).to_have_text("Nothing in themes matches “zzz”.")
    expect(box).to_have_attribute("aria-expanded", "false")
