"""From a recorded payload of a submitted form to a complete branch with one command, or a refusal that helps."""

import json
import re
from pathlib import Path

import pytest
import yaml
from lxml import html
from markdown_it import MarkdownIt

from scripts.load import load
from scripts.rules import check
from scripts.sources import read_tree
from tests.conftest import ROOT, TODAY, MakeProject
from tests.github_forms import FORMS, event, form_of, submitted
from tests.issue_runs import CLEAN, Left, added, branches, checkout, from_issue, git
from tests.running import briefings

ADDED = "2026-11-22T12:00:00+00:00"
PAYLOADS = ROOT / "tests" / "payloads"
ACCEPTED, REFUSED, HOSTILE = (sorted((PAYLOADS / name).glob("*.json")) for name in ("accepted", "refused", "hostile"))
KINDS = {
    "challenge": "Challenge question",
    "digest": "Monthly digest",
    "good-practice": "Good practice",
    "local-guidance": "Local guidance",
    "national-review": "National review",
    "news-update": "News Update",
    "publication": "Publication",
    "spotlight": "Spotlight",
}
# What GitHub shows of Markdown, and what of it our own texts are made of.
OURS = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "br", "hr", "table"}
OURS |= {"thead", "tbody", "tr", "th", "td"}


def stem(path: Path) -> str:
    return path.stem


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    """A checkout with two national reviews and a digest of February 2024."""
    files: dict[str, str | bytes] = {}
    for name in ("national-reviews/out-of-routine", "national-reviews/the-myth-of-invisible-men"):
        whole = (ROOT / f"briefings/{name}.md").read_text("utf-8")
        files[f"briefings/{name}.md"] = whole.partition("\n---\n")[0] + "\n---\n"
    january = (ROOT / "briefings/digests/2024-01.md").read_text("utf-8").partition("\n---\n")[0] + "\n---\n"
    files["briefings/digests/2024-02.md"] = january.replace("month: 2024-01", "month: 2024-02")
    return checkout(make_project(files))


def the_file(left: Left) -> tuple[str, str]:
    """Path and text of the one file on the one branch."""
    ((name, files),) = left.branches.items()
    assert name == left.texts["branch"]
    ((path, text),) = files.items()
    return path, text


def alive(markdown: str) -> list[str]:
    """What GitHub would bring to life in a text: tags that are not ours, names called, other issues, addresses."""
    tree = html.fromstring(f"<div>{MarkdownIt('commonmark', {'html': True}).enable('table').render(markdown)}</div>")
    tags = [element.tag for element in tree.iter() if element.tag not in OURS | {"div"}]
    for block in tree.xpath("//pre | //code"):
        block.clear(keep_tail=True)
    words = tree.text_content()
    return [str(tag) for tag in tags] + re.findall(r"@\w+|#\d+|GH-\d+|https?://\S+|www\.\S+", words)


def test_each_kind_has_its_payload() -> None:
    assert {path.stem for path in ACCEPTED} == set(KINDS)
    assert len(REFUSED) > 20


@pytest.mark.parametrize("payload", ACCEPTED, ids=stem)
def test_a_payload_becomes_a_complete_branch(payload: Path, root: Path, tmp_path: Path) -> None:
    left = from_issue(root, payload, tmp_path / "out")
    assert left.code == 0, left.texts
    assert set(left.texts) == {"branch", "title", "body.md", "comment.md"}
    path, _ = the_file(left)
    number = json.loads(payload.read_text("utf-8"))["issue"]["number"]
    folder, name = Path(path).parts[1:]
    assert left.texts["branch"] == f"issue-{number}-{folder}-{Path(name).stem}"
    assert left.texts["title"] == f"{KINDS[payload.stem]}: {Path(name).stem}"
    assert left.texts["body.md"].startswith(f"Closes #{number}\n")
    assert left.texts["body.md"].count("- [ ] ") >= 5
    git(root, "switch", "--quiet", left.texts["branch"])
    # The file is dated by the machine's own day, and the days in the payloads will be past one day.
    file = root / path
    file.write_text(re.sub(r"(?m)^added: .*$", f"added: {ADDED}", file.read_text("utf-8")), "utf-8")
    assert [str(problem) for problem in check(load(read_tree(root)), TODAY)] == []


