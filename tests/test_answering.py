"""An answer put into a question's file: what is new is what was said, and every other byte stays."""

import re
from datetime import date
from io import StringIO

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scripts.answering import answered
from scripts.answering.given import Answer, AnswerError
from scripts.answering.given import given as read
from scripts.answering.text import UnchangeableError, with_answer
from scripts.characters import character_faults
from scripts.load import load
from scripts.load.fences import split
from scripts.model.answers import Update
from scripts.model.kinds import Challenge
from scripts.sources import SourceFile
from tests.conftest import ROOT, TODAY
from tests.example_files import shelved

PATH = "briefings/challenges/one.md"
HEAD = """\
---
# A comment that somebody left.
title:   'Fictional example'   # and another
summary: >-
  Made up to test
  how files are changed.
published: 2024-01-31
added: 2026-01-05T09:30:00+00:00
themes: [neglect]
question: "What would we see if this were working?"
arises_from: example-review
"""
BODY = "---\n\nFictional text: --- with\n\n- updates:\n"
ENTRY = """\
  - date: 2026-02-01
    status: considering
    note: "A fictional update."
"""


def answer(
    note: str = "Made up.",
    status: str = "embedded",
    day: date = TODAY,
    evidence: tuple[str, ...] = (),
    next_review: str | None = None,
) -> Answer:
    return read(status, note, evidence, day, next_review)


def after(text: str | bytes, said: Answer, today: date = TODAY) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    return answered(shelved(SourceFile(PATH, data)), PATH, said, today).text


def front(text: str) -> Challenge:
    (file,) = [file for file in load(shelved(SourceFile(PATH, text.encode()))).files if file.placed.path == PATH]
    assert file.briefing and isinstance(file.briefing.front, Challenge)
    return file.briefing.front


LAYOUTS = {
    path.stem: path.read_text("utf-8")
    for path in sorted((ROOT / "tests/answering").glob("*.md"))
    if path.stem != "README"
}
LAYOUT = pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
# What an answer may change: the words of the state and of the next review, and what stands in brackets on one line.
TOUCHED = re.compile(r"\s*(status_of_answer:|not-started|next_review:|updates: *\[|\]|\{date: 2026-02-01)")
WAYS = {"LF": ("\n", None), "CRLF": ("\r\n", "2027-03-31"), "CR": ("\r", "2027-03-31")}


@pytest.mark.parametrize(("ends", "review"), WAYS.values(), ids=WAYS)
@LAYOUT
def test_however_the_file_is_written_only_the_answer_is_new(text: str, ends: str, review: str | None) -> None:
    said = answer("Found: it #works.", evidence=("https://example.org/a#b",), next_review=review)
    before = "\ufeff" + text.replace("\n", ends)
    made = after(before, said)
    old, new = front(before), front(made)
    changed = {"status_of_answer": said.update.status, "updates": (*old.updates, said.update)}
    assert new == old.model_copy(update=changed | ({"next_review": said.next_review} if review else {}))
    there = iter(lines(made))
    assert all(line in there for line in lines(before) if not TOUCHED.match(line))
    assert {line[len(line.rstrip("\r\n")) :] for line in lines(made)} <= {ends, ""}


def lines(text: str) -> list[str]:
    return list(StringIO(text, newline=""))


def test_what_stands_before_and_behind_is_the_same_to_the_byte() -> None:
    text = (HEAD + "status_of_answer: not-started  # x\nlead: example-team\n" + BODY).replace(
        "A comment", "Ä 😀 comment"
    )
    made = after(text, answer(next_review="2027-03-31"))
    start, _, rest = text.partition("not-started  # x\n")
    assert made == (
        start + "embedded  # x\nupdates:\n  - date: 2026-11-22\n    status: embedded\n"
        '    note: "Made up."\nnext_review: 2027-03-31\n' + rest
    )


