"""The life of an answer: asked, considering, in progress, embedded, reopened; by command and by issue, to the report.

A real repository, the real command line, branches that are merged; after every step the yearly report shows it, nothing
that was said before is missing, and whoever tampers with it is refused.
"""

import csv
import io
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path

import pytest
from babel.dates import format_date
from click.testing import CliRunner
from docx import Document

from scripts.cli import main
from scripts.data.evidence_tables import evidence_tables
from scripts.evidence import REPORT
from scripts.library import Library
from scripts.load import load
from scripts.outputs import report_pages
from scripts.packs.report_packs import packs
from scripts.press.makers import make
from scripts.routes import REPORT_WORD
from scripts.site import Site
from scripts.sources import read_tree
from tests.conftest import TODAY, MakeProject
from tests.issue_runs import CLEAN, GONE, branches, checkout, from_issue, git
from tests.made_up import briefing
from tests.test_answer_by_issue import ACCEPTED

QUESTION = "do-we-meet-fathers"
PATH = f"briefings/challenges/{QUESTION}.md"
LABELS = {
    "not-started": "Not started",
    "considering": "Considering",
    "in-progress": "In progress",
    "embedded": "Embedded",
}


@dataclass(frozen=True)
class Said:
    """A step as a reader of the report should find it."""

    day: str
    status: str
    note: str
    evidence: tuple[str, ...] = ()


LIFE = (
    Said("2025-03-10", "considering", "The subgroup looked at twelve made-up records."),
    Said("2025-06-01", "in-progress", "The form now asks who else is at home.", ("https://www.example.org/form",)),
    Said(
        "2025-11-20",
        "embedded",
        "An audit found it filled in by all teams.",
        ("https://www.example.org/audit", "https://www.example.org/minutes"),
    ),
    Said("2026-02-14", "considering", "Reopened, because a second audit found it blank again."),
)


def asked(published: str, make_project: MakeProject) -> Path:
    """A repository in which the question is asked, and nobody has answered."""
    own: dict[str, object] = {"question": "Do we meet every father?", "arises_from": "out-of-routine"}
    question = briefing(
        2, "Made-up text.", title="Meeting fathers", published=published, **own, status_of_answer="not-started"
    )
    files: dict[str, str | bytes] = {
        "briefings/national-reviews/out-of-routine.md": briefing(1, "Made-up text."),
        PATH: question,
    }
    return checkout(make_project(files))


