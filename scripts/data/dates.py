"""The days on which somebody has to do something, and the calendars that hold them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from scripts.data import DATA
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge
from scripts.news import all_news
from scripts.routes import NEWS_ROUTES
from scripts.site import Site
from scripts.vocabulary import Term
from scripts.wording import answer_label

WHOLE = f"{DATA}calendar.ics"


@dataclass(frozen=True)
class Occasion:
    """A day's entry. `name` says which day of which briefing or quarter it is, and stays when the day moves."""

    name: str
    day: date
    summary: str
    description: str
    url: str
    category: str
    updated: datetime


@dataclass(frozen=True)
class DayCalendar:
    """A calendar: where its file lies below the site's root, what it is called, and its days in their order."""

    path: str
    title: str
    about: str
    occasions: tuple[Occasion, ...]


def calendars(library: Library, site: Site) -> tuple[DayCalendar, ...]:
    """The calendar of everything, then one for each lead. One without a day is none: no calendar file may be empty."""
    partnership = site.partnership.name
    found = (
        _calendar(
            WHOLE,
            "All dates",
            f"When guidance and answers to challenge questions are looked at again at {partnership}, "
            "and when its News Updates are ready.",
            (*_of_briefings(library.briefings, library, site), *_news_updates(library, site)),
        ),
        *(
            _calendar(
                f"{DATA}calendars/{lead.id}.ics",
                lead.label,
                f"When the challenge questions that {lead.label} answers for {partnership} are looked at again.",
                _of_briefings(_led_by(lead, library), library, site),
            )
            for lead in library.vocabulary.leads.values()
        ),
    )
    return tuple(calendar for calendar in found if calendar.occasions)


def _calendar(path: str, title: str, about: str, occasions: Iterable[Occasion]) -> DayCalendar:
    return DayCalendar(path, title, about, tuple(sorted(occasions, key=lambda one: (one.day, one.name))))


def _led_by(lead: Term, library: Library) -> Iterator[Briefing]:
    for briefing in library.of_kind("challenges"):
        if isinstance(briefing.front, Challenge) and briefing.front.lead == lead.id:
            yield briefing


def _of_briefings(briefings: Iterable[Briefing], library: Library, site: Site) -> Iterator[Occasion]:
    """The days of what holds and is published."""
    for briefing in briefings:
        if briefing.is_current and not briefing.front.draft:
            yield from _of_briefing(briefing, library, site)


def _of_briefing(briefing: Briefing, library: Library, site: Site) -> Iterator[Occasion]:
    front, kind = briefing.front, briefing.kind

    def occasion(which: str, day: date, summary: str, *lines: str) -> Occasion:
        url = site.root + briefing.address
        description = "\n".join((*lines, url))
        return Occasion(f"{briefing.key}/{which}", day, summary, description, url, kind.label, _updated(briefing))

    if front.review_by:
        summary = f"{kind.label}, check that it still holds: {front.title}"
        yield occasion("review-by", front.review_by.start, summary, front.title)
    if isinstance(front, Challenge) and front.next_review:
        lead = (f"Who answers: {library.vocabulary.leads[front.lead].label}",) if front.lead else ()
        answer = f"Local answer: {answer_label(front.status_of_answer)}"
        summary = f"Challenge question, look at the answer again: {front.title}"
        yield occasion("next-review", front.next_review.start, summary, front.question, *lead, answer)


def _updated(briefing: Briefing) -> datetime:
    """The instant of the last thing said of it. A new day for an answer usually comes with an update of the answer."""
    updates = briefing.front.updates if isinstance(briefing.front, Challenge) else ()
    return max((briefing.updated, *(_midnight(update.date.start) for update in updates)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _news_updates(library: Library, site: Site) -> Iterator[Occasion]:
    """The day after each quarter that has news, whether or not that day has come."""
    for news in all_news(library):
        url = site.root + news.address
        packs = (f"{route.label}: {site.root}{route.address(news.key)}" for route in NEWS_ROUTES)
        yield Occasion(
            name=f"{news.key}/ready",
            day=news.quarter.end + timedelta(days=1),
            summary=f"News Update for {news.quarter.label}: ready to send",
            description="\n".join((url, *packs)),
            url=url,
            category="News Update",
            updated=_midnight(news.updated),
        )
