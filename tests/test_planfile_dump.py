"""Plan files have the same bytes whichever of the two YAML writers is at hand."""

from __future__ import annotations

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plangraph import planfile
from plangraph.model import Document, Plan

TITLES = st.text(
    alphabet="あ漢字abc 。、:#-'\"\\(){}[]&*!|>%@`01.~?\u3000\xa0\n\t\x85\u2028𠮷😀", max_size=120
)


@settings(max_examples=300, deadline=None)
@given(TITLES)
def test_both_writers_agree(title: str) -> None:
    plan = Plan(plan="p", version="v", status="draft", title=title,
                document=Document(file="d.txt", sha256="0" * 64))  # fmt: skip
    data = msgspec.to_builtins(plan, enc_hook=planfile._encode)
    slow = yaml.dump(data, allow_unicode=True, sort_keys=False, width=100, Dumper=planfile._Dumper)
    assert planfile.dump(plan) == slow


@pytest.mark.parametrize("title", ["𠮷野町", "一\n二"])
def test_letters_beyond_the_plane_are_written_as_they_are(title: str) -> None:
    plan = Plan(plan="p", version="v", status="draft", title=title,
                document=Document(file="d.txt", sha256="0" * 64))  # fmt: skip
    assert yaml.safe_load(planfile.dump(plan))["title"] == title
