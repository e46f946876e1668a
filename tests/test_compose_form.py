"""The form is drawn from the schema alone, and says in plain words what is to be mended."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from scripts.derive.schemas import kind_schema
from scripts.model.kinds import KINDS
from scripts.vocabulary import Vocabulary
from tests.composing import begin, unfold, written
from tests.visits import visit


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server) as page:
        yield page


def labels(schema: dict[str, Any]) -> set[str]:
    """The labels of a kind's own fields."""
    return {field.get("title") or name.capitalize() for name, field in schema["properties"].items()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_field_of_every_kind_is_on_the_form_with_its_hint(page: Page, kind: Any) -> None:
    schema = kind_schema(kind, Vocabulary())
    begin(page, kind.folder)
    unfold(page.locator("[data-part=fields]"), "draft")
    fields = page.locator("[data-part=fields]")
    shown = {" ".join(text.split()) for text in fields.locator("label, legend").all_text_contents()}
    assert labels(schema) <= shown
    hints = fields.text_content() or ""
    for field in schema["properties"].values():
        assert field["description"][1:] in hints


def altered(field: str, definition: dict[str, Any]) -> Any:
    """Answers with the schema of a kind that has one more field."""

    def answer(route: Route) -> None:
        response = route.fetch()
        schema = response.json()
        schema["properties"][field] = definition
        route.fulfill(response=response, json=schema)

    return answer


@pytest.mark.parametrize(
    ("definition", "typed", "line"),
    [
        ({"type": "string", "maxLength": 20}, "some words", 'made_up: "some words"'),
        ({"type": "string", "x-paragraphs": True}, "a\n\nb", "made_up: |-\n  a\n\n  b"),
        ({"type": "string", "format": "date"}, "2024-02-29", "made_up: 2024-02-29"),
        ({"type": "integer", "minimum": 1900, "maximum": 2099}, "2024", "made_up: 2024"),
    ],
)
def test_a_field_that_the_model_gains_appears_by_itself(
    page: Page, definition: dict[str, Any], typed: str, line: str
) -> None:
    page.route("**/schemas/good-practice.json", altered("made_up", definition | {"description": "made up"}))
    begin(page, "good-practice")
    unfold(page.locator("[data-part=fields]"), "made up")
    page.get_by_label("Made up").fill(typed)
    assert f"\n{line}\n" in written(page)


def test_the_count_is_live_and_says_how_much_is_too_much(page: Page) -> None:
    begin(page, "good-practice")
    title = page.get_by_label("Title", exact=True)
    count = page.locator(".field", has=title).locator(".count")
    expect(count).to_have_text("0 of 200 characters")
    title.fill("x" * 150 + "   y")
    expect(count).to_have_text("152 of 200 characters")
    title.fill("😀" * 205)
    expect(count).to_have_text("5 characters too many")
    expect(page.locator("#compose-live")).to_have_text("Title: too long, at most 200 characters.")


PROBLEMS = [
    ("Title", "", "Fill this in."),
    ("Title", "x" * 201, "This has 201 characters; at most 200 fit."),
    ("Title", "a\u200bb", "There is an invisible or lost character behind “a”. Delete it."),
    ("Date published", "31/01/2024", "Write year-month-day, for example 2024-01-31;"),
    ("Date published", "2024-02-30", "Write year-month-day, for example 2024-01-31;"),
    ("Look at it again by", "2024-02", "Write year-month-day, for example 2024-01-31."),
    ("Added to this site", "2024-01-31", "Write date, T, time and time zone"),
    ("Added to this site", "2026-11-22T09:21:00Z", "“NSPCC Repository – January 2024” has the same instant."),
    ("Name of the file", "Wrong Name", "Use only small letters, digits and hyphens, at most 80."),
    ("Name of the file", "con", "This name is reserved."),
    ("Name of the file", "domestic-abuse-projects", "Another briefing of this kind has this name."),
]


@pytest.mark.parametrize(("label", "typed", "message"), PROBLEMS)
def test_a_problem_is_told_at_its_field_and_in_the_summary_that_leads_there(
    page: Page, label: str, typed: str, message: str
) -> None:
    begin(page, "good-practice")
    page.get_by_label("Title", exact=True).fill("Made-up practice")
    field = page.get_by_label(label, exact=True).first
    if not field.is_visible():
        unfold(page.locator("[data-part=fields]"), label.lower())
    field.fill(typed)
    page.get_by_role("button", name="Download", exact=True).click()
    page.locator("details").evaluate_all("all => all.forEach(details => { details.open = false; })")
    page.locator("[data-part=problems]").get_by_role("link", name=f"{label}: {message}").click()
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(re.escape(message)))


def test_problems_within_lists_name_their_place_and_vanish_when_mended(page: Page) -> None:
    begin(page, "digests")
    page.get_by_role("group", name="Case review 1").get_by_label("Title", exact=True).fill("Child Q")
    page.get_by_role("button", name="Add case review").click()
    second = page.get_by_role("group", name="Case review 2")
    second.get_by_label("Summary", exact=True).fill("Made up.")
    second.get_by_label("Address of the report").fill("www.example.org/report")
    page.get_by_label("Month", exact=True).fill("2024-01")
    page.get_by_role("button", name="Copy", exact=True).click()
    links = page.locator("[data-part=problems]").get_by_role("link")
    expect(links).to_have_text(
        [
            "Month: Another briefing of this kind has this name. Choose another.",
            "Title: Fill this in.",
            "Summary: Fill this in.",
            "Date published: Fill this in.",
            "Reviews 1 › Summary: Fill this in.",
            "Reviews 2 › Id: Fill this in.",
            "Reviews 2 › Title: Fill this in.",
            "Reviews 2 › Address of the report: Write the whole address, beginning with https://, without spaces.",
        ]
    )
    second.get_by_label("Address of the report").fill("https://www.example.org/report")
    second.get_by_label("Title", exact=True).fill("Child R")
    expect(links).to_have_count(5)
    expect(second.locator("[aria-invalid]")).to_have_count(0)


def test_fields_of_a_status_come_with_it(page: Page) -> None:
    begin(page, "good-practice")
    fields = page.locator("[data-part=fields]")
    unfold(fields, "draft")
    day = fields.get_by_label("Withdrawn on")
    expect(day).to_be_hidden()
    fields.get_by_label("Status").select_option("withdrawn")
    expect(day).to_be_visible()
    expect(fields.get_by_label("Superseded by")).to_be_hidden()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("[data-part=problems]")).to_contain_text("Withdrawn on: Fill this in.")
    day.fill("2026-11-22")
    fields.get_by_label("Status").select_option("superseded")
    expect(day).to_be_visible()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("[data-part=problems]")).to_contain_text("Withdrawn on: Empty this, or choose withdrawn above.")
    fields.get_by_label("Superseded by").select_option(label="Domestic abuse")
    assert "superseded_by: " in written(page)


def test_a_briefing_that_others_refer_to_is_picked_by_its_title(page: Page) -> None:
    begin(page, "challenges")
    page.get_by_label("Arises from").select_option("annual-report-2020")
    expect(page.get_by_label("Arises from").locator("option:checked")).to_contain_text("Annual report 2020")
    assert "\narises_from: annual-report-2020\n" in written(page)
