"""Sample digests of many formats, each beside what a person reads in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.digest_scores import SAMPLES, differences, expected, fields, imported, stated


def name(path: Path) -> str:
    return path.name


def texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    match value:
        case dict():
            yield from (text for item in value.values() for text in texts(item))
        case list():
            yield from (text for item in value for text in texts(item))
        case _:
            yield str(value)


def test_there_are_samples_of_every_format() -> None:
    endings = {next(sample.glob("source.*")).suffix for sample in SAMPLES}
    assert endings == {".txt", ".md", ".html", ".docx", ".eml", ".pdf"}
    assert len(SAMPLES) > 8


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_every_field_is_read_as_a_person_reads_it(sample: Path) -> None:
    assert not list(differences(sample))


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_nothing_leaks_into_a_field(sample: Path) -> None:
    told = "\n".join(text for review in imported(sample).digest.reviews for text in texts(fields(review)))
    assert not [phrase for phrase in expected(sample).get("not_in_any_field") or [] if phrase in told]


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_the_stated_number_and_month_are_found(sample: Path) -> None:
    assert stated(sample) == (expected(sample)["stated_count"], expected(sample)["month_stated"])
