"""The workflows: lint, GitHub's own schema, and the rules that we keep beyond them."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.derive.form_elements import KIND_LABEL
from tests.conftest import ROOT
from tests.github import SCRIPTS

WORKFLOWS = sorted((ROOT / ".github/workflows").iterdir())
PROGRAMS = Path(sys.executable).parent
workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def lint(*command: str | Path) -> None:
    run = subprocess.run([PROGRAMS / command[0], *command[1:]], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def read(path: Path) -> dict[str, Any]:
    # In YAML 1.1, `on` is true; this loader, which makes nothing but words, leaves it alone.
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  it makes no objects
    return loaded


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


@workflow
def test_zizmor_finds_nothing_to_attack(path: Path) -> None:
    lint("zizmor", "--offline", "--persona", "auditor", "--no-progress", path)


@workflow
def test_github_can_read_it(path: Path) -> None:
    lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", path)


@workflow
def test_nothing_is_permitted_but_what_a_job_asks_for(path: Path) -> None:
    loaded = read(path)
    assert loaded["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in loaded["jobs"].values())


@workflow
def test_it_never_runs_with_rights_for_a_strangers_code(path: Path) -> None:
    assert not read(path)["on"].keys() & {"pull_request_target", "workflow_run", "issue_comment"}


@workflow
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
    assert len(re.findall(r"uses: \S+ # v\d+\.\d+\.\d+$", path.read_text("utf-8"), re.MULTILINE)) == len(used)


def test_an_action_is_pinned_to_one_commit_everywhere() -> None:
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert len({action.partition("@")[0] for action in used}) == len(used)


@workflow
def test_no_command_is_put_together_from_an_expression(path: Path) -> None:
    commands = [step["run"] for step in steps(path) if "run" in step]
    assert not [command for command in commands if "${{" in command]
    assert not [command for command in commands if command.count("\n") > 1], "put it into .github/scripts"


@workflow
def test_checked_out_files_carry_no_token(path: Path) -> None:
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_whoever_may_write_does_not_run_the_pull_requests_code() -> None:
    for job in read(ROOT / ".github/workflows/check.yml")["jobs"].values():
        if "write" in str(job["permissions"]):
            (checkout,) = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
            assert checkout["with"]["ref"].startswith("${{ github.event.pull_request.base.sha ||")
            assert "make" not in str([step.get("run") for step in job["steps"]])


def test_the_token_that_may_write_is_given_to_one_step() -> None:
    loaded = read(ROOT / ".github/workflows/issue-to-pull-request.yml")
    assert "GH_TOKEN" not in str(loaded.get("env")) and "GH_TOKEN" not in str(loaded["jobs"]["draft"].get("env"))
    assert ["GH_TOKEN" in str(step) for step in loaded["jobs"]["draft"]["steps"]].count(True) == 1


def test_the_issue_workflow_knows_our_forms_by_their_first_heading() -> None:
    condition = read(ROOT / ".github/workflows/issue-to-pull-request.yml")["jobs"]["author"]["if"]
    assert f"startsWith(github.event.issue.body, '### {KIND_LABEL}')" in condition


def test_every_script_that_a_workflow_calls_is_there() -> None:
    called = {name for path in WORKFLOWS for name in re.findall(r"\.github/scripts/([\w.-]+)", path.read_text("utf-8"))}
    assert called == {path.name for path in SCRIPTS.iterdir() if path.is_file()}
