"""A form's answers as a briefing's fields. What cannot be read is refused; what is wrong in it, the check says."""

import re
from collections.abc import Iterator, Mapping

from scripts.derive.form_elements import shown
from scripts.derive.form_fields import FormField, Shape
from scripts.derive.issue_forms import IssueForm
from scripts.from_issue.refusal import RefusedError
from scripts.front_matter_file import Plain

_BAR = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")
# How GitHub may write a list of choices that was left alone.
_NOTHING_CHOSEN = "None"
_BULLET = re.compile(r"^([-*•]|\d{1,2}[.)])\s+")


def fields_of(form: IssueForm, answers: Mapping[str, str]) -> dict[str, object]:
    """The fields that were answered, by name. Raises RefusedError."""
    return {
        field.name: _value(field, answer)
        for field in form.fields
        if (answer := answers[field.label]) and not (field.options and answer == _NOTHING_CHOSEN)
    }


def _value(field: FormField, answer: str) -> object:
    match field.shape:
        case Shape.CHOICE:
            return field.value(_chosen(field, answer)[0])
        case Shape.CHOICES:
            return [field.value(option) for option in _chosen(field, answer)]
        case Shape.LINES:
            return [field.value(line) for _, line in lines(answer)]
        case Shape.BY_ID:
            return dict(_by_id(field, answer))
        case Shape.PARTS:
            return [_parts(field, number, line) for number, line in lines(answer)]
        case _:
            return field.value(answer)


def _chosen(field: FormField, answer: str) -> list[str]:
    """The chosen ids. GitHub puts a comma between choices, and a choice may hold one too."""
    options = {shown(option, label): option for option, label in field.options.items()}
    found = []
    rest = answer
    while rest:
        # What is no choice of the form (an edited issue) stays as it stands, for the check to name.
        choice = next((text for text in options if rest == text or rest.startswith(f"{text}, ")), rest)
        found.append(options.get(choice, choice))
        rest = rest[len(choice) :].removeprefix(", ")
    return found


def lines(answer: str) -> Iterator[tuple[int, str]]:
    """Every line that says something, with its number, without a bullet or number that was pasted with it."""
    for number, line in enumerate(answer.split("\n"), 1):
        if text := _BULLET.sub("", line.strip()):
            yield number, text


def _by_id(field: FormField, answer: str) -> Iterator[tuple[str, str]]:
    """Each line's id and text; the id's label will do as well."""
    ids = {label.casefold(): option for option, label in field.options.items()}
    seen: set[str] = set()
    for number, line in lines(answer):
        name, colon, text = (part.strip() for part in line.partition(":"))
        name = ids.get(name.casefold(), name)
        if not (colon and name and text) or name in seen:
            raise RefusedError(
                f"Line {number} of “{field.label}” cannot be read. Each line begins with a role and a colon, "
                "for example “police: …”, and each role stands once."
            )
        seen.add(name)
        yield Plain(name), text


def _parts(field: FormField, number: int, line: str) -> dict[str, object]:
    texts = [text.strip() for text in _BAR.split(line)]
    if len(texts) > len(field.parts):
        raise RefusedError(
            f"Line {number} of “{field.label}” has more parts than the form asks for. "
            "Bars with a space on either side stand only between its parts."
        )
    return {part.name: _value(part, text) for part, text in zip(field.parts, texts, strict=False) if text}
