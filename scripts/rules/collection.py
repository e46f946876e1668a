"""Rules about files beside each other. They read the raw front matter, so that a broken file still counts."""

from collections.abc import Iterator
from datetime import date, datetime

from scripts.load import Collection, LoadedFile
from scripts.load.placing import reserved_fault
from scripts.model.dates import DateError, parse_date, parse_instant
from scripts.model.kinds import Digest
from scripts.problems import Fault, Problem, Rule

ADDED_TWICE = Rule(
    "added-twice",
    "`added` is another instant in every file: feed readers tell new entries apart by it.",
    "Move the newer file's time a minute on; never change the older one's.",
)
MONTH_IS_NAME = Rule(
    "month-is-name",
    "A digest's file is named by its month.",
    "Make the file's name and `month` agree, for example 2024-01.md and month: 2024-01.",
)
REVIEW_TWICE = Rule(
    "review-id-twice",
    "A review's id is unique in its digest.",
    "Give the second review another id, for example child-a-2.",
)
SUCCESSOR = Rule("successor", "A superseded briefing leads on to another one.", "Name the briefing that holds now.")

LEADS_TO_DRAFT = Rule(
    "leads-to-draft",
    "A published briefing leads to no draft: its readers could not follow.",
    "Publish the other briefing too, or make this one a draft as well.",
)


def _front(file: LoadedFile) -> dict[str, object]:
    return file.tree.value if isinstance(file.tree.value, dict) else {}


def added_twice(collection: Collection, _: date) -> Iterator[Problem]:
    """No two files were added at the same instant."""
    seen: dict[datetime, str] = {}
    for file in collection.files:
        try:
            instant = parse_instant(str(_front(file).get("added")))
        except DateError:
            continue
        if instant in seen:
            yield Fault(ADDED_TWICE, f"{seen[instant]} has the same instant.").at(file.tree.place(("added",)))
        seen.setdefault(instant, file.placed.path)


def month_is_name(collection: Collection, _: date) -> Iterator[Problem]:
    """A digest says the month that its name says."""
    for file in collection.files:
        month = str(_front(file).get("month")).strip()
        if file.placed.kind.model is Digest and _is_month(month) and month != file.placed.id:
            yield Fault(MONTH_IS_NAME, "The month is not the one of the file's name.").at(file.tree.place(("month",)))


def _is_month(text: str) -> bool:
    try:
        month = parse_date(text)
    except DateError:
        return False
    return bool(month.month) and not month.day


def review_ids(collection: Collection, _: date) -> Iterator[Problem]:
    """Reviews of a digest have ids that differ and that can be addresses."""
    for file in collection.files:
        reviews = _front(file).get("reviews") if file.placed.kind.model is Digest else None
        seen: set[str] = set()
        for position, review in enumerate(reviews if isinstance(reviews, list) else []):
            name = review.get("id") if isinstance(review, dict) else None
            if not isinstance(name, str):
                continue
            place = file.tree.place(("reviews", position, "id"))
            if name in seen:
                yield Fault(REVIEW_TWICE, "Another review of this digest has this id.").at(place)
            if (fault := reserved_fault(name)) is not None:
                yield fault.at(place)
            seen.add(name)


def successors(collection: Collection, _: date) -> Iterator[Problem]:
    """Following superseded_by never comes back to where it began."""
    following = {b.key: b.front.superseded_by for b in collection.briefings if b.front.superseded_by}
    for file in collection.files:
        seen: set[str] = set()
        step = file.briefing.key if file.briefing else None
        while step in following and step not in seen:
            seen.add(step)
            step = following[step]
        if file.briefing and step == file.briefing.key and seen:
            yield Fault(SUCCESSOR, "This briefing is said to be superseded by itself, directly or in a circle.").at(
                file.tree.place(("superseded_by",))
            )


def leads_to_draft(collection: Collection, _: date) -> Iterator[Problem]:
    """What readers see never rests on what only a preview shows."""
    drafts = {briefing.key for briefing in collection.briefings if briefing.front.draft}
    for file in collection.files:
        if file.briefing is None or file.briefing.front.draft:
            continue
        for field in ("arises_from", "superseded_by"):
            if getattr(file.briefing.front, field, None) in drafts:
                yield Fault(LEADS_TO_DRAFT, "This leads to a draft.").at(file.tree.place((field,)))
