"""Lines joined to one text: hyphens that only divide a word at a line's end are taken out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scripts.importing.document import Run
from scripts.importing.tidy import SOFT_HYPHEN, without_soft_hyphens
from scripts.importing.word_lists import listed

Runs = tuple[Run, ...]

# First parts of words that keep their hyphen: “multi-agency”.
_KEEPS_HYPHEN = frozenset(
    listed(
        "multi inter co self well non long short anti pre post cross ex semi half extra intra single one two "
        "three four five six seven eight nine ten old new high low follow re sub part full all by in on up "
        "low mid"
    )
)


def joined(lines: Iterable[Runs], words: Counter[str]) -> Runs:
    """Several lines as one text. `words` are the document's own, which tell how a word is written."""
    runs: list[Run] = []
    for line in lines:
        following = _stripped(line)
        while runs and not runs[-1].text.strip():
            runs.pop()
        if runs and following:
            before = runs[-1].text.rstrip()
            sign, gap = _seam(before, following[0].text, words)
            runs[-1] = replace(runs[-1], text=before.removesuffix(sign))
            runs += [Run(" ")] if gap else []
        runs += following
    return tuple(replace(run, text=without_soft_hyphens(run.text)) for run in runs)


def _seam(before: str, after: str, words: Counter[str]) -> tuple[str, bool]:
    """Between two lines: the hyphen that goes, and whether a space comes."""
    if before.endswith(SOFT_HYPHEN):
        return SOFT_HYPHEN, False
    divided = re.search(r"([\w’']+)[-‐]$", before[-60:])
    rest = re.match(r"[\w’'-]+", after)
    if divided and rest:
        return (before[-1] if _divides(divided[1], rest.group(), words) else ""), False
    return "", not (before.endswith("/") or after.startswith("/"))


def _divides(before: str, after: str, words: Counter[str]) -> bool:
    """Whether a hyphen between two lines only divides a word; the document's other words tell."""
    before, after = before.casefold(), after.casefold()
    if not before.isalpha() or not after[:1].isalpha() or not after[:1].islower():
        return False
    whole, hyphened = words[before + after], words[f"{before}-{after}"]
    if whole or hyphened:
        return whole >= hyphened
    return before not in _KEEPS_HYPHEN and "-" not in after


def _stripped(runs: Sequence[Run]) -> Runs:
    kept = list(runs)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    return (replace(kept[0], text=kept[0].text.lstrip()), *kept[1:]) if kept else ()