def test_mixed_line_ends_stay_mixed() -> None:
    text = HEAD.replace("\n", "\r\n") + "status_of_answer: not-started\n" + BODY.replace("\n", "\r")
    made = after(text, answer())
    assert made.startswith(HEAD.replace("\n", "\r\n") + "status_of_answer: embedded\nupdates:\n  - date")
    assert made.endswith('"Made up."\n' + BODY.replace("\n", "\r"))


def test_the_answers_of_a_year_lie_one_below_the_other() -> None:
    text = HEAD + "status_of_answer: not-started\n" + BODY
    for month, status in ((2, "considering"), (5, "in progress"), (9, "Embedded"), (11, "CONSIDERING")):
        text = after(text, answer(f"Month {month}.", status, date(2026, month, 1), next_review=f"2027-{month:02}-01"))
    found = front(text)
    assert [str(update.date) for update in found.updates] == ["2026-02-01", "2026-05-01", "2026-09-01", "2026-11-01"]
    assert (found.status_of_answer, str(found.next_review)) == ("considering", "2027-11-01")
    assert text.count("updates:\n  - date") == text.count("next_review:") == text.count("status_of_answer:") == 1


ALLOWED = st.characters(codec="utf-8", exclude_categories=["Cs"]).filter(lambda sign: not [*character_faults(sign)])
SIGNS = """--- ... : - # &a *a ! !!x << " ' [ ] { } , | > >- % @ ` ? \\ \\n ~ NO yes 010 1.0 null 2024-01-31 status:
    embedded updates: - date: 2026-01-01 {% x %} {{ x }} <b> &amp; $(x) 😀 é “ ” … https://example.org/#a"""
SPACES = (" ", "  ", "\n", "\n\n", "\n- ", "\n\n    ", " #", ": ", "\r\n", "\u2028", "\u00a0", "\x85", "\t", "-" * 90)
PIECES = st.sampled_from([*SIGNS.split(), *SPACES])
NOTES = st.lists(PIECES | st.text(ALLOWED, max_size=8), min_size=1, max_size=30).map("".join)


@settings(deadline=None, max_examples=300)
@given(NOTES, st.sampled_from([*LAYOUTS.values()]))
@example('"', LAYOUTS["no-updates"])
@example("x" * 4000, LAYOUTS["no-updates"])
@example("a\n\n\n\nb\n c", LAYOUTS["dashes-far-in"])
@example(" - a\n - b", LAYOUTS["dashes-not-indented"])
@example("---", LAYOUTS["updates-at-the-end"])
def test_any_note_comes_back_as_it_was_typed(note: str, layout: str) -> None:
    if not note.strip():
        return
    made = with_answer(layout, answer(note))
    tree, body, _ = split(made, PATH)
    assert (tree.problems, body) == ([], split(layout, PATH)[1])
    fields = tree.value
    assert isinstance(fields, dict)
    # Only how many spaces and line ends stand between words is not kept; paragraphs are.
    paragraphs = [part.split() for part in re.split(r"\n\s*\n", note.replace("\r\n", "\n").strip())]
    found = Update.model_validate(fields["updates"][-1])
    assert [part.split() for part in found.note.split("\n\n")] == paragraphs
    # Another reader of YAML reads the same.
    plain = yaml.safe_load(made[3:].partition("\n---")[0])
    assert plain["updates"][-1]["note"].split() == note.split()


def test_a_sign_that_no_file_may_hold_is_refused_by_its_name() -> None:
    with pytest.raises(AnswerError, match=r"U\+200B, ZERO WIDTH SPACE"):
        after(LAYOUTS["no-updates"], answer("A\u200bB"))


REFUSED = {
    "a day to come": (answer(day=date(2026, 11, 23)), "This day has not come yet"),
    "before the newest entry": (answer(day=date(2026, 1, 31)), "newest entry is of 1 February 2026"),
    "the same once more": (answer("A  fictional update.", "considering", date(2026, 2, 1)), "the very same"),
}


