"""The real address of a report behind the wrappers of mail programs and search engines, however they are nested."""

from html import escape

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scripts.importing.web_addresses import unwrapped
from tests.conftest import ROOT
from tests.importing import imported
from tests.link_wrappers import WRAPPERS, Wrapper, google, safe_links

REPORT = "https://www.example.org/reviews/child-a.pdf?part=1&page=2#learning"

# Written out as they arrive, so that a mistake made both here and in the program is seen.
RECORDED = yaml.safe_load((ROOT / "tests/wordings/addresses.yml").read_text("utf-8"))
OPAQUE = (
    "https://protect-eu.mimecast.com/s/AbCdEfGhIj?domain=example.org",
    "https://url.uk.m.mimecastprotect.com/s/AbCdEfGh?domain=example.org",
    "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fprotect-eu.mimecast.com%2Fs%2FAbC&data=05",
)
NO_ADDRESSES = (
    "../reviews/child-a.pdf",
    "/reviews/child-a.pdf",
    "#child-a",
    "mailto:team@example.org",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///c:/a.pdf",
    "tel:01632960000",
    "",
)
# Any address that a browser would follow: a host, and then whatever may stand in an address.
ADDRESSES = st.builds(
    lambda host, path: f"https://{host}.example.org/{path}",
    st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True),
    st.text("abcXYZ0189-_.~/?#&=+%*!$'(),;:@[]|é–漢", max_size=40).filter(
        lambda path: "%" not in path and "__;" not in path
    ),
)


def page(link: str) -> str:
    return (
        "<h2>2024 – Anonymous – Child A</h2><p>Told.</p><p>Learning includes: one; two.</p>"
        f'<p>Other resources <a href="{link}">Read practice review (PDF)</a></p>'
    )


@given(ADDRESSES)
@settings(deadline=None)
@example(REPORT)
@pytest.mark.parametrize("wrap", WRAPPERS, ids=lambda wrap: wrap.__name__)
def test_what_was_wrapped_is_unwrapped(wrap: Wrapper, url: str) -> None:
    assert unwrapped(wrap(url)) == url


@given(ADDRESSES)
@settings(deadline=None)
@example(REPORT)
@pytest.mark.parametrize("inner", WRAPPERS, ids=lambda wrap: wrap.__name__)
@pytest.mark.parametrize("outer", WRAPPERS, ids=lambda wrap: wrap.__name__)
def test_what_was_wrapped_twice_is_unwrapped(outer: Wrapper, inner: Wrapper, url: str) -> None:
    assert unwrapped(outer(inner(url))) == url


@given(st.text(max_size=200))
@settings(deadline=None)
@example("https://[")
@example("https://urldefense.com/v3/__https://a__;%!!x$")
@example("https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2F[")
def test_any_text_is_an_address_or_none(text: str) -> None:
    for link in (text, *(wrap(text) for wrap in (safe_links, google)), f"https://urldefense.com/v3/__{text}"):
        found = unwrapped(link)
        assert found is None or found.casefold().startswith(("http://", "https://"))


@pytest.mark.parametrize("each", RECORDED, ids=lambda each: each["link"])
def test_a_recorded_link(each: dict[str, str]) -> None:
    assert unwrapped(each["link"]) == each["leads_to"]


@pytest.mark.parametrize("times", [3, 5])
def test_a_link_forwarded_often(times: int) -> None:
    link = REPORT
    for _ in range(times):
        link = safe_links(link)
    assert unwrapped(link) == REPORT


@pytest.mark.parametrize("wrap", WRAPPERS, ids=lambda wrap: wrap.__name__)
@pytest.mark.parametrize(
    "encoded",
    [
        escape,
        lambda link: escape(escape(link)),
        lambda link: link.replace("&", "&#38;"),
        lambda link: link.replace("&", "&#x26;"),
    ],
)
def test_links_of_a_page_are_unwrapped_however_they_are_encoded(wrap: Wrapper, encoded: Wrapper) -> None:
    (review,) = imported(page(encoded(wrap("https://www.example.org/a.pdf"))), "d.html").digest.reviews
    assert review.report_url == "https://www.example.org/a.pdf"


@pytest.mark.parametrize(
    "form",
    [
        "Read practice review (PDF) {}",
        "Read practice review (PDF): <{}>",
        "Other resources\n{}",
        "Other resources [Read practice review (PDF)]({})",
        "[Read practice review (PDF)][1]\n\n[1]: {}",
    ],
)
@pytest.mark.parametrize("wrap", [str, *WRAPPERS], ids=lambda wrap: wrap.__name__)
def test_links_of_a_text_are_unwrapped(wrap: Wrapper, form: str) -> None:
    url = "https://www.example.org/a.pdf"
    text = f"## Child A\n\nTold.\n\nLearning includes: one; two.\n\n{form.format(wrap(url))}\n"
    (review,) = imported(text, "d.md").digest.reviews
    assert review.report_url == url


@pytest.mark.parametrize("link", OPAQUE)
def test_a_link_that_hides_its_address_is_named_and_not_written(link: str) -> None:
    found = imported(page(escape(link)), "d.html")
    assert "report_url" not in found.text
    assert link in found.report
    assert "link to the report" in found.report


@pytest.mark.parametrize("link", NO_ADDRESSES)
def test_a_link_that_is_no_web_address_is_absent(link: str) -> None:
    found = imported(page(link), "d.html")
    assert "report_url" not in found.text
    assert "link to the report" in found.report


def test_a_second_address_is_named() -> None:
    text = "## Child A\n\nTold.\n\nLearning includes: one; two.\n\nOther resources https://www.example.org/a https://www.example.org/b\n"
    found = imported(text, "d.md")
    assert found.digest.reviews[0].report_url == "https://www.example.org/a"
    assert "https://www.example.org/b" in found.report


@pytest.mark.parametrize(
    "path", ["_layouts/15/child_a_.pdf", "a*b*c", "__a__/b", "a%20b(1).pdf", "?a=1&copy=2", "~A'B"]
)
@pytest.mark.parametrize(
    "form", ["Other resources https://www.example.org/{}", "Read review: <https://www.example.org/{}>"]
)
def test_an_address_in_text_stays_as_it_is(form: str, path: str) -> None:
    (review,) = imported(
        f"## Child A\n\nTold.\n\nLearning includes: one; two.\n\n{form.format(path)}\n", "d.md"
    ).digest.reviews
    assert review.report_url == f"https://www.example.org/{path}"
