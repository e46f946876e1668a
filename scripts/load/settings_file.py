"""mkdocs.yml, as far as the compiler needs it."""

import yaml
from mkdocs.utils.yaml import get_yaml_loader
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scripts.load.text import CONFLICT, decode, text_problems
from scripts.problems import Fault, Place, Problem, Rule
from scripts.settings import Settings
from scripts.sources import SourceFile
from scripts.yaml_tree import DUPLICATE_KEY, parse

BAD_SETTINGS = Rule(
    "bad-settings",
    "mkdocs.yml holds the site's settings in the documented form.",
    "Compare with the mkdocs.yml that came with the project.",
)


def load_settings(source: SourceFile) -> tuple[Settings | None, list[Problem]]:
    """The settings, or what is wrong with them."""
    place = Place(source.path)
    if source.fault:
        return None, [Fault(BAD_SETTINGS, "mkdocs.yml is missing or cannot be read.").at(place)]
    text = decode(source.data)
    if not isinstance(text, str):
        fault, line = text
        return None, [fault.at(place.moved(line))]
    problems = [*text_problems(text, place)]
    problems += [problem for problem in parse(text, place).problems if problem.code == DUPLICATE_KEY.code]
    if any(problem.code == CONFLICT.code for problem in problems):
        return None, problems
    try:
        # mkdocs' own reader, which knows `!ENV`; made safe, or a tag in this file would run any program.
        loader = get_yaml_loader(yaml.SafeLoader)
        return Settings.model_validate(yaml.load(text, loader) or {}), problems  # noqa: S506  a SafeLoader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return None, [*problems, Fault(BAD_SETTINGS, "This line cannot be read as YAML.").at(place.moved(line))]
    except yaml.YAMLError:
        return None, [*problems, Fault(BAD_SETTINGS, "This file cannot be read as YAML.").at(place)]
    except ValidationError as error:
        return None, [
            *problems,
            *(_problem(details, text, place) for details in error.errors(include_url=False)),
        ]


def _problem(details: ErrorDetails, text: str, place: Place) -> Problem:
    setting = ".".join(map(str, details["loc"])) or "(all)"
    fault = Fault(BAD_SETTINGS, f"The setting {setting} {_what(details['type'])}.")
    return fault.at(_find(text, setting.rpartition(".")[2], place))


def _what(error_type: str) -> str:
    return {"missing": "is missing", "extra_forbidden": "is not known"}.get(error_type, "does not have the right form")


def _find(text: str, key: str, place: Place) -> Place:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip().startswith(f"{key}:"):
            return place.moved(number)
    return place
