"""What the formats give: Word, PDF, HTML, workbooks, StratML, text in all encodings."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from plangraph.errors import PlangraphError
from plangraph.model import Plan
from plangraph.reading.formats import load
from plangraph.reading.reader import read_document
from tests.written import paragraph, pdf, table, word

PLAN = [
    "基本目標1 支えあうまち",
    "健康づくりを進めます。",
    "施策1 地域福祉の推進",
    "支えあいます。",
]
FOUND = [("goal", "支えあうまち"), ("measure", "地域福祉の推進")]


def found(plan: Plan) -> list[tuple[str, str | None]]:
    return [(entry.kind, entry.item.title) for entry in plan.entries()]


def read(path: Path, data: bytes | str) -> Plan:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_document(path).plan


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-16", "utf-8-sig", "utf-16-le"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    assert found(read(tmp_path / "plan.txt", "\n".join(PLAN).encode(encoding))) == FOUND


def test_encodings_that_are_mixed_are_read_line_by_line(tmp_path: Path) -> None:
    data = "\n".join(PLAN[:2]).encode() + b"\n" + "\n".join(PLAN[2:]).encode("cp932")
    plan = read(tmp_path / "plan.txt", data)
    assert found(plan) == FOUND
    assert "the document mixes encodings" in {doubt.reason for doubt in plan.doubts}


def test_letters_that_are_lost_are_doubted(tmp_path: Path) -> None:
    plan = read(tmp_path / "plan.txt", "\n".join(PLAN).replace("域", "\ufffd"))
    assert "1 letter of the text is lost (U+FFFD)" in {doubt.reason for doubt in plan.doubts}
    (measure,) = [entry.item for entry in plan.entries() if entry.kind == "measure"]
    assert [doubt.reason for doubt in measure.doubts] == ["letters of the title are lost (U+FFFD)"]


def test_marks_of_direction_are_no_part_of_titles(tmp_path: Path) -> None:
    text = "\u200f基本目標1\u202e 支えあうまち\u202c\n\u200e施策1 \u2067地域福祉の推進\u2069\n"
    assert found(read(tmp_path / "plan.txt", text)) == FOUND


@pytest.mark.parametrize("name", ["plan.pdf", "plan.docx", "plan.csv", "plan"])
def test_wrong_ending_is_read_by_content(name: str, tmp_path: Path) -> None:
    page = "<html><body><h2>基本目標1 支えあうまち</h2><h3>施策1 地域福祉の推進</h3></body></html>"
    assert found(read(tmp_path / name, page)) == FOUND


def test_the_source_of_a_page_for_a_site_generator(tmp_path: Path) -> None:
    page = (
        "---\ntitle: 例市総合計画\nlayout: plan\n---\n<div>\n"
        "<h2>基本目標1 支えあうまち</h2>\n<p>説明</p>\n"
        "<h3>施策1 地域福祉の推進</h3>\n<p>説明</p>\n</div>\n"
    )
    plan = read(tmp_path / "plan.txt", page)
    assert (found(plan), plan.title) == (FOUND, "例市総合計画")


def test_pdf(tmp_path: Path) -> None:
    plan = read(tmp_path / "plan.pdf", pdf([PLAN[:2], PLAN[2:]]))
    assert found(plan) == FOUND
    assert [entry.item.page for entry in plan.entries()] == [1, 2]


def test_pdf_of_images_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    with pytest.raises(PlangraphError, match="only images") as caught:
        read(tmp_path / "plan.pdf", pdf([[], []], image=True))
    assert "plangraph[ocr]" in caught.value.advice
    assert "tesseract-ocr-jpn" in caught.value.advice


class Tesseract(ModuleType):
    """Stands in for pytesseract: sees what is printed on the pages."""

    def __init__(self, languages: list[str], pages: list[str]) -> None:
        super().__init__("pytesseract")
        self.languages, self.pages = languages, pages

    def get_languages(self) -> list[str]:
        return self.languages

    def image_to_string(self, image: object, lang: str, timeout: float) -> str:
        assert (image, lang) == ("image", "jpn+eng")
        assert timeout > 0
        if not self.pages:
            raise RuntimeError("Tesseract process timeout")
        return self.pages.pop(0)


@pytest.fixture
def tesseract(monkeypatch: pytest.MonkeyPatch) -> Tesseract:
    import pypdfium2

    fake = Tesseract(["eng", "jpn", "osd"], ["\n".join(PLAN[:2]), "\n".join(PLAN[2:])])
    monkeypatch.setitem(sys.modules, "pytesseract", fake)
    monkeypatch.setitem(sys.modules, "PIL", ModuleType("PIL"))
    image = SimpleNamespace(to_pil=lambda: "image")
    monkeypatch.setattr(pypdfium2.PdfPage, "render", lambda *_, **__: image)
    return fake


@pytest.mark.usefixtures("tesseract")
def test_pdf_of_images_is_recognised_where_tesseract_is_installed(tmp_path: Path) -> None:
    plan = read(tmp_path / "plan.pdf", pdf([[], []], image=True))
    assert found(plan) == FOUND
    assert [entry.item.page for entry in plan.entries()] == [1, 2]
    assert any("proof-reading" in doubt.reason for doubt in plan.doubts)


def test_tesseract_without_japanese_is_as_good_as_none(
    tesseract: Tesseract, tmp_path: Path
) -> None:
    tesseract.languages = ["eng"]
    with pytest.raises(PlangraphError, match="only images"):
        read(tmp_path / "plan.pdf", pdf([[], []], image=True))


def test_tesseract_that_fails_says_on_which_page(tesseract: Tesseract, tmp_path: Path) -> None:
    tesseract.pages = tesseract.pages[:1]
    with pytest.raises(PlangraphError, match="page 2 could not be recognised: Tesseract process"):
        read(tmp_path / "plan.pdf", pdf([[], []], image=True))


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalFullWidth"/>'
    '<w:lvlText w:val="基本目標%1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="施策%1-%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)


def test_word_keeps_the_numbers_that_it_does_not_store(tmp_path: Path) -> None:
    body = "".join(
        paragraph(text, number=("3", depth))
        for text, depth in (
            ("支えあうまち", 0), ("地域福祉の推進", 1), ("健康づくりの推進", 1),
            ("学びあうまち", 0), ("学校教育の充実", 1),
        )
    )  # fmt: skip
    plan = read(tmp_path / "plan.docx", word(body, NUMBERING))
    assert [(entry.kind, entry.item.code) for entry in plan.entries()] == [
        ("goal", "基本目標1"), ("measure", "施策1-1"), ("measure", "施策1-2"),
        ("goal", "基本目標2"), ("measure", "施策2-1"),
    ]  # fmt: skip


def test_word_boxes_frames_notes_and_readings(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('箱の中')}</w:txbxContent>"
    drawing = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    ruby = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>ささ</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>支</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<w:r><w:t>えあい</w:t></w:r></w:p>"
    )
    body = (
        ruby + f"<w:p><w:r><w:t>前</w:t></w:r><w:r>{drawing}</w:r></w:p>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('枠の一')}{paragraph('枠の二')}</w:tc></w:tr></w:tbl>"
        + table([["列1", "列2"], ["あ", "い"]])
        + f"<w:sdt><w:sdtContent>{paragraph('部品')}</w:sdtContent></w:sdt>"
    )  # fmt: skip
    document = tmp_path / "plan.docx"
    document.write_bytes(word(body, footnotes=f"<w:footnote>{paragraph('脚注')}</w:footnote>"))
    assert read_document(document).rows == [
        "支えあい", "前", "箱の中", "枠の一", "枠の二", "列1\t列2", "あ\tい", "部品", "脚注",
    ]  # fmt: skip


def test_html_of_old_sites(tmp_path: Path) -> None:
    page = (
        "<html><body><form action='x'><table><tr><td><h2>基本目標1 <ruby>支<rp>(</rp><rt>ささ</rt>"
        "<rp>)</rp></ruby>えあうまち</h2><p>健康づくりを進めます。</p></td><td></td></tr></table>"
        "<h3>施策1 地域<ruby>福祉<rt>ふくし</ruby>の推進</h3></form></body></html>"
    )
    assert found(read(tmp_path / "plan.html", page)) == FOUND


def test_html_cells_that_reach_over_rows_and_columns(tmp_path: Path) -> None:
    document = tmp_path / "plan.html"
    document.write_text(
        "<table><tr><th>基本目標<th colspan=2>施策<tr><td rowspan=2>支えあうまち<td>1<td>福祉"
        "<tr><td>2<td>健康</table>", "utf-8",
    )  # fmt: skip
    assert read_document(document).rows == [
        "基本目標\t施策\t", "支えあうまち\t1\t福祉", "\t2\t健康",
    ]  # fmt: skip


STRATML = """<?xml version="1.0"?>
<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><Name>Town Plan</Name>
<StrategicPlanCore><Mission><Description>We serve.</Description></Mission>
<Goal><Name>Safe Streets</Name><Stakeholder><Name>Public Works</Name></Stakeholder>
<Objective><Name>Fewer crashes</Name><Identifier>_7</Identifier><PerformanceIndicator>
<MeasurementDimension>Crashes a year</MeasurementDimension>
<UnitOfMeasurement>crashes</UnitOfMeasurement>
<ActualResult><NumberOfUnits>30</NumberOfUnits><EndDate>2023-12-31</EndDate></ActualResult>
<TargetResult><NumberOfUnits>10</NumberOfUnits><EndDate>2028-12-31</EndDate></TargetResult>
</PerformanceIndicator></Objective></Goal></StrategicPlanCore></StrategicPlan>
"""


def test_stratml(tmp_path: Path) -> None:
    plan = read(tmp_path / "plan.xml", STRATML)
    assert found(plan) == [
        ("goal", "Safe Streets"), ("policy", "Fewer crashes"), ("indicator", "Crashes a year"),
    ]  # fmt: skip
    (one,) = plan.indicators
    assert (str(one.baseline), one.baseline_year, str(one.target), one.target_year, one.unit) == (
        "30", 2023, "10", 2028, "crashes",
    )  # fmt: skip
    rows = read_document(tmp_path / "plan.xml").rows
    assert {"We serve.", "Public Works"} <= set(rows)
    assert "_7" not in rows


def test_letters_of_one_size_are_of_one_size(tmp_path: Path) -> None:
    """Sizes are those of the font, whatever the letters, and measured by the longest lines, too."""
    long = "一人ひとりの暮らしを支えるため、" * 5
    heads = [("施策1 一つの国", 14.0), ("一つの町", 14.0)]
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf([[*heads, "一二三", long, long, "国の動き", long]]))
    _, source = load(path)
    sizes = [row.size for row in source.rows if row.text]
    assert sizes == [1.4, 1.4, 1, 1, 1, 1, 1]


def test_headings_in_large_letters_and_small_lines_of_each_page(tmp_path: Path) -> None:
    """A heading goes on in letters of its size; what each page prints small belongs to none."""
    text = "里の手入れを市民とともに進め、その恵みを次の世代に引き継いでいきます。"
    pages: list[list[str | tuple[str, float]]] = [
        [("第2次桐野市総合計画", 24.0)],
        [("基本目標1 子どもから高齢者までみんなが支え合い", 18.0),
         ("健やかに安心して暮らし続けられるまち", 18.0), text,
         ("施策1-1 里の保全と再生可能", 14.0), ("エネルギーの活用", 14.0), text],
        [("施策1-2 ものづくりへの支援", 14.0), ("現状と課題", 14.0), text,
         ("施策1-3 循環する暮らし", 14.0), ("再生資源の活用", 10.0), text],
    ]  # fmt: skip
    printed = [[*page, ("桐野市の計画", 6.0)] for page in pages]
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(printed))
    result = read_document(path)
    entries = [entry.item for entry in result.plan.entries()]
    assert [item.title for item in entries] == [
        "子どもから高齢者までみんなが支え合い健やかに安心して暮らし続けられるまち",
        "里の保全と再生可能エネルギーの活用", "ものづくりへの支援", "循環する暮らし",
    ]  # fmt: skip
    told = [passage.text for item in entries for passage in getattr(item, "passages", ())]
    assert text in " ".join(told)
    assert "桐野市の計画" not in " ".join(told)


def test_works_below_a_label_end_at_a_table_or_a_page(tmp_path: Path) -> None:
    text = "家庭を訪ねて相談を受け、必要な支援につなぎます。"
    path = tmp_path / "plan.pdf"
    pages: list[list[str | tuple[str, float]]] = [
        [("施策1-1 子育て支援の充実", 14.0), text, "主な取組", "産前産後の訪問の拡充",
         "家庭センターの運営", "指標 現状値（令和6年度） 目標値（令和12年度）",
         "子育てしやすいと感じる保護者の割合 58.3% 75.0%",
         ("施策1-2 担い手の育成", 14.0), text, "主な取組", "通いの場づくりへの支援",
         "- 1 -"],
        [("施策1-3 見守りの推進", 14.0), text, "- 2 -"],
    ]  # fmt: skip
    path.write_bytes(pdf(pages))
    plan = read_document(path).plan
    assert [[one.title for one in measure.children] for measure in plan.elements] == [
        ["産前産後の訪問の拡充", "家庭センターの運営"], ["通いの場づくりへの支援"], [],
    ]  # fmt: skip
    assert [one.title for one in plan.indicators] == ["子育てしやすいと感じる保護者の割合"]
