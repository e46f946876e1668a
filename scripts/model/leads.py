"""Who leads on the answer to a challenge question: one team or post of the vocabulary."""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo

from scripts.model.faults import UNKNOWN_TERM, context, reject
from scripts.model.fields import term_of
from scripts.model.schema_marks import from_vocabulary
from scripts.problems import Fault, Rule
from scripts.vocabulary import Terms

ONE_LEAD = Rule(
    "one-lead",
    "A question has one lead, who answers for it.",
    "Keep the one who answers for it; say in the notes who else takes part.",
)

_NO_LEADS = Fault(
    UNKNOWN_TERM["leads"],
    "Nobody can be named here, because this collection has no list of leads.",
    "Copy the project's own list, briefings/vocabulary/leads.yml, and make it yours; or delete this line.",
)
_BETWEEN = re.compile(r"\s*(?:[,;/&+|–—\n]|\b(?:and|or|with)\b)\s*", re.IGNORECASE)


def _one_lead(value: object, info: ValidationInfo) -> object:
    vocabulary = context(info).vocabulary
    is_several = isinstance(value, Sequence) and not isinstance(value, str) and len(value) > 1
    if is_several or (isinstance(value, str) and _names_several(value, vocabulary.leads)):
        raise reject(Fault(ONE_LEAD, "More than one lead is named here."))
    # A list whose file is there and cannot be read is reported itself.
    if value is not None and not vocabulary.leads and "leads" not in vocabulary.model_fields_set:
        raise reject(_NO_LEADS)
    return value


def _names_several(text: str, leads: Terms) -> bool:
    """Whether a text names a lead and something else beside it. A label may hold an “and” itself."""
    known = {*_names(leads)}
    words = " ".join(text.casefold().split())
    parts = [part for part in _BETWEEN.split(words) if part]
    return words not in known and len(parts) > 1 and not known.isdisjoint(parts)


def _names(leads: Terms) -> Iterator[str]:
    for term in leads.values():
        yield from (name.casefold() for name in (term.id, term.label, *term.search_terms))


LeadId = Annotated[str, term_of("leads", may_be_a_person=True), BeforeValidator(_one_lead), from_vocabulary("leads")]
