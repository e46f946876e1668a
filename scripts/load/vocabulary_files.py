"""The vocabulary's files: one list of terms each."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, RootModel, ValidationError

from scripts.load.consequences import independent
from scripts.load.explain import explain
from scripts.load.placing import VOCABULARY_FOLDER, reserved_fault
from scripts.load.text import CONFLICT, decode, text_problems
from scripts.model.faults import reject
from scripts.model.fields import Listed
from scripts.model.texts import at_most, one_line
from scripts.problems import Fault, Place, Problem, Rule
from scripts.sources import BRIEFINGS, SourceFile
from scripts.vocabulary import OPTIONAL, VOCABULARY_FILES, Id, Label, Term, Terms, Vocabulary
from scripts.yaml_tree import Tree, parse

NO_VOCABULARY = Rule(
    "no-vocabulary",
    "The vocabulary's files are all there.",
    "Copy the file from the project's own briefings/vocabulary/.",
)
TERM_TWICE = Rule(
    "term-twice",
    "A word leads to one term: no id, label, synonym or abbreviation stands twice in a vocabulary.",
    "Keep it under the term it fits best.",
)
NOT_VOCABULARY = Rule(
    "not-vocabulary",
    "The vocabulary's folder holds the vocabulary's files only.",
    f"Known files: {', '.join(VOCABULARY_FILES.values())}.",
)


_Text = BeforeValidator(one_line)


def _free(name: str) -> str:
    if (fault := reserved_fault(name)) is not None:
        raise reject(fault)
    return name


class _WrittenTerm(Term):
    """A term as its file spells it: its texts are held to what every text of a briefing is held to."""

    id: Annotated[Id, AfterValidator(_free)] = Field(description=Term.model_fields["id"].description)
    label: Annotated[Label, _Text] = Field(description=Term.model_fields["label"].description)
    synonyms: Listed[Annotated[Label, _Text]] = ()
    abbreviations: Listed[Annotated[Label, _Text]] = ()
    description: Annotated[str, _Text, at_most(400)] = ""


class _TermList(RootModel[tuple[_WrittenTerm, ...]]):
    """A vocabulary file's content."""


def load_vocabulary(sources: Iterable[SourceFile]) -> tuple[Vocabulary, list[Problem]]:
    """All vocabularies, and what is wrong with their files."""
    folder = f"{BRIEFINGS}/{VOCABULARY_FOLDER}/"
    files = {file.path.removeprefix(folder): file for file in sources if file.path.startswith(folder)}
    loaded: dict[str, Terms] = {}
    problems: list[Problem] = [
        Fault(NOT_VOCABULARY, "This file is not one of the vocabulary's.").at(Place(file.path))
        for name, file in files.items()
        if name not in VOCABULARY_FILES.values() and name.casefold() != "readme.md"
    ]
    for field, name in VOCABULARY_FILES.items():
        if name not in files and field in OPTIONAL:
            continue
        if name not in files:
            problems.append(Fault(NO_VOCABULARY, "This vocabulary is missing.").at(Place(folder + name)))
            continue
        terms, file_problems = _load_terms(name.removesuffix(".yml"), files[name])
        loaded[field] = terms
        problems += file_problems
    return Vocabulary(**loaded), problems


def _load_terms(name: str, source: SourceFile) -> tuple[Terms, list[Problem]]:
    start = Place(source.path)
    if source.fault:
        return Terms(name), [source.fault.at(start)]
    text = decode(source.data)
    if not isinstance(text, str):
        fault, line = text
        return Terms(name), [fault.at(start.moved(line))]
    problems = list(text_problems(text, start))
    if any(problem.code == CONFLICT.code for problem in problems):
        return Terms(name), problems
    tree = parse(text, start)
    problems += independent(tree.problems, problems)
    if tree.value is None and tree.problems:
        return Terms(name), problems
    try:
        terms = _TermList.model_validate(tree.value or []).root
    except ValidationError as error:
        return Terms(name), problems + independent(explain(error, tree, _TermList), problems)
    if not terms:
        problems.append(Fault(NO_VOCABULARY, "This vocabulary is empty.").at(start))
    return Terms(name, terms), problems + _twins(terms, tree)


def _twins(terms: tuple[Term, ...], tree: Tree) -> list[Problem]:
    seen: dict[str, str] = {}
    problems = []
    for position, term in enumerate(terms):
        for word in dict.fromkeys(name.casefold() for name in (term.label, *term.search_terms)):
            if word in seen:
                fault = Fault(TERM_TWICE, f"“{word}” already belongs to {seen[word]}.")
                problems.append(fault.at(tree.place((position,))))
            seen.setdefault(word, term.id)
        if term.id in (other.id for other in terms[:position]):
            problems.append(Fault(TERM_TWICE, f"The id {term.id} stands twice.").at(tree.place((position,))))
    return problems
