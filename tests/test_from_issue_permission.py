"""Who may publish by an issue: GitHub's answer about the author counts before the event's word for them."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, MakeProject
from tests.issue_runs import checkout, from_issue

PAYLOADS = ROOT / "tests" / "payloads"


@pytest.mark.parametrize("permission", ["admin", "maintain", "write"])
def test_a_private_member_who_may_write_is_no_stranger(
    permission: str, make_project: MakeProject, tmp_path: Path
) -> None:
    payload = PAYLOADS / "refused" / "contributor-only.json"
    left = from_issue(checkout(make_project({})), payload, tmp_path / "out", permission=permission)
    assert (left.code, len(left.branches)) == (0, 1)


@pytest.mark.parametrize("permission", ["read", "none", "something else"])
def test_a_member_who_may_not_write_is_told_so(permission: str, make_project: MakeProject, tmp_path: Path) -> None:
    payload = PAYLOADS / "accepted" / "digest.json"
    left = from_issue(checkout(make_project({})), payload, tmp_path / "out", permission=permission)
    assert (left.code, left.branches) == (1, {})
    assert "Only people who may write to this repository" in left.texts["reply.md"]
