"""A made-up collection on one theme, with everything that a toolkit gathers and much that it must leave out."""

from collections.abc import Iterator
from pathlib import Path

import lxml.html

from tests.made_up import briefing, publication
from tests.visits import words

THEME, PLAIN, UNTAUGHT, EMPTY = "neglect", "think-family", "poverty", "radicalisation"
WITHDRAWN = {"status": "withdrawn", "withdrawn_on": "2025-03-20", "reason": "It was found to mislead."}


def figure(value: str, label: str, base: str) -> dict[str, str]:
    """A figure with all that it needs."""
    return {"value": value, "unit": "%", "label": label, "base": base, "period": "2024", "source": "Made-up report"}


def _review(name: str, *learning: str, themes: tuple[str, ...] = (THEME,)) -> dict[str, object]:
    return {"id": name, "title": f"Child {name}", "summary": "Made up.", "learning": learning, "themes": themes}


FILES: dict[str, str | bytes] = {
    "briefings/spotlights/on-neglect.md": briefing(
        1,
        title="Neglect in words",
        summary="What this made-up collection says.",
        key_messages=["See the child's day.", "Write down what adds up."],
        discussion=["When did we last see this home?"],
    ),
    # The newer review only touches the theme: it has it among its last.
    "briefings/national-reviews/newer.md": briefing(
        2,
        title="Newer review",
        published="2025-02",
        themes=["safer-sleep", "thresholds", "escalation", THEME],
        key_messages=["Put babies to sleep on their backs.", "Neglect is seen at bedtime, too."],
        figures=[
            figure("10", "of babies slept elsewhere", "100 babies"),
            figure("20", "of homes with neglect", "100 homes"),
        ],
    ),
    "briefings/national-reviews/older.md": briefing(
        3,
        title="Older review",
        published="2020-02",
        key_messages=["Ask what it is like to live here."],
        figures=[
            figure("30", "were seen late", "200 children"),
            figure("40", "were seen early", "200 children"),
            figure("50", "had siblings", "300 children"),
        ],
    ),
    "briefings/publications/paper.md": publication(4, title="Paper on families", themes=[PLAIN, THEME, UNTAUGHT]),
    "briefings/publications/gone.md": publication(
        5, title="Gone paper", key_messages=["Withdrawn words."], discussion=["A withdrawn question?"], **WITHDRAWN
    ),
    "briefings/publications/old.md": publication(
        6, title="Old paper", key_messages=["Superseded words."], status="superseded", superseded_by="paper"
    ),
    "briefings/digests/2025-01.md": briefing(
        7,
        title="January",
        published="2025-01",
        month="2025-01",
        reviews=[
            _review("a", "How neglect adds up", "What the school saw", themes=("thresholds", THEME)),
            _review("b", "Seeing signs of neglect"),
            # Neither about the theme nor naming it: not for a session on neglect.
            _review("c", "Handing over to a colleague", themes=("escalation", "thresholds", PLAIN, THEME)),
        ],
    ),
    "briefings/digests/2024-12.md": briefing(
        8,
        title="December",
        published="2024-12",
        month="2024-12",
        reviews=[_review("gone", "Neglect, of which no more is taught")],
        **WITHDRAWN,
    ),
    "briefings/challenges/asked.md": briefing(
        9,
        title="Seeing homes",
        question="How often do we see homes?",
        arises_from="older",
        status_of_answer="considering",
        updates=[{"date": "2025-03-12", "status": "considering", "note": "We began to count."}],
    ),
    "briefings/local-guidance/tool.md": briefing(
        10, title="Our tool", changes=[{"date": "2025-04-02", "note": "A page for schools was added."}]
    ),
    "briefings/good-practice/works.md": briefing(11, title="What works here"),
}


def made(root: Path) -> Path:
    """Write the collection into a project."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def article(path: Path) -> lxml.html.HtmlElement:
    """What a page says of its own."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    (found,) = lxml.html.document_fromstring(path.read_bytes(), parser=parser).iter("article")
    return found


def section(page: lxml.html.HtmlElement, heading: str) -> list[lxml.html.HtmlElement]:
    """What stands under a heading of the second rank, up to the next; nothing where there is no such heading."""
    starts = [found for found in page.iter("h2") if words(found.text_content()) == heading]
    return [element for start in starts for element in _up_to_heading(start)]


def _up_to_heading(start: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for element in start.itersiblings():
        if element.tag == "h2":
            return
        yield element


def says(elements: list[lxml.html.HtmlElement]) -> str:
    """Their text as a reader takes it in."""
    return words(" ".join(element.text_content() for element in elements))


def leads(elements: list[lxml.html.HtmlElement]) -> list[str]:
    """The addresses that items of lists lead to, relative to the site's root, from a page two folders down."""
    links = (item.find(".//a") for element in elements for item in element.iter("li"))
    return [link.get("href", "").removeprefix("../../") for link in links if link is not None]


def all_leads(page: lxml.html.HtmlElement) -> list[str]:
    """The addresses of all links of a page two folders down, relative to the site's root."""
    return [link.get("href", "").removeprefix("../../") for link in page.iter("a")]
