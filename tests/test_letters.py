"""What is quoted in a comment on GitHub stays within its code block, however it is cut."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from scripts.from_issue.letters import shortened
from scripts.markdown_text import code_block

QUOTED = st.lists(
    st.sampled_from(["`", "```", "~~~", "````text", "\n", "    ", "> ", "- ", "@x", "<b>", "a"]), max_size=20
)


def rendered(markdown: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{MarkdownIt('commonmark', {'html': True}).render(markdown)}</div>")


@settings(deadline=None)
@given(QUOTED.map("".join))
def test_nothing_ends_a_fence_early(text: str) -> None:
    block, last = rendered(f"{code_block(text)}\n\nEND")
    assert (block.tag, last.tag, last.text_content()) == ("pre", "p", "END")
    assert block.text_content().strip() == text.strip()


@settings(deadline=None)
@given(st.lists(QUOTED.map("".join), max_size=4), st.integers(1, 200))
def test_what_is_cut_leaves_no_block_open(texts: list[str], limit: int) -> None:
    report = "\n\n".join(f"Under `a`:\n\n{code_block(text)}" for text in texts)
    cut = shortened(report, limit)
    assert len(cut) <= limit + 200
    tree = rendered(f"{cut}\n\nEND")
    assert tree[-1].tag == "p"
    assert tree[-1].text_content() == "END"
    assert not tree.xpath("//b")
    for block in tree.xpath("//pre"):
        block.clear(keep_tail=True)
    assert "@x" not in tree.text_content()
