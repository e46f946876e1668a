"""Every label of a digest's parts, marked in every way; and sentences that only begin like one."""

from collections.abc import Callable

import pytest

from scripts.importing.findings import FoundReview
from tests.importing import review

SUMMARY = "What happened is told here."
LIST, LIST_READ = (
    "the first of them; the second (one; two); and the third",
    ("the first of them", "the second (one; two)", "the third"),
)

# Each label with what may lead from it to its content, by the field that it fills.
LEARNING = """
Learning|Learning themes|Learning points|Learning point|Key learning|Key learning themes|Key learning points
Learning considers|Learning includes|Learning focuses on|Learning focuses upon|Learning included|Learning considered
Learning themes include|Learning themes consider|Learning themes focus on|Learning points include|Key learning includes
Learning centres on|Learning relates to|Learning covers|Learning highlights|Learning explores|Learning addresses
The learning considers|Learning identified|Lessons|Lessons learned|Lessons learnt|Key lessons|Findings|Key findings
Findings include|Themes|Key themes include|Practice themes|Practice learning|Practice learning points|Key messages
Learning for practice|Learning from the review includes|Summary of learning|Multi-agency learning|Areas of learning
Areas for learning|What was learned|The key learning from this review|The review identified the following learning
Learning themes are as follows|Learning was identified in the following areas|KEY LEARNING|LEARNING THEMES INCLUDE
Key issues|Key issues include|Key issues identified|Main issues|Key factors|KEY ISSUES
"""
RECOMMENDATIONS = """
Recommendations|Recommendations include|Recommendations are made|Recommendations made include|Key recommendations
Recommendation|Recommendations are as follows|Recommendations include the following|Recommendations and actions
The review makes the following recommendations|The review makes three recommendations|Summary of recommendations
Local recommendations|Recommendations from the review include|The review recommends|RECOMMENDATIONS INCLUDE
"""
# Those that say for whom.
ADDRESSED = """
Recommendations for the partnership|Recommendations for the partnership include|Recommendations to the partnership
Recommendations to the partnership include|Recommendations for the partnership are made
Recommendations are made for the partnership|Recommendations made to the partnership include
Recommendations for the partnership include the following|The review makes three recommendations for the partnership
"""
BACKGROUND = (
    "Background|Background information|Family background|Case background|Context|Background to the review|BACKGROUND"
)
MODEL = "Model|Review model|Model used|Methodology|Review methodology|Method|MODEL"
KEYWORDS = "Keywords|Key words|Keyword|Subject terms|Tags|KEYWORDS"

MARKS = {
    "colon": "{}: {}",
    "bold colon": "**{}:** {}",
    "bold, then a colon": "**{}**: {}",
    "emphasis": "*{}:* {}",
    "dash": "{} – {}",
    "own line with colon": "{}:\n{}",
    "own paragraph": "{}\n\n{}",
    "own paragraph with colon": "{}:\n\n{}",
    "bold on its own": "**{}**\n\n{}",
    "heading": "#### {}\n\n{}",
}


def told(found: FoundReview) -> list[tuple[str, str]]:
    return [(each.text, each.to) for each in found.recommendations]


