"""Puts a finished site in the place of the old one, in one step where the system can."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

# Linux: renameat2(2) with RENAME_EXCHANGE swaps two folders atomically. macOS: renamex_np(2) with RENAME_SWAP.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def beside(target: Path) -> Path:
    """Where the next site is built: on the same disk, so that a rename moves it."""
    return target.parent / f".{target.name}.next"


def _previous(target: Path) -> Path:
    return target.parent / f".{target.name}.previous"


def is_replaceable(target: Path) -> bool:
    """Whether nothing but a site stands there: a wrong --site must not cost anybody a folder."""
    if not target.exists():
        return True
    names = {entry.name for entry in target.iterdir()} if target.is_dir() else {""}
    return not names or (names >= {"index.html", "feeds", "pagefind"} and ".git" not in names)


def recover(target: Path) -> None:
    """Bring back the old site if a swap without exchange was killed between its two renames; clear leftovers."""
    if not target.exists() and _previous(target).is_dir():
        _previous(target).rename(target)
    for leftover in (beside(target), _previous(target)):
        if leftover.exists():
            shutil.rmtree(leftover)


def swap(target: Path) -> None:
    """Make the site that was built beside `target` the one at `target`."""
    new, old = beside(target), _previous(target)
    if not target.exists():
        new.rename(target)
        return
    if _exchange(new, target):
        shutil.rmtree(new, ignore_errors=True)
        return
    # Windows and old systems: two renames; `recover` mends a kill between them.
    target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders atomically; False where the system or the disk cannot."""
    names = os.fsencode(first), os.fsencode(second)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            return bool(libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(*names, _RENAME_SWAP) == 0)
    except (OSError, AttributeError, TypeError):
        return False
    return False
