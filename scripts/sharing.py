"""How readers answer: a mail that is begun for them, or a form on GitHub. This site itself keeps nothing."""

import re
from dataclasses import dataclass
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


# The file of GitHub's form for an answer (scripts/derive/answer_form.py makes it).
ANSWER_FORM = "answer-a-challenge-question.yml"
# What is asked of every challenge question, however far its answer has come.
ANSWER_PROMPTS = (
    ("Have we embedded this?", "Say how far it has come, and what shows it."),
    ("Is there more?", "Say what else was found or done, or what got in the way."),
    ("What ideas do you have?", "Say what could be tried next, by whom, and how we would know."),
)
_ANSWER_FIELDS = (
    "How far we are (not started, considering, in progress or embedded; if it went back, why):",
    "What was found or done:",
    "What shows it (web addresses that others can open):",
    "When we look at it again:",
)
ANSWER_REMINDER = "Please name no child, family or colleague."


@dataclass(frozen=True)
class Way:
    """One of the prompts with the form and the mail that are begun for it; no mail where nobody's address is given."""

    prompt: str
    about: str
    form: str
    mail: str


def ways_to_answer(repository: str, email: str | None, name: str, title: str, address: str) -> tuple[Way, ...]:
    """The ways to answer the challenge question of that file name, title and absolute address."""
    return tuple(
        Way(
            prompt,
            about,
            _answer_form(repository, name, f"{prompt} {title}"),
            _answer_mail(email, prompt, title, address) if email else "",
        )
        for prompt, about in ANSWER_PROMPTS
    )


def _answer_form(repository: str, name: str, title: str) -> str:
    # GitHub fills in lines and boxes of text alone; with a dropdown named here it opens no form at all.
    fields = {"template": ANSWER_FORM, "title": title, "question": name}
    return f"{repository.rstrip('/')}/issues/new?{urlencode(fields, quote_via=quote)}"


def _answer_mail(to: str, prompt: str, title: str, address: str) -> str:
    return mail_link(to, f"{prompt} {title}", "\n\n".join((prompt, address, *_ANSWER_FIELDS, ANSWER_REMINDER)))
