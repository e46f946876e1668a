"""What the JSON Schema says of our own types beyond what pydantic sees in them."""

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, JsonValue, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_before_validator_function

# The schema's mark for a field that may be left out, and seldom is: a form shows it with the required ones.
USUAL: dict[str, JsonValue] = {"x-usual": True}


def like(pattern: str, **more: object) -> WithJsonSchema:
    """What the schema says of a value that is written in one way."""
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"} | more)


def from_vocabulary(name: str) -> WithJsonSchema:
    """The schema's mark for an id of a vocabulary; whoever derives it puts the vocabulary's ids in its place."""
    return WithJsonSchema({"type": "string", "x-vocabulary": name})


class OrOne:
    """In the schema: the list, or its single item without a dash."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(core)
        return {"anyOf": [many, many["items"]]}


@dataclass(frozen=True)
class OrText:
    """Reads a bare text as a mapping with one field, the others left out."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401  pydantic's own signature
        """Wrap the part's own schema."""
        return no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The part, or the text alone."""
        part = handler(core)
        return {"anyOf": [part, handler.resolve_ref_schema(part)["properties"][self.key]]}

    def _read(self, value: object) -> object:
        return {self.key: value} if isinstance(value, str) else value