Read = Callable[[FoundReview], object]
FIELDS: tuple[tuple[str, str, str, object, Read], ...] = (
    ("learning", LEARNING, LIST, LIST_READ, lambda found: found.learning),
    ("recommendations", RECOMMENDATIONS, LIST, [(text, "") for text in LIST_READ], told),
    ("addressed", ADDRESSED, LIST, [(text, "the partnership") for text in LIST_READ], told),
    ("background", BACKGROUND, "They moved twice.", "They moved twice.", lambda found: found.background),
    ("model", MODEL, "Two days with staff", "Two days with staff", lambda found: found.model),
    ("keywords", KEYWORDS, "neglect, infants", ("neglect", "infants"), lambda found: found.keywords),
)
# Not bold and without a colon or a verb, a label is told by what follows it.
UNMARKED = (
    ("Learning considers the first; and the second.", ("the first", "the second")),
    ("Learning themes focus on the first; and the second.", ("the first", "the second")),
    ("Key issues neglect; poverty; and no school place.", ("neglect", "poverty", "no school place")),
    ("Learning points neglect; and poverty.", ("neglect", "poverty")),
    ("Key learning The first point. The second point.", ("The first point", "The second point")),
)
SENTENCES = """
Learning disability was known to the school.
Learning difficulties had been noted early; nobody assessed them.
Learning themes were shared with staff at the time; they were soon forgotten.
Learning from earlier reviews had not been embedded.
Learning is hard for him, and school was a struggle.
Learning, above all, was slow.
Key learning from the first review was not used.
Key issues were missed because nobody met; nobody asked either.
Key messages were not passed on.
Lessons learned by one service were not passed on.
Findings from the post-mortem were not available.
Themes of loss and fear run through the records.
Practice messages on the phone were not answered.
Recommendations from an earlier review had been accepted.
Recommendations of the first review were not followed; none was checked.
Recommendations made by the court were followed.
Recommendations for rehousing were not answered.
Recommendation letters were written by both schools.
Recommendations were made to the family by the hospital, but nobody checked.
Recommendations to the court included a visit each month.
Learning included a course for parents.
The review makes clear that nobody asked.
The review recommends nothing new.
Background checks were not made before he moved in.
Background information was shared late.
Background noise on the call made it hard to hear.
Context was missing from the referral.
Family history was not explored; the father was not known.
Model pupils at school, both children were seen as coping.
Method of feeding was discussed at each visit.
Approach to the family was friendly, and hope was high.
Keywords in the record system did not help, and nobody searched.
Tags on the file showed two earlier referrals.
Subjects she liked at school were art and music.
Summary of events was not shared with the family.
Overview of the family was lost.
Circumstances changed when the mother left.
What happened next is not known.
About the child little was written down.
Commissioned services had long waiting lists.
Commissioned by nobody, the service had closed.
Type of housing was not recorded.
Partnership working was strong; information was shared.
Other resources in the area had closed.
Further information was not asked for.
Read more than once, the letter was never answered.
Report was not made to the police.
"""


def listed(table: str) -> list[str]:
    return [label for line in table.strip().split("\n") for label in line.split("|")]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    ("labels", "content", "wanted", "read"), [row[1:] for row in FIELDS], ids=[row[0] for row in FIELDS]
)
def test_a_label_is_known(labels: str, content: str, wanted: object, read: Read, mark: str) -> None:
    found = {label: review(f"{SUMMARY}\n\n{MARKS[mark].format(label, content)}") for label in listed(labels)}
    assert {label: read(each) for label, each in found.items()} == dict.fromkeys(found, wanted)
    assert {each.summary for each in found.values()} == {SUMMARY}


@pytest.mark.parametrize(("text", "wanted"), UNMARKED)
def test_what_follows_tells_a_label_without_marks(text: str, wanted: tuple[str, ...]) -> None:
    assert review(f"{SUMMARY}\n\n{text}").learning == wanted


@pytest.mark.parametrize("sentence", listed(SENTENCES.replace("\n", "|")[1:-1]))
def test_a_sentence_that_begins_like_a_label_is_none(sentence: str) -> None:
    paragraphs = f"{SUMMARY}\n\n{sentence}\n\nThe summary ends here."
    assert review(f"{paragraphs}\n\nLearning includes: one; two.").summary == paragraphs
    within = f"{SUMMARY} {sentence} The summary ends here."
    assert review(f"{within}\n\nLearning includes: one; two.").summary == within


def test_key_issues_are_learning_too_and_come_first() -> None:
    found = review("Told.\n\nLearning includes: third; fourth.\n\nKey issues: first; second.")
    assert found.learning == ("first", "second", "third", "fourth")


@pytest.mark.parametrize(
    "line",
    [
        "Other resources Read practice review (PDF)",
        "Read full overview (PDF)",
        "Read thematic review (PDF)",
        "Other resources",
    ],
)
def test_a_line_that_leads_to_the_report_is_in_no_field(line: str) -> None:
    found = review(f"{SUMMARY}\n\nLearning includes: first; second.\n\n{line}")
    assert (found.summary, found.learning, found.report_url) == (SUMMARY, ("first", "second"), "")


def test_labels_within_one_paragraph_are_found() -> None:
    found = review(
        f"{SUMMARY} Learning themes include: first; and second. Recommendations for the police include: third; and "
        "fourth. Keywords: neglect. Model: two days. Other resources Read practice review (PDF)"
    )
    assert (found.summary, found.learning, found.keywords) == (SUMMARY, ("first", "second"), ("neglect",))
    assert told(found) == [("third", "the police"), ("fourth", "the police")]
    assert found.model == "two days."
