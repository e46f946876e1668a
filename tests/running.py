"""Runs the command line as a process, and looks at what is on disk."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from scripts.cli import main

BRIEFINGS = str(Path(sys.executable).parent / "briefings")

Run = subprocess.CompletedProcess[str]


def briefings(*arguments: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Run:
    """Run the installed console command and wait for its end."""
    return subprocess.run(
        [BRIEFINGS, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env=os.environ | (env or {}),
    )


def told(*arguments: str | Path) -> Result:
    """What a command says, run within this process: for what has nothing to do with how a process begins."""
    result = CliRunner().invoke(main, list(map(str, arguments)))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def leftovers(target: Path) -> list[str]:
    """What a build leaves beside its target, which should be nothing."""
    return sorted(path.name for path in target.parent.iterdir() if path.name.startswith(f".{target.name}."))
