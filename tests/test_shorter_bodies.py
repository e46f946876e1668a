"""A body is shortened section by section, and what stays reads as before."""

from scripts.bodies import shorter_bodies
from scripts.markdown_text import BodyRenderer

BODY = """First.

## One

Text with [a link][1].

```
## Not a heading
[2]: https://code.example.org/
```

## Two

More [elsewhere][away].

[1]: https://one.example.org/
[away]: https://two.example.org/ "Away"
"""


def test_sections_go_from_the_end_and_code_stays_whole() -> None:
    shorter = [body.count("## ") for body in shorter_bodies(BODY)]
    assert shorter == [2, 0, 0]
    assert list(shorter_bodies(BODY))[-1] == ""
    assert list(shorter_bodies("No section.")) == [""]


def test_a_link_whose_address_stood_at_the_end_stays_a_link() -> None:
    html = BodyRenderer().html(next(shorter_bodies(BODY)))
    assert '<a href="https://one.example.org/">a link</a>' in html
    assert "example.org/</p>" not in html and "elsewhere" not in html


def test_a_body_without_such_addresses_is_only_cut() -> None:
    assert list(shorter_bodies("First.\n\n## One\n\nText.\n")) == ["First.", ""]
