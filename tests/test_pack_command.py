"""The command that packs: published briefings' packs say nothing of drafts; a draft is packed when asked for."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

from click.testing import CliRunner, Result
from pypdf import PdfReader

from scripts.cli import main
from tests.conftest import MakeProject
from tests.made_up import ROLE, briefing, publication

QUESTION = {"arises_from": "publications/one", "status_of_answer": "not-started"}
FILES: dict[str, str | bytes] = {
    "briefings/publications/one.md": publication(1, for_roles={ROLE: "Ask."}),
    "briefings/challenges/open.md": briefing(2, title="Open question", question="Do we know?", **QUESTION),
    "briefings/challenges/early.md": briefing(
        3, title="Early thought", question="Early draft?", for_roles={ROLE: "Early role."}, draft=True, **QUESTION
    ),
    "briefings/challenges/gone.md": briefing(
        4,
        title="Gone question",
        question="Do not answer?",
        status="withdrawn",
        withdrawn_on="2025-03-02",
        reason="Made-up.",
        **QUESTION,
    ),
    "briefings/local-guidance/old.md": briefing(
        5, title="Old paper", arises_from="publications/one", status="superseded", superseded_by="local-guidance/new"
    ),
    "briefings/local-guidance/new.md": briefing(6, title="New paper", arises_from="publications/one"),
}


def run(root: Path, key: str, output: Path) -> Result:
    """Pack, into a folder beside the project."""
    return CliRunner().invoke(main, ["pack", key, "--root", str(root), "--output", str(output)])


def pdf_words(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def mail_words(file: Path) -> str:
    part = message_from_bytes(file.read_bytes(), policy=default).get_body(("plain",))
    assert part is not None
    return " ".join(part.get_content().split())


def test_what_is_published_says_nothing_of_drafts(make_project: MakeProject, tmp_path: Path) -> None:
    out = tmp_path / "out"
    root = make_project(FILES)
    for key in ("publications/one", f"roles/{ROLE}", "updates/2025-q1"):
        assert run(root, key, out).exit_code == 0
    texts = [*map(pdf_words, out.rglob("*.pdf")), *map(mail_words, out.rglob("*.eml"))]
    assert len(texts) == 7
    assert not [text for text in texts if "Early" in text]
    assert "Do we know?" in pdf_words(out / "publications/one.pdf")


def test_a_draft_is_packed_where_it_is_asked_for(make_project: MakeProject, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(make_project(FILES), "challenges/early", out)
    assert result.exit_code == 0, result.output
    assert "Early draft?" in pdf_words(out / "challenges/early.pdf")


def test_nobody_is_asked_to_answer_or_to_follow_what_no_longer_holds(make_project: MakeProject, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(make_project(FILES), "publications/one", out).exit_code == 0
    text = pdf_words(out / "publications/one.pdf")
    assert "New paper" in text and "Open question" in text
    assert "Old paper" not in text and "Gone question" not in text and "Do not answer?" not in text


def test_what_no_longer_holds_is_not_packed(make_project: MakeProject, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(make_project(FILES), "challenges/gone", out)
    assert result.exit_code == 2
    assert "no longer holds" in result.output


def test_a_place_that_cannot_be_written_is_told(make_project: MakeProject, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "publications").write_text("in the way", "utf-8")
    result = run(make_project(FILES), "publications/one", out)
    assert result.exit_code == 1
    assert "publications" in result.output and "File exists" in result.output
    assert not isinstance(result.exception, OSError)


def test_a_case_review_s_way_is_through_its_digest(make_project: MakeProject) -> None:
    result = CliRunner().invoke(main, ["pack", "case-reviews/2024-01/child-a", "--root", str(make_project(FILES))])
    assert result.exit_code == 2
    assert "in the packs of its digest: digests/2024-01" in result.output


def test_a_reflection_sheet_says_that_it_is_one(make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project({"briefings/publications/one.md": publication(title="Made-up report")})
    arguments = ["pack", "publications/one", "--root", str(root), "--output", str(tmp_path / "out")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    titles = {}
    for name in ("publications/one.pdf", "reflection/publications/one.pdf"):
        metadata = PdfReader(tmp_path / "out" / name).metadata
        titles[name] = metadata.title if metadata else None
    assert list(titles.values()) == ["Made-up report", "Reflection sheet: Made-up report"]
