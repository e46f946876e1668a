"""A briefing that is begun: its name, its instant, its place in the collection."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from scripts.load import Collection
from scripts.load.placing import MAX_NAME, reserved_fault
from scripts.model.dates import DateError, parse_instant
from scripts.model.kinds import Kind
from scripts.sources import BRIEFINGS, SourceFile, SourceTree


def path_of(kind: Kind, name: str) -> str:
    """Where a briefing's file lies, from the root."""
    return f"{BRIEFINGS}/{kind.folder}/{name}.md"


def proposed_name(title: str) -> str:
    """An id made of a title's words, as many as fit; empty where it has no letters that an id may hold."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’`]", "", plain))
    while len(words) > 1 and len("-".join(words)) > MAX_NAME:
        words.pop()
    return "-".join(words)[:MAX_NAME]


def name_fault(kind: Kind, name: str, collection: Collection) -> str | None:
    """Why a new briefing cannot have a name, in words for whoever chose it."""
    if not re.fullmatch(rf"[a-z0-9-]{{1,{MAX_NAME}}}", name):
        return f"A name is made of small letters, digits and hyphens, at most {MAX_NAME}."
    if reserved_fault(name, kind.folder) is not None:
        return "This name is kept for something else. Add a word or the year to it."
    if any(file.placed.kind == kind and file.placed.id.casefold() == name for file in collection.files):
        return f"{path_of(kind, name)} exists already. Change that file, or choose another name."
    return None


def next_instant(collection: Collection, now: datetime) -> datetime:
    """Now to the second, or a second after the latest briefing, so that feeds tell the new one apart."""
    after = [instant + timedelta(seconds=1) for instant in _instants(collection)]
    return max([now.astimezone(UTC).replace(microsecond=0), *after])


def _instants(collection: Collection) -> list[datetime]:
    """When each briefing was added, in broken files too."""
    found = []
    for file in collection.files:
        front = file.tree.value if isinstance(file.tree.value, dict) else {}
        try:
            found.append(parse_instant(str(front.get("added"))).replace(microsecond=0))
        except DateError:
            continue
    return found


def known_ids(collection: Collection) -> Mapping[str, frozenset[str]]:
    """The ids of every folder, which other briefings may refer to."""
    ids = defaultdict(set)
    for file in collection.files:
        ids[file.placed.kind.folder].add(file.placed.id)
    return {folder: frozenset(names) for folder, names in ids.items()}


def with_file(tree: SourceTree, path: str, data: bytes) -> SourceTree:
    """The tree as it would be with this file, new or in the place of the one that is there."""
    others = (file for file in tree.briefings if file.path != path)
    files = (*others, SourceFile(path, data))
    return replace(tree, briefings=tuple(sorted(files, key=lambda file: file.path)))
