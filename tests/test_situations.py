"""Similar situations: which reviews are close and why, and which are not."""

import json
import re
from collections.abc import Mapping

import pytest

from scripts.situations import MOST, Situation, Situations, situations
from scripts.situations.collection import MOST_COMPARED
from scripts.situations.features import read
from tests.conftest import MakeProject
from tests.hostile import HOSTILE
from tests.made_up import briefing
from tests.situating import digest, library_of, review, similar, staged, titles
from tests.situation_scores import PARTS, judge, ordering, precision, read_vocabulary, recall

VOCABULARY = read_vocabulary()
BABY = "A baby had fractures. There was domestic abuse."
YOUTH = "A boy was stabbed after he had been permanently excluded."


@pytest.mark.parametrize("part", PARTS)
def test_what_is_found_close_is_what_a_lead_officer_would_want_to_see(part: str) -> None:
    cases = judge(part)
    pairs = [pair for case in cases for pair in case]
    assert len(pairs) >= (12 if part == "blind" else 25)
    assert precision(pairs) >= 0.8
    assert recall(pairs) >= 0.9
    assert ordering(cases) >= 0.95


def test_the_closest_come_with_their_reasons(make_project: MakeProject) -> None:
    reviews = [
        review("a", "A baby had fractures and bruises. The father was not seen.", ["under-1"]),
        review("b", "An infant with a broken arm. Nobody had spoken to the father.", ["under-1"]),
        review("c", YOUTH, ["16-to-17"]),
        review("d", "A child of nine was neglected.", ["6-to-10"]),
    ]
    pages = staged(make_project(digest("2025-01", reviews)))
    assert similar(pages, "2025-01/a") == [
        ("Child b", "age under 1, fractures, father or male carer not seen or assessed")
    ]
    assert similar(pages, "2025-01/c") == []
    assert "No review in the collection is close." in pages["case-reviews/2025-01/c/index.md"]
    assert "No review in the collection is close." not in pages["case-reviews/2025-01/a/index.md"]


def test_the_rarer_a_shared_feature_the_closer_and_of_equals_the_newest_comes_first(make_project: MakeProject) -> None:
    common = [review(f"common-{n}", BABY, ["under-1"]) for n in range(3)]
    rare = review("rare", f"{BABY} A pregnancy had been concealed: a concealed pregnancy.", ["under-1"])
    files = digest("2024-01", [rare]) | digest("2025-01", common, 1) | digest("2025-02", [rare | {"id": "asked"}], 2)
    pages = staged(make_project(files))
    found = similar(pages, "2025-02/asked")
    assert titles(found) == ["Child rare", "Child common-0", "Child common-1", "Child common-2"]
    assert found[0][1].endswith("late booking or concealed pregnancy")


def test_no_more_than_a_few_are_listed_and_never_the_review_itself(make_project: MakeProject) -> None:
    reviews = [review(f"r{n}", BABY, ["under-1"]) for n in range(MOST + 3)]
    pages = staged(make_project(digest("2025-01", reviews)))
    for n in range(MOST + 3):
        found = titles(similar(pages, f"2025-01/r{n}"))
        assert len(found) == MOST
        assert f"Child r{n}" not in found


@pytest.mark.parametrize(
    "other",
    [
        review("b", "An adult of the family died.", ["under-1"]),  # an age alone
        review("b", "There was domestic abuse.", ["under-1"]),  # no harm in common
        review("b", "A youth had fractures.", ["16-to-17"]),  # a harm alone
        review("b", "Nothing that the vocabularies know.", []),
    ],
    ids=["age", "no harm", "harm", "nothing"],
)
def test_what_shares_too_little_is_not_close(make_project: MakeProject, other: dict[str, object]) -> None:
    pages = staged(make_project(digest("2025-01", [review("a", BABY, ["under-1"]), other])))
    assert similar(pages, "2025-01/a") == similar(pages, "2025-01/b") == []


def test_what_no_longer_holds_is_compared_with_nothing(make_project: MakeProject) -> None:
    gone = {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "It was found to mislead."}
    files = digest("2025-01", [review("a", BABY, ["under-1"])]) | digest(
        "2025-02", [review("b", BABY, ["under-1"])], 1, **gone
    )
    files |= digest("2025-03", [review("c", BABY, ["under-1"])], 2, status="superseded", superseded_by="2025-01")
    files["briefings/national-reviews/gone.md"] = briefing(5, summary=BABY, ages=["under-1"], **gone)
    pages = staged(make_project(files))
    assert similar(pages, "2025-01/a") == []
    for address in ("2025-02/b", "2025-03/c"):
        text = pages[f"case-reviews/{address}/index.md"]
        assert "Similar situations" not in text
        assert "Not stated" not in text
    assert [one["title"] for one in json.loads(pages["data/situations.json"])["reviews"]] == ["Child a"]
    assert "Compared with 0 other case reviews: the collection is young." in pages["case-reviews/2025-01/a/index.md"]


def test_a_national_review_is_picked_from_but_listed_on_no_case_review(make_project: MakeProject) -> None:
    national = briefing(5, title="National one", summary=BABY, ages=["under-1"])
    files = digest("2025-01", [review("a", BABY, ["under-1"])]) | {"briefings/national-reviews/one.md": national}
    pages = staged(make_project(files))
    assert similar(pages, "2025-01/a") == []
    assert [one["title"] for one in json.loads(pages["data/situations.json"])["reviews"]] == ["Child a", "National one"]
    assert "1 case review and 1 national review are compared here." in pages["similar/index.md"]


