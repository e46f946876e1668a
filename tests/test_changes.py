"""The command `changes`: what a pull request's comment says of a change, told of real trees that differ."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import MakeProject
from tests.example_files import EXAMPLES, trees
from tests.made_up import briefing, publication
from tests.running import told

REVIEW = {"id": "child-x", "title": "Child X", "summary": "Made up.", "learning": ["Made up."], "themes": ["neglect"]}
BASE: dict[str, str | bytes] = {
    "briefings/publications/a.md": publication(1, title="Made-up guidance"),
    "briefings/publications/b.md": publication(2, title="Made-up report"),
    "briefings/digests/2025-01.md": briefing(3, month="2025-01", title="Digest one", reviews=[REVIEW]),
}


def comment(base: Path, changed: Mapping[str, str | bytes | None], *arguments: str) -> str:
    """The comment on a change of `base`: files written anew, or deleted where the text is None."""
    head = Path(shutil.copytree(base, base.parent / "head"))
    for name, text in changed.items():
        path = head / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.encode() if isinstance(text, str) else text)
    result = told("changes", "--base", base, "--root", head, *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def part(text: str, heading: str) -> list[str]:
    """The list items under a heading in bold."""
    _, _, rest = text.partition(f"**{heading}**\n")
    return [line for line in rest.strip().partition("\n\n")[0].splitlines() if line.startswith("- ")]


@pytest.fixture
def base(make_project: MakeProject) -> Path:
    return make_project(BASE)


def test_without_a_change_it_says_so(base: Path) -> None:
    text = comment(base, {})
    assert text.startswith("<!-- briefings-check -->\n")
    assert "Nothing to mend" in text
    assert "No page has other content than before." in text
    assert "<details>" not in text and "alters how pages are made" not in text


def test_a_new_digest_is_listed_with_its_case_reviews(base: Path) -> None:
    reviews = [REVIEW, REVIEW | {"id": "child-y", "title": "Child Y"}]
    digest = briefing(9, month="2025-02", title="Digest two", reviews=reviews)
    text = comment(base, {"briefings/digests/2025-02.md": digest})
    assert part(text, "New") == [
        "- Case review: Child X (<code>/case-reviews/2025-02/child-x/</code>)",
        "- Case review: Child Y (<code>/case-reviews/2025-02/child-y/</code>)",
        "- Monthly digest: Digest two (<code>/digests/2025-02/</code>)",
    ]
    assert part(text, "Altered") == part(text, "Gone") == []
    folded = text.partition("<details>")[2].partition("</details>")[0]
    # One review more is one more of which a theme is named or not: every theme's page counts it.
    for address in ("/", "/digests/", "/themes/", "/digests/2025-01/"):
        assert f"<code>{address}</code>" in folded
    assert "Feeds: " in folded and "feeds/digests.xml" in folded
    assert "/publications/a/" not in text.partition("<details>")[0]


def test_an_altered_title_is_one_altered_page(base: Path) -> None:
    text = comment(base, {"briefings/publications/a.md": publication(1, title="Better words")})
    assert part(text, "Altered") == ["- Publication: Better words (<code>/publications/a/</code>)"]
    assert part(text, "New") == part(text, "Gone") == []


def test_a_change_that_no_reader_sees_alters_no_page(base: Path) -> None:
    text = comment(base, {"briefings/publications/a.md": publication(1, title="Made-up guidance", review_by="2999-01")})
    assert "No page has other content than before." in text


def test_one_altered_review_leaves_the_others_of_its_digest_alone(base: Path) -> None:
    other = REVIEW | {"id": "child-y", "title": "Child Y"}
    before = briefing(3, month="2025-01", title="Digest one", reviews=[REVIEW, other])
    (base / "briefings/digests/2025-01.md").write_text(before, "utf-8")
    after = briefing(3, month="2025-01", title="Digest one", reviews=[REVIEW, other | {"summary": "Also made up."}])
    text = comment(base, {"briefings/digests/2025-01.md": after})
    assert part(text, "Altered")[0].startswith("- Case review: Child Y ")
    assert not any("child-x" in line for line in part(text, "Altered"))


def test_a_removed_file_is_gone_and_what_to_do_instead_is_said(base: Path) -> None:
    text = comment(base, {"briefings/publications/b.md": None})
    assert part(text, "Gone") == ["- Publication: Made-up report (<code>/publications/b/</code>)"]
    assert "withdrawn or superseded" in text


def test_a_broken_file_is_named_with_its_problem_and_is_not_called_gone(base: Path) -> None:
    broken = publication(1, themes=["neglet"])
    text = comment(base, {"briefings/publications/a.md": broken, "briefings/publications/c.md": publication(8)})
    assert "## 1 thing to mend" in text
    assert "- <code>briefings/publications/a.md</code>, line 6: **“neglet” is not one of our themes.**" in text
    assert "Did you mean “neglect”?" in text and "(unknown-theme)" in text
    assert part(text, "Gone") == []
    assert len(part(text, "New")) == 1
    assert "Left out of this list" in text and "- <code>briefings/publications/a.md</code>\n" in text
    assert "There is no preview yet" in text


def test_what_leads_to_a_broken_file_is_left_out_with_it(base: Path) -> None:
    (base / "briefings/publications/b.md").write_text(publication(2, status="superseded", superseded_by="a"), "utf-8")
    text = comment(base, {"briefings/publications/a.md": publication(1, themes=["neglet"])})
    assert "- <code>briefings/publications/b.md</code>" in text
    assert part(text, "Altered") == part(text, "Gone") == []


def test_errors_come_before_warnings(base: Path) -> None:
    changed: dict[str, str | bytes | None] = {
        "briefings/publications/a.md": publication(1, review_by="2025-06-01"),
        "briefings/publications/b.md": publication(2, themes=["neglet"]),
    }
    text = comment(base, changed)
    assert text.index("unknown-theme") < text.index("1 thing to look at again") < text.index("review-is-due")


def test_warnings_of_files_that_are_not_touched_are_only_counted(base: Path) -> None:
    (base / "briefings/publications/b.md").write_text(publication(2, review_by="2025-06-01"), "utf-8")
    text = comment(base, {"briefings/publications/a.md": publication(1, title="Better words")})
    assert "review-is-due" not in text
    assert "Files that this change does not touch have 1 more such reminder." in text


def test_a_long_list_is_cut_with_a_count(base: Path) -> None:
    broken: dict[str, str | bytes | None] = {
        f"briefings/publications/c{n:02}.md": publication(20 + n, themes=["neglet"]) for n in range(40)
    }
    fine: dict[str, str | bytes | None] = {f"briefings/publications/d{n:02}.md": publication(70 + n) for n in range(50)}
    text = comment(base, broken | fine)
    assert "## 40 things to mend" in text
    assert text.count("(unknown-theme)") == 25 and "- and 15 more: press **Details**" in text
    assert text.count("<code>/publications/d") == 40 and "- and 10 more\n" in text


def test_a_changed_theme_label_alters_the_themes_page_and_others_follow(base: Path) -> None:
    themes = (base / "briefings/vocabulary/themes.yml").read_text("utf-8")
    altered = themes.replace('label: "Neglect"', 'label: "Neglect in words"')
    text = comment(base, {"briefings/vocabulary/themes.yml": altered})
    assert part(text, "Altered") == ["- Theme: Neglect in words (<code>/themes/neglect/</code>)"]
    assert "/publications/a/" in text.partition("<details>")[2]


def test_a_hand_written_page_is_listed_and_a_decision_is_not(base: Path) -> None:
    changed: dict[str, str | bytes | None] = {
        "docs/help/made-up.md": '---\ntitle: "Made-up help"\n---\n\nWords.\n',
        "docs/privacy.md": "No front matter.\n",
        "docs/decisions/9999.md": "Made up.\n",
    }
    text = comment(base, changed)
    assert part(text, "New") == ["- Page: Made-up help (<code>/help/made-up/</code>)"]
    assert part(text, "Altered") == ["- Page: privacy/ (<code>/privacy/</code>)"]
    assert "9999" not in text


def test_a_page_that_is_not_text_is_left_out(base: Path) -> None:
    (base / "docs/broken.md").write_bytes(b"\xff\xfe\x00")
    text = comment(base, {"briefings/publications/a.md": publication(1, title="Better words")})
    assert "- <code>docs/broken.md</code>" in text
    assert len(part(text, "Altered")) == 1


def test_a_draft_is_said_to_have_no_page(base: Path) -> None:
    text = comment(base, {"briefings/publications/c.md": publication(8, draft=True)})
    assert "No page has other content than before." in text
    assert "Drafts are checked, and kept off the site:\n\n- <code>briefings/publications/c.md</code>" in text


@pytest.mark.parametrize("name", ["overrides/main.html", "mkdocs.yml", "scripts/new.py"])
def test_when_pages_are_made_otherwise_it_says_that_only_content_is_compared(base: Path, name: str) -> None:
    before = (base / name).read_text("utf-8") if (base / name).exists() else ""
    text = comment(base, {name: before + "\n# made up\n"})
    assert f"alters how pages are made (<code>{name.partition('/')[0]}</code>)" in text
    assert "compares the content only" in text


@pytest.mark.parametrize("name", ["mkdocs.yml", "briefings/vocabulary/themes.yml"])
def test_when_what_every_page_needs_is_broken_nothing_is_guessed(base: Path, name: str) -> None:
    text = comment(base, {name: "site_name: [", "briefings/publications/b.md": None})
    assert "This cannot be told yet" in text and f"- <code>{name}</code>" in text
    assert part(text, "Gone") == []


def test_the_preview_is_linked_and_how_to_open_it_is_said(base: Path) -> None:
    text = comment(base, {}, "--preview", "https://git.example.org/a/b/actions/runs/1/artifacts/2")
    assert "[Download the preview](<https://git.example.org/a/b/actions/runs/1/artifacts/2>)" in text
    assert "search" in text
    assert "There is no preview" not in text


def test_it_writes_to_the_file_that_is_asked_for(base: Path) -> None:
    target = base.parent / "comment.md"
    assert comment(base, {}, "--output", str(target)) == ""
    assert target.read_text("utf-8").startswith("<!-- briefings-check -->\n")


@pytest.mark.parametrize("example", trees(), ids=lambda path: path.name)
def test_whatever_is_broken_there_is_a_comment(make_project: MakeProject, example: Path) -> None:
    base = make_project({})
    shutil.rmtree(base / "briefings")
    shutil.copytree(EXAMPLES / "shelf/briefings", base / "briefings")
    changed: dict[str, str | bytes | None] = {
        path.relative_to(example).as_posix(): path.read_bytes()
        for path in example.rglob("*")
        if path.is_file() and path.name not in ("expected.txt", "absent.txt")
    }
    absent = (example / "absent.txt").read_text("utf-8").split() if (example / "absent.txt").exists() else []
    text = comment(base, changed | dict.fromkeys(absent))
    assert "to mend" in text.splitlines()[1]
    assert len(text) < 65_536
