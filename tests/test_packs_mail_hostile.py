"""Whatever a text holds, an email says it literally, in full, and in bytes that every mail server takes."""

import hashlib
import re
import subprocess
import sys
from email import message_from_bytes
from email.header import decode_header, make_header
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.markdown_text import literal
from tests.conftest import ROOT, MakeProject
from tests.hostile import BRIEFINGS, front_matter, write_terms
from tests.mails import draft_of, drafts, html_of, read, site_of, source_of, text_of
from tests.reading import library_of
from tests.visits import words

# What a mail is made of; anything else would be text that was not taken as text.
TAGS = {"html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td"}
TAGS |= {"h1", "h2", "p", "ul", "li", "a", "strong", "br"}


@pytest.fixture
def hostile(make_project: MakeProject) -> Path:
    root = make_project({f"briefings/{name}.md": front_matter(data) for name, data in BRIEFINGS.items()})
    write_terms(root)
    return root


def test_every_sign_comes_out_literally(hostile: Path) -> None:
    library = library_of(hostile)
    made = dict(drafts(library, site_of(hostile)))
    assert set(made) == {key for key, briefing in library.by_key.items() if not briefing.kind.is_note}
    for key, data in made.items():
        message, front = read(data), library.by_key[key].front
        page = html_of(message)
        assert {element.tag for element in page.iter("*")} <= TAGS, key
        assert message["Subject"] == front.title
        for text in (words(text_of(message)), words(page.body.text_content())):
            for said in (*front.summary.split("\n\n"), *front.key_messages, *front.discussion):
                assert words(said) in text, key
            for source in front.sources:
                assert source.title in text, key
        targets = {link.get("href") for link in page.iter("a")}
        assert {source.address for source in front.sources if source.address} <= targets
        assert all(re.match(r"https://(briefings|www)\.|tel:|mailto:briefings@", target) for target in targets)


def test_a_long_list_comes_out_whole_and_in_order() -> None:
    items = [f"Made-up item {number} & <b>&amp;</b> {'word ' * 30}end" for number in range(80)]
    message = read(draft_of("\n".join(f"- {literal(item)}" for item in items)))
    assert [words(item.text_content()) for item in html_of(message).iter("li")][:80] == items
    text, end = words(text_of(message)), 0
    for item in items:
        end = text.index(f"- {item}", end) + len(item)


BLOCKS = """Intro with **strong**, *stressed* and `code` and [a **bold** link](https://www.example.org/a).

1. First
2. Second

    - within

    More of the second.

| Where | How many |
| --- | --- |
| North | 1 & 2 |
| | 3 |

> Somebody said this.

```
if a < b:
    stop
```

---
"""
BLOCKS += "\nOne line  \n**and** the next\nof the source.\n"
AS_TEXT = """Intro with strong, stressed and code and a bold link
<https://www.example.org/a>.

1. First

2. Second

   - within

   More of the second.

- Where: North
  How many: 1 & 2
- How many: 3

> Somebody said this.

    if a < b:
        stop

----------------------------------------

One line
and the next of the source.
"""


def test_every_kind_of_block_reads_well_as_plain_text() -> None:
    assert AS_TEXT in text_of(read(draft_of(BLOCKS)))


def test_every_kind_of_block_keeps_its_structure_in_the_html() -> None:
    page = html_of(read(draft_of(BLOCKS)))
    assert [words(cell.text_content()) for cell in page.iter("th")] == ["Where", "How many"]
    assert [cell.get("scope") for cell in page.iter("th")] == ["col", "col"]
    assert page.xpath("//ol/li/ul/li/text()") == ["within"]
    assert page.xpath("//a[@href='https://www.example.org/a']/strong/text()") == ["bold"]
    assert page.findtext(".//pre") == "if a < b:\n    stop"
    assert words(page.find(".//blockquote").text_content()) == "Somebody said this."
    assert all(
        element.get("style") for element in page.xpath("//td | //th | //ol | //pre | //blockquote | //hr | //em")
    )


RIGHT_TO_LEFT = ("حماية الأطفال", "הגנה על ילדים")


@pytest.mark.parametrize("said", RIGHT_TO_LEFT)
def test_a_text_from_right_to_left_says_so(said: str) -> None:
    message = read(draft_of(f"{said}\n\n- {said}\n\n## {said}\n\nLeft: {said}", title=said))
    page = html_of(message)
    assert [part.tag for part in page.body.iter("*") if part.get("dir") == "rtl"] == ["h1", "p", "li", "h2"]
    assert message["Subject"] == said
    assert text_of(message).count(said) == 5


ENCODED = st.lists(
    st.sampled_from(["=?utf-8?q?", "=?", "?=", "?b?", "PGI+", "=20", "a", "é", " ", "_", "שלום", "x" * 70])
)
LINES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200) | ENCODED.map("".join)
TITLES = LINES.map(words).filter(bool)


@settings(deadline=None)
@given(TITLES)
def test_a_title_arrives_as_it_is_whichever_program_reads_it(title: str) -> None:
    data = draft_of("Made-up text.", title=title)
    assert read(data)["Subject"] == title
    assert str(make_header(decode_header(message_from_bytes(data)["Subject"]))) == title
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 78


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", "\n\n"])
def test_a_title_brings_no_header_of_its_own(end: str) -> None:
    for start in ("Made-up", "Zoë"):
        message = read(draft_of("Made-up text.", title=f"{start}{end}Bcc: a@example.org"))
        assert message["Bcc"] is None
        assert message["Subject"] == f"{start} Bcc: a@example.org"
        assert "Made-up text." in text_of(message)


def test_an_endless_word_and_an_endless_address_break_no_line_of_the_mail() -> None:
    address = f"https://www.example.org/{'a' * 1500}"
    data = draft_of(f"{'w' * 3000} [here]({address})")
    assert max(map(len, data.split(b"\r\n"))) <= 78
    assert f"<{address}>" in text_of(read(data))
    assert source_of(read(data)).count(address) == 1


PROGRAM = """
import hashlib
from tests.conftest import ROOT
from tests.mails import drafts, site_of
from tests.reading import library_of
for key, data in drafts(library_of(ROOT), site_of(ROOT)):
    print(key, hashlib.sha256(data).hexdigest())
"""


def test_another_process_makes_the_same_bytes() -> None:
    here = [f"{key} {hashlib.sha256(data).hexdigest()}" for key, data in drafts(library_of(ROOT), site_of(ROOT))]
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.splitlines() == here, run.stderr
