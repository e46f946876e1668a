"""Fields that name another briefing by its id."""

from collections.abc import Mapping
from difflib import get_close_matches

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from scripts.model.faults import UNKNOWN_ID, context, reject
from scripts.model.texts import scalar
from scripts.problems import Fault


def known_in(*folders: str) -> BeforeValidator:
    """An id that exists in one of the folders, or `folder/id` where two folders share it."""

    def check(value: object, info: ValidationInfo) -> str:
        text = scalar(value).strip().removesuffix(".md")
        ids = context(info).ids
        folder, _, name = text.rpartition("/")
        every = folders or tuple(ids)
        searched = [candidate for candidate in every if folder in (candidate, "")]
        found = [candidate for candidate in searched if name in ids.get(candidate, ())]
        if len(found) == 1:
            return f"{found[0]}/{name}"
        if found:
            raise reject(
                Fault(UNKNOWN_ID, "Two folders hold this id.", f"Write {found[0]}/{name} or {found[1]}/{name}.")
            )
        raise reject(_unknown_id(name, every, ids))

    return BeforeValidator(check)


def refers_to(*folders: str) -> WithJsonSchema:
    """What the schema says of such an id: the folders whose files it may name; none, for every folder."""
    return WithJsonSchema({"type": "string", "minLength": 1, "x-refers-to": list(folders)})


def _unknown_id(name: str, folders: tuple[str, ...], ids: Mapping[str, frozenset[str]]) -> Fault:
    wanted = " or ".join(folders)
    elsewhere = next((folder for folder, names in ids.items() if name in names), None)
    if elsewhere in folders:
        return Fault(UNKNOWN_ID, "This is more than a file's name.", f"Write {name} or {elsewhere}/{name}.")
    if elsewhere:
        return Fault(UNKNOWN_ID, f"This is a file of {elsewhere}; one of {wanted} is wanted.")
    near = get_close_matches(name, sorted({each for folder in folders for each in ids.get(folder, ())}), n=1)
    hint = f"Did you mean “{near[0]}”?  " if near else ""
    return Fault(UNKNOWN_ID, f"No file of this name is in {wanted}.", hint + UNKNOWN_ID.remedy)