@pytest.mark.parametrize("payload", [path for path in ACCEPTED if path.stem != "digest"], ids=stem)
def test_the_file_holds_every_answer(payload: Path, root: Path, tmp_path: Path) -> None:
    _, text = the_file(from_issue(root, payload, tmp_path / "out"))
    assert re.search(r"(?m)^added: 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$", text)
    # The date on the machine alone differs from run to run.
    assert re.sub(r"(?m)^added: .*$", f"added: {ADDED}", text) == payload.with_suffix(".md").read_text("utf-8")


def test_the_digest_of_the_seed(root: Path, tmp_path: Path) -> None:
    payload, output = PAYLOADS / "accepted" / "digest.json", tmp_path / "out"
    run = briefings("from-issue", payload, "--output", output, "--root", root, env=CLEAN)
    assert run.returncode == 0, run.stderr
    ((path, text),) = added(root, (output / "branch").read_text("utf-8")).items()
    assert path == "briefings/digests/2024-01.md"
    reviews = yaml.safe_load(text.removeprefix("---\n").partition("\n---\n")[0])["reviews"]
    assert len(reviews) == 6
    assert all(review["learning"] and review["recommendations"] and review["themes"] for review in reviews)
    comment = (output / "comment.md").read_text("utf-8")
    assert comment.strip().endswith("only a person can tell.")
    assert all(review["title"] in comment for review in reviews)


@pytest.mark.parametrize("payload", REFUSED, ids=stem)
def test_a_refusal_helps_and_changes_nothing(payload: Path, root: Path, tmp_path: Path) -> None:
    left = from_issue(root, payload, tmp_path / "out")
    assert (left.code, set(left.texts), left.branches) == (1, {"reply.md"}, {})
    assert payload.with_suffix(".reply").read_text("utf-8").strip() in " ".join(left.texts["reply.md"].split())
    assert alive(left.texts["reply.md"]) == []


@pytest.mark.parametrize("payload", [*HOSTILE, *ACCEPTED], ids=stem)
def test_nothing_of_an_issue_comes_alive(payload: Path, root: Path, tmp_path: Path) -> None:
    left = from_issue(root, payload, tmp_path / "out")
    number = json.loads(payload.read_text("utf-8"))["issue"]["number"]
    assert not list(tmp_path.rglob("owned"))
    assert left.code == 0
    path, _ = the_file(left)
    assert re.fullmatch(r"briefings/[a-z-]+/[a-z0-9-]{1,80}\.md", path)
    assert re.fullmatch(r"issue-\d+-[a-z-]+-[a-z0-9-]+", left.texts["branch"])
    assert re.fullmatch(r"[A-Z][A-Za-z ]+: [a-z0-9-]+", left.texts["title"])
    assert alive(left.texts["comment.md"]) == []
    assert alive(left.texts["body.md"]) == [f"#{number}"]
    assert max(map(len, left.texts.values())) < 65_536


def test_every_hostile_word_is_in_the_file_or_the_report(root: Path, tmp_path: Path) -> None:
    payload = PAYLOADS / "hostile" / "every-field.json"
    path, _ = the_file(from_issue(root, payload, tmp_path / "out"))
    git(root, "switch", "--quiet", branches(root)[0])
    file = next(file for file in load(read_tree(root)).files if file.placed.path == path)
    assert isinstance(file.tree.value, dict)
    front = file.tree.value
    assert front["title"] == '$(touch owned) ../../x `id` -- @everyone: "quotes" # and \\ more'
    assert front["themes"] == ["@everyone (neglect), <b>neglect</b>, Neglect (neglect), !!x"]
    assert "ages" not in front
    assert set(front["for_roles"]) == {"@everyone", "*x", "<<", "? q", "police", "&a", "null", "1"}
    assert [source["title"] for source in front["sources"]] == ["@everyone", "'", '"', "\\", "---", "!x", "<b>", "a: b"]
    assert file.body.strip().startswith("---\n$(touch owned)")
    assert file.body.strip().endswith("```\n@everyone")


def test_what_is_pasted_stays_whole(root: Path, tmp_path: Path) -> None:
    """Headings of the form within the pasted text are text: the month is the form's, and the last words are read."""
    left = from_issue(root, PAYLOADS / "hostile" / "digest-after-a-form.json", tmp_path / "out")
    assert the_file(left)[0] == "briefings/digests/2026-03.md"


def digest_event(text: str) -> dict[str, object]:
    form = form_of(next(path for path in FORMS if "digest" in path.name))
    return event(submitted(form, {"month": "2026-03", "text": text}))


