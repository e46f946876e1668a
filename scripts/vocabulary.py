"""The words the collection is tagged with, and those by which its texts are read for situations and gaps."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=80)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=120)]


class Term(BaseModel):
    """One entry of a vocabulary file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id = Field(description="lower-case letters, digits and hyphens; never changed once used")
    label: Label = Field(description="how readers see it")
    synonyms: tuple[Label, ...] = Field((), description="other words that people write or search for")
    abbreviations: tuple[Label, ...] = Field((), description="short forms, in capitals as used in the field")
    description: str = Field("", max_length=400, description="one sentence: what is gathered here")

    @property
    def search_terms(self) -> tuple[str, ...]:
        """The words beside the label that should find it."""
        return self.synonyms + self.abbreviations


class Terms(Mapping[str, Term]):
    """One vocabulary, in its file's order, looked up by id."""

    def __init__(self, name: str, terms: Iterable[Term] = ()) -> None:
        self.name = name
        self._terms = {term.id: term for term in terms}

    def __getitem__(self, key: str) -> Term:
        return self._terms[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def nearest(self, word: str) -> str | None:
        """The id that was probably meant by an unknown word: by label, synonym or spelling."""
        wanted = word.strip().casefold()
        known = {name.casefold(): term.id for term in self.values() for name in (term.label, *term.search_terms)}
        known |= {term_id: term_id for term_id in self}
        for name in (wanted, wanted.replace(" ", "-"), *difflib.get_close_matches(wanted, known, n=1)):
            if name in known:
                return known[name]
        return None


class Vocabulary(BaseModel):
    """All vocabularies of a collection; a field's name is its file's name in briefings/vocabulary/."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    themes: Terms = Terms("themes")
    roles: Terms = Terms("roles")
    ages: Terms = Terms("ages")
    publication_types: Terms = Terms("publication-types")
    leads: Terms = Terms("leads")
    harms: Terms = Terms("harms")
    circumstances: Terms = Terms("circumstances")
    particulars: Terms = Terms("particulars")


# What a collection may do without: it then names no lead, and its texts are not read for these.
OPTIONAL = frozenset(["leads", "harms", "circumstances", "particulars"])
VOCABULARY_FILES = {name: f"{name.replace('_', '-')}.yml" for name in Vocabulary.model_fields}
