"""The command `new`: a briefing begun, with only its blanks left to fill."""

import difflib
import sys
from pathlib import Path

import click

from scripts.cli.asking import Answer, answer_fault, answered, ask
from scripts.cli.options import root_option, utc_now
from scripts.derive.blanks import begun_file, blanks_of
from scripts.derive.form_fields import FormField, Shape, form_fields
from scripts.front_matter_file import Plain
from scripts.load import Collection, load
from scripts.model.faults import Context
from scripts.model.kinds import KIND_BY_FOLDER, KINDS, Kind
from scripts.new_briefing import known_ids, name_fault, next_instant, path_of, proposed_name
from scripts.sources import read_tree

# What names the files of some kinds, as it is given.
_EXAMPLES = {"month": "month 2024-01", "quarter": "quarter 2026-q4"}
# The flag that gives a field.
_FLAGS = {name: f"--{name}" for name in ("title", "summary", "published", "month", "quarter")} | {"themes": "--theme"}


def _kind(_: click.Context, __: click.Parameter, word: str) -> Kind:
    """The kind that a folder's name, or its label, stands for."""
    if word in KIND_BY_FOLDER:
        return KIND_BY_FOLDER[word]
    names = {name.casefold(): kind.folder for kind in KINDS for name in (kind.label, kind.plural, kind.folder)}
    near = difflib.get_close_matches(word.casefold(), names, n=1)
    hint = f"Did you mean “{names[near[0]]}”? " if near else ""
    raise click.BadParameter(f"“{word}” is not a kind of briefing. {hint}Kinds: {', '.join(KIND_BY_FOLDER)}.")


@click.command()
@click.argument("kind", callback=_kind)
@click.option(
    "--id",
    "name",
    help="The file's name (default: made of the title; a digest's is its month, an update's its quarter).",
)
@click.option("--title", help="The title as published.")
@click.option("--summary", help="What it is, in two or three sentences.")
@click.option("--published", help="The date of the thing itself: YYYY-MM-DD, YYYY-MM or YYYY.")
@click.option("--theme", "themes", multiple=True, help="A theme's id; may be given several times.")
@click.option("--month", help="A digest's month: YYYY-MM.")
@click.option("--quarter", help="A News Update's quarter: YYYY-q1 to YYYY-q4.")
@root_option
def new(kind: Kind, name: str | None, root: Path, **flags: str | tuple[str, ...] | None) -> None:
    """Begin a briefing of a KIND (its folder's name): asks, or takes flags, and writes a file with blanks to fill."""
    collection = load(read_tree(root))
    context = Context(collection.vocabulary, known_ids(collection))
    fields = {field.name: field for field in form_fields(kind, collection.vocabulary)}
    known = _from_flags(flags, fields, kind, context)
    if sys.stdin.isatty():
        missing = [field for field in fields.values() if _can_be_asked(field) and field.name not in known]
        click.echo("Press Enter alone to leave something for later.") if missing else None
        known |= {field.name: answer for field in missing if (answer := ask(field, kind, context)) is not None}
    file_name = _name(kind, name, known, collection)
    added = Plain(next_instant(collection, utc_now()).isoformat())
    text = begun_file(kind, collection.vocabulary, known | {"added": added})
    path = root / path_of(kind, file_name)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.ClickException(f"{path} exists already.") from None
    _tell(path_of(kind, file_name), text, root)


def _from_flags(
    flags: dict[str, str | tuple[str, ...] | None], fields: dict[str, FormField], kind: Kind, context: Context
) -> dict[str, Answer]:
    known: dict[str, Answer] = {}
    for name, given in flags.items():
        if not given:
            continue
        if name not in fields:
            raise click.BadParameter(f"{kind.plural} have no {name}.", param_hint=_FLAGS[name])
        known[name] = answered(fields[name], list(given) if isinstance(given, tuple) else [given])
        if fault := answer_fault(fields[name], known[name], kind, context):
            raise click.BadParameter(fault, param_hint=_FLAGS[name])
    return known


def _can_be_asked(field: FormField) -> bool:
    """Whether a line at the terminal can answer it; `added` fills itself in, and lists of parts are for an editor."""
    return field.required and field.name != "added" and field.shape is not Shape.PARTS


def _name(kind: Kind, given: str | None, known: dict[str, Answer], collection: Collection) -> str:
    """The file's name: as given, or of the field that names it, or made of the title."""
    naming = str(known.get(kind.named_by, ""))
    if kind.named_by and (not naming or given not in (None, naming)):
        raise click.UsageError(
            f"{kind.plural} are named by their {kind.named_by}. Say which: --{_EXAMPLES[kind.named_by]}"
        )
    name = given or naming or _asked_name(kind, proposed_name(str(known.get("title", ""))), collection)
    if not name:
        raise click.UsageError("The file needs a name. Give --title, or a name of your own: --id out-of-routine")
    if fault := name_fault(kind, name, collection):
        raise click.UsageError(fault)
    return name


def _asked_name(kind: Kind, proposed: str, collection: Collection) -> str:
    """The proposed name, which may be changed at a terminal: it becomes the address, and never changes."""
    if not sys.stdin.isatty():
        return proposed
    click.echo("\nThe file's name becomes the page's address. It never changes once it is published.")
    while True:
        name = str(click.prompt("", prompt_suffix="> ", default=proposed or None)).strip()
        fault = name_fault(kind, name, collection)
        if fault is None:
            return name
        click.echo(fault)


def _tell(path: str, text: str, root: Path) -> None:
    """What was written, what is left to do, and how to go on."""
    blanks = blanks_of(text, path)
    click.echo(f"\n{path} is begun." + (' Left to fill in, between the quotation marks "":' if blanks else ""))
    for line, name in blanks:
        click.echo(f"  line {line}: {name}")
    where = "" if root == Path() else f" --root {root}"
    click.echo(f"Then run: briefings check {path}{where}")
