"""The routes on which a briefing leaves the site: what each is called, where it lies, and which template words it."""

from dataclasses import dataclass

# The folder of everything that can be taken away.
PACKS = "packs"


@dataclass(frozen=True)
class Route:
    """One route. `place` is its address, relative to the site's root, of something with the key kind/id."""

    label: str
    place: str
    template: str
    title: str = "{title}"

    def address(self, key: str) -> str:
        """Where it lies for a key."""
        return self.place.format(key=key)


ONE_PAGE = Route("One page (PDF)", "packs/{key}.pdf", "packs/one-page.md.j2")
SLIDES = Route("Slides (PowerPoint)", "packs/{key}.pptx", "packs/slides.md.j2")
EMAIL = Route("Email draft", "packs/{key}.eml", "packs/email.md.j2")
COPY = Route("Text to copy into an email", "{key}/email/", "packs/email.md.j2")
REFLECTION = Route(
    "Reflection sheet (PDF)", "packs/reflection/{key}.pdf", "packs/reflection.md.j2", "Reflection sheet: {title}"
)

# What every current briefing has, in the order in which its page offers it.
BRIEFING_ROUTES = (ONE_PAGE, SLIDES, EMAIL, COPY, REFLECTION)
# What a theme has to teach with.
FACILITATOR_SLIDES = Route("Facilitator's slides (PowerPoint)", SLIDES.place, "packs/theme-slides.md.j2")
HANDOUT = Route("Handout for participants (PDF)", ONE_PAGE.place, "packs/theme-handout.md.j2")
# What a quarter's News Update has: the same addresses, other words.
NEWS_PDF = Route("PDF to print", ONE_PAGE.place, "packs/update.md.j2")
NEWS_EMAIL = Route(EMAIL.label, EMAIL.place, "packs/update.md.j2")
NEWS_COPY = Route(COPY.label, COPY.place, "packs/update.md.j2")
NEWS_ROUTES = (NEWS_PDF, NEWS_EMAIL)
# What a period's evidence has, under the key challenges/report/<period>.
REPORT_WORD = Route("Report (Word)", "packs/{key}.docx", "packs/report.md.j2")
BOARD_PAPER = Route("Board paper, one page (PDF)", ONE_PAGE.place, "packs/board-paper.md.j2")
REPORT_ROUTES = (REPORT_WORD, BOARD_PAPER)
