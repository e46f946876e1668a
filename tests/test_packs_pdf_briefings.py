"""Made-up briefings as PDFs: hostile ones, bare ones, and one that is far too long."""

from pathlib import Path
from typing import Any

from scripts.library import Library
from scripts.model.kinds import KINDS
from scripts.packs.briefing_packs import packs
from scripts.press.makers import make
from tests.conftest import MakeProject
from tests.hostile import BRIEFINGS, TERM, front_matter, write_terms
from tests.made_up import briefing
from tests.pdf_making import IMPRINT, MARGIN
from tests.pdf_reading import beyond, facts, links, runs, shown, squeezed, structure
from tests.reading import library_of, site_of


def hostile_project(make_project: MakeProject) -> Path:
    root = make_project({f"briefings/{key}.md": front_matter(data) for key, data in BRIEFINGS.items()})
    write_terms(root)
    return root


def pdfs(root: Path) -> dict[str, bytes]:
    library: Library = library_of(root)
    return {p.path: make(p, root) for p in packs(library, site_of(root)) if p.path.endswith(".pdf")}


def test_every_text_of_every_kind_comes_out_literally(make_project: MakeProject) -> None:
    root = hostile_project(make_project)
    library = library_of(root)
    made = pdfs(root)
    for found in (found for found in library.briefings if not found.kind.is_note):
        data = made[f"packs/{found.key}.pdf"]
        said = squeezed(structure(data, runs(data)).text)
        front: Any = found.front
        wanted = [front.title, *front.summary.split("\n\n"), *front.key_messages, *front.discussion]
        wanted += [*front.for_roles.values(), *(source.title for source in front.sources)]
        wanted += [change.note for change in front.changes]
        wanted += [front.question, TERM["label"]] if found.kind.folder == "challenges" else []
        wanted += [*getattr(front, "what_changed", ()), *(update.note for update in getattr(front, "updates", ()))]
        wanted += [asked.text for asked in getattr(front, "recommendations", ())]
        wanted += [text for figure in getattr(front, "figures", ()) for text in (figure.label, figure.source)]
        for text in wanted:
            assert squeezed(text) in said, (found.key, text)
        assert not beyond(data, MARGIN)
    assert len(library.briefings) == len(BRIEFINGS)


REQUIRED: dict[str, dict[str, object]] = {
    "publications": {"type": "guidance"},
    "digests": {"month": "2024-01", "reviews": [{"id": "a", "title": "Made-up review", "summary": "Made up."}]},
    "challenges": {
        "question": "A made-up question?",
        "arises_from": "made-up-publications",
        "status_of_answer": "not-started",
    },
}


def test_a_briefing_with_only_what_is_required_has_no_heading_too_many(make_project: MakeProject) -> None:
    folders = [kind.folder for kind in KINDS if not kind.is_note]
    names = {folder: "2024-01" if folder == "digests" else f"made-up-{folder}" for folder in folders}
    root = make_project(
        {
            f"briefings/{folder}/{names[folder]}.md": briefing(number, body="", **REQUIRED.get(folder, {}))
            for number, folder in enumerate(folders)
        }
    )
    made = pdfs(root)
    assert len(made) == 2 * len(folders)
    for folder in folders:
        data = made[f"packs/{folder}/{names[folder]}.pdf"]
        tree = structure(data, runs(data))
        headings = [tag.text for tag in tree.all() if tag.name[1:].isdigit()]
        extra = {"digests": ["The reviews", "Made-up review"], "publications": ["What to do next"]}
        assert headings[1:-1] == extra.get(folder, []), folder


def test_a_body_of_four_thousand_words_leaves_its_end_to_the_site(make_project: MakeProject) -> None:
    part = "Made-up words that fill a line. " * 10
    body = "\n\n".join(f"## Section {number}\n\nSection{number}. {part}" for number in range(64))
    assert len(body.split()) > 4000
    fields: dict[str, object] = {
        "type": "guidance",
        "discussion": ["Asked at the end?"],
        "key_messages": ["First said."],
    }
    root = make_project({"briefings/publications/a.md": briefing(0, body, **fields)})
    data = pdfs(root)["packs/publications/a.pdf"]
    said = squeezed(shown(data))
    assert facts(data)["pages"] == 2
    for text in (
        "First said.",
        "Section0.",
        "This is the short version.",
        "Asked at the end?",
        "Worried about a child?",
    ):
        assert squeezed(text) in said
    assert "Section63." not in said
    assert f"{IMPRINT.site_url}publications/a/" in links(data)
