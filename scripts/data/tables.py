"""The tables for spreadsheets: case reviews and challenge questions."""

from collections.abc import Callable, Iterable

from scripts.data.csv_files import Column, T, Table
from scripts.ledger import Question, question
from scripts.library import DigestReview, Library
from scripts.model.kinds import Challenge
from scripts.model.parts import CaseReview, Part, Recommendation
from scripts.site import Site
from scripts.vocabulary import Terms
from scripts.wording import answer_label


def case_reviews(library: Library, site: Site) -> Table[DigestReview]:
    """One row for each case review, the newest digest first."""

    def field(name: str, read: Callable[[CaseReview], object] | None = None) -> Column[DigestReview]:
        value = read or (lambda review: getattr(review, name))
        return _of_model(CaseReview, name, lambda row: value(row.review))

    columns: tuple[Column[DigestReview], ...] = (
        Column(
            "Reference",
            "its lasting name: the month of its digest, and its id there",
            lambda row: f"{row.digest.id}/{row.review.id}",
        ),
        field("title"),
        field("partnership"),
        field("year"),
        field("type"),
        field("summary"),
        field("learning", lambda review: joined(review.learning)),
        field("recommendations", lambda review: joined(map(_recommendation, review.recommendations))),
        field("background"),
        field("model"),
        field("keywords", lambda review: joined(review.keywords)),
        Column("Themes", _THEMES, lambda row: _labels(row.review.themes, library.vocabulary.themes)),
        Column("Age groups", "the ages of the children", lambda row: _labels(row.review.ages, library.vocabulary.ages)),
        field("report_url"),
        Column("Page", "the address of its page on this site", lambda row: site.root + row.address),
        Column("Digest", "the month of the digest that it came in, as 2024-01", lambda row: row.digest.id),
        Column("Added to this site", _ADDED, lambda row: row.digest.front.added.date()),
        Column("Status", f"of its digest: {_STATUS}", lambda row: row.digest.front.status),
    )
    about = "Every case review of every digest, one a row, the newest digest first."
    return Table("data/case-reviews.csv", "Case reviews", about, columns, library.case_reviews)


def challenges(library: Library, site: Site) -> Table[Question]:
    """One row for each challenge question, the newest first."""

    def field(name: str, read: Callable[[Challenge], object] | None = None) -> Column[Question]:
        value = read or (lambda front: getattr(front, name))
        return _of_model(Challenge, name, lambda row: value(row.front))

    columns: tuple[Column[Question], ...] = (
        field("question"),
        Column("Title", "the question in a few words", lambda row: row.front.title),
        Column(
            "Arises from",
            "the national review or publication that it comes from",
            lambda row: row.origin.front.title,
        ),
        _of_model(Challenge, "lead", lambda row: row.lead and row.lead.label),
        Column(
            "State of the answer",
            "how far the local answer has come: not started, considering, in progress or embedded",
            lambda row: answer_label(row.state),
        ),
        Column("Added to this site", _ADDED, lambda row: row.front.added.date()),
        field("next_review"),
        Column(
            "Overdue",
            f"yes where the day of its next look has passed, {_ON_BUILD}, and it is still asked; else no",
            lambda row: "yes" if row.is_overdue(site.today) else "no",
        ),
        Column(
            "Days overdue",
            f"how many days have passed since that day, {_ON_BUILD}",
            lambda row: row.days_overdue(site.today) or "",
        ),
        Column("Updates", "how many dated entries the answer's history has", lambda row: len(row.steps)),
        Column("Last update", "the day of the latest of them", lambda row: row.last.update.date if row.last else ""),
        Column("Steps back", "how many of them took the answer back to an earlier state", lambda row: row.steps_back),
        Column("Themes", _THEMES, lambda row: _labels(row.front.themes, library.vocabulary.themes)),
        Column("Page", "the address of its page on this site", lambda row: site.root + row.briefing.address),
        Column("Status", _STATUS, lambda row: row.front.status),
    )
    asked = (question(briefing, library) for briefing in library.of_kind("challenges"))
    rows = [one for one in asked if one is not None]
    about = "Every question that the partnership asks itself, one a row, the newest first: how far its answer has come."
    return Table("data/challenges.csv", "Challenge questions", about, columns, rows)


_THEMES = "what it is about, the most important first"
_ADDED = "the day on which it was put on this site"
_STATUS = "current, superseded or withdrawn"
_ON_BUILD = "counted on the day on which this site was built"


def joined(items: Iterable[str]) -> str:
    """A list in one cell."""
    return "; ".join(items)


def _of_model(model: type[Part], name: str, read: Callable[[T], object]) -> Column[T]:
    """A column that shows a field of the model, and means what that means."""
    heading: str = model.model_json_schema()["properties"][name]["title"]
    return Column(heading, model.model_fields[name].description or "", read)


def _recommendation(recommendation: Recommendation) -> str:
    return f"{recommendation.to}: {recommendation.text}" if recommendation.to else recommendation.text


def _labels(ids: Iterable[str], terms: Terms) -> str:
    return joined(terms[each].label for each in ids)
