"""A briefing file's text from its fields: the way back from data to the file that people edit."""

from collections.abc import Mapping
from typing import Any

import yaml

_WIDTH = 110
_SHORT = 90  # a longer text is folded over several lines
Fields = Mapping[str, object]


def file_text(fields: Fields, body: str = "") -> str:
    """The whole file: front matter in the fields' order, then the body. Texts are quoted or folded, so that
    nothing in them reads as YAML; ids, dates and numbers stand plain."""
    front = yaml.dump(
        _styled(fields), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=False
    )
    ending = f"\n{body.strip()}\n" if body.strip() else ""
    return f"---\n{front}---\n{ending}"


class Plain(str):
    """A value that stands without quotes: an id, a date, true."""


class _Folded(str):
    """A long text, folded over lines."""


class _Dumper(yaml.SafeDumper):
    """Writes dashes of a list below their field indented by two, as the examples in the documentation do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')


def _folded(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=">")


def _plain(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    # The tag that the text would be read as anyway, so that it needs no quotes.
    tag: str = dumper.resolve(yaml.ScalarNode, str(text), (True, False))  # type: ignore[no-untyped-call]  # PyYAML ships none
    return dumper.represent_scalar(tag, str(text))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Folded, _folded)
_Dumper.add_representer(Plain, _plain)


def _styled(value: object) -> Any:  # noqa: ANN401  whatever the fields hold
    if isinstance(value, Mapping):
        return {Plain(key): _styled(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_styled(item) for item in value]
    if isinstance(value, str) and not isinstance(value, Plain) and (len(value) > _SHORT or "\n" in value):
        return _Folded(value)
    return value
