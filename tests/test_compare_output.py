"""What a comparison is written as, and what the command answers."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyoxigraph
import pytest
from click.testing import Result
from pyoxigraph import Literal

from plangraph.commands.compare import _TABLES
from plangraph.compare import Comparison, compare, render
from plangraph.compare.pictures.svg import lines
from plangraph.compare.tables import NAMES, tables
from plangraph.compare.words import Both
from plangraph.errors import PlangraphError
from plangraph.graph import Graph
from plangraph.tables import text_width
from tests.compared import CASE, graph_of, link_quads, plan

Run = Callable[..., Result]
HOSTILE = '=HYPERLINK("x") <script>alert(1)</script>\n"引用" & 葛󠄀城 🌳\ue000'


@pytest.fixture(scope="module")
def three(graph: Graph) -> Comparison:
    return compare(graph, "kodaira", "koganei", "kiyose", on="2026-04-01")


def hostile() -> Comparison:
    rows = [["measure", "m1", "施策1", HOSTILE, None], ["measure", "m2", "+1", "-2+3", None]]
    plans = [plan("13211", "a", rows), plan("13210", "b", rows)]
    case = CASE | {"fields": [["a/m1", "sports", "primary"]], "goals": [], "counterparts": []}
    return compare(graph_of(plans, link_quads(case | {"gaps": []})), "a", "b")


def test_page_is_whole_without_a_network(three: Comparison) -> None:
    page = str(render(three, "html"))
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//|@import|url\(|style=""", page)
    assert page.count("<script>") == page.count("<style>") == 1
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(ids)
    for words in ("これは公式の文書ではありません", "This is not an official document"):
        assert words in page
    for side in three.sides:
        assert side.outline is not None
        assert side.outline.sha256 in page


def test_titles_are_escaped_as_each_format_asks() -> None:
    found = hostile()
    page = str(render(found, "html"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert json.loads(render(found, "json"))["outline"][0]["title"] == HOSTILE
    turtle = render(found, "ttl")
    titles = {
        triple.object.value
        for triple in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
        if isinstance(triple.object, Literal)
    }
    assert HOSTILE in titles


def test_workbook_holds_text_not_formulas() -> None:
    body = render(hostile(), "xlsx")
    assert isinstance(body, bytes)
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert book.worksheets[0].freeze_panes == "B6"
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    values = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert HOSTILE in values
    assert "-2+3" in values


def test_workbook_of_the_three_cities(three: Comparison) -> None:
    body = render(three, "xlsx")
    assert isinstance(body, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(body)).worksheets[0]
    head = next(row for row in sheet.iter_rows() if str(row[0].value).startswith("政策分野"))
    assert [cell.value for cell in head][1::2] == [
        "小平市 / Kodaira",
        "小金井市 / Koganei",
        "清瀬市 / Kiyose",
    ]
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) > 50


def test_a_sheet_without_rows_says_so(graph: Graph) -> None:
    body = render(compare(graph, "koganei", "kiyose", on="2026-04-01"), "xlsx")
    assert isinstance(body, bytes)
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert book["個別計画"]["A2"].value == (
        "nothing in these plans belongs in the table sectoral-plans"
    )
    assert book["指標"]["A2"].value != book["個別計画"]["A2"].value


def test_names_in_narrow_pictures_break_at_hyphens() -> None:
    name = Both("", "Building a Resource-Circulating Society")
    drawn = lines(0, 0, 110, 60, name, size=11, class_="")
    assert ">Resource-<" in drawn
    assert ">Circulating Society<" in drawn


def test_the_order_of_the_trees_is_explained(three: Comparison) -> None:
    assert "The order is that of the plan" in str(render(three, "html"))


@pytest.mark.parametrize("form", ["html", "xlsx", "json", "ttl", "csv"])
def test_the_same_from_run_to_run(graph: Graph, form: str) -> None:
    once, again = (compare(graph, "koganei", "kiyose", on="2026-04-01") for _ in range(2))
    assert render(once, form) == render(again, form)


def test_rows_that_name_an_element_have_the_same_columns(three: Comparison) -> None:
    for name, table in tables(three).items():
        if "id" in table.columns:
            place = table.columns.index("city")
            wanted = ("city", "plan", "version", "kind", "code", "title", "id")
            assert table.columns[place : place + 7] == wanted, name


# -- the command, and bad input ----------------------------------------------------------------


def test_command_on_the_screen(run: Run) -> None:
    output = run("compare", "kodaira", "koganei", "kiyose", "--on", "2026-04-01").output
    for words in ("kodaira-4th@submitted", "施策1-111", "ran out (2026-04-01)", "100.0%"):
        assert words in output
    assert "kiyose-5th@draft" in run("compare", "--field", "防災", "-f", "csv").output


def test_what_is_written_is_not_cut_where_there_is_no_terminal(run: Run) -> None:
    for arguments in (("compare", "koganei", "kiyose", "kodaira"),
                      ("diff", "kodaira-4th@draft", "kodaira-4th@submitted")):  # fmt: skip
        output = run(*arguments).output
        assert "…" not in output.replace("…)", "")  # but of a checksum
        assert max(map(len, output.splitlines())) > 120


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_terminal_of_80_columns_cuts_words_and_nothing_else(
    language: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("compare", "koganei", "kiyose", "--lang", language)
    whole = run(*arguments).output
    monkeypatch.setattr("plangraph.commands.compare.columns", lambda _: 80)
    narrow = run(*arguments).output
    assert max(map(text_width, narrow.splitlines())) == 80
    assert len(narrow.splitlines()) == len(whole.splitlines())  # shorter lines, and no fewer
    rules = [line for line in narrow.splitlines() if line and set(line) <= {"─", " "}]
    assert len(rules) >= 6
    assert all(len(column) >= 2 for rule in rules for column in rule.split())
    cut = re.findall(r"\S+…(?=  |$)", narrow, re.MULTILINE)
    assert len(cut) > 50
    assert all(word.rstrip("…") in whole for word in cut)  # what stands there begins so
    assert not [word for word in cut if re.fullmatch(r"[\d.,%]+…", word)]  # numbers are whole


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("koganei", "--table", "counterparts"), "name another one beside it"),
        (("koganei", "--table", "gaps", "--lang", "ja"), "ほかの市も指定してください"),
        (("kodaira", "--table", "indicators"), "nothing in these plans belongs in the table"),
        (("kodaira-4th@draft", "kodaira", "--table", "gaps"), "those of one plan have none"),
    ],
)
def test_a_table_without_rows_says_why(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    result = run("compare", *arguments, "-f", "csv")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert reason in result.stderr


def test_what_holds_all_tables_is_not_asked_for_one(run: Run) -> None:
    result = run("compare", "koganei", "--table", "gaps", "-f", "html")
    assert result.exit_code == 2
    assert "html holds all of them" in result.stderr


def test_counterparts_of_one_field(run: Run) -> None:
    rows = run("compare", "koganei", "kiyose", "--table", "counterparts", "--field", "スポーツ",
               "-f", "csv").stdout.splitlines()  # fmt: skip
    assert len(rows) > 2
    assert all("スポーツ" in row.split(",")[5] for row in rows[1:])  # its title


@pytest.mark.parametrize("ending", ["html", "xlsx", "csv", "tsv", "json", "ttl"])
def test_command_writes_files(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"compared.{ending}"
    assert run("compare", "koganei", "kiyose", "-o", path).exit_code == 0
    assert path.stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("kodaira", "小平市"), "are the same version"),
        (("武蔵野市",), "no plan of these cities has been read yet"),
        (("武蔵野市", "13203", "kodaira"), "a city is named twice"),
        (("kodairra", "koganei"), "did you mean kodaira"),
        (("kodaira", "--field", "防災対策課"), "no policy field is called"),
        (("kodaira", "--goal", "18"), "no SDG goal is called 18"),
        (("kodaira", "--department", "産業課"), "did you mean 産業振興課"),
        (("kodaira", "--status", "guessed"), "no status is called guessed"),
        (("kodaira", "--on", "someday"), "is no date"),
    ],
)
def test_bad_input_is_answered(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run("compare", *arguments)
    assert result.exit_code == 1
    assert message in result.output


def test_a_workbook_that_is_open_stays_as_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "open.xlsx"
    path.write_bytes(b"in use")

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "The process cannot access the file: it is in use")

    monkeypatch.setattr("os.replace", refuse)
    result = run("compare", "koganei", "kiyose", "-o", path)
    assert result.exit_code == 1
    assert "cannot be written" in result.output
    assert "close the file where it is open" in result.output
    assert path.read_bytes() == b"in use"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mark", ["~$open.xlsx", ".~lock.open.xlsx#"])
