"""How readers answer: a mail that is begun for them, or a form on GitHub. This site itself keeps nothing."""

import re
from urllib.parse import quote, urlencode

# What colleagues elsewhere want to know before they try it themselves; asked on the page and in the mail alike.
GOOD_PRACTICE_QUESTIONS = (
    "What did you do?",
    "For whom did you do it?",
    "What changed?",
    "How do you know?",
    "Who may be contacted about it?",
)
REMINDER = "Please write nothing that could identify a child or family, and name a colleague only with their consent."


def mail_link(to: str, subject: str, body: str = "") -> str:
    """An address that begins a mail (RFC 6068: every sign but the plainest percent-encoded, lines end with CR LF)."""
    fields = {"subject": " ".join(subject.split()), "body": re.sub(r"\r\n?|\n", "\r\n", body)}
    query = urlencode({name: text for name, text in fields.items() if text}, quote_via=quote, safe="")
    return f"mailto:{quote(to, safe='@')}?{query}"


def good_practice_mail(to: str) -> str:
    """A mail with the questions and room for their answers."""
    body = "\n\n\n".join((*GOOD_PRACTICE_QUESTIONS, REMINDER))
    return mail_link(to, "Good practice to share", body)


def issue_form(repository: str, folder: str) -> str:
    """The form on GitHub that makes a draft of a kind of briefing."""
    return f"{repository.rstrip('/')}/issues/new?template=new-{folder}.yml"
