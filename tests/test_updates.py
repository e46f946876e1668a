"""What a quarter's News Update holds: each thing in the quarter in which it happened, once, as what it is now."""

import re
from pathlib import Path

import pytest

from scripts.library import Library
from scripts.load import load
from scripts.model.kinds import KINDS
from scripts.news import News, all_news
from scripts.quarters import Quarter
from scripts.rules import check
from scripts.sources import read_tree
from tests.conftest import TODAY, MakeProject
from tests.made_up import briefing, compiled
from tests.updating import FILES, NOTE, note, review

WINTER, SPRING = Quarter(2025, 1), Quarter(2025, 2)
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def news_of(root: Path) -> dict[Quarter, News]:
    collection = load(read_tree(root))
    assert not [problem for problem in check(collection, TODAY) if problem.level == "error"]
    return {news.quarter: news for news in all_news(Library.of(collection.briefings, collection.vocabulary))}


@pytest.fixture
def found(make_project: MakeProject) -> dict[Quarter, News]:
    return news_of(make_project(FILES))


def titles(news: News, folder: str) -> list[str]:
    return [briefing.title for briefing in news.added[folder]]


def test_the_newest_quarter_stands_first_and_an_empty_one_is_not_there(found: dict[Quarter, News]) -> None:
    assert [str(quarter) for quarter in found] == ["2025-q4", "2025-q2", "2025-q1", "2024-q4"]


def test_the_year_ends_between_two_minutes(found: dict[Quarter, News]) -> None:
    assert titles(found[Quarter(2024, 4)], "national-reviews") == ["Old year review"]
    assert titles(found[WINTER], "publications") == ["New year report"]


def test_instants_count_by_their_day_in_universal_time(make_project: MakeProject) -> None:
    summer_time = str(FILES["briefings/publications/late.md"]).replace(
        "2025-10-01T00:00:00+00:00", "2025-10-01T00:30:00+01:00"
    )
    found = news_of(make_project(FILES | {"briefings/publications/late.md": summer_time}))
    assert titles(found[Quarter(2025, 3)], "publications") == ["Autumn report"]


def test_each_case_review_stands_under_its_first_theme_alone(found: dict[Quarter, News]) -> None:
    reviews = [(theme and theme.label, [entry.title for entry in entries]) for theme, entries in found[WINTER].reviews]
    assert reviews == [
        ("Poverty", ["Child B", "Child C"]),
        ("Neglect", ["Child A"]),
        (None, ["Child D"]),
    ]


def test_questions_stand_under_what_they_arise_from_and_answers_where_they_moved(found: dict[Quarter, News]) -> None:
    ((origin, questions),) = found[WINTER].opened
    assert origin.title == "Old year review"
    assert {question.title for question in questions} == {"Do we know fathers", "Do we ask about sleep"}
    assert [(one.challenge.title, str(one.update.status)) for one in found[WINTER].answered] == [
        ("Do we know fathers", "in-progress")
    ]
    assert [(one.challenge.title, str(one.update.status)) for one in found[SPRING].answered] == [
        ("Do we know fathers", "embedded")
    ]
    assert not found[SPRING].opened


def test_a_change_is_news_of_its_own_quarter(found: dict[Quarter, News]) -> None:
    assert not found[WINTER].changed
    assert not found[WINTER].changed_guidance
    assert [(one.briefing.title, [change.note for change in one.changes]) for one in found[SPRING].changed] == [
        ("New year report", ["Its second part was added."])
    ]
    assert [one.briefing.title for one in found[SPRING].changed_guidance] == ["Bruising paper"]
    assert not any(found[SPRING].added.values())


def test_what_no_longer_holds_is_nowhere_offered_as_new(found: dict[Quarter, News]) -> None:
    assert titles(found[WINTER], "good-practice") == ["Tea first"]
    gone = {briefing.title: successor.title if successor else "" for briefing, successor in found[WINTER].gone}
    assert gone == {"Withdrawn: Wrong tool": "", "Superseded: Older way": "Tea first"}
    assert [briefing.title for briefing, _ in found[SPRING].gone] == ["Withdrawn: Wrong tool"]


def test_what_is_superseded_is_news_when_its_successor_comes(make_project: MakeProject) -> None:
    successor = briefing(9, title="New way", added="2025-10-02T09:00:00+00:00")
    older = briefing(8, title="Old way", added="2025-03-04T09:01:00+00:00", status="superseded", superseded_by="new")
    files = FILES | {"briefings/good-practice/new.md": successor, "briefings/good-practice/old.md": older}
    found = news_of(make_project(files))
    gone = {str(quarter): [one.title for one, _ in news.gone] for quarter, news in found.items()}
    assert gone["2025-q4"] == ["Superseded: Old way"]