@pytest.mark.parametrize(("said", "words"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_follow_from_the_history_is_refused(said: Answer, words: str) -> None:
    with pytest.raises(AnswerError, match=words):
        after(LAYOUTS["updates-at-the-end"], said)


def test_a_day_before_the_question_is_refused() -> None:
    with pytest.raises(AnswerError, match="before the question was asked"):
        after(LAYOUTS["no-updates"], answer(day=date(2024, 1, 30)))


ENDED = {
    "withdrawn": ('status: withdrawn\nwithdrawn_on: 2026-03-01\nreason: "Made up."\n', "withdrawn on 1 March 2026"),
    "superseded": ("status: superseded\nsuperseded_by: example-question\n", "challenges/example-question"),
    "broken": ("nonsense: 1\n", "mended before"),
}


@pytest.mark.parametrize(("fields", "words"), ENDED.values(), ids=ENDED)
def test_a_question_that_cannot_be_answered_says_why(fields: str, words: str) -> None:
    with pytest.raises(AnswerError, match=words):
        after(HEAD + "status_of_answer: not-started\n" + fields + BODY, answer())


def test_where_no_program_can_change_the_file_the_entry_is_handed_over() -> None:
    text = '---\n{"title": "A", "summary": "A", "published": "2024", "added": "2026-01-05T09:30:00+00:00",'
    text += ' "themes": ["neglect"], "question": "A?", "arises_from": "example-review",'
    text += ' "status_of_answer": "not-started"}\n'
    with pytest.raises(UnchangeableError, match=r'(?s)- date: 2026-11-22.*note: "Made up\."'):
        after(text + BODY, answer())


def test_what_would_come_out_otherwise_than_it_was_said_is_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "status_of_answer: not-started\n" + BODY
    other = with_answer(text, answer()).replace("if this were working", "if this were")
    monkeypatch.setattr("scripts.answering.with_answer", lambda *_: other)
    with pytest.raises(UnchangeableError, match=r"- date: 2026-11-22"):
        after(text, answer())


def test_a_wrong_state_that_was_there_before_is_put_right() -> None:
    text = HEAD + "status_of_answer: embedded\nupdates:\n" + ENTRY + BODY
    assert front(after(text, answer(status="in-progress"))).status_of_answer == "in-progress"


GIVEN = {
    "no note": (("embedded", " \n", (), "2026-01-01", None), "note: This entry has no note. Say in a sentence"),
    "no state": (("done", "A", (), "2026-01-01", None), "The states: not-started, considering, in-progress, embedded."),
    "near a state": (("embeded", "A", (), "2026-01-01", None), "Did you mean “embedded”"),
    "a prose state": (("Fictional Nameson was seen", "A", (), "2026-01-01", None), "^This is not a state"),
    "a British day": (("embedded", "A", (), "1/3/2026", None), "date: .*If 2026-03-01 is meant"),
    "a month": (("embedded", "A", (), "2026-03", None), "date: The day is missing."),
    "a day in words": (("embedded", "A", (), "2026-03-01", "soon"), "next review: This is not a date."),
    "a drive": (("embedded", "A", ("C:\\x",), "2026-03-01", None), "evidence: This leads to a file on one computer"),
}


@pytest.mark.parametrize(("words", "told"), GIVEN.values(), ids=GIVEN)
def test_what_is_wrong_with_the_words_is_said(
    words: tuple[str, str, tuple[str, ...], str, str | None], told: str
) -> None:
    with pytest.raises(AnswerError, match=told):
        read(*words)


@pytest.mark.parametrize("state", ["in-progress", "In progress", " IN_PROGRESS ", "in  progress", "in–progress"])
def test_a_state_may_be_written_in_any_way(state: str) -> None:
    assert answer(status=state).update.status == "in-progress"


def test_evidence_stands_once() -> None:
    said = answer(evidence=("https://example.org/a ", "", "https://example.org/a", "https://example.org/b"))
    assert said.update.evidence == ("https://example.org/a", "https://example.org/b")