def test_the_same_files_give_the_same_pages_in_whatever_order_they_are_read(make_project: MakeProject) -> None:
    reviews = [review(f"r{n}", text, ["under-1"]) for n, text in enumerate([BABY, YOUTH, f"{BABY} {YOUTH}"] * 3)]
    root = make_project(digest("2025-01", reviews) | digest("2025-02", reviews, 1))
    library, _ = library_of(root)
    turned = type(library).of(library.briefings[::-1], library.vocabulary)
    assert staged(root) == staged(root)
    one, other = situations(library), situations(turned)
    assert [one.like(found) for found in one.case_reviews] == [other.like(found) for found in other.case_reviews]


@pytest.mark.parametrize("missing", [(), ("harms",), ("circumstances",), ("harms", "circumstances", "particulars")])
def test_a_collection_without_these_vocabularies_has_no_such_sections(
    make_project: MakeProject, missing: tuple[str, ...]
) -> None:
    root = make_project(digest("2025-01", [review("a", BABY, ["under-1"]), review("b", BABY, ["under-1"])]))
    for name in missing:
        (root / "briefings" / "vocabulary" / f"{name}.yml").unlink()
    pages = staged(root)
    whole = len(missing) < 3
    assert ("similar/index.md" in pages) == ("data/situations.json" in pages) == whole
    text = pages["case-reviews/2025-01/a/index.md"]
    assert ("## Similar situations" in text) == ("similar/" in text) == whole
    assert ("Not stated" in text) == ("particulars" not in missing)
    if missing == ("harms",):
        assert similar(pages, "2025-01/a") == [], "without harms nothing is close"


def test_an_empty_collection_says_so(make_project: MakeProject) -> None:
    page = staged(make_project({}))["similar/index.md"]
    assert "No review that holds can be compared yet." in page
    assert "<form" not in page


def test_hostile_texts_stay_texts(make_project: MakeProject) -> None:
    title = f"T {HOSTILE}"[:110]
    reviews = [review(name, f"{HOSTILE} {BABY}", ["under-1"], title=title) for name in ("a", "b")]
    root = make_project(digest("2025-01", reviews))
    harms = root / "briefings" / "vocabulary" / "harms.yml"
    harms.write_text('- id: fractures\n  label: "<b>F\'&| *x* {{ y }}"\n  synonyms: ["fractures"]\n', "utf-8")
    pages = staged(root)
    for path in ("case-reviews/2025-01/a/index.md", "similar/index.md"):
        body = pages[path].split("---\n", 2)[2]
        assert "<script" not in body
        assert "<b>" not in body
        assert "{{" not in body.replace("&#123;&#123;", "")
    assert json.loads(pages["data/situations.json"])["reviews"][0]["title"] == title


def test_the_page_lists_each_feature_with_no_more_than_a_few_reviews(make_project: MakeProject) -> None:
    pages = staged(make_project(digest("2025-01", [review(f"r{n}", BABY, ["under-1"]) for n in range(9)])))
    page = pages["similar/index.md"]
    (fractures,) = re.findall(r"<summary>Fractures.*?</details>", page, re.DOTALL)
    assert re.findall(r"\[Child (r\d)\]", fractures) == ["r0", "r1", "r2", "r3", "r4"]
    assert "The first 5 of 9 stand here" in fractures
    assert '<span class="count">9</span>' in fractures
    assert set(re.findall(r'name="(\w+)" value="([\w-]+)"', page)) == {
        ("age", "under-1"),
        ("harm", "fractures"),
        ("circumstance", "domestic-abuse"),
    }


def test_the_weights_are_as_the_page_explains_them(make_project: MakeProject) -> None:
    reviews = [
        review("a", "Fractures, and domestic abuse.", ["under-1"]),
        review("b", "Domestic abuse.", ["under-1"]),
        review("c", "", ["under-1"]) | {"summary": "Made up."},
        review("d", "Made up.", ["under-1"]),
    ]
    data = json.loads(staged(make_project(digest("2025-01", reviews)))["data/situations.json"])
    assert {one["id"]: one["weight"] for one in data["features"]} == {
        "under-1": 10,
        "domestic-abuse": 20,
        "fractures": 30,
    }


def test_the_bound_leaves_out_what_shares_only_the_commonest() -> None:
    """Among more reviews than are compared, the one that shares something rare is still found first."""
    common, rare = (read(text, ("under-1",), (), VOCABULARY) for text in (BABY, f"{BABY} A concealed pregnancy."))
    many = tuple(Situation(f"common/{n}", "", "", common) for n in range(MOST_COMPARED + 20))
    asked, oldest = Situation("asked", "", "", rare), Situation("oldest", "", "", rare)
    found = Situations((asked, *many, oldest), ()).like(asked)
    assert [close.situation.address for close in found] == ["oldest"]


def test_the_real_collection_is_read_as_a_reader_would() -> None:
    found: Mapping[str, list[str]] = {
        case[0].first.address: [pair.second.address for pair in case if pair.found] for case in judge("tuning")
    }
    assert found["case-reviews/2024-01/child-v/"] == ["case-reviews/2024-01/c101/"]
