"""The site's settings: what mkdocs.yml says that the compiler needs."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from scripts.markdown_text import BodyRenderer
from scripts.model.fields import Listed
from scripts.model.texts import Line, Name

Extensions = tuple[str | dict[str, dict[str, Any] | None], ...]


class Contact(BaseModel):
    """Where to turn if you are worried about a child."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: Name
    text: Name
    url: str = Field(pattern=r"^(https://|tel:|mailto:)\S+$")


class Colours(BaseModel):
    """The partnership's two colours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    primary: str = Field("#1d4f5c", pattern=r"^#[0-9a-fA-F]{6}$")
    accent: str = Field("#8a3b12", pattern=r"^#[0-9a-fA-F]{6}$")


class Partnership(BaseModel):
    """The block `extra: partnership:` of mkdocs.yml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    notice: Line | None = None
    email: Name | None = None
    feedback: str | None = Field(None, pattern=r"^(https://|mailto:)\S+$")
    repository: str = Field(pattern=r"^https://\S+$")
    branch: Name = "main"
    feed_authority: str = Field(pattern=r"^[a-z0-9.-]+,\d{4}(-\d{2}){0,2}$")
    colours: Colours = Colours()
    worried: Annotated[Listed[Contact], Field(min_length=1)]


class Settings(BaseModel):
    """What the compiler needs of mkdocs.yml; mkdocs reads the rest."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    class Extra(BaseModel):
        """The block `extra:`."""

        model_config = ConfigDict(frozen=True, extra="ignore")

        partnership: Partnership

    site_name: Name
    site_url: str = Field(pattern=r"^https?://\S+/$")
    site_description: Line
    extra: Extra
    markdown_extensions: Extensions = ()

    @field_validator("markdown_extensions")
    @classmethod
    def _loadable(cls, extensions: Extensions) -> Extensions:
        try:
            BodyRenderer(extensions)
        except (ImportError, LookupError, TypeError, AttributeError) as error:
            raise ValueError(str(error)) from error
        return extensions

    @property
    def partnership(self) -> Partnership:
        """The partnership that runs the site."""
        return self.extra.partnership