def test_a_workbook_that_an_office_program_marks_as_open_stays_as_it_was(
    mark: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "open.xlsx"
    path.write_bytes(b"in use")
    (tmp_path / mark).touch()
    result = run("compare", "koganei", "kiyose", "-o", path)
    assert result.exit_code == 1
    assert f"remove {tmp_path / mark} if no program has it open" in result.output
    assert path.read_bytes() == b"in use"
    (tmp_path / mark).unlink()
    assert run("compare", "koganei", "kiyose", "-o", path).exit_code == 0


def test_a_link_stays_and_what_it_leads_to_is_written(run: Run, tmp_path: Path) -> None:
    path, link = tmp_path / "shared" / "plans.csv", tmp_path / "plans.csv"
    path.parent.mkdir()
    path.write_bytes(b"former")
    link.symlink_to(path)
    (path.parent / ".~lock.plans.csv#").touch()
    assert run("compare", "koganei", "kiyose", "-o", link).exit_code == 1
    assert path.read_bytes() == b"former"
    (path.parent / ".~lock.plans.csv#").unlink()
    assert run("compare", "koganei", "kiyose", "-o", link).exit_code == 0
    assert link.is_symlink()
    assert path.read_text("utf-8-sig").startswith("field,")


def test_a_workbook_that_is_write_protected_stays_as_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "protected.xlsx"
    path.write_bytes(b"mine")
    path.chmod(0o444)
    may = os.access  # the superuser may write everything: here nobody may
    monkeypatch.setattr("os.access", lambda at, mode: mode != os.W_OK and may(at, mode))
    result = run("compare", "koganei", "kiyose", "-o", path)
    assert result.exit_code == 1
    assert "cannot be written" in result.output
    assert path.read_bytes() == b"mine"


def test_a_city_that_nobody_has_read_has_no_counterparts(run: Run) -> None:
    result = run("compare", "musashino", "koganei", "--table", "counterparts")
    assert result.exit_code == 0
    assert "only one has been read" in result.stderr


def test_counterparts_speak_english_too(run: Run) -> None:
    said = run("compare", "koganei", "kiyose", "--lang", "en").stdout
    counterparts = said.partition("■ Counterparts")[2]
    assert "Improving Disaster Preparedness" in counterparts
    assert "防災体制の整備" not in counterparts


def test_an_empty_store_is_answered() -> None:
    with pytest.raises(PlangraphError, match="no plans"):
        compare(graph_of([]))


def test_the_command_names_the_tables_that_there_are() -> None:
    assert _TABLES == NAMES
