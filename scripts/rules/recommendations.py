"""Rules about the partnership's own recommendations: who does what, and how anybody could tell.

Those of others are published as they were made. The partnership's own are looked at for as long as they are being
written: until their review has the address of its published report.
"""

from collections.abc import Iterator
from datetime import date

from scripts.addressees import spelling
from scripts.load import Collection, LoadedFile
from scripts.model.kinds import Digest
from scripts.model.parts import Recommendation
from scripts.problems import Fault, Level, Problem, Rule
from scripts.rules.recommendation_wording import has_action, has_measure, has_owner
from scripts.yaml_tree import NodePath

WITHOUT_OWNER = Rule(
    "recommendation-without-owner",
    "A recommendation of the partnership's own review names who will carry it out.",
    "Name one body, team or post, for example  to: Children's social care, head of assessment.",
    Level.WARNING,
)
WITHOUT_ACTION = Rule(
    "recommendation-without-action",
    "A recommendation of the partnership's own review says what will be done.",
    "Begin with something that can be seen to be done, for example “Train every health visitor in …” "
    "in place of “Ensure awareness of …”.",
    Level.WARNING,
)
WITHOUT_MEASURE = Rule(
    "recommendation-without-measure",
    "A recommendation of the partnership's own review says how anybody can tell that it was done, or what is "
    "different then.",
    "Add by when, and what will show it, for example “by March 2027; an audit of 20 records shows whether …”.",
    Level.WARNING,
)


def own_recommendations(collection: Collection, _: date) -> Iterator[Problem]:
    """What a recommendation that the partnership is writing leaves open, drafts included."""
    if collection.settings is None:
        return
    ours = spelling(collection.settings.partnership.name)
    for file in collection.files:
        for path, recommendation in _being_written(file, ours):
            for fault, field in _left_open(recommendation):
                yield fault.at(file.tree.place((*path, field)))


def _being_written(file: LoadedFile, ours: str) -> Iterator[tuple[NodePath, Recommendation]]:
    if file.briefing is None or not file.briefing.is_current or not isinstance(file.briefing.front, Digest):
        return
    for position, review in enumerate(file.briefing.front.reviews):
        if review.report_url is None and spelling(review.partnership or "") == ours:
            for number, recommendation in enumerate(review.recommendations):
                yield ("reviews", position, "recommendations", number), recommendation


def _left_open(recommendation: Recommendation) -> Iterator[tuple[Fault, str]]:
    """What is not said, and the field in which it would stand."""
    if not has_owner(recommendation.to, recommendation.text):
        everybody = "This asks everybody, so that nobody in particular carries it out."
        nobody = "Nobody is named who carries this out."
        yield Fault(WITHOUT_OWNER, everybody if recommendation.to else nobody), "to"
    if not has_action(recommendation.text):
        yield Fault(WITHOUT_ACTION, "This says what to bear in mind or how things should be, not what is done."), "text"
    if not has_measure(recommendation.text):
        message = "Nothing here would show that it was done: no date, number, audit, report or result."
        yield Fault(WITHOUT_MEASURE, message), "text"