def test_a_second_draft_of_an_issue_is_refused(root: Path, tmp_path: Path) -> None:
    first = from_issue(root, PAYLOADS / "accepted" / "spotlight.json", tmp_path / "one")
    again = json.loads((PAYLOADS / "accepted" / "spotlight.json").read_text("utf-8"))
    again["issue"]["body"] = again["issue"]["body"].replace("Listening", "Hearing")
    second = from_issue(root, again, tmp_path / "two")
    assert second.code == 1
    assert first.texts["branch"] in second.texts["reply.md"]
    assert "No draft" not in second.texts["reply.md"] and "read again" not in second.texts["reply.md"]
    assert second.branches == first.branches
    # Nor where the branch is known only as it was last fetched.
    git(root, "update-ref", f"refs/remotes/origin/{first.texts['branch']}", first.texts["branch"])
    git(root, "branch", "-D", first.texts["branch"])
    third = from_issue(root, again, tmp_path / "two")
    assert (third.code, third.branches, third.texts) == (1, {}, second.texts)


def test_a_megabyte_is_refused(root: Path, tmp_path: Path) -> None:
    left = from_issue(root, digest_event("word " * 200_000), tmp_path / "out")
    assert (left.code, left.branches) == (1, {})
    assert "longer than an issue can be" in left.texts["reply.md"]


def test_the_longest_issue_is_read(root: Path, tmp_path: Path) -> None:
    review = "## {n}. Learning review: Child {n}\n\nA made-up summary.\n\nLearning includes: one; two.\n\n"
    text = "".join(review.format(n=number) for number in range(500))[:60_000] + "`" * 3000 + "@everyone " * 100
    left = from_issue(root, digest_event(text), tmp_path / "out")
    assert left.code == 0, left.texts
    assert alive(left.texts["comment.md"]) == []
    assert len(left.texts["comment.md"]) < 65_536


def test_half_characters_are_read(root: Path, tmp_path: Path) -> None:
    form = form_of(next(path for path in FORMS if "spotlight" in path.name))
    theme = next(element for element in form["body"] if element.get("id") == "themes")["attributes"]["options"][0]
    text = submitted(form, {"title": "A \ud83d title", "summary": "\udc00", "published": "2026", "themes": [theme]})
    _, made = the_file(from_issue(root, event(text), tmp_path / "out"))
    assert "A \ufffd title" in made


@pytest.mark.parametrize("data", ["", "{", "[]", "null", "\ufeff{}", '{"action": "opened"}'], ids=repr)
def test_what_is_no_event_is_refused(data: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(data, "utf-8")
    left = from_issue(root, tmp_path / "event.json", tmp_path / "out")
    assert (left.code, set(left.texts), left.branches) == (1, {"reply.md"}, {})


def test_who_commits(root: Path, tmp_path: Path) -> None:
    somebody = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for number, env in enumerate(({}, somebody)):
        payload = json.loads((PAYLOADS / "accepted" / "spotlight.json").read_text("utf-8"))
        payload["issue"]["number"] = number + 1
        left = from_issue(root, payload, tmp_path / f"out{number}", env)
        name = git(root, "log", "-1", "--format=%an <%ae>", left.texts["branch"]).strip()
        assert name == (
            "x@example.org <x@example.org>"
            if env
            else "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>"
        )
        message = git(root, "log", "-1", "--format=%B", left.texts["branch"])
        assert f"issue #{number + 1}" in message
        assert "Closes" not in message


def test_a_project_below_the_top_of_its_repository(make_project: MakeProject, tmp_path: Path) -> None:
    project = make_project({})
    whole = tmp_path / "whole"
    whole.mkdir()
    project.rename(whole / "site")
    checkout(whole)
    (tmp_path / "out").mkdir()
    left = from_issue(whole / "site", PAYLOADS / "accepted" / "good-practice.json", tmp_path / "out")
    assert the_file(left)[0] == "site/briefings/good-practice/tea-before-the-meeting.md"


def test_outside_a_repository_it_is_refused(make_project: MakeProject, tmp_path: Path) -> None:
    run = briefings(
        "from-issue", PAYLOADS / "accepted" / "spotlight.json", "--output", tmp_path / "out", "--root", make_project({})
    )
    assert run.returncode == 1
    assert "Tell whoever looks after the repository" in (tmp_path / "out" / "reply.md").read_text("utf-8")
