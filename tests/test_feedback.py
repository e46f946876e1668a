"""On every page: how did you use this? The answer goes by mail or into a form of the partnership's, not to us."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest

from scripts.build import build
from tests.conftest import TODAY, MakeProject
from tests.made_up import publication

TITLE = "100% & “more”? {address} Ünïcode <b>"


def links(page: Path) -> list[str]:
    document = lxml.html.document_fromstring(page.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    asking = document.xpath("//main//p[@class='feedback']/a[contains(., 'How did you use this?')]/@href")
    return [str(address) for address in asking]


def test_every_page_of_the_real_site_asks(site: Path) -> None:
    pages = [page for page in site.rglob("index.html") if "pagefind" not in page.parts]
    assert len(pages) > 150
    for page in pages:
        (link,) = links(page)
        mail = urlsplit(link)
        assert (mail.scheme, mail.path) == ("mailto", "briefings@example.org")
        body = parse_qs(mail.query)["body"][0]
        address = f"https://briefings.example.org/{page.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        assert body.startswith(f"Page: {address}\r\n")


@pytest.mark.parametrize("form", ["https://forms.example.org/new?about={title}&page={address}", ""])
def test_a_form_of_the_partnership_takes_the_mail_s_place(make_project: MakeProject, form: str) -> None:
    root = make_project({"briefings/publications/odd.md": publication(title=TITLE)})
    settings = (root / "mkdocs.yml").read_text("utf-8").split("\n")
    (line,) = [number for number, text in enumerate(settings) if text.strip().startswith("feedback:")]
    settings[line : line + 1] = [f'    feedback: "{form}"'] if form else []
    (root / "mkdocs.yml").write_text("\n".join(settings), "utf-8")
    build(root, root / "site", TODAY)
    found = links(root / "site/publications/odd/index.html")
    if not form:
        assert found == []
        return
    query = parse_qs(urlsplit(found[0]).query)
    assert query == {"about": [TITLE], "page": ["https://briefings.example.org/publications/odd/"]}
