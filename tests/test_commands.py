"""The installed command `briefings`: what it prints, what it writes, how it exits."""

import socket
from pathlib import Path

import pytest

from tests.conftest import ROOT, MakeProject
from tests.made_up import publication
from tests.running import briefings, snapshot


def test_without_a_command_or_with_an_unknown_one_it_says_what_there_is() -> None:
    for run in (briefings(), briefings("--help"), briefings("-h")):
        for command in ("build", "check", "derive", "serve"):
            assert command in run.stdout + run.stderr
    assert briefings("--help").returncode == 0
    assert briefings("publish").returncode == 2


@pytest.mark.parametrize("command", ["build", "check", "derive", "serve"])
def test_a_root_that_is_not_there_is_said_in_words(command: str) -> None:
    run = briefings(command, "--root", "/no/such/folder")
    assert run.returncode == 2
    assert "/no/such/folder" in run.stderr and "Traceback" not in run.stderr


def test_build_says_how_many_pages_it_made_and_where(make_project: MakeProject) -> None:
    root = make_project({"briefings/publications/a.md": publication()})
    run = briefings("build", cwd=root)
    pages = len(list((root / "site").rglob("*.html")))
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(f"1 file checked: 0 errors, 0 warnings. {pages} pages in ")
    assert run.stdout.rstrip().endswith(": site")
    assert run.stderr == ""


def test_build_prints_warnings_and_publishes(make_project: MakeProject) -> None:
    root = make_project({"briefings/publications/a.md": publication(review_by="2025-06-01")})
    run = briefings("build", "--root", root)
    assert run.returncode == 0
    assert "briefings/publications/a.md:8:12  warning: " in run.stdout
    assert "0 errors, 1 warning." in run.stdout
    assert (root / "site/publications/a/index.html").is_file()


def test_build_prints_every_error_of_every_file(make_project: MakeProject) -> None:
    broken = {f"briefings/publications/{name}.md": publication(themes=["neglet"]) for name in "abc"}
    run = briefings("build", "--root", make_project({**broken}))
    assert run.returncode == 1
    assert run.stdout.count("[unknown-theme]") == 3
    assert "The site was not built, because of the errors above; the old one stands." in run.stderr
    assert "Traceback" not in run.stderr


def test_a_folder_without_a_project_is_said_in_words(tmp_path: Path) -> None:
    for command in ("build", "check"):
        run = briefings(command, "--root", tmp_path)
        assert run.returncode == 1
        assert "mkdocs.yml is missing" in run.stdout and "Traceback" not in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_check_exits_by_errors_and_writes_nothing(make_project: MakeProject) -> None:
    root = make_project({"briefings/publications/a.md": publication(review_by="2025-06-01")})
    before = snapshot(root)
    warned = briefings("check", cwd=root)
    assert (warned.returncode, warned.stderr) == (0, "1 file checked: 0 errors, 1 warning.\n")
    assert briefings("check", "--today", "2025-05-31", cwd=root).stdout == ""
    assert snapshot(root) == before


def test_the_command_speaks_utf_8_whatever_the_terminal(make_project: MakeProject) -> None:
    root = make_project({"briefings/publications/a.md": publication(themes=["neglet"])})
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    run = briefings("check", "--root", root, env=plain)
    assert run.returncode == 1
    assert "“neglet” is not one of our themes." in run.stdout


def test_derived_files_of_this_project_are_up_to_date() -> None:
    run = briefings("derive", "--check", cwd=ROOT)
    assert (run.returncode, run.stdout) == (0, "")


def test_derive_check_notices_drift_and_derive_mends_it(make_project: MakeProject) -> None:
    root = make_project({})
    briefings("derive", "--root", root)
    right = snapshot(root)
    (root / "docs/contributing/fields.md").write_text("typed by hand", "utf-8")
    (root / "docs/contributing/rules.md").unlink()
    drifted = snapshot(root)
    run = briefings("derive", "--check", "--root", root)
    assert run.returncode == 1
    for page in ("fields", "rules"):
        assert f"docs/contributing/{page}.md is out of date. Run: briefings derive" in run.stdout
    assert snapshot(root) == drifted
    assert briefings("derive", "--root", root).returncode == 0
    assert snapshot(root) == right
    assert briefings("derive", "--check", "--root", root).returncode == 0


def test_derive_follows_the_vocabulary(make_project: MakeProject) -> None:
    root = make_project({})
    briefings("derive", "--root", root)
    themes = root / "briefings/vocabulary/themes.yml"
    text = themes.read_text("utf-8") + '\n- id: made-up-theme\n  label: "Made-up theme"\n  description: "Made up."\n'
    themes.write_text(text, "utf-8")
    assert briefings("derive", "--check", "--root", root).returncode == 1
    briefings("derive", "--root", root)
    assert "made-up-theme" in (root / "docs/contributing/fields.md").read_text("utf-8")


def test_serve_says_so_when_its_port_is_taken(make_project: MakeProject) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = briefings("serve", "--root", make_project({}), "--port", str(port))
    assert run.returncode == 1
    assert f"Port {port} cannot be used" in run.stderr
    assert f"briefings serve --port {port + 1}" in run.stderr
    assert "Traceback" not in run.stderr