def briefings(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner(env={**GONE, **CLEAN}).invoke(main, [*arguments, "--root", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.output


def report(root: Path, today: date, year: int) -> tuple[str, list[dict[str, str]]]:
    """The year's page as it is staged, and the rows of its table."""
    library, site = library_and_site(root, today)
    made = {artifact.path: artifact.data.decode() for artifact in report_pages.compile(library, site)}
    (table,) = [each for each in evidence_tables(library, site) if each.path.endswith(f"-{year}.csv")]
    return made[f"{REPORT}/{year}/index.md"], list(csv.DictReader(io.StringIO(table.data.decode("utf-8-sig"))))


def library_and_site(root: Path, today: date) -> tuple[Library, Site]:
    collection = load(read_tree(root))
    assert collection.settings
    return Library.of(collection.briefings, collection.vocabulary), Site(collection.settings, today)


def word(root: Path, today: date, year: int) -> str:
    """Everything that the year's Word document says."""
    library, site = library_and_site(root, today)
    wanted = REPORT_WORD.address(f"{REPORT}/{year}")
    (pack,) = [pack for pack in packs(library, site) if pack.path == wanted]
    document = Document(io.BytesIO(make(pack, root)))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def is_reported(root: Path, life: tuple[Said, ...], today: date) -> None:
    """Every step stands in its year's report, in order, with what was there before it."""
    states = ["not-started", *(said.status for said in life)]
    for year in sorted({int(said.day[:4]) for said in life}):
        page, rows = report(root, today, year)
        own = [(said, states[number]) for number, said in enumerate(life) if said.day.startswith(str(year))]
        assert [(row["Day"], row["From"], row["To"], row["Note"]) for row in rows] == [
            (said.day, LABELS[before], LABELS[said.status], flat(said.note)) for said, before in own
        ]
        done = flat(unescape(page.partition("## What was done")[2]))
        for (said, before), row in zip(own, rows, strict=True):
            assert row["Evidence"].count("https://") == len(said.evidence)
            assert row["Went back"] == ("yes" if is_back(before, said.status) else "")
            assert f'<time datetime="{said.day}">{day_label(said.day)}</time>' in done
            assert f"to {LABELS[said.status]}".casefold() in done.casefold()
            assert flat(said.note) in done
            assert all(url in done and url in row["Evidence"] for url in said.evidence)


def flat(text: str) -> str:
    return " ".join(text.split())


def is_back(before: str, after: str) -> bool:
    order = [*LABELS]
    return order.index(after) < order.index(before)


def day_label(day: str) -> str:
    return format_date(date.fromisoformat(day), "d MMMM y", locale="en_GB")


def commit(root: Path) -> None:
    git(root, "commit", "--quiet", "--all", "--message", "Answer")


def is_guarded(root: Path, life: tuple[Said, ...]) -> None:
    """Whoever changes, re-dates or takes away a step is refused beside the last commit."""
    text = (root / PATH).read_text("utf-8")
    for said in life:
        first_words = said.note.split("\n")[0][:24]
        assert first_words in text
        (root / PATH).write_text(text.replace(first_words, "Something else"), "utf-8")
        code, output = briefings(root, "check", "--against", "HEAD")
        assert (code, "[history-changed]" in output) == (1, True)
    (root / PATH).unlink()
    code, output = briefings(root, "check", "--against", "HEAD")
    assert (code, "[question-gone]" in output) == (1, True)
    (root / PATH).write_text(text, "utf-8")
    assert briefings(root, "check", "--against", "HEAD")[0] == 0


def test_the_life_of_an_answer_by_command(make_project: MakeProject) -> None:
    root = asked("2025-02", make_project)
    page, rows = report(root, TODAY, 2025)
    assert "Meeting fathers" in page.partition("## What was asked")[2]
    assert [(row["Day"], row["State now"]) for row in rows] == [("", "Not started")]
    for number, said in enumerate(LIFE):
        arguments = ["answer", QUESTION, "--status", LABELS[said.status], "--note", said.note, "--date", said.day]
        arguments += [part for url in said.evidence for part in ("--evidence", url)]
        code, output = briefings(root, *arguments, "--next-review", "2027-01-31")
        assert code == 0, output
        code, output = briefings(root, "check", "--against", "HEAD")
        assert code == 0, output
        commit(root)
        is_reported(root, LIFE[: number + 1], TODAY)
    page, _ = report(root, TODAY, 2026)
    assert "because a second audit found it blank again" in page.partition("## What went back, and why")[2]
    assert "because" not in report(root, TODAY, 2025)[0].partition("## What went back, and why")[2]
    told = {year: word(root, TODAY, year) for year in (2025, 2026)}
    for said in LIFE:
        own = told[int(said.day[:4])]
        assert all(words in own for words in (said.note, day_label(said.day), *said.evidence))
    is_guarded(root, LIFE)


@pytest.fixture
def life_by_issue() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """What the recorded payloads say, read by hand."""
    return (
        ("considering", 'The subgroup looked at twelve made-up records: "father" was blank in five.', ()),
        (
            "in-progress",
            "The form now asks: who else is at home?\n\nTwo teams try it until spring.",
            ("https://www.example.org/form#page=2", "https://www.example.org/minutes"),
        ),
        ("embedded", "All teams use it; an audit found it filled in throughout.", ("https://www.example.org/audit",)),
        (
            "considering",
            "Reopened: a second audit found it blank again where the father lives elsewhere.\n\n"
            "- 1st: why? - 2nd: who asks? # not yet known",
            ("https://www.example.org/audit-2",),
        ),
    )


def test_the_life_of_an_answer_by_issue(
    make_project: MakeProject, tmp_path: Path, life_by_issue: tuple[tuple[str, str, tuple[str, ...]], ...]
) -> None:
    root = asked("2026-06-01", make_project)
    life: tuple[Said, ...] = ()
    for payload, (status, note, evidence) in zip(ACCEPTED, life_by_issue, strict=True):
        days = [datetime.now(UTC).date()]
        left = from_issue(root, payload, tmp_path / payload.stem, does="M")
        days += [datetime.now(UTC).date()]
        assert left.code == 0, left.texts
        git(root, "merge", "--quiet", "--no-ff", "--no-edit", left.texts["branch"])
        git(root, "branch", "--delete", "--force", left.texts["branch"])
        assert branches(root) == []
        code, output = briefings(root, "check", "--against", "HEAD~1")
        assert code == 0, output
        # The day of the run; at midnight it may be either.
        text = (root / PATH).read_text("utf-8")
        (day,) = {
            str(each) for each in days if text.count(f"date: {each}") > [said.day for said in life].count(str(each))
        }
        life = (*life, Said(day, status, note, evidence))
        is_reported(root, life, date.fromisoformat(day))
    today = date.fromisoformat(life[-1].day)
    page, rows = report(root, today, today.year)
    assert "a second audit found it blank again" in page.partition("## What went back, and why")[2]
    assert rows[-1]["State now"] == "Considering" and rows[-1]["Next look"] == "2099-01-31"
    told = flat(word(root, today, today.year))
    assert all(flat(said.note) in told for said in life)
    is_guarded(root, life)
