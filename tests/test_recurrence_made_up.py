"""How often reviews name a theme in made-up collections: what counts, when it is few, and when it is much."""

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

from scripts.outputs import recurrence_pages, theme_pages
from scripts.recurrence import recurrences
from tests.conftest import copy_project
from tests.made_up import briefing
from tests.reading import library_of, site_of
from tests.recurring import counted, naming
from tests.visits import words

BODY = "Made-up text."
HEADING = "How often reviews name it"
THEME, OTHER, ALONE, NEVER = "neglect", "poverty", "online-harm", "radicalisation"
WITHDRAWN = {"status": "withdrawn", "withdrawn_on": "2025-03-20", "reason": "It was found to mislead."}


def national(number: int, published: str, *named: str, **fields: object) -> str:
    return briefing(number, BODY, title=f"National {number}", published=published, themes=named, **fields)


def digest(number: int, month: str, *found: dict[str, object], **fields: object) -> str:
    return briefing(
        number, BODY, title=f"Digest {month}", published=month, month=month, themes=[], reviews=found, **fields
    )


def case(name: str, *named: str, **fields: object) -> dict[str, object]:
    return {"id": name, "title": f"Child {name}", "summary": "Made up.", "themes": named, **fields}


FILES = {
    "national-reviews/first.md": national(1, "2014", THEME, OTHER),
    "national-reviews/second.md": national(2, "2019-05", OTHER),
    "national-reviews/gone.md": national(3, "2019-06", THEME, OTHER, **WITHDRAWN),
    "national-reviews/draft.md": national(4, "2019-07", THEME, OTHER, draft=True),
    "digests/2024-01.md": digest(
        5,
        "2024-01",
        case("a", THEME, OTHER, year=2019),
        case("b", THEME, ALONE),
        case("c"),
    ),
    "digests/2023-12.md": digest(6, "2023-12", case("gone", THEME, year=2016), **WITHDRAWN),
}


def made(root: Path, files: dict[str, str]) -> Path:
    copy_project(root, content=False)
    for name, text in files.items():
        path = root / "briefings" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def pages(root: Path) -> dict[str, str]:
    library, site = library_of(root), site_of(root)
    outputs = (theme_pages.compile, recurrence_pages.compile)
    return {artifact.path: artifact.data.decode() for output in outputs for artifact in output(library, site)}


def test_what_no_longer_holds_counts_nowhere_and_a_reviews_own_year_counts(tmp_path: Path) -> None:
    root = made(tmp_path / "project", FILES)
    found = {each.theme.id: each for each in recurrences(library_of(root)).by_theme}
    spans = [(year.among, len(year.named), year.of) for year in found[THEME].years]
    assert spans == [
        ("2014", 1, 1),
        ("2015–2018", 0, 0),
        ("2019", 1, 2),
        ("2020–2023", 0, 0),
        ("2024", 1, 2),
    ]
    for theme in (THEME, OTHER, ALONE, NEVER):
        assert {r.entry.address for r in found[theme].all.named} == {r.address for r in naming(counted(root), theme)}
        assert found[theme].all.of == len(counted(root)) == 5
    assert [(other.id, len(both)) for other, both in found[THEME].together] == [(OTHER, 2)]
    assert found[ALONE].together == ()


def test_a_run_of_years_without_reviews_is_said_to_be_one(tmp_path: Path) -> None:
    text = pages(made(tmp_path / "project", FILES))[f"themes/{THEME}/index.md"]
    assert "2015–2018: no review in the collection" in text
    assert "| 2015–2018 | – | none here |" in text
    assert "Named in **3 of 5 reviews** since 2014: 1 of 2 national reviews and 2 of 3 case reviews." in text


def test_a_collection_without_reviews_says_so_and_counts_nothing(tmp_path: Path) -> None:
    found = pages(made(tmp_path / "project", {}))
    assert "There is no review here yet." in found["recurrence/index.md"]
    assert HEADING not in found[f"themes/{THEME}/index.md"]


