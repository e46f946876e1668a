"""The project's files as they were at a commit. The edge: it runs git, and checks nothing out."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scripts.problems import Fault
from scripts.sources import (
    BRIEFINGS,
    HAND_WRITTEN,
    MAX_FILE_BYTES,
    SETTINGS,
    SYMLINK,
    TOO_LARGE,
    SourceFile,
    SourceTree,
)

_LINK = "120000"
_NO_GIT = "git is needed to look at an earlier state, and this computer has none."
_NO_REPOSITORY = "{root} is not in a git repository, so there is no earlier state to compare with."
_SHALLOW = (
    "This copy of the repository does not hold “{ref}”: it was fetched without its history. Run: git fetch --unshallow"
)
_UNKNOWN = "There is no commit, branch or tag “{ref}” here. See what there is: git log --oneline, git branch --all"
_NOT_THERE = "At “{ref}” there was no {briefings}/ in this place, so there is nothing to compare with."
_FAILED = "git could not tell what there was: {words}"


class GitTreeError(Exception):
    """str() says why the earlier state cannot be read, and what to do about it."""


@dataclass(frozen=True)
class _Entry:
    """A file of a commit: its mode, the name of its content, and its path relative to the project's root."""

    mode: str
    content: str
    path: str


def tree_at(root: Path, ref: str) -> SourceTree:
    """The files of the project at `root` as they were at a commit. Raises GitTreeError."""
    prefix = _git(root, "rev-parse", "--show-prefix").decode("utf-8", "replace").strip("\n")
    commit = _commit(root, ref)
    entries = [entry for entry in _entries(root, commit, prefix) if not _is_hidden(entry.path)]
    if not any(entry.path.startswith(f"{BRIEFINGS}/") for entry in entries):
        raise GitTreeError(_NOT_THERE.format(ref=ref, briefings=BRIEFINGS))
    files = sorted(map(_source, entries, _contents(root, entries)), key=lambda file: file.path)
    return SourceTree(
        settings=next((file for file in files if file.path == SETTINGS), SourceFile(SETTINGS)),
        briefings=tuple(file for file in files if file.path.startswith(f"{BRIEFINGS}/")),
        pages=tuple(file for file in files if file.path.startswith(f"{HAND_WRITTEN}/")),
    )


def _commit(root: Path, ref: str) -> str:
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except GitTreeError:
        is_shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        raise GitTreeError((_SHALLOW if is_shallow else _UNKNOWN).format(ref=ref)) from None
    return found.decode("ascii").strip()


def _entries(root: Path, commit: str, prefix: str) -> Iterator[_Entry]:
    """Every file that belongs to the project; what is no file (a repository within this one) is left out."""
    places = [prefix + name for name in (SETTINGS, BRIEFINGS, HAND_WRITTEN)]
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *places)
    for line in listed.decode("utf-8", "replace").split("\0")[:-1]:
        facts, _, path = line.partition("\t")
        mode, kind, content = facts.split(" ")
        if kind == "blob":
            yield _Entry(mode, content, path.removeprefix(prefix))


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(path).parts)


def _contents(root: Path, entries: Iterable[_Entry]) -> Iterator[bytes]:
    """The content of each entry, read by one git."""
    given = "".join(f"{entry.content}\n" for entry in entries).encode()
    told = _git(root, "cat-file", "--batch", given=given)
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        size = int(told[at:end].split(b" ")[2])
        yield told[end + 1 : end + 1 + size]
        at = end + size + 2  # the line end that git puts behind each content


def _source(entry: _Entry, data: bytes) -> SourceFile:
    """The file as reading it from disk would have given it."""
    if entry.mode == _LINK:
        return SourceFile(entry.path, fault=Fault(SYMLINK, "This is a link to another place, not a file."))
    if len(data) > MAX_FILE_BYTES and not entry.path.startswith(HAND_WRITTEN):
        return SourceFile(entry.path, fault=Fault(TOO_LARGE, f"This file has {len(data) // 1024} KB."))
    return SourceFile(entry.path, data)


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  a list of arguments; a name of somebody's stands behind --end-of-options
            ["git", *arguments],  # noqa: S607  whatever git the machine has
            cwd=root,
            env={**os.environ, "LC_ALL": "C"},
            input=given,
            capture_output=True,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        words = error.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        if "not a git repository" in words:
            raise GitTreeError(_NO_REPOSITORY.format(root=root.resolve())) from None
        raise GitTreeError(_FAILED.format(words=words or f"git {arguments[0]} did not succeed.")) from None
    except OSError:
        raise GitTreeError(_NO_GIT) from None
    return done.stdout
