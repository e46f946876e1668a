"""Files that are there already: opened on the compose page and written again they say the same to the real loader."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.load import load
from scripts.model.kinds import KINDS
from scripts.sources import SourceFile, SourceTree, read_tree
from tests.composing import agree, heading, open_file, open_text, trouble, written
from tests.conftest import ROOT
from tests.example_files import briefing, briefings, name, shelved
from tests.visits import visit

LINE_AND_REMEDY = re.compile(r"^Line \d+: \S.*\.", re.DOTALL)
REAL = {file.path: file for file in read_tree(ROOT).briefings if "/_" not in file.path}
BRIEFINGS = [path for path in REAL if path.endswith(".md")]


@pytest.fixture(scope="module")
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server) as page:
        yield page


def said(file: SourceFile) -> tuple[object, str]:
    """What the real loader reads in an example: fields and body."""
    (found,) = (each for each in load(shelved(file)).briefings if each.path == file.path)
    return found.front, found.body


def rewritten(page: Page, file: SourceFile) -> SourceFile:
    """The file as the page writes it again."""
    _, folder, filename = file.path.split("/")
    open_file(page, folder, filename, file.data)
    agree(page)
    expect(heading(page)).to_be_focused()
    return SourceFile(file.path, written(page).encode())


def read(files: dict[str, SourceFile]) -> dict[str, tuple[object, str]]:
    """What the real loader reads in every file of a collection: fields and body, by path."""
    collection = load(SourceTree(SourceFile("mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes()), tuple(files.values())))
    return {each.path: (each.front, each.body) for each in collection.briefings}


@pytest.mark.parametrize("folder", [kind.folder for kind in KINDS])
def test_every_real_briefing_comes_back_the_same(page: Page, folder: str) -> None:
    ours = [file for path, file in REAL.items() if path.startswith(f"briefings/{folder}/")]
    assert ours
    again = {file.path: rewritten(page, file) for file in ours}
    before, after = read(REAL), read(REAL | again)
    assert len(before) == len(BRIEFINGS)
    for path in again:
        assert after[path] == before[path]


@pytest.mark.parametrize("path", briefings("valid"), ids=name)
def test_every_valid_example_comes_back_the_same(page: Page, path: Path) -> None:
    file = briefing(path)
    assert said(rewritten(page, file)) == said(file)


REFUSED = """async ([folder, text]) => {
  const at = (path) => new URL(path, document.querySelector("script[type=module]").src);
  const [{ formOf }, { draftFrom }, { FileFault }] = await Promise.all(
    ["schema-fields.js", "opening.js", "file-data.js"].map((name) => import(at(name))));
  const schema = await (await fetch(`../contributing/schemas/${folder}.json`)).json();
  try {
    draftFrom(text, formOf(schema));
    return null;
  } catch (error) {
    if (error instanceof FileFault) return error.message;
    throw error;
  }
}"""


def test_a_broken_example_is_opened_or_refused_with_line_and_remedy(page: Page, subtests: pytest.Subtests) -> None:
    page.goto("compose/")
    for path in briefings("invalid"):
        with subtests.test(name(path)):
            text = path.read_bytes().decode("utf-8", "replace")
            refused = page.evaluate(REFUSED, [path.parent.name, text])
            assert refused is None or LINE_AND_REMEDY.match(refused)


GOOD = """---
title: "Made up"
summary: "A made-up summary."
published: 2024
added: 2026-01-02T03:04:05+00:00
themes: [neglect]
---

Made-up text.
"""


def test_a_briefing_that_is_there_is_edited_and_keeps_its_instant_name_and_body(page: Page) -> None:
    path = "briefings/good-practice/domestic-abuse-projects.md"
    text = REAL[path].data.decode()
    open_text(page, "good-practice", text)
    expect(heading(page)).to_be_focused()
    expect(page.get_by_label("Name of the file")).to_have_value("")
    open_file(page, "good-practice", "domestic-abuse-projects.md", REAL[path].data)
    expect(heading(page)).to_have_text("Good practice: domestic-abuse-projects")
    expect(page.get_by_label("Name of the file")).to_have_count(0)
    page.get_by_role("button", name="Add change").click()
    page.keyboard.type("2026-11-22")
    again = SourceFile(path, written(page).encode())
    assert "\nchanges:\n  - date: 2026-11-22\n" in written(page)
    kept = [line for line in text.splitlines() if line.startswith(("added:", "title:"))]
    assert [line for line in written(page).splitlines() if line.startswith(("added:", "title:"))] == kept
    assert again.data.decode().endswith(text.split("\n---\n", 1)[1].rstrip() + "\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Line 1: There is no text."),
        ("title: Made up\n", "Line 1: The file does not begin with a line of three hyphens."),
        ("---\ntitle: Made up\n", "The front matter has no end."),
        ("---\n- a\n---\n", "Line 2: There are no fields"),
        (GOOD.replace('"Made up"', "Made: up"), "Line 2: The text has a colon without quotes"),
        (GOOD.replace('"Made up"', '"Made up'), "or a quotation mark above it is not closed."),
        (GOOD.replace("published", "title"), "Line 4: This field stands twice. Keep one of the two."),
        (
            GOOD.replace('"Made up"', "&x made-up"),
            "Line 2: A text that begins with *, & or ! reads as a YAML reference.",
        ),
        (GOOD.replace('"Made up"', "[made, up]"), "Line 2: title: One text is wanted here"),
        (GOOD.replace("[neglect]", "neglect"), "Line 6: themes: A list is wanted here"),
        ("\n\n" + GOOD.replace("published", "title"), "Line 6: This field stands twice."),
    ],
)
def test_wrong_text_is_told_with_line_and_remedy_and_changes_nothing(page: Page, text: str, says: str) -> None:
    open_text(page, "good-practice", text)
    expect(trouble(page)).to_be_focused()
    expect(trouble(page)).to_contain_text(says)
    assert page.get_by_label("Paste the whole text").input_value() == text
    expect(page.locator("#compose-form")).to_be_hidden()


def test_a_file_that_is_no_text_is_told(page: Page) -> None:
    open_file(page, "good-practice", "made-up.docx", b"PK\x03\x04\xff\xfe")
    expect(trouble(page)).to_contain_text("This file is not plain text in UTF-8.")


def test_unknown_fields_and_comments_are_left_out_only_after_asking(page: Page) -> None:
    text = GOOD.replace("themes:", "# a comment\nauthor: nobody\nsources:\n  - title: a\n    isbn: b\nthemes:")
    open_text(page, "good-practice", text)
    losses = page.locator("[data-part=losses]")
    expect(losses).to_be_focused()
    expect(losses).to_contain_text("not known here and would be left out: author, sources › 1 › isbn.")
    expect(losses).to_contain_text("Its comments")
    losses.get_by_role("button", name="Do not open it").click()
    expect(page.locator("#compose-form")).to_be_hidden()
    assert page.get_by_label("Paste the whole text").input_value() == text
    page.get_by_role("button", name="Open it in the form").click()
    losses.get_by_role("button", name="Open it without them").click()
    expect(heading(page)).to_be_focused()
    assert "author" not in written(page)
    assert '- title: "a"' in written(page)
