"""A letter as HTML that mail programs can show: one column, every element with its own style, nothing fetched."""

from css_inline import CSSInliner

from scripts.documents import Imprint
from scripts.documents.block_markup import block_markup
from scripts.documents.letter import Letter
from scripts.press.mail_colours import colours
from scripts.templating import markup

# What holds at night or on narrow screens only has no place in an element: it stays in the head.
_INLINER = CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def mail_html(title: str, letter: Letter, imprint: Imprint) -> str:
    """The HTML of a letter in the partnership's colours."""
    page = markup(
        "press/mail.html.j2",
        title=title,
        imprint=imprint,
        style=markup("press/mail.css.j2", colours=colours(imprint)),
        text=block_markup((letter.title, *letter.text)),
        worried=block_markup(letter.worried),
        small_print=block_markup(letter.small_print),
    )
    return _INLINER.inline(page)
