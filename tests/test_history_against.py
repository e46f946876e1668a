"""`check --against`: the working files beside what git has of an earlier state, and clear words where there is none."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from scripts.cli import main
from tests.conftest import ROOT, MakeProject
from tests.github import commit as made_commit
from tests.github import git, project_checked_out
from tests.issue_runs import CLEAN, GONE, checkout
from tests.made_up import briefing

PATH = "briefings/challenges/one.md"


def question(*updates: dict[str, Any], **fields: object) -> str:
    own: dict[str, object] = {"question": "Do we?", "arises_from": "paper", "status_of_answer": "not-started"}
    if updates:
        own |= {"updates": list(updates), "status_of_answer": updates[-1]["status"]}
    return briefing(2, "Made-up text.", **(own | fields))


ENTRY = {"date": "2025-03-01", "status": "considering", "note": "Made up."}
FILES: dict[str, str | bytes] = {
    "briefings/publications/paper.md": briefing(1, "Made-up text.", type="guidance"),
    PATH: question(ENTRY),
}


def against(root: Path, ref: str, *more: str) -> Result:
    arguments = ["check", "--root", str(root), "--against", ref, *more]
    return CliRunner(env={**GONE, **CLEAN}).invoke(main, arguments)


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return checkout(make_project(FILES))


def commit(root: Path, path: str, text: str | None) -> None:
    (root / path).unlink() if text is None else (root / path).write_text(text, "utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "Made up")


def test_the_working_files_are_compared_with_a_commit(root: Path) -> None:
    assert against(root, "HEAD").exit_code == 0
    (root / PATH).write_text(question({**ENTRY, "note": "Other."}), "utf-8")
    result = against(root, "main")
    assert result.exit_code == 1
    assert f"{PATH}:" in result.stdout and "[history-changed]" in result.stdout
    assert against(root, "HEAD", "briefings/publications").exit_code == 0
    assert "::error file=briefings/challenges/one.md," in against(root, "HEAD", "--format", "github").stdout


def test_any_name_of_a_commit_will_do(root: Path) -> None:
    git(root, "tag", "board-2025")
    commit(root, PATH, question(ENTRY, {**ENTRY, "date": "2025-03-02"}))
    first = git(root, "rev-parse", "HEAD~1")
    commit(root, PATH, question(ENTRY))
    for ref in ("HEAD~1", "main~1", git(root, "rev-parse", "HEAD~1")):
        assert "[history-removed]" in against(root, ref).stdout, ref
    for ref in ("board-2025", first, first[:9], "HEAD"):
        assert against(root, ref).exit_code == 0, ref


def test_a_deleted_file_is_missed(root: Path) -> None:
    commit(root, PATH, None)
    result = against(root, "HEAD~1")
    assert result.exit_code == 1
    assert "[question-gone]" in result.stdout
    assert against(root, "HEAD").exit_code == 0


def test_nothing_is_checked_out_and_nothing_is_left(root: Path) -> None:
    before = (
        git(root, "status", "--porcelain", "--ignored"),
        git(root, "worktree", "list"),
        git(root, "rev-parse", "HEAD"),
    )
    against(root, "HEAD")
    after = (
        git(root, "status", "--porcelain", "--ignored"),
        git(root, "worktree", "list"),
        git(root, "rev-parse", "HEAD"),
    )
    assert after == before


@pytest.mark.parametrize(
    "ref", ["nothing", "", "--help", "-x", "HEAD:README.md", "HEAD~99", "a b", "../x", "é", "0" * 40]
)
def test_a_name_that_git_does_not_know_is_said_to_be_unknown(root: Path, ref: str) -> None:
    result = against(root, ref)
    assert result.exit_code == 2
    assert f"There is no commit, branch or tag “{ref}” here." in result.stderr
    assert result.stdout == ""


def test_a_shallow_clone_is_told_to_fetch_the_rest(root: Path, tmp_path: Path) -> None:
    commit(root, PATH, question(ENTRY, {**ENTRY, "date": "2025-03-02"}))
    first = git(root, "rev-parse", "HEAD~1")
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), tmp_path / "shallow")
    result = against(tmp_path / "shallow", first)
    assert result.exit_code == 2
    assert "fetched without its history" in result.stderr and "git fetch --unshallow" in result.stderr
    assert against(tmp_path / "shallow", "HEAD").exit_code == 0


def test_outside_a_repository_it_says_so(make_project: MakeProject) -> None:
    result = against(make_project(FILES), "HEAD")
    assert result.exit_code == 2
    assert "is not in a git repository" in result.stderr


def test_without_git_it_says_so(root: Path) -> None:
    arguments = ["check", "--root", str(root), "--against", "HEAD"]
    result = CliRunner(env={**GONE, **CLEAN, "PATH": str(root)}).invoke(main, arguments)
    assert result.exit_code == 2
    assert "git is needed" in result.stderr


def test_a_project_below_the_top_of_its_repository(make_project: MakeProject, tmp_path: Path) -> None:
    whole = tmp_path / "whole ünd [x]"
    whole.mkdir()
    make_project(FILES).rename(whole / "a site")
    checkout(whole)
    assert against(whole / "a site", "HEAD").exit_code == 0
    commit(whole, f"a site/{PATH}", question())
    assert "[history-removed]" in against(whole / "a site", "HEAD~1").stdout
    # Beside it there is no project, and there was none.
    result = against(whole, "HEAD")
    assert result.exit_code == 2
    assert "there was no briefings/ in this place" in result.stderr


def test_an_empty_repository_has_nothing_to_compare_with(make_project: MakeProject) -> None:
    root = make_project(FILES)
    subprocess.run(["git", "init", "--quiet"], cwd=root, env=CLEAN, check=True)
    assert "no commit, branch or tag “HEAD”" in against(root, "HEAD").stderr


def test_links_huge_files_and_attributes_of_then_do_no_harm(root: Path) -> None:
    """Symlinks, files too large, and what .gitattributes would leave out of an archive or rewrite in it."""
    (root / ".gitattributes").write_text("*.md export-ignore export-subst eol=crlf\n", "utf-8")
    (root / "briefings/good-practice").mkdir()
    (root / "briefings/good-practice/link.md").symlink_to("/etc/hostname")
    (root / "briefings/good-practice/large.md").write_bytes(b"x" * 600_000)
    (root / "briefings/good-practice/name ü\n.md").write_text("x", "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Made up")
    shutil.rmtree(root / "briefings/good-practice")
    assert against(root, "HEAD").exit_code == 0
    (root / PATH).write_text(question(), "utf-8")
    assert "[history-removed]" in against(root, "HEAD").stdout


def test_settings_and_vocabulary_that_were_broken_then_do_not_matter(root: Path) -> None:
    good = {name: (root / name).read_text("utf-8") for name in ("mkdocs.yml", "briefings/vocabulary/themes.yml")}
    for name in good:
        commit(root, name, "}{")
    for name, text in good.items():
        commit(root, name, text)
    assert against(root, "HEAD~2").exit_code == 0
    (root / PATH).write_text(question(), "utf-8")
    assert "[history-removed]" in against(root, "HEAD~2").stdout


def test_the_workflow_refuses_a_pull_request_that_takes_history_back(make_project: MakeProject, tmp_path: Path) -> None:
    """The very command of the workflow, in a checkout as it has one; answers that came in meanwhile do not matter."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))
    (command,) = [step["run"] for step in workflow["jobs"]["briefings"]["steps"] if "--against" in step.get("run", "")]
    copy = project_checked_out(tmp_path, make_project(FILES))

    def run() -> subprocess.CompletedProcess[str]:
        env = {**CLEAN, "BASE": "main"}
        return subprocess.run(
            ["bash", "-e", "-c", command], cwd=copy, env=env, capture_output=True, text=True, check=False
        )

    git(copy, "checkout", "--quiet", "-b", "answer")
    made_commit(copy, {PATH: question(ENTRY, {**ENTRY, "date": "2025-03-02"})})
    assert run().returncode == 0
    git(copy, "checkout", "--quiet", "-b", "tampered", "main")
    made_commit(copy, {"README.md": "Made up.\n"})
    git(copy, "push", "--quiet", "origin", "answer:main")
    git(copy, "fetch", "--quiet")
    assert run().returncode == 0
    made_commit(copy, {PATH: question({**ENTRY, "note": "Other."})})
    refused = run()
    assert refused.returncode == 1
    assert "title=history-changed::" in refused.stdout