def test_the_collection_is_called_young_only_while_it_is(tmp_path: Path) -> None:
    few = {"digests/2024-01.md": digest(1, "2024-01", *(case(f"c-{n}", THEME) for n in range(29)))}
    assert "The collection is young." in pages(made(tmp_path / "few", few))["recurrence/index.md"]
    more = few | {"national-reviews/one.md": national(2, "2014", THEME)}
    found = pages(made(tmp_path / "more", more))
    assert "The collection is young." not in found["recurrence/index.md"]
    assert "These are few reviews" not in found[f"themes/{THEME}/index.md"]
    assert "In a year of fewer than 30 reviews" in found[f"themes/{THEME}/index.md"]


MANY = {
    "digests/2024-01.md": digest(1, "2024-01", *(case(f"c-{n}", THEME, year=2000 + n % 24) for n in range(48))),
    "digests/2023-12.md": digest(2, "2023-12", case("gone", THEME), case("older", THEME, year=1999), **WITHDRAWN),
    "national-reviews/one.md": national(3, "2023-05", THEME),
}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    root = made(tmp_path_factory.mktemp("many") / "project", MANY)
    return root, pages(root)


def linked(text: str) -> Iterator[str]:
    yield from re.findall(r"\((?:\.\./)+((?:case|national)-reviews/[^)]+)\)", text)


def test_many_reviews_are_listed_year_by_year_and_every_number_has_its_list(
    many: tuple[Path, dict[str, str]],
) -> None:
    root, found = many
    text = found[f"themes/{THEME}/index.md"]
    reviews = counted(root)
    for year in {review.year for review in reviews}:
        listed = found[f"themes/{THEME}/{year}/index.md"].split("## What no longer holds")[0]
        those = [review.address for review in reviews if review.year == year]
        assert sorted(linked(listed)) == sorted(those)
        assert f"[{year}](../../themes/{THEME}/{year}/)" in text or f"[{year}]({year}/)" in text
        assert f"{len(those)} of the {len(those)} reviews of {year} that still hold name this theme." in listed


def test_what_no_longer_holds_is_listed_apart_under_its_year(many: tuple[Path, dict[str, str]]) -> None:
    _, found = many
    held, past = found[f"themes/{THEME}/2023/index.md"].split("## What no longer holds")
    assert list(linked(past)) == ["case-reviews/2023-12/gone/"]
    assert "case-reviews/2023-12/gone/" not in held
    assert list(linked(found[f"themes/{THEME}/1999/index.md"])) == ["case-reviews/2023-12/older/"]
    text = words(found[f"themes/{THEME}/index.md"])
    assert re.search(r"\[2023\]\(\S+\) 3 reviews, and 1 that no longer holds", text)
    assert re.search(r"\[1999\]\(\S+\) 0 reviews, and 1 that no longer holds", text)


def test_many_years_share_a_column_and_lose_no_review(many: tuple[Path, dict[str, str]]) -> None:
    root, found = many
    body = lxml.html.fromstring(f"<table>{found['recurrence/index.md'].split('<table>')[1]}")
    heads = [words(cell.text_content()) for cell in body.xpath("//thead//th")]
    (cells,) = ([words(cell.text_content()) for cell in row] for row in body.xpath("//tbody/tr"))
    assert heads[:3] == ["Theme", "All", "before 2016"]
    assert len(heads) == 11
    assert cells[1] == f"{len(counted(root))} of {len(counted(root))}"
    counts = [cell.split(" of ") for cell in cells[2:]]
    assert sum(int(number) for number, _ in counts) == sum(int(base) for _, base in counts) == len(counted(root))


def test_a_theme_page_stays_light_however_many_reviews_there_are(many: tuple[Path, dict[str, str]]) -> None:
    _, found = many
    assert len(found[f"themes/{THEME}/index.md"].encode()) < 20_000
    assert len(list(linked(found[f"themes/{THEME}/index.md"]))) <= 26
