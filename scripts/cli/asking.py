"""Asking for a field at the terminal, and telling at once what is wrong with an answer."""

import click
from pydantic import ValidationError

from scripts.derive.form_fields import FormField, Shape
from scripts.load.explain import MISSING, explain
from scripts.model.faults import Context
from scripts.model.kinds import Kind
from scripts.problems import Place
from scripts.yaml_tree import Tree

Answer = str | list[str]


def ask(field: FormField, kind: Kind, context: Context) -> Answer | None:
    """The answer to a field's question, asked again until the model takes it; None where it is left for later."""
    several = " Divide several by commas." if field.shape is Shape.CHOICES and not field.is_single else ""
    click.echo(f"\n{field.label}: {field.hint}{several}")
    while text := click.prompt("", prompt_suffix="> ", default="", show_default=False).strip():
        answer = answered(field, text.split(",") if field.shape is Shape.CHOICES else [text])
        fault = answer_fault(field, answer, kind, context)
        if fault is None:
            return answer
        click.echo(fault)
    return None


def answered(field: FormField, texts: list[str]) -> Answer:
    """What was typed, as the file holds it."""
    values = [field.value(text.strip()) for text in texts]
    return values if field.shape is Shape.CHOICES else values[0]


def answer_fault(field: FormField, answer: Answer, kind: Kind, context: Context) -> str | None:
    """What the check would say of an answer."""
    try:
        kind.model.model_validate({field.name: answer}, context=context)
    except ValidationError as error:
        # Every other field is missing, of course.
        problems = explain(error, Tree(values={(): Place("")}), kind.model)
        return next((f"{found.message} {found.fix}" for found in problems if found.code != MISSING.code), None)
    return None
