"""A branch with one file more, or one file changed. The edge: it runs git.

The commit is made in git's store alone: nothing is checked out, no hook runs, and on failure nothing has changed.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

# GitHub's own name for what its workflows commit, where the environment names nobody.
_SOMEBODY = {"NAME": "github-actions[bot]", "EMAIL": "41898282+github-actions[bot]@users.noreply.github.com"}
_IDENTITY = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _SOMEBODY.items()}
_BRANCH = re.compile(r"[a-z0-9-]+")


class BranchError(Exception):
    """str() says why there is no branch."""


def branches(root: Path, beginning: str) -> list[str]:
    """The names of the branches that begin so, here and as last fetched from elsewhere."""
    patterns = [f"refs/heads/{beginning}*", f"refs/remotes/*/{beginning}*"]
    return _git(root, "for-each-ref", "--format=%(refname:lstrip=-1)", *patterns).split()


def commit_file(root: Path, branch: str, path: str, text: str, message: str, *, is_new: bool = True) -> None:
    """Make a branch from the present commit, with one file more, or with one that is there changed.

    `path` is relative to root. Raises BranchError.
    """
    if not _BRANCH.fullmatch(branch):
        raise BranchError("This is no name for a branch.")
    whole = _git(root, "rev-parse", "--show-prefix").strip() + path
    head = _git(root, "rev-parse", "--verify", "HEAD^{commit}").strip()
    blob = _git(root, "hash-object", "-w", "--stdin", given=text).strip()
    tree = _tree(root, head, whole, blob)
    happened = _git(root, "diff-tree", "-r", "--no-renames", "--name-status", "-z", head, tree)
    if happened != f"{'A' if is_new else 'M'}\0{whole}\0":
        raise BranchError("A file of this name exists already." if is_new else "There is no such file to change.")
    commit = _git(root, "commit-tree", tree, "-p", head, given=message).strip()
    # The zeros say that there must be no such branch yet.
    _git(root, "update-ref", f"refs/heads/{branch}", commit, "0" * len(commit))


def _tree(root: Path, head: str, path: str, blob: str) -> str:
    """The commit's files with this one in its place, put together in an index of its own."""
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _git(root, "read-tree", head, env=index)
        _git(root, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", env=index)
        return _git(root, "write-tree", env=index).strip()


def _git(root: Path, *arguments: str, given: str = "", env: Mapping[str, str] | None = None) -> str:
    try:
        done = subprocess.run(  # noqa: S603  a list of arguments, of which none is free text
            ["git", *arguments],  # noqa: S607  whatever git the machine has
            cwd=root,
            env={**_IDENTITY, **os.environ, **(env or {})},
            input=given.encode(),
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise BranchError(f"git {arguments[0]} did not succeed.") from error
    return done.stdout.decode("utf-8", "replace")
