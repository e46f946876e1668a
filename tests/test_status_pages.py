"""Briefings that no longer hold say so first and lead on; drafts stay in the preview; the challenge board counts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.build import build
from tests.conftest import TODAY, copy_project, serving
from tests.hostile import front_matter
from tests.visits import PHONE, visit

ORIGIN = "national-reviews/made-up-review"


def made_up(title: str, minute: int, **more: Any) -> dict[str, Any]:
    added = f"2026-11-22T09:{minute:02}:00+00:00"
    summary = f"{title}: a made-up example."
    return {"title": title, "summary": summary, "published": "2026-11", "added": added, "themes": ["neglect"], **more}


def question(minute: int, status: str) -> dict[str, Any]:
    fields = {"question": f"How {status}?", "arises_from": "made-up-review", "status_of_answer": status}
    # An answer that was begun says how.
    said = [] if status == "not-started" else [{"date": "2026-11-20", "status": status, "note": "Made up."}]
    return made_up(f"Question {minute}", minute, **fields, updates=said)


FILES = {
    ORIGIN: made_up("Made-up review", 1),
    "good-practice/newer": made_up("Newer tool", 2),
    "good-practice/older": made_up("Older tool", 3, status="superseded", superseded_by="newer"),
    "good-practice/wrong": made_up(
        "Wrong tool", 4, status="withdrawn", withdrawn_on="2026-11-21", reason="It was found to mislead."
    ),
    "good-practice/unready": made_up("Unready tool", 5, draft="true", for_roles={"gp": "Not yet."}),
    "digests/2026-10": made_up(
        "Wrong digest",
        12,
        month="2026-10",
        reviews=[{"id": "child-a", "title": "Made-up child", "summary": "Made up."}],
        status="withdrawn",
        withdrawn_on="2026-11-21",
        reason="It was of another month.",
    ),
    "challenges/a": question(6, "not-started"),
    "challenges/b": question(7, "considering"),
    "challenges/c": question(8, "in-progress"),
    "challenges/d": question(9, "in-progress"),
    "challenges/e": question(10, "embedded"),
    "challenges/unready": question(11, "embedded") | {"draft": "true"},
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("status") / "project", content=False)
    for name, data in FILES.items():
        path = root / "briefings" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(front_matter(data).replace('"draft": "true"', "draft: true"), "utf-8")
    build(root, root / "site", TODAY)
    build(root, root / "preview", TODAY, drafts=True)
    return root


@pytest.fixture
def page(browser: Browser, project: Path) -> Iterator[Page]:
    with serving(project / "site") as server, visit(browser, server, viewport=PHONE) as page:
        yield page


@pytest.fixture
def preview(browser: Browser, project: Path) -> Iterator[Page]:
    with serving(project / "preview") as server, visit(browser, server) as page:
        yield page


def test_a_superseded_briefing_says_so_first_and_leads_to_its_successor(page: Page) -> None:
    page.goto("good-practice/older/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Superseded: Older tool")
    expect(page.locator(".status")).to_have_text("Superseded")
    notice = page.locator(".admonition")
    expect(notice).to_contain_text("This no longer holds")
    expect(notice).to_be_in_viewport()
    assert page.locator("article").inner_text().index("This no longer holds") < 100
    notice.get_by_role("link", name="Newer tool").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Newer tool")
    expect(page.locator(".admonition, .status")).to_have_count(0)


def test_a_withdrawn_briefing_says_when_and_why_first(page: Page) -> None:
    page.goto("good-practice/wrong/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Withdrawn: Wrong tool")
    expect(page.locator(".status")).to_have_text("Withdrawn")
    notice = page.locator(".admonition")
    expect(notice).to_contain_text("It was withdrawn on 21 November 2026. It was found to mislead.")
    expect(notice).to_be_in_viewport()


def test_a_review_of_a_withdrawn_digest_says_so_first(page: Page) -> None:
    page.goto("case-reviews/2026-10/child-a/")
    expect(page.locator(".status")).to_have_text("Withdrawn")
    notice = page.locator(".admonition")
    expect(notice).to_contain_text("The digest that this review came in was withdrawn on 21 November 2026.")
    expect(notice).to_be_in_viewport()


def test_lists_put_what_holds_first_and_mark_the_rest(page: Page) -> None:
    page.goto("themes/neglect/")
    section = page.locator("h2:has-text('Good practice') + ul a")
    expect(section).to_have_text(["Newer tool", re.compile("^(Superseded|Withdrawn): "), re.compile(": ")])
    page.goto("")
    latest = page.locator("h2:has-text('Latest') + ul")
    expect(latest.get_by_role("link")).to_have_text(["Newer tool", "Made-up review"])


def test_search_marks_what_no_longer_holds_and_ranks_it_lower(page: Page) -> None:
    page.goto("search/?q=tool")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ results for “tool”$"))
    results = page.locator("#search-results > li")
    expect(results.first).to_contain_text("Newer tool")
    expect(results.filter(has_text="Older tool").locator(".status")).to_have_text("Superseded")
    expect(results.filter(has_text="Wrong tool").locator(".status")).to_have_text("Withdrawn")


def test_a_draft_is_nowhere_on_the_published_site(project: Path) -> None:
    holding = [path for path in (project / "site").rglob("*") if path.is_file() and b"Unready" in path.read_bytes()]
    assert holding == []
    assert not (project / "site" / "good-practice" / "unready").exists()
    assert not (project / "site" / "challenges" / "unready").exists()


def test_a_draft_is_marked_in_the_preview_and_listed_there(preview: Page) -> None:
    preview.goto("good-practice/")
    preview.get_by_role("link", name="Unready tool").click()
    expect(preview.get_by_role("heading", level=1)).to_have_text("Unready tool")
    expect(preview.locator(".status")).to_have_text("Draft")
    expect(preview.locator(".admonition")).to_contain_text("Only people with a preview see this page.")


@pytest.mark.parametrize(("which", "embedded"), [("page", 1), ("preview", 2)])
def test_the_challenge_board_counts_answers_by_status(
    request: pytest.FixtureRequest, which: str, embedded: int
) -> None:
    page: Page = request.getfixturevalue(which)
    page.goto("challenges/")
    counts = f"Not started: 1 · Considering: 1 · In progress: 2 · Embedded: {embedded}"
    expect(page.get_by_role("main").get_by_text(counts, exact=True)).to_be_visible()
    group = page.locator("h2:has-text('Made-up review') + ul > li")
    expect(group).to_have_count(4 + embedded)
    expect(group.first).to_contain_text("Not started")
