"""Text from files stays text in a comment on GitHub: it calls nobody, leads nowhere and is no markup."""

import re
import shutil
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scripts.change_comment import change_comment
from scripts.changes import Tree, changes
from scripts.markdown_text import inert
from scripts.sources import read_tree
from tests.conftest import TODAY, MakeProject
from tests.hostile import HOSTILE
from tests.made_up import briefing, publication

ZERO_WIDTH_SPACE = "\u200b"
# What GitHub looks for in the text that a reader sees, outside of code.
ALIVE = re.compile(r"(?<![\w/])@\w|#\d|\bGH-\d|https?://|ftp://|www\.\w|\w@\w+\.\w|:[a-z0-9_+-]+:", re.IGNORECASE)
# All that the template itself makes.
TAGS = {"div", "h2", "h3", "p", "ul", "ol", "li", "code", "strong", "br", "sub", "details", "summary", "a"}
CALLS = "@octocat @org/team #12 GH-34 owner/name#56 a@b.example https://x.example www.example.org :tada: ::: mailto:a@b"
# Signs that mean something somewhere, among others.
SIGNS = st.text(st.sampled_from("@#:/.-_*`<>&[]()!|~\\ \n\t'\"abwghttps0123wé\u202e\u200b\x00"), max_size=60)


def rendered(text: str) -> lxml.html.HtmlElement:
    """A comment as GitHub's Markdown makes it, before it looks for what to bring alive."""
    return lxml.html.fragment_fromstring(MarkdownIt("commonmark").enable("table").render(text), create_parent="div")


def breaks(text: str, *, shown: bool) -> int:
    """How many line breaks a reader sees, where those of the source are shown, as in comments, or not, as in files."""
    return str(MarkdownIt("commonmark", {"breaks": shown}).render(text)).count("<br")


def seen(element: lxml.html.HtmlElement) -> list[str]:
    """Every run of text outside of code and links."""
    found = element.xpath(".//text()[not(ancestor::code) and not(ancestor::a)]")
    return [str(text) for text in found]


@given(SIGNS | st.text(max_size=60))
def test_inert_text_comes_out_as_it_is_and_calls_nobody(text: str) -> None:
    html = rendered(f"x {inert(text)} x")
    assert [node.tag for node in html.iter()] == ["div", "p"]
    plain = "".join(sign if sign.isprintable() or sign.isspace() else "\ufffd" for sign in text)
    assert " ".join(html.text_content().replace(ZERO_WIDTH_SPACE, "").split()) == " ".join(f"x {plain} x".split())
    assert not ALIVE.search(html.text_content())


@pytest.mark.parametrize("call", CALLS.split())
def test_every_call_is_one_that_this_test_would_notice(call: str) -> None:
    assert ALIVE.search(call) or call in (":::", "mailto:a@b")


def test_whatever_a_change_holds_its_comment_is_not_longer_than_github_takes(make_project: MakeProject) -> None:
    base = make_project({})
    head = Path(shutil.copytree(base, base.parent / "head"))
    folder = head / "briefings/publications"
    folder.mkdir()
    for number in range(60):
        fine, broken = (publication(n, title="@" * 200, published="2027") for n in (number, 100 + number))
        (folder / f"{'long-name-' * 6}{number}.md").write_text(fine, "utf-8")
        (folder / f"{'@' * 150}{number}.md").write_text(broken, "utf-8")
    before, after = (Tree.of(read_tree(root), TODAY) for root in (base, head))
    found = changes(before, after)
    # The quarter's News Update is a new page too.
    assert (len(found.added), len(found.errors), len(found.warnings)) == (61, 60, 120)
    text = change_comment(found, [], "https://git.example.org/preview")
    assert len(text) < 65_536
    assert "## 60 things to mend" in text
    assert change_comment(found, [], "").count("(bad-id)") < 25
    assert "How to look at it" in text


def test_titles_paths_and_messages_are_text(make_project: MakeProject) -> None:
    base = make_project({})
    review = {"id": "x", "title": f"{CALLS} {HOSTILE}"[:200], "summary": "Made up.", "learning": ["Made up."]}
    files = {
        "briefings/publications/a.md": publication(1, title=CALLS),
        "briefings/publications/b.md": publication(2, title=HOSTILE),
        "briefings/digests/2025-01.md": briefing(3, month="2025-01", title=CALLS, reviews=[review]),
        "briefings/publications/@octocat <b> `#1` --> www.md": publication(4),
        "docs/made-up.md": f"---\ntitle: '{CALLS}'\n---\n",
    }
    head = Path(shutil.copytree(base, base.parent / "head"))
    for name, text in files.items():
        (head / name).parent.mkdir(exist_ok=True)
        (head / name).write_text(text, "utf-8")
    before, after = (Tree.of(read_tree(root), TODAY) for root in (base, head))
    text = change_comment(changes(before, after), ["scripts"], "https://git.example.org/preview")
    html = rendered(text)
    assert breaks(text, shown=True) == breaks(text, shown=False), "every paragraph is one line"
    tags = {str(node.tag) for node in html.iter() if isinstance(node.tag, str)}
    assert tags <= TAGS
    assert [link.get("href") for link in html.iter("a")] == ["https://git.example.org/preview"]
    assert not [text for text in seen(html) if ALIVE.search(text)]
    words = html.text_content().replace(ZERO_WIDTH_SPACE, "")
    assert CALLS in words and HOSTILE in words and "@octocat <b> `#1` --> www.md" in words
