"""Whatever is handed in: one clear message or an honest outline, and nothing lost."""

from __future__ import annotations

import io
import json
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangraph.errors import PlangraphError
from plangraph.model import Element, Plan
from plangraph.planfile import dump, load
from plangraph.reading.batch import Options, outline, read_documents
from plangraph.reading.reader import read_document
from plangraph.reading.review import page

CASES = Path(__file__).parent / "cases" / "read"


def lines_of(plan: Plan) -> set[int]:
    """Return the lines that are in an element, a table, a passage or unplaced."""
    spans = list(plan.unplaced)
    for entry in plan.entries():
        spans += [entry.item.line] if entry.item.line else []
        spans += [repeat.line for repeat in entry.item.also]
        if isinstance(entry.item, Element):
            spans += [passage.lines for passage in entry.item.passages]
    return {line for span in spans for line in range(span.start, span.end + 1)}


def assert_nothing_lost(document: Path) -> None:
    result = read_document(document)
    filled = {n for n, text in enumerate(result.rows, 1) if text.strip()}
    assert filled <= lines_of(result.plan)


@pytest.mark.parametrize(
    "document", sorted(CASES.glob("*/document.*")), ids=lambda path: path.parent.name
)
def test_no_line_is_lost(document: Path) -> None:
    assert_nothing_lost(document)


WORDS = [
    "地域福祉",
    "の推進",
    "まち",
    "健康",
    "、",
    "。",
    " ",
    "　",
    "ます",
    "する",
    "Goal",
    "指標",
]
HEADS = [
    "基本目標{}", "政策{}-1", "施策1-{}", "({})", "第{}章", "{}", "①", "●", "・", "Goal {}:",
    "| ", "## ", "{}.", "【", "方針 {}", "現状値", "計画期間 令和{}年度～令和9年度", "将来像",
    "10年後の姿",
]  # fmt: skip
line = st.builds(
    lambda head, number, words: head.format(number) + "".join(words),
    st.sampled_from([*HEADS, "", ""]),
    st.integers(1, 12),
    st.lists(st.sampled_from(WORDS), max_size=14),
)
text = st.one_of(line, st.text(max_size=30), st.just(""))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(text, max_size=40), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_generated_documents(lines: list[str], end: str) -> None:
    document = Path(_folder()) / "generated.txt"
    document.write_bytes(end.join(lines).encode("utf-8", "replace"))
    try:
        result = read_document(document)
    except PlangraphError:
        return
    filled = {n for n, row in enumerate(result.rows, 1) if row.strip()}
    assert filled <= lines_of(result.plan)
    written = document.with_suffix(".yaml")
    written.write_text(dump(result.plan), encoding="utf-8")
    assert dump(load(written).plan) == dump(read_document(document).plan)
    page(result.plan, result.rows)
    json.dumps(outline(result.plan))


def _folder() -> str:
    import tempfile

    folder = Path(tempfile.gettempdir()) / "plangraph-test-reading"
    folder.mkdir(exist_ok=True)
    return str(folder)


def test_mutated_documents(tmp_path: Path) -> None:
    chance = random.Random(1)
    documents = sorted(CASES.glob("*/document.*"))
    for number in range(60):
        data = bytearray(chance.choice(documents).read_bytes())
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(data))
            data[place : place + chance.randint(0, 4)] = chance.randbytes(chance.randint(0, 4))
        document = tmp_path / f"mutated-{number}.txt"
        document.write_bytes(bytes(data))
        try:
            read_document(document)
        except PlangraphError:
            continue


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n \n",
    "binary.txt": bytes(range(256)) * 40,
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "cut.docx": b"PK\x03\x04word/",
    "cut.xlsx": b"PK\x03\x04xl/",
    "old.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "bomb.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><StrategicPlan>&b;</StrategicPlan>',
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_one_message(name: str, tmp_path: Path) -> None:
    document = tmp_path / name
    document.write_bytes(BAD[name])
    with pytest.raises(PlangraphError) as caught:
        read_document(document)
    assert caught.value.place.startswith(str(document))
    assert caught.value.advice


