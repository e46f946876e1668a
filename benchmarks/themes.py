"""Prints how well themes are suggested for the labelled snippets, and every miss: python -m benchmarks.themes."""

from collections.abc import Sequence

from tests.theme_scores import HALVES, Judged, judge, precision, read_snippets, read_themes, recall


def main() -> None:
    """Score each half and the whole, then list what was suggested wrongly (+) and what was missed (-)."""
    themes = read_themes()
    halves = {half: judge(read_snippets(half), themes) for half in HALVES}
    for half, judged in halves.items():
        show(half, judged)
    show("all", [one for judged in halves.values() for one in judged])
    for half, judged in halves.items():
        for number, one in enumerate(judged, start=1):
            misses = [f"+{theme}" for theme in sorted(one.wrong)] + [f"-{theme}" for theme in sorted(one.missed)]
            if misses:
                print(f"\n{half} {number}: {', '.join(misses)}\n  {one.snippet.text}")


def show(name: str, judged: Sequence[Judged]) -> None:
    """Print the figures of some snippets, and of those that do not use the vocabulary's words."""
    own_words = [one for one in judged if one.snippet.trait == "own-words"]
    labels = sum(len(one.snippet.themes) for one in judged)
    print(
        f"{name:9} {len(judged):3} snippets, {labels:3} labels: precision {precision(judged):.3f}, "
        f"recall {recall(judged):.3f} (of {len(own_words)} in other words: {recall(own_words):.3f})"
    )


if __name__ == "__main__":
    main()
