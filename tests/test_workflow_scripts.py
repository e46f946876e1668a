"""The scripts that the workflows call: run for real, with a git repository as origin and a stand-in for `gh`."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.github import GitHub, checked_out, commit, git, project_checked_out
from tests.made_up import publication
from tests.running import briefings

BOT = {"login": "github-actions[bot]"}
BRANCH = "issue-12-digests-2025-02"
HOSTILE = "$(touch owned) `touch owned` '; touch owned; #\n\n@everyone <b> “curly” 😀 -->\r\n"


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_comment_is_written_once_and_then_renewed(tmp_path: Path) -> None:
    github = GitHub.at(tmp_path)
    for text in ("first", "second"):
        run = github.run("comment_once.py", "7", "briefings-check", written(tmp_path / "c.md", text))
        assert (run.returncode, run.stderr) == (0, "")
    assert github.comments(7) == ["<!-- briefings-check -->\nsecond"]


def test_a_text_that_has_the_hidden_line_is_posted_as_it_is(tmp_path: Path) -> None:
    github = GitHub.at(tmp_path)
    text = f"<!-- briefings-check -->\n{HOSTILE}".replace("\r\n", "\n")
    github.run("comment_once.py", "7", "briefings-check", written(tmp_path / "c.md", text))
    assert github.comments(7) == [text]
    assert not (tmp_path / "owned").exists()


def test_only_our_own_comment_of_that_name_is_renewed(tmp_path: Path) -> None:
    others = [
        {"id": 1, "issue": "7", "user": {"login": "lead-officer-1"}, "body": "<!-- briefings-check -->\nquoted"},
        {"id": 2, "issue": "7", "user": None, "body": "<!-- briefings-check -->\nan account that is gone"},
        {"id": 3, "issue": "7", "user": BOT, "body": "<!-- briefings-import -->\nanother comment of ours"},
        {"id": 4, "issue": "8", "user": BOT, "body": "<!-- briefings-check -->\nanother pull request"},
        {"id": 5, "issue": "7", "user": BOT, "body": "<!-- briefings-check -->\nold"},
    ]
    github = GitHub.at(tmp_path, comments=others)
    github.run("comment_once.py", "7", "briefings-check", written(tmp_path / "c.md", "new"))
    assert github.state["comments"] == [*others[:4], others[4] | {"body": "<!-- briefings-check -->\nnew"}]


@pytest.mark.parametrize("number", ["", "7/../8", "-1", "7?x"])
def test_a_number_is_a_number(tmp_path: Path, number: str) -> None:
    github = GitHub.at(tmp_path)
    run = github.run("comment_once.py", number, "briefings-check", written(tmp_path / "c.md", "text"))
    assert run.returncode == 1
    assert github.state["comments"] == []


def test_when_github_refuses_the_run_fails_with_its_words(tmp_path: Path) -> None:
    github = GitHub.at(tmp_path)
    run = github.run("comment_once.py", "7", "x", written(tmp_path / "c.md", "text"), env={"GH_TOKEN": ""})
    assert run.returncode == 1
    assert "GH_TOKEN" in run.stderr and "Traceback" not in run.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return checked_out(tmp_path, {"README.md": "Made up.\n"})


@pytest.fixture
def draft(tmp_path: Path, copy: Path) -> Path:
    """What `briefings from-issue` leaves: a branch with a commit that is not checked out, and the texts."""
    git(copy, "checkout", "--quiet", "-b", BRANCH)
    commit(copy, {"briefings/digests/2025-02.md": "Made up.\n"})
    git(copy, "checkout", "--quiet", "main")
    folder = tmp_path / "draft"
    folder.mkdir()
    texts = {"branch": BRANCH, "title": "Monthly digest: 2025-02", "body.md": HOSTILE, "comment.md": HOSTILE}
    for name, text in texts.items():
        written(folder / name, text)
    return folder


def test_a_draft_becomes_a_pull_request_with_its_report_its_check_and_a_link_back(copy: Path, draft: Path) -> None:
    github = GitHub.at(copy.parent)
    run = github.run("open-pull-request", draft, "12", cwd=copy, env={"BASE": "main"})
    assert (run.returncode, run.stderr) == (0, "")
    assert git(copy.parent / "origin.git", "show", f"{BRANCH}:briefings/digests/2025-02.md") == "Made up."
    (made,) = github.state["pull_requests"]
    assert (made["base"], made["head"], made["title"]) == ("main", BRANCH, "Monthly digest: 2025-02")
    assert made["body"].startswith("$(touch owned)")
    assert github.comments(71)[0].startswith("<!-- briefings-import -->\n$(touch owned)")
    assert github.state["runs"] == [["check.yml", BRANCH, "pull_request=71"]]
    (link,) = github.comments(12)
    assert "https://git.example.org/example/briefings/pull/71" in link
    assert not list(copy.parent.rglob("owned"))


def test_a_form_that_cannot_be_used_gets_one_reply_that_is_renewed(copy: Path, tmp_path: Path) -> None:
    github = GitHub.at(tmp_path)
    folder = tmp_path / "draft"
    folder.mkdir()
    for text in ("Write the month like this: 2024-01.", "Paste its text."):
        written(folder / "reply.md", text)
        run = github.run("open-pull-request", folder, "12", cwd=copy, env={"BASE": "main"})
        assert (run.returncode, run.stderr) == (0, "")
    assert github.comments(12) == ["<!-- briefings-draft -->\nPaste its text."]
    assert github.state["pull_requests"] == github.state["runs"] == []
    assert git(copy.parent / "origin.git", "branch") == "* main"


def test_a_branch_that_somebody_works_on_is_never_overwritten(copy: Path, draft: Path) -> None:
    github = GitHub.at(copy.parent)
    other = copy.parent / "other"
    git(copy.parent, "clone", "--quiet", copy.parent / "origin.git", other)
    git(other, "checkout", "--quiet", "-b", BRANCH)
    commit(other, {"briefings/digests/2025-02.md": "Mended by a person.\n"})
    git(other, "push", "--quiet", "origin", BRANCH)
    run = github.run("open-pull-request", draft, "12", cwd=copy, env={"BASE": "main"})
    assert run.returncode != 0
    assert git(copy.parent / "origin.git", "show", f"{BRANCH}:briefings/digests/2025-02.md") == "Mended by a person."
    assert github.state["pull_requests"] == github.state["comments"] == []


def test_where_workflows_may_open_no_pull_request_the_officer_gets_the_address_to_do_it(
    copy: Path, draft: Path
) -> None:
    github = GitHub.at(copy.parent, may_open=False)
    run = github.run("open-pull-request", draft, "12", cwd=copy, env={"BASE": "main"})
    assert run.returncode == 1
    (reply,) = github.comments(12)
    assert "Allow GitHub Actions to create and approve pull requests" in reply
    assert f"https://git.example.org/example/briefings/compare/main...{BRANCH}?expand=1" in reply


def test_a_fault_of_ours_is_said_on_the_issue_too(copy: Path, tmp_path: Path) -> None:
    github = GitHub.at(tmp_path)
    run = github.run("open-pull-request", tmp_path / "nothing", "12", cwd=copy, env={"BASE": "main"})
    assert run.returncode == 1
    (reply,) = github.comments(12)
    assert "https://git.example.org/example/briefings/actions/runs/99" in reply


@pytest.fixture
def project(tmp_path: Path, real_project: Path) -> Path:
    return project_checked_out(tmp_path, real_project)


def comment_of(copy: Path) -> str:
    target, summary = copy.parent / "comment.md", copy.parent / "summary.md"
    env = {"BASE": "main", "PREVIEW": "https://git.example.org/preview", "GITHUB_STEP_SUMMARY": str(summary)}
    run = GitHub(copy.parent / "not asked").run("write-comment", target, cwd=copy, env=env)
    assert (run.returncode, run.stderr) == (0, "")
    assert summary.read_text("utf-8").endswith(target.read_text("utf-8"))
    assert git(copy, "worktree", "list").count("\n") == 0
    return target.read_text("utf-8")


def test_a_change_is_compared_with_where_it_left_its_base(project: Path) -> None:
    git(project, "checkout", "--quiet", "-b", "mine")
    commit(project, {"briefings/publications/mine.md": publication(1, title="Made-up guidance of mine")})
    text = comment_of(project)
    assert "Made-up guidance of mine (<code>/publications/mine/</code>)" in text
    assert "alters how pages are made" not in text
    # The base goes on meanwhile; what others publish is not of this change.
    git(project, "checkout", "--quiet", "main")
    commit(project, {"briefings/publications/theirs.md": publication(2, title="Made-up guidance of theirs")})
    git(project, "push", "--quiet", "origin", "main")
    git(project, "checkout", "--quiet", "mine")
    assert comment_of(project) == text
    # What GitHub checks out for a pull request is a trial merge into the base.
    git(project, "merge", "--quiet", "--no-edit", "main")
    merged = comment_of(project)
    assert "of mine (" in merged and "of theirs (" not in merged


def test_from_a_submitted_form_to_a_pull_request_with_its_comments(project: Path) -> None:
    """What the issue workflow does, step by step, with a recorded event of a month's digest."""
    git(project, "rm", "--quiet", "briefings/digests/2024-01.md")
    commit(project, {})
    git(project, "push", "--quiet", "origin", "main")
    github, draft = GitHub.at(project.parent), project.parent / "draft"
    payload = ROOT / "tests/payloads/accepted/digest.json"
    assert briefings("from-issue", payload, "--output", draft, cwd=project).returncode == 0
    run = github.run("open-pull-request", draft, "12", cwd=project, env={"BASE": "main"})
    assert (run.returncode, run.stderr) == (0, "")
    (made,) = github.state["pull_requests"]
    assert github.state["runs"] == [["check.yml", made["head"], "pull_request=71"]]
    git(project, "checkout", "--quiet", made["head"])
    assert git(project, "diff", "--name-status", "main") == "A\tbriefings/digests/2024-01.md"
    text = comment_of(project)
    assert text.count("- Case review: ") == 6 and "(<code>/digests/2024-01/</code>)" in text
    written(project.parent / "comment.md", text)
    github.run("comment_once.py", "71", "briefings-check", project.parent / "comment.md")
    assert [body.partition("\n")[0] for body in github.comments(71)] == [
        "<!-- briefings-import -->",
        "<!-- briefings-check -->",
    ]
