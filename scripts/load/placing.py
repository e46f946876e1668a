"""What a file's place and name say: its kind and its id."""

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from scripts.model.faults import BAD_ID
from scripts.model.kinds import KIND_BY_FOLDER, Kind
from scripts.problems import Fault, Place, Problem, Rule

WRONG_FOLDER = Rule(
    "wrong-folder",
    "Every file lies directly in the folder of its kind.",
    f"Move it to one of: {', '.join(KIND_BY_FOLDER)}.",
)
WRONG_ENDING = Rule(
    "wrong-ending",
    "Briefing files end in .md, and nothing else lies beside them.",
    "Take the file out. To publish what it says, write a briefing in a new file that ends in .md.",
)
RESERVED = Rule(
    "reserved-id",
    "No id is a name that web servers, Windows or the site's own pages keep for themselves.",
    "Choose another name, for example by adding the year.",
)
COLLISION = Rule(
    "id-collision",
    "No two ids of a folder differ only in capitals.",
    "Delete or rename one of the two files.",
)

# index: the folder's own page. The others: device names that Windows cannot store as files.
RESERVED_IDS = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(10))]
)
# Where a kind's own folder has pages that no file makes: challenges/report/.
RESERVED_IN = {"challenges": frozenset(["report"])}
VOCABULARY_FOLDER = "vocabulary"
MAX_NAME = 80


@dataclass(frozen=True)
class Placed:
    """A file that is where a briefing belongs."""

    path: str
    kind: Kind
    id: str


def is_beside(path: str) -> bool:
    """Whether a file may lie beside the briefings without being one: a README, a blank to copy, the vocabulary."""
    parts = PurePosixPath(path).parts
    return parts[1:2] == (VOCABULARY_FOLDER,) or parts[-1].casefold() == "readme.md" or parts[-1].startswith("_")


def place_files(paths: Iterable[str]) -> Iterator[Placed | Problem]:
    """Kind and id of each file, or what is wrong with where it lies. Problems may come beside a Placed."""
    twins: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in paths:
        pure = PurePosixPath(path)
        folders = pure.parts[1:-1]
        if len(folders) != 1 or folders[0] not in KIND_BY_FOLDER:
            yield _misplaced(folders).at(Place(path))
            continue
        if pure.suffix != ".md":
            yield _wrong_ending(pure).at(Place(path))
            continue
        twins[folders[0], pure.stem.casefold()].append(path)
        yield from _named(path, KIND_BY_FOLDER[folders[0]], pure.stem)
    for same in twins.values():
        for path in same[1:]:
            yield Fault(COLLISION, f"{same[0]} has the same name but for capitals.").at(Place(path))


def _named(path: str, kind: Kind, name: str) -> Iterator[Placed | Problem]:
    if (fault := reserved_fault(name.casefold(), kind.folder)) is not None:
        yield fault.at(Place(path))
    elif len(name) > MAX_NAME:
        message = f"The file's name has {len(name)} characters; at most {MAX_NAME} fit."
        yield Fault(BAD_ID, message, "Give the file a shorter name.").at(Place(path))
    elif not re.fullmatch(r"[a-z0-9-]+", name):
        plain = unicodedata.normalize("NFKD", _bare(name)).encode("ascii", "ignore").decode() or name
        fix = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
        hint = f"Rename the file to {fix}.md." if fix else ""
        message = "The file's name holds something else than small letters, digits and hyphens."
        yield Fault(BAD_ID, message, hint).at(Place(path))
    yield Placed(path, kind, name)


def _bare(name: str) -> str:
    """A name without an ending that Windows hid when it put another one behind it."""
    return re.sub(r"(\.md)+$", "", name, flags=re.IGNORECASE)


def reserved_fault(name: str, folder: str = "") -> Fault | None:
    """What is wrong with an id that is a reserved name, everywhere or in the folder of its kind."""
    is_reserved = name in RESERVED_IDS or name in RESERVED_IN.get(folder, ())
    return Fault(RESERVED, f"“{name}” is a reserved name.") if is_reserved else None


def _wrong_ending(path: PurePosixPath) -> Fault:
    is_text = path.suffix.casefold() in ("", ".md", ".markdown", ".mdown", ".txt", ".text", ".yml", ".yaml")
    fix = f"Rename the file to {_bare(path.stem)}.md." if is_text else ""
    return Fault(WRONG_ENDING, "This file does not end in .md, so it would never be published.", fix)


def _misplaced(folders: tuple[str, ...]) -> Fault:
    if not folders:
        return Fault(WRONG_FOLDER, "This file lies beside the folders of the kinds, not in one.")
    if folders[0] in KIND_BY_FOLDER:
        return Fault(WRONG_FOLDER, "This file lies in a folder within a kind's folder.", "Move it one folder up.")
    close = difflib.get_close_matches(folders[0].casefold(), KIND_BY_FOLDER, n=1, cutoff=0.75)
    hint = f"Did you mean “{close[0]}”?  " if close else ""
    return Fault(WRONG_FOLDER, "This folder is not the folder of a kind.", hint + WRONG_FOLDER.remedy)
