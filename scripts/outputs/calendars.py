"""Calendar files (RFC 5545) to subscribe to: all dates, and those of each lead."""

from collections.abc import Iterator
from datetime import timedelta

from icalendar import Calendar, Event, vDuration, vText
from icalendar.enums import CLASS, TRANSP

from scripts.data.dates import DayCalendar, Occasion, calendars
from scripts.library import Library
from scripts.site import Artifact, Site

_PRODUCT = "-//Practitioner briefings//Calendars//EN"
_DAY = timedelta(days=1)


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """data/calendar.ics and data/calendars/."""
    for calendar in calendars(library, site):
        yield Artifact(calendar.path, _file(calendar, site))


def _file(calendar: DayCalendar, site: Site) -> bytes:
    file = Calendar.new(
        prodid=_PRODUCT,
        calscale="GREGORIAN",
        uid=_uid(calendar.path, site),
        last_modified=max(occasion.updated for occasion in calendar.occasions),
        url=f"{site.root}data/",
        subcomponents=[_event(occasion, site) for occasion in calendar.occasions],
    )
    # By themselves the library's own setters escape no comma here, and leave out the type that RFC 7986 asks for.
    texts = {
        "NAME": f"{site.settings.site_name}: {calendar.title}",
        "DESCRIPTION": " ".join(filter(None, (calendar.about, site.partnership.notice))),
    }
    for name, older_name in (("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC")):
        file.add(name, vText(texts[name]))
        file.add(older_name, vText(texts[name]))
    file.add("REFRESH-INTERVAL", vDuration(_DAY), parameters={"VALUE": "DURATION"})
    file.add("X-PUBLISHED-TTL", vDuration(_DAY))
    data: bytes = file.to_ical()
    return data


def _event(occasion: Occasion, site: Site) -> Event:
    """A whole day that leaves everybody free.

    It has no SEQUENCE: dates move without a change that readers are told of, so that nothing here could count them.
    """
    return Event.new(
        uid=_uid(occasion.name, site),
        stamp=occasion.updated,
        last_modified=occasion.updated,
        start=occasion.day,
        end=occasion.day + _DAY,  # Exchange takes no event without an end
        summary=occasion.summary,
        description=occasion.description,
        url=occasion.url,
        categories=[occasion.category],
        classification=CLASS.PUBLIC,
        transparency=TRANSP.TRANSPARENT,
    )


def _uid(name: str, site: Site) -> str:
    """A lasting name that is unique in the world, as those of the feeds' entries."""
    return f"{name}@{site.partnership.feed_authority}"
