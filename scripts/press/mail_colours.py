"""A partnership's colours in its mails, by day and by night."""

from dataclasses import dataclass

from scripts.colours import on_white, readable
from scripts.documents import Imprint

# At night much more contrast than WCAG asks for, or a tint looks grey.
_BY_NIGHT = 8.0
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
        primary=on_white(imprint.primary),
        accent=on_white(imprint.accent),
        primary_at_night=readable(imprint.primary, _DARK, _BY_NIGHT),
        accent_at_night=readable(imprint.accent, _DARK, _BY_NIGHT),
    )
