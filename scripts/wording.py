"""Words for values that files keep as ids."""

from scripts.model.answers import AnswerStatus
from scripts.model.parts import StageName

_ANSWERS = {
    AnswerStatus.NOT_STARTED: "Not started",
    AnswerStatus.CONSIDERING: "Considering",
    AnswerStatus.IN_PROGRESS: "In progress",
    AnswerStatus.EMBEDDED: "Embedded",
}
ANSWER_MEANINGS = {
    AnswerStatus.NOT_STARTED: "Nobody has looked at it yet.",
    AnswerStatus.CONSIDERING: "Somebody is looking into it; what to do is not decided.",
    AnswerStatus.IN_PROGRESS: "Something is being changed.",
    AnswerStatus.EMBEDDED: "It is how people work now, and something shows that.",
}
_STAGES = {
    StageName.ANNOUNCED: "Announced",
    StageName.TERMS_OF_REFERENCE: "Terms of reference",
    StageName.PUBLISHED: "Published",
    StageName.GOVERNMENT_RESPONSE: "Government response",
}


def answer_label(status: AnswerStatus) -> str:
    """How far an answer has come, in words."""
    return _ANSWERS[status]


def stage_label(stage: StageName) -> str:
    """A step in a national review's life, in words."""
    return _STAGES[stage]


def lower_first(text: str) -> str:
    """A heading's words within a sentence; abbreviations, and names such as News Update, keep their capitals."""
    is_name = " " in text and text.istitle()
    return text if is_name or text[1:2].isupper() else text[:1].lower() + text[1:]


# Said on every page (overrides/partials/footer.html) and in every pack.
LICENCE = "National material is used under the Open Government Licence v3.0 where it applies."
LICENCE_URL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"

# What each list's page says first. It stands here and not in a template because search results show it too.
INTRODUCTIONS = {
    "national-reviews": "Reviews of the Child Safeguarding Practice Review Panel: what happened, what was learned, "
    "and what it means for practice.",
    "publications": "What the Panel and other national bodies published, newest first: annual reports, briefings, "
    "guidance, analyses.",
    "digests": "The case reviews that came into the NSPCC repository, month by month.",
    "case-reviews": "Local reviews from the NSPCC repository, with what was learned and recommended.",
    "challenges": "The questions that this partnership asks itself about national messages, and how far its answers "
    "have come.",
    "local-guidance": "Guidance that changed because of what was learned, and what is different now.",
    "good-practice": "What works, to take up and to share.",
    "spotlights": "One theme at a time: an introduction, with the best of what this site holds about it.",
    "updates": "What came and what changed on this site, quarter by quarter: to read in ten minutes, to send on, "
    "to take to a team meeting.",
}
