"""Runs `briefings from-issue` in a git checkout of a small project, and looks at what it left there."""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from scripts.cli import main
from tests.running import snapshot

# No settings of the machine's own, and nobody's name.
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
GONE = {name: None for name in os.environ if name.startswith("GIT_")}


@dataclass(frozen=True)
class Left:
    """What a run left: its exit code, the texts it wrote, and the branches with the files that each adds or changes."""

    code: int
    texts: Mapping[str, str]
    branches: Mapping[str, Mapping[str, str]]


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, env=CLEAN, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def checkout(root: Path) -> Path:
    """Make a project the checkout of a repository with one commit."""
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "user.name", "Somebody")
    git(root, "config", "user.email", "somebody@example.org")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Begin")
    return root


def from_issue(
    root: Path,
    payload: Path | Mapping[str, Any],
    output: Path,
    env: Mapping[str, str] | None = None,
    *,
    permission: str = "",
    does: str = "A",
) -> Left:
    """Run the command on a payload; the checkout itself must stay as it is, whatever happens.

    `does` is what a branch does with its files, in git's letter: A adds them, M changes them.
    """
    if not isinstance(payload, Path):
        event = output.with_suffix(".event.json")
        event.write_text(json.dumps(payload), "utf-8")
        payload = event
    before, head = working_files(root), git(root, "rev-parse", "HEAD")
    arguments = ["from-issue", str(payload), "--output", str(output), "--root", str(root)]
    arguments += ["--permission", permission] if permission else []
    run = CliRunner(env={**GONE, **CLEAN, **(env or {})}).invoke(main, arguments)
    assert run.exception is None or isinstance(run.exception, SystemExit), run.output
    assert working_files(root) == before
    assert git(root, "status", "--porcelain") == ""
    assert git(root, "rev-parse", "HEAD") == head
    texts = {path.name: path.read_text("utf-8") for path in output.iterdir()}
    return Left(run.exit_code, texts, {name: added(root, name, does) for name in branches(root)})


def working_files(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in snapshot(root).items() if not path.startswith(".git/")}


def branches(root: Path) -> list[str]:
    return [name for name in git(root, "branch", "--format=%(refname:short)").split() if name != "main"]


def added(root: Path, branch: str, does: str = "A") -> Mapping[str, str]:
    """The files that a branch's one commit adds, or changes; it does nothing else."""
    assert git(root, "rev-parse", f"{branch}^") == git(root, "rev-parse", "main")
    changed = git(root, "diff", "--name-status", "-z", "main", branch).rstrip("\0").split("\0")
    assert changed[::2] == [does] * (len(changed) // 2)
    return {path: git(root, "show", f"{branch}:{path}") for path in changed[1::2]}
