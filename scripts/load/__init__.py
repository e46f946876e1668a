"""Files in, frozen types out: after this, nothing looser than the model travels."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import ValidationError

from scripts.load.consequences import independent
from scripts.load.explain import explain
from scripts.load.fences import split
from scripts.load.placing import Placed, is_beside, place_files
from scripts.load.settings_file import load_settings
from scripts.load.text import CONFLICT, LONG_LINE, LONG_PARAGRAPH, decode, paragraph_problems, text_problems
from scripts.load.vocabulary_files import load_vocabulary
from scripts.model.briefing import Briefing
from scripts.model.faults import Context
from scripts.problems import Place, Problem, has_errors
from scripts.settings import Settings
from scripts.sources import SourceFile, SourceTree
from scripts.vocabulary import Vocabulary
from scripts.yaml_tree import Tree


@dataclass(frozen=True)
class LoadedFile:
    """A briefing's file: the briefing where it could be parsed, and the places that rules point at."""

    placed: Placed
    tree: Tree
    body: str
    body_place: Place
    briefing: Briefing | None = None
    is_readable: bool = True

    @property
    def is_draft(self) -> bool:
        """Whether it is known to be kept off the published site."""
        return self.briefing is not None and self.briefing.front.draft


@dataclass(frozen=True)
class Collection:
    """Everything loaded, and everything wrong with it so far."""

    files: tuple[LoadedFile, ...]
    vocabulary: Vocabulary
    settings: Settings | None
    pages: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        """The files that could be parsed."""
        return tuple(file.briefing for file in self.files if file.briefing)


def load(tree: SourceTree) -> Collection:
    """Parse every file; a broken one hides no other's problems."""
    settings, problems = load_settings(tree.settings)
    vocabulary, vocabulary_problems = load_vocabulary(tree.briefings)
    problems += vocabulary_problems
    sources = {file.path: file for file in tree.briefings if not is_beside(file.path)}
    placed: list[Placed] = []
    for found in place_files(sources):
        if isinstance(found, Problem):
            # Where a link to another place stands does not matter.
            problems += [] if sources[found.place.path].fault else [found]
        else:
            placed.append(found)
    context = Context(vocabulary, _ids(placed))
    files = []
    for place in placed:
        file, file_problems = _load_file(place, sources[place.path], context)
        files.append(file)
        problems += file_problems
    for path in sources.keys() - {place.path for place in placed}:
        if (fault := sources[path].fault) is not None:
            problems.append(fault.at(Place(path)))
    return Collection(tuple(files), vocabulary, settings, tree.pages, tuple(sorted(problems)))


def _ids(placed: list[Placed]) -> Mapping[str, frozenset[str]]:
    ids: dict[str, set[str]] = defaultdict(set)
    for place in placed:
        ids[place.kind.folder].add(place.id)
    return {folder: frozenset(names) for folder, names in sorted(ids.items())}


def _load_file(placed: Placed, source: SourceFile, context: Context) -> tuple[LoadedFile, list[Problem]]:
    start = Place(source.path)
    unreadable = LoadedFile(placed, Tree(values={(): start}), "", start, is_readable=False)
    if source.fault:
        return unreadable, [source.fault.at(start)]
    text = decode(source.data)
    if not isinstance(text, str):
        fault, line = text
        return unreadable, [fault.at(start.moved(line))]
    problems = list(text_problems(text, start))
    if any(problem.code == CONFLICT.code for problem in problems):
        return unreadable, problems
    tree, body, body_place = split(text, source.path)
    problems += independent(tree.problems, problems)
    problems += paragraph_problems(body, body_place)
    too_long = [problem for problem in problems if problem.code in (LONG_LINE.code, LONG_PARAGRAPH.code)]
    is_readable = all(problem.place.line < body_place.line for problem in too_long)
    loaded = LoadedFile(placed, tree, body, body_place, is_readable=is_readable)
    if tree.value is None:
        return loaded, problems
    try:
        front = placed.kind.model.model_validate(tree.value, context=context)
    except ValidationError as error:
        return loaded, problems + independent(explain(error, tree, placed.kind.model), problems)
    if has_errors(tuple(problems)):
        return loaded, problems
    return replace(loaded, briefing=Briefing(placed.kind, placed.id, placed.path, front, body)), problems
