"""Makes packs: in parallel, each only when something that it is made of changed, the same bytes from run to run."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from filelock import FileLock

from scripts.packs import Pack
from scripts.press.fingerprints import fingerprint, press_fingerprints
from scripts.press.makers import PackError, make
from scripts.site import Artifact

# Where the cache of made packs lies, below the project's root.
CACHE = "build/pack-cache"
# Starting another process takes longer than making a few packs.
_FEW = 48

# Told how many packs there are to make; gives what is to be called after each.
Progress = Callable[[int], Callable[[], object]]


def quiet(_: int) -> Callable[[], object]:
    """Progress that nobody watches."""
    return lambda: None


def press(packs: Iterable[Pack], root: Path, progress: Progress = quiet) -> Iterator[Artifact]:
    """Every pack, made; what no pack needs any more leaves the cache. Raises PackError."""
    listed = tuple(packs)
    with cache_lock(root):
        made = press_all(listed, root, progress)
        for old in set((root / CACHE).iterdir()) - set(made):
            old.unlink()
        for pack, file in zip(listed, made, strict=True):
            yield Artifact(pack.path, file.read_bytes())


def cache_lock(root: Path) -> FileLock:
    """To be held while made files are used: a build and a preview at work at once share them, and each tidies up."""
    cache = root / CACHE
    cache.mkdir(parents=True, exist_ok=True)
    return FileLock(cache.with_suffix(".lock"))


def press_all(packs: tuple[Pack, ...], root: Path, progress: Progress = quiet) -> list[Path]:
    """The made files in the cache, one for each pack, in order; those that are missing are made. Raises PackError."""
    cache = root / CACHE
    cache.mkdir(parents=True, exist_ok=True)
    presses = press_fingerprints(root)
    files = [cache / f"{fingerprint(pack, presses[pack.ending])}.{pack.ending}" for pack in packs]
    missing = {file: pack for file, pack in zip(files, packs, strict=True) if not file.is_file()}
    done = progress(len(missing))
    for file, data in _made(missing, root):
        # A build that is killed must not leave half a file under a name that says it is whole.
        beside = file.with_suffix(".part")
        beside.write_bytes(data)
        beside.replace(file)
        done()
    return files


def _made(missing: Mapping[Path, Pack], root: Path) -> Iterable[tuple[Path, bytes]]:
    if len(missing) <= _FEW:
        yield from ((file, make(pack, root)) for file, pack in missing.items())
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_end_with_the_build) as workers:
        try:
            jobs = {workers.submit(make, pack, root): file for file, pack in missing.items()}
            yield from ((jobs[job], job.result()) for job in as_completed(jobs))
        except BrokenProcessPool as error:
            raise PackError("A process that makes packs was ended from outside, perhaps for want of memory.") from error
        except BaseException:
            workers.shutdown(cancel_futures=True)
            raise


def _end_with_the_build() -> None:
    """Without this, the workers of a build that is killed would wait for their next pack for ever."""
    build = parent_process()
    assert build  # noqa: S101  this runs in a worker

    def wait() -> None:
        build.join()
        os._exit(1)

    Thread(target=wait, daemon=True).start()


__all__ = ["CACHE", "PackError", "Progress", "cache_lock", "press", "press_all", "quiet"]
