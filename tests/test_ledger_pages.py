"""The ledger's pages: they count what the files say, and every question stands where it belongs."""

import json
import re
from collections import defaultdict
from pathlib import Path

import lxml.html
import pytest
import yaml

from tests.conftest import ROOT, copy_project
from tests.ledger_reading import Pages, read, words
from tests.ledgers import (
    HOSTILE_LEAD,
    LIVELY,
    asked,
    counted,
    ledger_files,
    long_ledger,
    plain_questions,
    step,
    write,
)
from tests.made_up import briefing

# What a phone takes at once, as HTML without the shell.
LIGHT = 16_000


@pytest.fixture(scope="module")
def lively(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(copy_project(tmp_path_factory.mktemp("lively") / "project", content=False), LIVELY)


@pytest.fixture(scope="module")
def files(lively: Path) -> dict[str, str]:
    return ledger_files(lively)


@pytest.fixture(scope="module")
def pages(files: dict[str, str]) -> Pages:
    return read(files)


@pytest.fixture(scope="module")
def real() -> Pages:
    return read({address: text for address, text in ledger_files(ROOT).items() if address.startswith("ledger/")})


def matrix(pages: Pages) -> dict[str, tuple[int, ...] | None]:
    """The numbers of each row, by what the row's heading leads to; None where it holds words instead."""
    (table,) = pages["ledger/"].iter("table")
    found: dict[str, tuple[int, ...] | None] = {}
    for row in table.xpath(".//tr[th[@scope='row']]"):
        cells = [words(cell) for cell in row.iter("td")]
        (heading,) = row.iter("th")
        target = "".join(heading.xpath(".//a/@href")) or words(heading)
        key = "/".join(target.strip("/").split("/")[-2:])
        found[key] = None if cells == ["No question yet"] else tuple(int(cell) for cell in cells)
    return found


def by_origin(root: Path) -> dict[str, tuple[int, ...]]:
    """The same from the files alone."""
    groups = defaultdict(list)
    for front in plain_questions(root):
        kinds = ("national-reviews", "publications")
        name = front["arises_from"].rpartition("/")[2]
        (key,) = [f"{kind}/{name}" for kind in kinds if (root / "briefings" / kind / f"{name}.md").exists()]
        groups[key].append(front)
    return {key: counted(fronts) for key, fronts in groups.items()}


def current_reviews(root: Path) -> set[str]:
    paths = (root / "briefings" / "national-reviews").glob("[!_]*.md")
    fronts = {path.stem: yaml.safe_load(path.read_text("utf-8").split("---\n", 2)[1]) for path in paths}
    return {f"national-reviews/{name}" for name, front in fronts.items() if front.get("status", "current") == "current"}


@pytest.mark.parametrize("which", ["real", "pages"])
def test_the_matrix_counts_what_the_files_say(request: pytest.FixtureRequest, which: str, lively: Path) -> None:
    root = ROOT if which == "real" else lively
    rows = matrix(request.getfixturevalue(which))
    assert rows.pop("All") == counted(plain_questions(root))
    assert {key: row for key, row in rows.items() if row} == by_origin(root)
    # National reviews that hold stand there too; publications do not.
    assert {key for key, row in rows.items() if row is None} == current_reviews(root) - by_origin(root).keys()


@pytest.mark.parametrize("which", ["real", "pages"])
def test_the_matrix_is_a_table_that_can_be_heard(request: pytest.FixtureRequest, which: str) -> None:
    (table,) = request.getfixturevalue(which)["ledger/"].iter("table")
    assert words(table.find("caption"))
    assert {cell.get("scope") for cell in table.iter("th")} == {"col", "row", "rowgroup"}
    assert [words(cell) for cell in table.findall("thead/tr/th")] == [
        *("Arising from", "Not started", "Considering", "In progress", "Embedded", "All"),
        *("Past its day", "Never answered"),
    ]
    for row in table.iter("tr"):
        assert sum(int(cell.get("colspan", "1")) for cell in row) == 8
    assert [words(cell) for cell in table.xpath(".//th[@scope='rowgroup']")] == ["National reviews", "Publications"]


def listed(pages: Pages, address: str) -> dict[str, str]:
    """What stands on the lines of a list, by the id of the question that each leads to."""
    found = {}
    for item in pages[address].iter("li"):
        ((link, target),) = [(link, link.get("href")) for link in item.iter("a")]
        assert target.startswith("../") and "/challenges/" in target
        found[target.strip("/").rpartition("/")[2]] = words(item).removeprefix(words(link)).strip()
    return found


def test_every_question_stands_in_the_lists_of_its_lead_theme_review_and_state(lively: Path, pages: Pages) -> None:
    expected: dict[str, set[str]] = defaultdict(set)
    for front in plain_questions(lively):
        kind = "publications" if front["arises_from"] == "paper" else "national-reviews"
        for place in (
            f"leads/{front['lead']}" if "lead" in front else "without-a-lead",
            *(f"themes/{theme}" for theme in front["themes"]),
            f"reviews/{kind}/{front['arises_from']}",
            f"states/{front['status_of_answer']}",
        ):
            expected[f"ledger/{place}/"].add(front["id"])
    indexes = {"ledger/", *(f"ledger/{view}s/" for view in ("lead", "theme", "review", "state"))}
    lists = {address for address in pages if address.startswith("ledger/")} - indexes
    assert lists == expected.keys()
    assert {address: set(listed(pages, address)) for address in lists} == expected


def test_a_line_says_state_lead_last_answer_and_next_look(pages: Pages) -> None:
    said = listed(pages, "ledger/themes/neglect/")
    lead = " ".join(HOSTILE_LEAD.split())
    back = "Considering (went back from embedded) · Police · Last answer 30 September 2026"
    assert said == {
        "late": f"Embedded · {lead} · Last answer 1 July 2025 · Next look was due 22 November 2025, 365 days ago",
        "back": f"{back} · Next look was due 1 November 2026, 21 days ago",
        "due-today": f"In progress · {lead} · Last answer 1 July 2025 · Next look 22 November 2026",
        "of-a-gone-review": "Considering · Nobody leads it yet · Last answer 1 August 2025 · Next look 31 March 2027",
        "silent": "Not started · Nobody leads it yet · Never answered yet · No day set for a next look",
    }
    assert list(said)[:2] == ["late", "back"]
    yesterday = "Not started · Never answered yet · Next look was due 21 November 2026, 1 day ago"
    assert listed(pages, "ledger/leads/police/")["yesterday"] == yesterday


def test_what_a_group_has_in_common_is_said_once(pages: Pages, real: Pages) -> None:
    assert listed(pages, "ledger/states/considering/")["back"].startswith("Police")
    text = words(real["ledger/without-a-lead/"])
    assert text.count("not started") == text.count("No day is set") == 1
    assert set(listed(real, "ledger/without-a-lead/").values()) == {""}
    silent = words(real["ledger/states/not-started/"])
    assert silent.count("Nobody is named yet") == 1


def test_the_overview_says_what_is_past_its_day_and_for_how_long(pages: Pages) -> None:
    page = pages["ledger/"]
    (late,) = page.xpath(".//h2[@id='past-their-day']/following-sibling::ul[1]")
    ids = [link.get("href").strip("/").rpartition("/")[2] for link in late.iter("a")]
    assert ids == ["late", "back", "yesterday"]
    assert "365 days ago" in words(late) and "1 day ago" in words(late)
    (silent,) = page.xpath(".//h2[@id='never-answered']/following-sibling::ul[1]")
    assert [words(item) for item in silent.iter("li")] == [
        "First review 1 of 4 questions",
        "Made-up paper 1 of 1 question",
    ]
    assert "1 further question is no longer asked" in words(page)
    for blame in ("fail", "neglected", "late", "overdue", "behind"):
        assert not re.search(rf"\b{blame}", words(page), re.IGNORECASE)


def test_the_overview_of_the_real_ledger_says_how_to_begin_and_repeats_nothing(real: Pages) -> None:
    text = words(real["ledger/"])
    assert text.count("To begin, choose one question") == 1
    assert len(real["ledger/"].xpath(".//ul")) == 1  # where to look closer
    assert "0 of 26" in text and "26 of 26 were never answered" in text


def test_the_list_of_all_questions_counts_those_that_are_asked(pages: Pages, real: Pages) -> None:
    text = words(pages["challenges/"])
    assert "Not started: 2 · Considering: 2 · In progress: 1 · Embedded: 1" in text
    assert "Withdrawn: Question 17" in text
    assert [link for link in pages["challenges/"].iter("a") if link.get("href") == "../ledger/"]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({}, "no question has been asked yet"),
        ({"national-reviews/one": briefing(1)}, "no question has been asked yet"),
        (
            {
                "national-reviews/one": briefing(1),
                "challenges/only": asked(2, "one", step("2025-07-01", "embedded"), next_review="2027-01-31"),
            },
            "None. The one question with such a day has it still to come. Never answered None: the question has had",
        ),
        (
            {"national-reviews/one": briefing(1), "challenges/only": asked(2, "one")},
            "The question has no answer here yet. That says nothing about practice",
        ),
    ],
    ids=["nothing", "no question", "one answered", "one silent"],
)
def test_small_ledgers_read_well(tmp_path: Path, texts: dict[str, str], said: str) -> None:
    files = ledger_files(write(copy_project(tmp_path / "project", content=False), texts))
    assert said in words(read(files)["ledger/"])
    for view in ("leads", "themes", "reviews", "states"):
        assert f"ledger/{view}/" in files


