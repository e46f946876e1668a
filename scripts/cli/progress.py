"""Progress of long work on a terminal; nothing where nobody watches, as in CI."""

from collections.abc import Callable

from tqdm import tqdm


def progress(total: int) -> Callable[[], object]:
    """A bar for so many packs; call what it gives after each."""
    bar = tqdm(total=total, desc="Packs", unit="pack", leave=False, disable=None if total else True)

    def done() -> None:
        bar.update()
        if bar.n >= total:
            bar.close()

    return done
