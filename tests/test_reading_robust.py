"""Whatever is handed in: one clear message or an honest outline, and nothing lost."""

from __future__ import annotations

import json
import random
import re
import sys
import time
import unicodedata
import zipfile
from collections.abc import Callable
from html import escape
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangraph.errors import PlangraphError
from plangraph.model import Element, Plan
from plangraph.planfile import dump, load
from plangraph.reading.assembly import elements
from plangraph.reading.batch import Options, read_one
from plangraph.reading.flat import outline
from plangraph.reading.metadata import headlines
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.reader import read_document
from plangraph.reading.recovery import runs
from plangraph.reading.review import page
from plangraph.reading.tables import planrows
from tests.outlined import nested
from tests.written import paragraph, pdf, table, word

CASES = Path(__file__).parent / "cases" / "read"
sys.path.insert(0, str(CASES.parents[2] / "benchmarks"))
from layouts.content import Content  # noqa: E402
from layouts.page import Page  # noqa: E402
from reading_layouts import Layout, found_layouts  # noqa: E402

LAYOUTS = list(found_layouts([]))


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


@pytest.mark.parametrize(("name", "layout"), LAYOUTS, ids=[name for name, _ in LAYOUTS])
def test_no_line_of_a_page_by_chance_is_lost(name: str, layout: Layout, tmp_path: Path) -> None:
    def made() -> Page:
        chance = random.Random(name)
        return layout(chance, Content(chance))

    page = made()
    assert (page.text, page.expected) == (made().text, made().expected), "by its seed alone"
    document = tmp_path / f"document{page.suffix}"
    document.write_text(page.text, encoding="utf-8")
    assert_nothing_lost(document)


def test_what_stands_below_an_element_that_was_left_out_is_kept() -> None:
    goal, policy, measure = (
        Draft(kind, kind, place, place, place, place)
        for place, kind in enumerate(("goal", "policy", "measure"), 1)
    )
    policy.parent, measure.parent = goal, policy
    assert nested(elements([goal, measure])) == ["goal goal", "  measure measure"]


def test_a_page_on_one_row_may_begin_within_a_count(tmp_path: Path) -> None:
    page = (
        "港のにぎわいづくりの強化基本施策2指令センターの共同運用①みんなで支えるバス路線の維持"
        "②シティプロモーションの促進基本施策3特色ある母子保健と妊産婦と乳幼児の健康"
        "都市基盤で快適で便利な暮らし基本施策1制度融資と利子補給①防犯対策の充実②姉妹都市との交流"
    )
    document = tmp_path / "page.txt"
    document.write_text(page, encoding="utf-8")
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


def as_pdf(lines: list[str]) -> bytes:
    """Return pages of 15 lines; long ones are set small, since nothing is printed off a page."""
    sized = [(one, min(10.0, 500 / max(1, len(one)))) for one in lines]
    pages = [sized[place : place + 15] for place in range(0, len(sized), 15)]
    return pdf(pages or [[]])


def as_word(lines: list[str]) -> bytes:
    half = len(lines) // 2
    rows = [[escape(one), "乙"] for one in lines[half:]]
    return word("".join(paragraph(escape(one)) for one in lines[:half]) + table(rows))


def as_html(lines: list[str]) -> bytes:
    parts = (f"<{tag}>{escape(one)}</{tag}>" for one, tag in zip(lines, cycle(TAGS), strict=False))
    return f"<!doctype html><html><body>{''.join(parts)}</body></html>".encode()


TAGS = ["h2", "p", "div", "li", "td", "h4"]
#: How lines become a document of each format.
FORMATS: dict[str, Callable[[list[str]], bytes]] = {
    "document.txt": lambda lines: "\n".join(lines).encode("utf-8", "replace"),
    "windows.txt": lambda lines: "\r\n".join(lines).encode("utf-8", "replace"),
    "document.pdf": as_pdf,
    "document.docx": as_word,
    "document.html": as_html,
}


@pytest.mark.parametrize("name", FORMATS)
def test_generated_documents(name: str, tmp_path: Path) -> None:
    """Nothing is lost on the way to rows, or from rows to the plan; twice is the same."""
    wild = name.endswith(".txt")

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(text if wild else line, max_size=40))
    def check(lines: list[str]) -> None:
        document = tmp_path / name
        document.write_bytes(FORMATS[name](lines))
        try:
            result = read_document(document)
        except PlangraphError:
            assert wild or not "".join(lines).strip()
            return
        held = squeezed("".join(result.rows))
        assert wild or [one for one in lines if squeezed(one) not in held] == []
        filled = {n for n, row in enumerate(result.rows, 1) if row.strip()}
        assert filled <= lines_of(result.plan)
        written = tmp_path / "plan.yaml"
        written.write_text(dump(result.plan), encoding="utf-8")
        assert dump(load(written).plan) == dump(read_document(document).plan)
        shown = page(result.plan, result.rows, result.pages)
        assert all(f'id="L{number}"' in shown for number in filled)
        json.dumps(outline(result.plan))

    check()


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))


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