def test_many_questions_make_light_pages_and_every_one_is_reached(tmp_path: Path) -> None:
    number = 320
    files = ledger_files(write(copy_project(tmp_path / "project", content=False), long_ledger(number)))
    files = {address: text for address, text in files.items() if address.startswith("ledger/")}
    pages = read(files)
    sizes = {address: len(lxml.html.tostring(page)) for address, page in pages.items()}
    assert max(sizes.values()) < LIGHT, max(sizes, key=sizes.__getitem__)
    reached: list[str] = []
    address = "ledger/reviews/national-reviews/first/"
    while address:
        reached += listed(pages, address)
        (way,) = pages[address].xpath(".//p[@class='prev-next']")
        following = [link.get("href") for link in way.iter("a") if link.get("rel") == "next"]
        address = f"ledger/reviews/national-reviews/first/{len(reached) // 40 + 1}/" if following else ""
    assert len(reached) == len(set(reached)) == number
    (late,) = pages["ledger/"].xpath(".//h2[@id='past-their-day']/following-sibling::ul[1]")
    assert len(late.findall("li")) == 20
    assert "All 80 that are past their day" in words(pages["ledger/"])
    assert len(listed(pages, "ledger/overdue/")) + len(listed(pages, "ledger/overdue/2/")) == 80


def test_lists_of_titles_are_left_out_of_the_search(files: dict[str, str]) -> None:
    heads = {
        address: json.loads(text.split("---\n")[1]) for address, text in files.items() if address.startswith("ledger/")
    }
    assert {address for address, head in heads.items() if head.get("search") is not False} == {"ledger/"}
    assert all(head["title"] for head in heads.values())
