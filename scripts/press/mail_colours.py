"""A partnership's colours in its mails, by day and by night."""

from dataclasses import dataclass

from scripts.colours import WHITE, readable
from scripts.documents import Imprint

# WCAG 2.2 asks for 4.5:1. A little more, since mail programs bend colours; at night much more, or a tint looks grey.
_BY_DAY, _BY_NIGHT = 5.0, 8.0
_DARK = "#1c2327"


@dataclass(frozen=True)
class MailColours:
    """Colours of text on white, or of a ground for white text; and of text on a dark ground."""

    primary: str
    accent: str
    primary_at_night: str
    accent_at_night: str


def colours(imprint: Imprint) -> MailColours:
    """The colours of a partnership's mails."""
    return MailColours(
        primary=readable(imprint.primary, WHITE, _BY_DAY),
        accent=readable(imprint.accent, WHITE, _BY_DAY),
        primary_at_night=readable(imprint.primary, _DARK, _BY_NIGHT),
        accent_at_night=readable(imprint.accent, _DARK, _BY_NIGHT),
    )
