"""Whatever is typed or pasted on the compose page reaches the file literally, and the page takes it as text."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from scripts.load.fences import split
from tests.composing import begin, heading, open_file, unfold, written
from tests.conftest import copy_project
from tests.hostile import BRIEFINGS, front_matter, write_terms
from tests.reading import library_of
from tests.visits import visit

LINES = [
    "a: b # c \"d\" 'e' \\ f",
    "- & * ! | > % @ ` { } [ ] , ? :",
    "yes",
    "010",
    "2024-01-31",
    "null",
    "</script><img src=x onerror=alert(1)>",
    "👶🏽 naïve – “quoted” … ﷺ",
    "نص من اليمين إلى اليسار: طفل",
    "---",
    "{{ a }} {% b %}",
    "x " * 450,
    "y" * 990,
]


@pytest.fixture(scope="module")
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server) as page:
        yield page


def test_what_is_typed_stands_in_the_file(page: Page) -> None:
    begin(page, "good-practice")
    fields = page.locator("[data-part=fields]")
    fields.get_by_label("Title", exact=True).first.fill(LINES[0])
    prose = "\n\n".join(line.strip() for line in LINES)[:5900].strip()
    fields.get_by_label("Summary", exact=True).fill(prose)
    unfold(fields, "questions")
    for line in LINES:
        fields.get_by_role("button", name="to questions for discussion").click()
        page.keyboard.insert_text(line)
    body = "Made-up text.\n\n---\n\n- a\n  - b"
    page.get_by_label("Text of the page").fill(body)
    tree, read, _ = split(written(page), "briefings/good-practice/a.md")
    assert tree.problems == []
    assert isinstance(tree.value, dict)
    assert tree.value["title"] == LINES[0]
    assert tree.value["summary"] == prose
    assert tree.value["discussion"] == [line.strip() for line in LINES]
    assert read == body
    expect(page.locator("main img")).to_have_count(0)


def test_hostile_briefings_of_every_kind_say_the_same_after_the_page(
    page: Page, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    root = copy_project(tmp_path / "project", content=False)
    write_terms(root)
    texts = {}
    for name, data in BRIEFINGS.items():
        folder, _, stem = name.partition("/")
        (root / "briefings" / folder).mkdir(exist_ok=True)
        (root / "briefings" / f"{name}.md").write_text(front_matter(data), "utf-8")
        open_file(page, folder, f"{stem}.md", front_matter(data).encode())
        expect(heading(page)).to_be_focused()
        texts[name] = written(page)
    before = {each.key: each.front for each in library_of(root).briefings}
    for name, text in texts.items():
        (root / "briefings" / f"{name}.md").write_text(text, "utf-8")
    after = {each.key: each.front for each in library_of(root).briefings}
    assert len(before) == len(BRIEFINGS)
    for key, front in before.items():
        with subtests.test(key):
            assert after[key] == front


WRITE = """async (texts) => {
  const at = (path) => new URL(path, document.querySelector("script[type=module]").src);
  const { fileText } = await import(at("file-text.js"));
  const text = { name: "text", type: "text" };
  const prose = { name: "prose", type: "prose" };
  const form = { fields: [{ name: "texts", type: "list", item: text }, { name: "proses", type: "list", item: prose }] };
  return fileText(form, { texts, proses: texts.map((each) => `${each}\\n\\n${each}`) }, "");
}"""
_SEEN = st.characters(exclude_categories=["Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Cn"])
_MARKS = st.sampled_from(
    [": ", " #", "- ", "--- ", "'", '"', "\\", "{", "[", "&a ", "*a ", "!b ", "|", ">", "%", "@", "`"]
)
_WORDS = st.lists(st.one_of(st.text(_SEEN, max_size=12), _MARKS), min_size=1, max_size=40).map(" ".join)
_TEXTS = _WORDS.map(lambda text: re.sub(" +", " ", text).strip()).filter(bool)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_TEXTS, min_size=1, max_size=20))
def test_any_text_is_read_back_by_the_strict_loader(page: Page, texts: list[str]) -> None:
    if not page.url.endswith("/compose/"):
        page.goto("compose/")
    tree, _, _ = split(page.evaluate(WRITE, texts), "briefings/good-practice/a.md")
    assert tree.problems == [], json.dumps(texts)
    assert tree.value == {"texts": texts, "proses": [f"{text}\n\n{text}" for text in texts]}
