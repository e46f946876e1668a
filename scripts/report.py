"""Problems as people and programs read them: text, JSON, GitHub annotations."""

import json
from collections.abc import Callable, Iterable

from scripts.problems import Level, Problem


def as_text(problems: Iterable[Problem]) -> str:
    """For the terminal: where, what, and how to mend it."""
    blocks = []
    for problem in problems:
        place = problem.place
        warning = "warning: " if problem.level is Level.WARNING else ""
        blocks.append(
            f"{_printable(place.path)}:{place.line}:{place.column}  {warning}{problem.message}\n"
            f"    {problem.fix}   [{problem.code}]\n"
        )
    return "\n".join(blocks)


def _printable(path: str) -> str:
    """A path on one line: a file's name can hold line ends and signs that steer a terminal."""
    return "".join(character if character.isprintable() else "\ufffd" for character in path)


def as_json(problems: Iterable[Problem]) -> str:
    """A list of {path, line, column, code, level, message, fix}."""
    rows = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "level": str(problem.level),
            "message": problem.message,
            "fix": problem.fix,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows beside the changed lines."""
    return "".join(
        f"::{problem.level} file={_property(problem.place.path)},line={problem.place.line},"
        f"col={problem.place.column},title={_property(problem.code)}::"
        f"{_data(f'{problem.message} {problem.fix}')}\n"
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "json": as_json, "github": as_github}


def summary(problems: Iterable[Problem], files: int) -> str:
    """One line that closes a check."""
    levels = [problem.level for problem in problems]
    errors, warnings = levels.count(Level.ERROR), levels.count(Level.WARNING)
    return f"{_count(files, 'file')} checked: {_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
