"""What our workflows' scripts meet on GitHub: its program, its environment, a repository that is checked out."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.running import BRIEFINGS, Run

SCRIPTS = ROOT / ".github/scripts"
PROGRAMS = ROOT / "tests/programs"


@dataclass(frozen=True)
class GitHub:
    """GitHub as the stand-in for its program keeps it."""

    file: Path

    @staticmethod
    def at(folder: Path, **state: object) -> "GitHub":
        """An empty one, or one in which something is known already."""
        github = GitHub(folder / "github.json")
        github.file.write_text(json.dumps({"comments": [], "pull_requests": [], "runs": []} | state), "utf-8")
        return github

    @property
    def state(self) -> dict[str, Any]:
        """All that it knows."""
        known: dict[str, Any] = json.loads(self.file.read_text("utf-8"))
        return known

    def comments(self, number: int) -> list[str]:
        """What stands below an issue or a pull request."""
        return [comment["body"] for comment in self.state["comments"] if comment["issue"] == str(number)]

    def run(
        self, script: str, *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> Run:
        """Run one of the workflows' scripts as a workflow does."""
        own = {
            "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
            "GH_STATE": str(self.file),
            "GH_TOKEN": "made-up",
            "GITHUB_SERVER_URL": "https://git.example.org",
            "GITHUB_REPOSITORY": "example/briefings",
            "GITHUB_RUN_ID": "99",
        }
        return subprocess.run(
            [SCRIPTS / script, *arguments],
            capture_output=True,
            check=False,
            cwd=cwd,
            encoding="utf-8",
            env={**os.environ, **own, **(env or {})},
        )


def git(folder: Path, *arguments: str | Path) -> str:
    """What git prints, with a made-up name for who commits."""
    who: Sequence[str] = ("-c", "user.name=Made up", "-c", "user.email=made-up@example.org")
    command = ["git", "-C", str(folder), *who, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.strip()


def checked_out(folder: Path, files: Mapping[str, str]) -> Path:
    """A working copy with one commit, whose origin is a bare repository beside it."""
    origin, copy = folder / "origin.git", folder / "copy"
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", origin)
    git(folder, "clone", "--quiet", origin, copy)
    git(copy, "checkout", "--quiet", "-B", "main")
    commit(copy, files)
    git(copy, "push", "--quiet", "origin", "main")
    return copy


def project_checked_out(folder: Path, project: Path) -> Path:
    """A working copy of a project, with the program where `make setup` puts it."""
    copy = checked_out(folder, {".gitignore": ".venv/\nsite/\nbuild/\n"})
    shutil.copytree(project, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site", "build"))
    commit(copy, {})
    git(copy, "push", "--quiet", "origin", "main")
    (copy / ".venv/bin").mkdir(parents=True)
    (copy / ".venv/bin/briefings").symlink_to(BRIEFINGS)
    return copy


def commit(copy: Path, files: Mapping[str, str]) -> None:
    """Write files, and commit all there is."""
    for name, text in files.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, "utf-8")
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "Made up")
