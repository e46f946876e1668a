"""Everything that is derived from the model, the rules and the vocabulary, so that it is never typed twice."""

import json
from collections.abc import Mapping
from pathlib import Path

from scripts.derive.answer_form import answer_form_files
from scripts.derive.blanks import blank_to_copy
from scripts.derive.issue_forms import issue_form_files
from scripts.derive.pull_request_templates import pull_request_templates
from scripts.derive.reference import fields_page, rules_page
from scripts.derive.schemas import kind_schema
from scripts.model.kinds import KINDS
from scripts.sources import BRIEFINGS
from scripts.vocabulary import Vocabulary

CONTRIBUTING = "docs/contributing"


def derived(vocabulary: Vocabulary) -> Mapping[str, str]:
    """The text of every derived file, by its path."""
    pages = {f"{CONTRIBUTING}/fields.md": fields_page(vocabulary), f"{CONTRIBUTING}/rules.md": rules_page()}
    schemas = {f"{CONTRIBUTING}/schemas/{kind.folder}.json": _json(kind_schema(kind, vocabulary)) for kind in KINDS}
    blanks = {f"{BRIEFINGS}/{kind.folder}/_blank.md": blank_to_copy(kind, vocabulary) for kind in KINDS}
    forms = {**issue_form_files(vocabulary), **answer_form_files()}
    return {**pages, **schemas, **blanks, **forms, **pull_request_templates()}


def stale(root: Path, files: Mapping[str, str]) -> list[str]:
    """The derived files that are not what they should be."""
    return [path for path, text in files.items() if not _is_same(root / path, text)]


def _is_same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