def test_a_note_belongs_to_its_quarter_and_is_no_news_of_any(make_project: MakeProject) -> None:
    found = news_of(make_project(FILES | {NOTE: note(changes=[{"date": "2025-08-01", "note": "Mended."}])}))
    assert found[WINTER].title == "What the winter brought"
    assert found[SPRING].title == "News Update: April to June 2025"
    # Neither where it was written nor where it was changed.
    assert [str(quarter) for quarter in found] == ["2025-q4", "2025-q2", "2025-q1", "2024-q4"]
    assert not any(news.added["updates"] for news in found.values())
    assert len(found[SPRING].changed) == 1


def test_it_is_as_new_as_its_last_happening_or_its_note(make_project: MakeProject) -> None:
    assert str(news_of(make_project(FILES | {NOTE: note()}))[WINTER].updated) == "2025-04-03"


def test_everything_that_happened_is_on_the_page_of_its_quarter(make_project: MakeProject) -> None:
    root = make_project(FILES)
    pages = compiled(root)
    page = pages["updates/2025-q1/index.md"].decode()
    later = pages["updates/2025-q2/index.md"].decode()
    offered = dict(LINK.findall(page))
    for path in FILES:
        address = path.removeprefix("briefings/").removesuffix(".md")
        came = path.split("/")[-1] not in ("review.md", "late.md")
        assert (f"../../{address}/" in offered.values()) is (came or address == "national-reviews/review"), path
    kinds = {path.split("/")[1] for path in FILES}
    assert kinds == {kind.folder for kind in KINDS} - {"updates"}, "show a new kind here, and in the template"
    assert "In progress, 31 March 2025: Half of us ask." in page
    assert "The others will." not in page
    assert "Embedded, 1 April 2025: All of us ask." in later
    assert "Changed on 4 May 2025: Its second part was added." in later
    assert "Changed on 30 June 2025: The telephone number is new." in later
    assert "Withdrawn on 5 May 2025. It was found to mislead." in later


def test_there_is_one_page_for_a_quarter_with_or_without_a_note(make_project: MakeProject) -> None:
    pages = [path for path in compiled(make_project(FILES | {NOTE: note()})) if path.startswith("updates/")]
    quarters = ("2025-q4", "2025-q2", "2025-q1", "2024-q4")
    assert sorted(pages) == sorted(
        [
            "updates/index.md",
            *(f"updates/{quarter}/{page}" for quarter in quarters for page in ("index.md", "email/index.md")),
        ]
    )


def test_no_news_make_nothing(make_project: MakeProject) -> None:
    pages = compiled(make_project({}))
    assert [path for path in pages if path.startswith("updates/")] == ["updates/index.md"]
    assert "Nothing has been published here yet." in pages["updates/index.md"].decode()


@pytest.mark.parametrize(("more", "has_lines"), [(5, True), (6, False)])
def test_a_long_list_says_titles_alone(make_project: MakeProject, more: int, has_lines: bool) -> None:
    tea = str(FILES["briefings/good-practice/tea.md"])
    others = {f"briefings/good-practice/t{n}.md": tea.replace("09:00:00", f"10:0{n}:00") for n in range(more)}
    page = compiled(make_project({**FILES, **others}))["updates/2025-q1/index.md"].decode()
    section = page.partition("## Good practice")[2].partition("\n## ")[0]
    assert section.count("- [Tea first]") == more + 1
    assert ("A made-up summary." in section) is has_lines


def test_what_a_digest_has_many_of_stands_on_few_lines(make_project: MakeProject) -> None:
    text = str(FILES["briefings/digests/2025-01.md"])
    reviews = ", ".join(
        f'{{"id": "x{n}", "title": "Child X{n}", "summary": "Made up.", "themes": ["neglect"]}}' for n in range(3)
    )
    page = compiled(
        make_project(FILES | {"briefings/digests/2025-01.md": text.replace("reviews: [", f"reviews: [{reviews}, ")})
    )
    lines = [line for line in page["updates/2025-q1/index.md"].decode().split("\n") if "Child X0" in line]
    assert lines and lines[0].startswith("- **Neglect:** [Child X0](../../case-reviews/2025-01/x0/); [Child X1]")


def test_a_whole_archive_in_one_quarter_is_told_in_numbers(make_project: MakeProject) -> None:
    reviews = [review(f"r{n}", f"Child R{n}", "neglect" if n % 2 else "poverty") for n in range(41)]
    digest = briefing(title="Archive", added="2025-02-01T09:00:00+00:00", month="2025-01", reviews=reviews)
    tea = str(FILES["briefings/good-practice/tea.md"])
    others = {f"briefings/good-practice/t{n}.md": tea.replace("09:00:00", f"10:{n:02}:00") for n in range(41)}
    page = compiled(make_project({**FILES, "briefings/digests/2025-01.md": digest, **others}))[
        "updates/2025-q1/index.md"
    ]
    text = page.decode()
    assert "Child R" not in text
    assert "- [Poverty](../../themes/poverty/) (21)\n- [Neglect](../../themes/neglect/) (20)\n" in text
    assert text.count("- [Tea first]") == 40
    assert "- [and 2 more](../../good-practice/)" in text