#: Nesting deeper than any program writes.
DEEP = 100_000
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n \n", "is empty"),
    "zeros.txt": (bytes(1000), "is empty"),
    "binary.txt": (bytes(range(256)) * 40, "no text"),
    "broken.txt": (b"PK\x03\x04 and no more", "damaged or cut off"),
    "notes.docx": (word(paragraph("施策1")).replace(b"word/", b"note/"), "a ZIP archive, and no"),
    "cut.pdf": (pdf([["施策1 地域福祉の推進"]])[:300], "damaged or cut off"),
    "head.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "damaged or cut off"),
    "secret.pdf": (pdf([["施策1 地域福祉の推進"]], password="secret"), "password"),
    "cut.docx": (word(paragraph("施策1 地域福祉の推進"))[:200], "damaged or cut off"),
    "cut.xlsx": (b"PK\x03\x04xl/", "damaged or cut off"),
    "old.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old office format"),
    "entities.xml": (
        b'<!DOCTYPE a [<!ENTITY b "c">]><StrategicPlan>&b;</StrategicPlan>', "cannot be read"
    ),
    "open.xml": (b"<StrategicPlan>" + b"<Goal>" * DEEP, "cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_one_message(name: str, tmp_path: Path) -> None:
    data, problem = BAD[name]
    document = tmp_path / name
    document.write_bytes(data)
    with pytest.raises(PlangraphError, match=problem) as caught:
        read_document(document)
    assert caught.value.place.startswith(str(document))
    assert caught.value.advice


def test_members_that_numbers_call_are_no_elements(tmp_path: Path) -> None:
    asked = "○３番（小野々 恵君） 総合計画の進み具合を伺います。"
    told = "○市長（佐々木 健君） お答えします。おおむね順調です。"
    document = tmp_path / "record.txt"
    document.write_text("\n".join([asked, told] * 3), "utf-8")
    assert not read_document(document).plan.elements


def test_one_letter_is_a_document(tmp_path: Path) -> None:
    document = tmp_path / "letter.txt"
    document.write_text("i\n", "utf-8")
    assert not read_document(document).plan.elements


@pytest.mark.parametrize("row", ["(1", "【1", "<a", "- ", "…", "　", "|-", "┌ "])
def test_long_rows_of_signs(row: str, tmp_path: Path) -> None:
    document = tmp_path / "signs.txt"
    document.write_text(f"花森市総合計画\n基本目標1 支え合い\n{row * 1500}\n本文です。\n", "utf-8")
    assert_nothing_lost(document)


@pytest.mark.parametrize(
    "row",
    [
        "施策名　施策内容　担当課\n除雪の推進　市道の雪を除きます。　" + "総務課、" * 60 + "等",
        "数値目標\n○新規就農者数　5年間で15人（" + "R5年度" * 22,
    ],
)
def test_rows_that_can_be_cut_in_many_ways(row: str, tmp_path: Path) -> None:
    """Nobody would wait until every way had been tried."""
    document = tmp_path / "rows.txt"
    document.write_text(f"花森市総合計画\n基本目標1 支え合い\n{row}\n", "utf-8")
    assert_nothing_lost(document)


FAR = 12_000
#: What cuts or seeks something in a line, and a line with a long row of what may begin it.
ROWS: dict[str, tuple[Callable[[str], object], str]] = {
    "spaces behind a title": (headlines.clean, f"花森市総合計画{' ' * FAR}凧"),
    "spaces behind a plan": (planrows.title_of, f"花森市観光計画{' ' * FAR}凧"),
    "points in a long row": (runs.is_run, f"凧の伝承{'‧' * FAR * 2}{'凧' * FAR}"),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_time_grows_no_faster_than_the_row(name: str) -> None:
    read, row = ROWS[name]
    start = time.process_time()
    read(row)
    assert time.process_time() - start < 1


@pytest.mark.parametrize("name", ["huge.pdf", "huge.txt"])
def test_two_gigabytes_are_not_read(name: str, tmp_path: Path) -> None:
    document = tmp_path / name
    with document.open("wb") as file:
        file.write(b"%PDF-1.7\n" if name.endswith("pdf") else b"text\n")
        file.truncate(2 * 1024**3)  # a hole: nothing of it is on the disk
    with pytest.raises(PlangraphError, match=r"2,147,483,648 bytes, more than"):
        read_document(document)


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("size", [60_000_000, 45_000_000])
def test_zip_bomb_is_not_opened(part: str, size: int, tmp_path: Path) -> None:
    document = tmp_path / "bomb"
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, b"0" * size)
    with pytest.raises(PlangraphError, match="would unpack"):
        read_document(document)


def test_part_that_is_larger_than_it_says_is_not_unpacked(tmp_path: Path) -> None:
    document = tmp_path / "liar.docx"
    data = bytearray(word(paragraph("あ" * 5_000_000)))
    place = data.rindex(b"PK\x01\x02") + 24  # the unpacked size in the list of parts
    data[place : place + 4] = (1000).to_bytes(4, "little")
    document.write_bytes(bytes(data))
    with pytest.raises(PlangraphError, match="damaged"):
        read_document(document)


DEEP_BUT_WHOLE = {
    "deep.html": b"<html><body>" + b"<div>" * DEEP + "基本目標1 支えあうまち".encode(),
    "deep.xml": b"<StrategicPlan>" + b"<Goal>" * DEEP + b"</Goal>" * DEEP + b"</StrategicPlan>",
    "deep.docx": word("<w:sdt>" * DEEP + paragraph("基本目標1 支えあうまち") + "</w:sdt>" * DEEP),
}


@pytest.mark.parametrize("name", DEEP_BUT_WHOLE)
def test_deep_nesting_ends_in_a_plan_or_a_message(name: str, tmp_path: Path) -> None:
    document = tmp_path / name
    document.write_bytes(DEEP_BUT_WHOLE[name])
    done = read_one(document, tmp_path / "plan.yaml", Options(limit=60))
    assert (done.error is None) == (tmp_path / "plan.yaml").exists()
    assert done.error is None or done.error.advice
    assert name == "deep.xml" or done.counts == {"goal": 1}


STRANGE = {
    "brackets": "(" * 100_000 + "基本目標1",
    "leaders": "目次\n" + ("第1章 " + "・" * 3000 + " 1\n") * 100,
    "numbers": "1-" * 50_000 + "\n" + "1." * 50_000 + "\n" + "9" * 50_000,
    "spaces": ("あ" + " " * 3000) * 500,
    "leaders below a blank line": "\n" + "基本目標1 支えあうまち ……… 4\n" * 3,
    "leaders beside a gap": ("第1章 " + "・" * 30_000 + "  凧\n") * 3,
    "bars": "|" * 100_000 + "\n" + "| a " * 20_000,
    "one row": "施策1 " + "あ" * 1_000_000,
    "one code": "施策1-1 まち\n" * 20_000,
    "offices": "\n".join(
        f"施策{number} 凧{opened}{'課・' * 40}凧"
        for number, opened in enumerate(("　　", " 所管：", "【"), 1)
    ),
    "one label above items": "Goals:\n• Open a kite hall\n" * 2000,
    "works": "施策1 凧の伝承\n主な取組\n" + ("・" + "凧揚事業，" * 30 + "凧\n") * 3,
    "one glyph a line": "\n".join("基本目標1支えあうまち施策1地域福祉の推進" * 500),
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_text_is_read_in_time(name: str, tmp_path: Path) -> None:
    document = tmp_path / "strange.md"
    document.write_text(STRANGE[name], "utf-8")
    done = read_one(document, tmp_path / "plan.yaml", Options(limit=20))
    assert done.error is None


@pytest.mark.parametrize(
    "text",
    [
        "目標\t現状値\n歩く人の割合\t30%\n泳ぐ人の割合\t20%\n",  # a head without a target
        "目次\n第1章 海 3\n第2章 山 5\n第3章 川の守りを 8\n・海を守る取組の充実\n――― 12\n"
        "第4章 空 20\n第5章 星 22\n",  # a row of a line and a page
        "第二十十次鳴砂町計画\n第三二十章 凧の伝承\n令和十十年度から\n",  # numerals that are none
        "施策の方向2-1 凧の広場　　公園課《主な事業》 音の図書室 / 凧の写真帳や灯台の光を頼りに、"
        "夜の道を行き来できるようにします。【主な施策】霧笛の点検、灯台の補修、渡し守の募集、茶屋の船"
        " 春に渡し船で茶を飲んだ人の割合、秋に凧を揚げた人の割合\n",  # a stroke between two spaces
        "施策1 凧の伝承\n基\n本\n目\n標",  # a word upright, and nothing below it
        "基本目標1 だれもが笑顔で長くくらせるま\nちへと変わります（産業・雇用）\n",  # no を
    ],
)
def test_what_once_broke_a_reading(text: str, tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text(text, encoding="utf-8")
    assert_nothing_lost(document)
