"""An answer's history only grows: beside an earlier state everything else is refused, and nothing more."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.load import LoadedFile, load
from scripts.problems import Problem
from scripts.rules import check_against, history
from scripts.sources import SourceFile
from tests.example_files import shelved

PATH = "briefings/challenges/one.md"
FRONT = """\
---
title: "Fictional example"
summary: "Made up to test how files are compared."
published: 2024-01-31
added: 2026-01-05T09:30:00+00:00
themes:
  - neglect
question: "What would we see if this were working?"
arises_from: example-review
status_of_answer: embedded
"""
FIRST = '  - date: 2026-02-01\n    status: considering\n    note: "Nameson: a first look."\n'
SECOND = (
    '  - date: 2026-03-01\n    status: in-progress\n    note: "A tool is tried."\n'
    "    evidence:\n      - https://example.org/a\n"
)
THIRD = '  - date: 2026-03-01\n    status: embedded\n    note: "Every team has it."\n'
NEW = '  - date: 2026-03-01\n    status: considering\n    note: "Made up."\n'
BEFORE = FRONT + "updates:\n" + FIRST + SECOND + THIRD + "---\n\nText.\n"


def compared(after: str | None, before: str = BEFORE, path: str = PATH) -> list[Problem]:
    """What stands against a change of the one file; None takes it away, and another path renames it."""
    files = [] if after is None else [SourceFile(path, after.encode())]
    was = shelved(SourceFile(PATH, before.encode()))
    return list(check_against(load(was), load(shelved(*files))))


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems]


HARMLESS: dict[str, Callable[[str], str]] = {
    "nothing": lambda text: text,
    "an entry more": lambda text: text.replace(THIRD, THIRD + NEW),
    "an entry more of a later day": lambda text: text.replace(THIRD, THIRD + NEW.replace("03-01", "04-01")),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "other quotes": lambda text: text.replace('"A tool is tried."', "'A tool is tried.'"),
    "a folded note": lambda text: text.replace('"Every team has it."', ">-\n      Every\n      team has it."),
    "evidence without a dash": lambda text: text.replace("\n      - https", " https"),
    "other order of fields": lambda text: text.replace(
        THIRD, '  - note: "Every team has it."\n    status: embedded\n    date: "2026-03-01"\n'
    ),
    "brackets": lambda text: text.replace(
        THIRD, '  - {date: 2026-03-01, status: embedded, note: "Every team has it."}\n'
    ),
    "a comment": lambda text: text.replace("updates:\n", "# as the board asked\nupdates:\n"),
    "entries of other days in another order": lambda text: text.replace(FIRST, "").replace(THIRD, THIRD + FIRST),
    "another title and text": lambda text: text.replace("Fictional example", "Other").replace("Text.", "Other."),
    "withdrawn": lambda text: text.replace(
        "---\n\nText", 'status: withdrawn\nwithdrawn_on: 2026-04-01\nreason: "Made up."\n---\n\nText'
    ),
}


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_what_leaves_the_history_alone_is_no_problem(change: Callable[[str], str]) -> None:
    assert compared(change(BEFORE)) == []


@pytest.mark.parametrize("entry", ["  - 2026-02-01\n", FIRST.replace("note:", "notes:")])
def test_an_entry_that_cannot_be_read_any_more_is_told_by_its_own_rule_alone(entry: str) -> None:
    assert compared(BEFORE.replace(FIRST, entry)) == []
    assert codes(compared(BEFORE.replace(FIRST, entry).replace(SECOND, ""))) == [(REMOVED, 12)]


CHANGED, REMOVED, INSERTED = "history-changed", "history-removed", "history-inserted"
TAMPERED: dict[str, tuple[Callable[[str], str], list[tuple[str, int]], str]] = {
    "another note": (
        lambda text: text.replace("first look", "long look"),
        [(CHANGED, 12)],
        "1 February 2026 was changed (note)",
    ),
    "another state": (
        lambda text: text.replace("status: in-progress", "status: embedded"),
        [(CHANGED, 15)],
        "1 March 2026 was changed (status)",
    ),
    "evidence gone": (
        lambda text: text.replace("    evidence:\n      - https://example.org/a\n", ""),
        [(CHANGED, 15)],
        "(evidence)",
    ),
    "evidence added": (
        lambda text: text.replace("org/a", "org/a\n      - https://example.org/b"),
        [(CHANGED, 15)],
        "(evidence)",
    ),
    "another day": (
        lambda text: text.replace("2026-02-01", "2026-02-02"),
        [(CHANGED, 12)],
        "1 February 2026 was changed (date)",
    ),
    "another day, and put last": (
        lambda text: text.replace(FIRST, "").replace(THIRD, THIRD + FIRST.replace("02-01", "03-01")),
        [(CHANGED, 20)],
        "(date)",
    ),
    "one gone": (lambda text: text.replace(FIRST, ""), [(REMOVED, 12)], "The entry of 1 February 2026 is gone"),
    "all gone": (
        lambda text: re.sub("(?s)updates:.*?---", "updates: []\n---", text),
        [(REMOVED, 11), (REMOVED, 11)],
        "is gone",
    ),
    "the field gone": (lambda text: re.sub("(?s)updates:.*?---", "---", text), [(REMOVED, 2), (REMOVED, 2)], "is gone"),
    "one put in before": (
        lambda text: text.replace(SECOND, NEW.replace("03-01", "02-15") + SECOND),
        [(INSERTED, 15)],
        "before the one of 1 March 2026",
    ),
    "one dated before, at the end": (
        lambda text: text.replace(THIRD, THIRD + NEW.replace("03-01", "01-15")),
        [(INSERTED, 23)],
        "before the one of 1 March 2026",
    ),
    "one put in on the same day": (lambda text: text.replace(SECOND, NEW + SECOND), [(INSERTED, 15)], "before"),
    "two of a day in another order": (
        lambda text: text.replace(SECOND + THIRD, THIRD + SECOND),
        [(CHANGED, 12)],
        "another order",
    ),
    "one changed, one new": (
        lambda text: text.replace("A tool is tried", "A tool").replace(THIRD, THIRD + NEW),
        [(CHANGED, 15)],
        "(note)",
    ),
    "one copied, one gone": (lambda text: text.replace(THIRD, SECOND), [(CHANGED, 20)], "1 March 2026"),
}


@pytest.mark.parametrize(("change", "found", "words"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_said_cannot_be_taken_back(
    change: Callable[[str], str], found: list[tuple[str, int]], words: str
) -> None:
    problems = compared(change(BEFORE))
    # Removed entries of one day and place are told once.
    assert codes(problems) == found
    assert all(problem.level == "error" and problem.place.path == PATH and problem.fix for problem in problems)
    assert words in problems[0].message
    assert not [problem for problem in problems if "Nameson" in problem.message + problem.fix]


def test_a_question_that_is_gone_takes_no_history_with_it() -> None:
    (problem,) = compared(None)
    assert (problem.code, problem.place.path) == ("question-gone", PATH)
    assert "3 dated entries" in problem.message and "withdrawn" in problem.fix


def test_a_question_that_is_renamed_is_told_where_it_went() -> None:
    (problem,) = compared(BEFORE, path="briefings/challenges/two.md")
    assert problem.code == "question-gone"
    assert problem.fix == "Give briefings/challenges/two.md its name back: one.md"


def test_many_renamed_questions_are_read_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [BEFORE.replace("first look", f"look {number}") for number in range(20)]
    was, now = (
        load(
            shelved(
                *(SourceFile(f"briefings/challenges/{name}-{at}.md", text.encode()) for at, text in enumerate(texts))
            )
        )
        for name in ("was", "now")
    )
    read = []
    histories = history._history

    def counted(file: LoadedFile) -> Any:
        read.append(file)
        return histories(file)

    monkeypatch.setattr(history, "_history", counted)
    problems = list(check_against(was, now))
    assert {problem.fix.partition(" its name back: ")[2] for problem in problems} == {
        f"was-{at}.md" for at in range(20)
    }
    # Once each, then and now; the shelf has a few of its own.
    assert len(read) < 3 * len(texts)


def test_a_question_that_was_never_answered_may_go() -> None:
    assert compared(None, re.sub("(?s)updates:.*?---", "---", BEFORE)) == []


def test_a_published_history_is_not_hidden_by_a_draft() -> None:
    draft = BEFORE.replace("---\n\nText", "draft: true\n---\n\nText")
    (problem,) = compared(draft)
    assert (problem.code, problem.place.path, problem.place.line) == ("question-gone", PATH, 23)
    assert "3 dated entries" in problem.message and "draft" in problem.fix
    # What was never answered, or was a draft before, takes nothing off the site.
    silent = re.sub("(?s)updates:.*?---", "---", BEFORE).replace("embedded", "not-started")
    assert compared(silent.replace("---\n\nText", "draft: true\n---\n\nText"), silent) == []
    assert compared(draft, draft) == compared(BEFORE, draft) == []


def test_a_drafts_history_stays_too() -> None:
    draft = BEFORE.replace("---\n\nText", "draft: true\n---\n\nText")
    assert codes(compared(None, draft)) == [("question-gone", 1)]
    assert codes(compared(draft.replace(FIRST, ""), draft)) == [(REMOVED, 12)]


def test_an_entry_that_was_broken_was_never_published_and_may_be_mended() -> None:
    broken = BEFORE.replace("status: considering", "status: thinking").replace("summary:", "sumary:")
    assert compared(BEFORE, broken) == []
    # The others of that file stay, though the file as a whole could not be published.
    assert codes(compared(BEFORE.replace("A tool is tried", "A tool"), broken)) == [(CHANGED, 15)]


def test_a_file_that_could_not_be_read_then_is_named() -> None:
    (problem,) = compared(BEFORE, "no front matter")
    assert (problem.code, problem.level, problem.place.path) == ("history-unread", "warning", PATH)


def test_a_file_that_cannot_be_read_now_is_left_to_the_check() -> None:
    assert compared("no front matter") == []
    assert codes(compared(BEFORE.replace("title:", "tilte:"))) == []


ENTRIES = st.tuples(st.sampled_from(["2026-02-01", "2026-02-02", "2026-02-03"]), st.sampled_from("ab"))
HISTORIES = st.lists(ENTRIES, max_size=5)


def written(history: list[tuple[str, str]]) -> str:
    entries = "".join(f"  - date: {day}\n    status: considering\n    note: {note}\n" for day, note in history)
    return FRONT + (f"updates:\n{entries}" if entries else "") + "---\n"


@given(HISTORIES, HISTORIES, st.data())
@settings(deadline=None, max_examples=60)
def test_a_history_passes_exactly_if_what_was_there_comes_first(
    before: list[tuple[str, str]], other: list[tuple[str, str]], data: st.DataObject
) -> None:
    """By the days, and within a day as the file has them; whatever was done to it."""
    after = data.draw(st.sampled_from([other, before + other, other + before, before[1:] + other]))
    after = data.draw(st.permutations(after)) if data.draw(st.booleans()) else after
    in_order, now_in_order = (sorted(history, key=lambda entry: entry[0]) for history in (before, after))
    assert (compared(written(after), written(before)) == []) == (now_in_order[: len(before)] == in_order)