def test_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    document = tmp_path / "bomb.docx"
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    with pytest.raises(PlangraphError, match="would unpack"):
        read_document(document)


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-16", "utf-8-sig", "utf-16-le"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    whole = "基本目標1 支えあうまち\n健康づくりを進めます。\n施策1 地域福祉の推進\n支えあいます。\n"
    document = tmp_path / "plan.txt"
    document.write_bytes(whole.encode(encoding))
    titles = [entry.item.title for entry in read_document(document).plan.entries()]
    assert titles == ["支えあうまち", "地域福祉の推進"]


def test_wrong_ending_is_read_by_content(tmp_path: Path) -> None:
    document = tmp_path / "plan.pdf"
    document.write_text(
        "<html><body><h2>基本目標1 支えあうまち</h2></body></html>", encoding="utf-8"
    )
    assert [e.item.title for e in read_document(document).plan.entries()] == ["支えあうまち"]


def docx(paragraphs: list[tuple[str, str]]) -> bytes:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>',
        )
    return whole.getvalue()


def test_docx(tmp_path: Path) -> None:
    document = tmp_path / "plan.docx"
    document.write_bytes(docx([("1", "基本目標1 支えあうまち"), ("a", "施策1 地域福祉の推進")]))
    entries = list(read_document(document).plan.entries())
    assert [(entry.kind, entry.item.title) for entry in entries] == [
        ("goal", "支えあうまち"),
        ("measure", "地域福祉の推進"),
    ]


def test_register_in_a_workbook(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["計画名", "策定年度", "計画期間", "所管課"])
    sheet.append(["地域福祉計画", "令和5年度", "令和6年度～令和10年度", "福祉課"])
    document = tmp_path / "register.xlsx"
    book.save(document)
    (plan,) = read_document(document).plan.sectoral_plans
    assert (plan.title, str(plan.period), plan.departments) == (
        "地域福祉計画",
        "令和6年度～令和10年度",
        ("福祉課",),
    )


def test_stratml(tmp_path: Path) -> None:
    document = tmp_path / "plan.xml"
    document.write_text(
        '<?xml version="1.0"?><StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core">'
        "<Name>Town Plan</Name><StrategicPlanCore><Goal><Name>Safe Streets</Name>"
        "<Objective><Name>Fewer crashes</Name></Objective></Goal></StrategicPlanCore>"
        "</StrategicPlan>",
        encoding="utf-8",
    )
    entries = list(read_document(document).plan.entries())
    assert [(entry.kind, entry.item.title) for entry in entries] == [
        ("goal", "Safe Streets"),
        ("policy", "Fewer crashes"),
    ]


def test_many_documents(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("施策1 地域福祉の推進\n支えあいます。\n", encoding="utf-8")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    options = Options(output=tmp_path / "out", jobs=2)
    done = {one.document.name: one for one in read_documents((str(good), str(bad)), options)}
    assert done["good.txt"].counts == {"measure": 1}
    assert done["bad.txt"].error is not None
    again = {one.document.name: one for one in read_documents((str(good), str(bad)), options)}
    assert again["good.txt"].skipped


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text("施策1 地域福祉の推進\n", encoding="utf-8")
    target = tmp_path / "plan.yaml"
    target.write_text("mine", encoding="utf-8")
    (done,) = read_documents((str(document),), Options(output=target))
    assert "exists already" in str(done.error)
    assert target.read_text(encoding="utf-8") == "mine"
    (done,) = read_documents((str(document),), Options(output=target, force=True))
    assert done.error is None


def test_review_page_is_escaped_and_alone(tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text("施策1 <script>alert(1)</script>の推進\n", encoding="utf-8")
    result = read_document(document)
    html = page(result.plan, result.rows)
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")


def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    slow, quick = tmp_path / "slow.txt", tmp_path / "quick.txt"
    slow.write_text(
        "".join(f"施策{n} まちづくりの推進{n}\n本文です。\n" for n in range(20_000)), "utf-8"
    )
    quick.write_text("施策1 防災の推進\n", "utf-8")
    options = Options(output=tmp_path / "out", limit=0.5)
    done = {one.document: one for one in read_documents((str(slow), str(quick)), options)}
    assert "longer than 0.5 seconds" in str(done[slow].error)
    assert not (tmp_path / "out" / "slow.yaml").exists()
    assert done[quick].error is None
