"""A question's own page: what was answered and is due, what is not known yet, and how to answer."""

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.conftest import copy_project
from tests.feeds import HOME
from tests.ledger_reading import Pages, read, words
from tests.ledgers import (
    EVIDENCE,
    HOSTILE_LEAD,
    LIVELY,
    ledger_files,
    write,
)

EMAIL = "    email: briefings@example.org\n"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return ledger_files(write(copy_project(tmp_path_factory.mktemp("lively") / "project", content=False), LIVELY))


@pytest.fixture(scope="module")
def pages(files: dict[str, str]) -> Pages:
    return read(files)


def test_a_question_s_page_says_what_was_due_and_what_went_back(pages: Pages) -> None:
    page = pages["challenges/back/"]
    facts = [words(item) for item in page.xpath(".//ul[1]/li")][:4]
    assert facts[1:] == [
        "Local answer: Considering, gone back from embedded",
        "Who leads: Police",
        "Next look was due on 1 November 2026",
    ]
    days = [words(heading) for heading in page.iter("h3") if re.search(r"\d{4}: ", words(heading))]
    assert days == [
        "30 September 2026: considering",
        "15 January 2026: embedded",
        "1 September 2025: in progress",
        "1 June 2025: considering",
    ]
    text = words(page)
    assert text.count("Went back from embedded.") == 1 == text.count("Went back")
    assert text.index("Went back from embedded.") < text.index("Made-up reason to look again.")
    assert EVIDENCE in [link.get("href") for link in page.iter("a")]


def test_a_question_s_page_says_what_is_not_known_yet(pages: Pages) -> None:
    facts = [words(item) for item in pages["challenges/silent/"].xpath(".//ul[1]/li")]
    assert facts[1:3] == ["Local answer: Not started, never answered yet", "Who leads: nobody named yet"]
    assert "Next look" not in words(pages["challenges/silent/"])
    assert "Next look: 22 November 2026" in words(pages["challenges/due-today/"])
    assert f"Who leads: {HOSTILE_LEAD}" in words(pages["challenges/due-today/"])


PROMPTS = ["Have we embedded this?", "Is there more?", "What ideas do you have?"]


def test_each_prompt_begins_a_form_and_a_mail(pages: Pages) -> None:
    (ways,) = pages["challenges/back/"].xpath(".//h2[@id='answer']/following-sibling::ul[1]")
    assert [words(item.find(".//strong")) for item in ways.iter("li")] == PROMPTS
    for prompt, item in zip(PROMPTS, ways.iter("li"), strict=True):
        form, mail = [link.get("href") for link in item.iter("a")]
        assert form.startswith("https://git.example.org/example-scp/briefings/issues/new?")
        # A dropdown may not be filled in from an address: GitHub then shows no form.
        assert parse_qs(urlsplit(form).query) == {
            "template": ["answer-a-challenge-question.yml"],
            "title": [f"{prompt} Question 11"],
            "question": ["back"],
        }
        assert unquote(urlsplit(mail).path) == "briefings@example.org"
        said = parse_qs(urlsplit(mail).query)
        assert said["subject"] == [f"{prompt} Question 11"]
        lines = said["body"][0].split("\r\n\r\n")
        assert lines[:2] == [prompt, f"{HOME}challenges/back/"]
        assert lines[-1] == "Please name no child, family or colleague."
        assert len(mail) < 2_000  # what Outlook for Windows takes
    text = words(pages["challenges/back/"])
    assert "one small pull request" in text and "Name no child, family or colleague." in text


def test_a_withdrawn_question_asks_nobody(files: dict[str, str], pages: Pages) -> None:
    text = files["challenges/withdrawn/"]
    assert "issues/new" not in text and "mailto:" not in text and "Next look" not in text and "ledger/" not in text
    assert not [prompt for prompt in PROMPTS if prompt in words(pages["challenges/withdrawn/"])]
    for address, page in pages.items():
        if address.startswith("ledger/"):
            assert "Question 17" not in words(page), address


def test_without_an_address_there_is_no_mail(tmp_path: Path) -> None:
    root = write(copy_project(tmp_path / "project", content=False), LIVELY)
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert text.count(EMAIL) == 1
    settings.write_text(text.replace(EMAIL, ""), "utf-8")
    page = read(ledger_files(root))["challenges/back/"]
    (ways,) = page.xpath(".//h2[@id='answer']/following-sibling::ul[1]")
    assert [words(link) for link in ways.iter("a")] == ["On GitHub"] * 3
