"""The page where one picks age, harm and circumstances, and finds the closest reviews; and the data it reads."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.data import DATA
from scripts.grouping import grouped
from scripts.library import Library
from scripts.page_meta import crumbs
from scripts.site import Artifact, Site
from scripts.situations import ADDRESS, LEAST, MOST, YOUNG, Feature, Group, Situation, Situations, situations
from scripts.templating import page
from scripts.vocabulary import Terms, Vocabulary

SITUATIONS = f"{DATA}situations.json"
# So that the page stays readable however much there is.
NEWEST = 5
HEADINGS = {Group.AGE: "Age", Group.HARM: "Harm", Group.CIRCUMSTANCE: "Circumstances"}


@dataclass(frozen=True)
class Choice:
    """A feature that one can pick, with its place in the data, how many reviews have it, and the newest of them."""

    feature: Feature
    description: str
    count: int
    newest: tuple[Situation, ...]


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """similar/ and data/situations.json, where the collection has vocabularies to read situations by."""
    vocabulary = library.vocabulary
    if not (vocabulary.harms or vocabulary.circumstances):
        return
    collection = situations(library)
    choices = tuple(_choices(collection, vocabulary))
    yield page(
        "pages/situations.md.j2",
        ADDRESS,
        {
            "title": "Similar situations",
            "description": "Pick an age, a harm and circumstances, and find the reviews that come closest.",
            "layout": "situations",
            # It repeats the titles of reviews.
            "search": False,
            "crumbs": crumbs(ADDRESS, ("Case reviews", "case-reviews/")),
        },
        groups=grouped((HEADINGS[choice.feature.group], choice) for choice in choices),
        case_reviews=len(collection.case_reviews),
        national_reviews=len(collection.national_reviews),
        young=YOUNG,
        newest=NEWEST,
        themes=vocabulary.themes,
        data=SITUATIONS,
    )
    yield Artifact(SITUATIONS, _data(collection, [choice.feature for choice in choices]))


def _choices(collection: Situations, vocabulary: Vocabulary) -> Iterator[Choice]:
    """The features that any review has, in their vocabularies' order."""
    terms_of: dict[Group, Terms] = {
        Group.AGE: vocabulary.ages,
        Group.HARM: vocabulary.harms,
        Group.CIRCUMSTANCE: vocabulary.circumstances,
    }
    for group, terms in terms_of.items():
        for term in terms.values():
            feature = Feature(group, term.id, term.label)
            found = collection.by_feature.get(feature, ())
            if found:
                yield Choice(feature, term.description, len(found), found[:NEWEST])


def _data(collection: Situations, features: Sequence[Feature]) -> bytes:
    """What the page's script ranks by: the rule, what each feature counts for, and each review's features by place."""
    place = {feature: number for number, feature in enumerate(features)}
    whole = {
        "most": MOST,
        "least": LEAST,
        "features": [
            {"group": one.group, "id": one.id, "reason": one.reason, "weight": collection.weights[one]}
            for one in features
        ],
        "reviews": [
            {
                "address": one.address,
                "title": one.title,
                "about": one.about,
                "features": [place[feature] for feature in one.features],
            }
            for one in collection.all
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
