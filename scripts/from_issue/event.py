"""GitHub's event of an issue, as far as it is needed."""

import json
import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from scripts.from_issue.refusal import RefusedError

# Who belongs to the repository, in GitHub's words. What they send becomes a proposal, which somebody has to accept.
COLLABORATORS = frozenset(["OWNER", "MEMBER", "COLLABORATOR"])
MAY_WRITE = frozenset(["admin", "maintain", "write"])
# GitHub takes 65,536; a longer text did not come from its form.
MAX_TEXT = 70_000

_NOT_AN_EVENT = "This is not GitHub's event of an issue."
_NOT_A_COLLABORATOR = (
    "Only people who may write to this repository can publish by an issue. Ask one of them to send the form for you."
)
_NOT_BY_ITS_AUTHOR = (
    "The issue was changed by somebody other than its author, so it was not read again. "
    "Its author can edit it, or you can send the form yourself."
)
_TOO_LONG = "The text is longer than an issue can be. Send it in two parts, as two issues."


def _readable(text: object) -> object:
    """Line ends as \\n, and no half characters, which no file can hold."""
    if not isinstance(text, str):
        return "" if text is None else text
    return re.sub("[\ud800-\udfff]", "\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Account(_Record):
    """Somebody at GitHub."""

    login: str


class Issue(_Record):
    """An issue as its author left it."""

    number: int = Field(gt=0)
    user: Account
    author_association: str
    body: Annotated[str, BeforeValidator(_readable)] = ""


class _Event(_Record):
    action: str = Field(pattern="^(opened|edited)$")
    sender: Account
    issue: Issue


def read_event(data: bytes, permission: str = "") -> Issue:
    """The issue of an event, where its author may publish. Raises RefusedError.

    `permission` is the author's on the repository, as GitHub's API names it. Without it the event's own word for the
    author has to do, which does not know members of an organisation whose membership is private.
    """
    try:
        event = _Event.model_validate(json.loads(data))
    except ValueError:
        raise RefusedError(_NOT_AN_EVENT) from None
    may_publish = permission in MAY_WRITE if permission else event.issue.author_association in COLLABORATORS
    if not may_publish:
        raise RefusedError(_NOT_A_COLLABORATOR)
    if event.sender.login != event.issue.user.login:
        raise RefusedError(_NOT_BY_ITS_AUTHOR)
    if len(event.issue.body) > MAX_TEXT:
        raise RefusedError(_TOO_LONG)
    return event.issue
