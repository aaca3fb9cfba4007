"""Noise: page numbers, rules of tables, placeholders, buttons; heads of pages (``running``)."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from plangraph.reading import running
from plangraph.reading.english import listing
from plangraph.reading.rows import Unit
from plangraph.reading.terms import labels, lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.looks import is_english, plain

_PAGE_NUMBER = re.compile(
    r"^[\s\-–—―・|<>\[\]()~～]*(?:[pP]\.?|Page|ページ)?\s*\d{1,3}\s*(?:/\s*\d{1,3}|of \d+"
    r"|ページ)?[\s\-–—―・|<>\[\]()~～]*$",
    re.I,
)
#: What a site that shows a file page by page prints above each: Page 3: 第2次花町総合計画 ….
_PAGE_HEAD = re.compile(r"Page \d{1,4}: \S")
#: The index at the edge of a page: 第1章第2章第3章.
_TABS = re.compile(r"(?:第[\d０-９一二三四五六七八九十]{1,2}[編部章節]\s?){2,}")
_RULE = re.compile(r"^[\s|:\-=_+*─━┃│┌┐└┘├┤┬┴┼・.…]+$")
_PLACEHOLDER_LINE = re.compile(
    r"^[（(【\[<＜]?.{0,60}(?:記述します|記載します|挿入します|挿入予定|記述予定|表示予定"
    r"|記載予定|追加予定|掲載予定)。?[）)】\]>＞]?$"
)


#: What an English text about a place speaks of, and the words of its plan.
_CIVIC = re.compile(
    r"\b(?:cit(?:y|ies)|town(?:ship)?s?|count(?:y|ies)|villages?|boroughs?|council(?:lor)?s?"
    r"|municipal(?:ity)?|residents|shire|neighbou?rhoods?|communit(?:y|ies)|citizens|mayor"
    r"|housing|streets|parks|transportation|selectmen|ward|students|school district|librar(?:y|ies)"
    r"|patrons|riders|transit|bureau|taxpayers|veterans|federal)\b",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:(?:strategic|comprehensive|master|corporate|community|council|action|general|delivery"
    r"|operational|long[- ]term|resilience|improvement|(?:integrated )?development|business"
    r"|annual) plan|(?:corporate|council) strategy|idp|key (?:performance|result|focus) areas?"
    r"|delivery program(?:me)?|well-?being objectives?|strategic objectives?"
    r"|(?:plan|strategy) 20\d\d|baseline|vision"
    r"|strategic (?:goals?|priorit\w+|direction\w*)|(?:goal|objective|priority|pillar"
    r"|focus area|strategy|action|initiative|policy|theme|outcome)\s\d)\b"
    r"|\b(?:goal|objective|strategy|action)s?(?=\t)",
    re.I,
)
#: What only the papers of a program speak of.
_PROGRAM_WORDS = (
    "pip install", "npm install", "git clone", "pytest", "docker", "GitHub", "MIT License",
    "Apache License", "stack trace", "command line", "API", "Python", "JavaScript", "SPARQL",
    "compiler",
)  # fmt: skip
_PROGRAM = re.compile(rf"\b(?:{'|'.join(_PROGRAM_WORDS)})\b")
_LEAST_PROGRAM, _LETTERS_A_WORD = 3, 1500
_FIELD = re.compile(r"[\w-]+:|- |\s")
#: So many different words of the two kinds make a plan likely.
_LEAST_WORDS = 2


#: A plan names itself in its first lines; so many of its items say what is to be done.
_NAMED_PLAN = re.compile(r"\b(?:plan|strategy|goals|priorities)\b", re.I)
_HEAD, _ACTS = 5, 4


#: Letters of scripts that no plan is printed in: what a font without a map extracts to.
_GARBLED = re.compile("[\u0180-\u1fff\ua000-\uabff]")


#: A work and the pages of it on one line.
_SOURCE = re.compile(
    r"(?P<work>(?=[^\n]{0,80}(?:計画|戦略|ビジョン|プラン|大綱|構想|編|版|章))[^\n。]{6,160}?)"
    r"\s(?:[pP]{1,2}\.?|ページ)\s?\d{1,3}(?:\s?[-~,、〜]\s?(?:[pP]{1,2}\.?\s?)?\d{1,3})*"
)
_WORK = re.compile("計画|戦略|ビジョン|プラン|大綱|構想")


#: Buttons, and where to read on: 詳しく見る, 続きを読む, READ MORE, →P.12, 計画の全文はこちら.
_ARROWS, _SHORT_LINE = "▶►>»→⇒▲・ 　", 24
_LED = frozenset("もさ詳く続こ開閉一戻先元前ペ計市本二印シポツQRVSMCPLFXrvsmcp0123456789")
_BUTTON = re.compile(
    r"(?:もっと|さらに)?(?:詳しく|くわしく)?(?:見る|読む|知る)|(?:詳|くわ)しく(?:は(?:こちら|本編)?.{0,8})?|続きを(?:読む|見る)"
    r"|詳細(?:は|を|の)?(?:こちら|見る|ページ).{0,4}|(?:計画|市|本編).{0,8}はこちら(?:から)?|こちらから"
    r"|(?:read|view|see)\s?more|more|check!?|point!?|開く|閉じる|二次元コード|QRコード"
    r"|(?:この)?(?:ページの)?(?:先頭|トップ)[へに](?:戻る)?|(?:一覧[へに])?戻る|一覧へ|印刷(?:する|ページ表示)"
    r"|シェア(?:する)?|ポスト(?:する)?|ツイート(?:する)?|(?:LINE|Facebook|X)で(?:送る|シェア|ポスト)(?:する)?"
    r"|(?:\d+秒後に)?[元前]のページ(?:[にへ](?:戻る|移動します))?(?:\s+\S+)?|このブックを見る"
    r"|(?:本編|本誌)?(?:p\.?\s?\d{1,3}|\d{1,3}\s?(?:ページ|頁))(?:[へをで].{0,14})?", re.I,
)  # fmt: skip


def _leads_on(unit: Unit) -> bool:
    """Tell a line that only leads elsewhere, as the buttons of a page do."""
    text = narrow(unit.text).strip(_ARROWS)
    led = text[:1] in _LED and not unit.level and not unit.cells
    return led and _BUTTON.fullmatch(text) is not None


def put_aside(units: list[Unit]) -> None:
    """Mark what is no text of the plan with its use, so that no later stage takes it."""
    whole = "\n".join([unit.text for unit in units])
    if _FENCE in whole:
        _fenced(units)
    _front(units)
    english = is_english(units)
    if _is_program(units, whole) or (english and not (_speaks_of_plan(units) or _is_formed(units))):
        for unit in units:
            unit.use = unit.use or "foreign"
        return
    garbled = not whole.isascii() and _GARBLED.search(whole) is not None
    last: Unit | None = None
    for unit in units:
        text = unit.text
        if unit.use:
            continue
        if text[:5] == "Page " and _PAGE_HEAD.match(text) and not text.isascii():
            unit.use = "page-head"
            continue
        if garbled and len(_GARBLED.findall(text)) > 0.15 * len(text):
            unit.use = "garbled"
            continue
        if last is not None and unit.code and text == last.text and len(text) < 60:
            last.use = "running-header"
        last = unit
        if len(text) > 80:
            continue
        if len(text) <= _SHORT_LINE and _leads_on(unit):
            unit.use = "link"
            continue
        if (len(text) == 1 and not unit.code) or (
            _RULE.match(text) and not re.search(r"[A-Za-z0-9]", text)
        ):
            unit.use = "rule"
        elif text[0] == "第" and _TABS.fullmatch(text):
            unit.use = "page-head"
        elif len(text) <= 16 and not unit.cells and _PAGE_NUMBER.match(narrow(text)):
            unit.use = "page-number"
        elif ("予定" in text or "します" in text) and _PLACEHOLDER_LINE.match(text):
            unit.use = "placeholder"
    _readings(units)
    _terms(units, whole)
    _magazine(units)
    _above_title(units)
    running.put_aside(units)
    _sources(units)
    _feet(units)


#: Words in kana alone, and the letters that they tell how to read.
_KANA = re.compile(r"[ぁ-ん]{2,8}(?:[ 　]+[ぁ-ん]{2,8}){0,4}")
_KANJI = re.compile("[一-龥々]")
#: So many readings are no chance; a letter has so many kana at most, a title so many letters.
_RUBY, _KANA_EACH, _READ = 3, 4, 40


def _readings(units: list[Unit]) -> None:
    """Put aside how the words of the titles below are read, as digests for children print it."""
    found = [
        unit for unit, below in itertools.pairwise(units)
        if "ぁ" <= unit.text[0] <= "ん" and not (unit.use or below.use or below.prose or below.gap)
        and len(below.text) <= _READ and _KANA.fullmatch(unit.text)
        and len(unit.text) <= _KANA_EACH * len(_KANJI.findall(below.text))
        and lexicon.role_of(plain(below.text)) is None
    ]  # fmt: skip
    for unit in found if len(found) >= _RUBY else ():
        unit.use = "reading"


#: What a star stands behind in the text, and before at the foot of the page: * 生ごみ：….
_TERM = re.compile(r"(?P<star>[*＊※])\s*(?P<term>[^\s:：。、][^:：。、]{0,24})[:：]")


def _terms(units: list[Unit], whole: str) -> None:
    """Put aside what says what a word means that the text stars: 減らす運動* …, * 減らす運動：…."""
    for unit in units:
        if not unit.use and unit.text[0] in "*＊※" and (told := _TERM.match(unit.text)):
            term = told["term"].rstrip()
            unit.use = "note" if f"{term}{told['star']}" in whole else ""


#: The name of a magazine at its head, with or without the issue: 広報みどり　令和5年4月号.
_MAGAZINE = re.compile(r"(?P<name>広報\S{1,10})(?:[ 　](?=.{0,24}(?:号|No)).{0,36})?")
#: … with its issue, wherever it stands: 3 広報みどり 2024年5月1日号, 市報みどり　第512号.
_ISSUE = re.compile(
    r"(?:\d{1,3}[ 　]+)?(?:広報|[市町村区]報)[ 　]?[^\s。、]{1,10}[ 　]+"
    r"[^。、]{0,20}(?:号|No\.?\s?\d{1,5}|\d{4}\.\d[\d.]{0,5})(?:[ 　]+\S{1,8})?"
)

_PAGED, _HEAD = 18, 40


def _magazine(units: list[Unit]) -> None:
    """Put the name of a magazine aside, at its head and beside the numbers of its pages."""
    for unit in units:
        if (
            len(unit.text) <= _HEAD
            and "報" in unit.text[:6]
            and _ISSUE.fullmatch(unit.text.strip())
        ):
            unit.use = unit.use or "running-header"
    head = next((unit for unit in units[:2] if unit.text.startswith("広報")), None)
    told = _MAGAZINE.fullmatch(head.text.strip()) if head else None
    if told is None:
        return
    for unit in units:
        if len(unit.text) <= _PAGED and unit.text.strip("0123456789 　-－") == told["name"]:
            unit.use = unit.use or "running-header"


def _above_title(units: list[Unit]) -> None:
    """Put the lists above the title of a page aside, menus and where it stands on its site."""
    title = next((place for place, unit in enumerate(units) if unit.level), 0)
    above = units[:title]
    if units[title : title + 1] and units[title].level == 1 and not any(map(_is_told, above)):
        for unit in above:
            unit.use = unit.use or ("menu" if unit.code or unit.mark else "")


def _is_told(unit: Unit) -> bool:
    return unit.prose and not unit.use


#: How the foot of a web page begins: whom to ask, what visitors think of the page.
_FOOT = re.compile(
    r"(?:この(?:ページ|記事)(?:について|に(?:関する|ついての?)))(?:の)?お問い?合わ?せ"
    r"|このページの(?:情報|内容)は|関連(?:記事|リンク|ページ|情報|コンテンツ)$|(?:より[良よ]い(?:ウェブ|ホームページ)|みなさまの(?:ご意見|声)を|皆(?:さま|様)の(?:ご意見|声)を)"
)
_FEET = ("この", "より", "みなさまの", "皆", "関連")


def _feet(units: list[Unit]) -> None:
    """Put aside what stands from the foot of a web page on, up to a heading or a named code."""
    foot = False
    for unit in units:
        named = unit.level or not unit.text.startswith("関連")
        if named and unit.text.startswith(_FEET) and len(unit.text) < 60 and _FOOT.match(unit.text):
            foot = True
        elif foot and (unit.level or (unit.code and unit.code.word)):
            foot = False
        if foot:
            unit.use = unit.use or "foot"


def _sources(units: list[Unit]) -> None:
    """Put lines aside that say where what stands above is printed: 第2次花町総合計画 p.12-13."""
    paged = [unit for unit in units if not unit.use and unit.text[-1:].isdecimal()]
    found = [(unit, _SOURCE.fullmatch(narrow(unit.text))) for unit in paged]
    told = [(unit, one["work"]) for unit, one in found if one]
    often = Counter(work for _, work in told)
    if len(told) > 1 and max(often.values(), default=0) > 1:
        for unit, work in told:
            if often[work] > 1 or _WORK.search(work):
                unit.use = "source"


#: What examples stand between.
_FENCE = "```"


def _fenced(units: list[Unit]) -> None:
    """Put aside what stands between ``` and ```: examples, commands, programs."""
    fences = [place for place, unit in enumerate(units) if unit.text.startswith(_FENCE)]
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        for unit in units[first : last + 1]:
            unit.use = "example"


def _front(units: list[Unit]) -> None:
    """Put aside what generators of sites want above a page: ``name: value`` between rules."""
    if not units or units[0].text != "---":
        return
    end = next((place for place, unit in enumerate(units[1:30], 1) if unit.text == "---"), 0)
    if all(_FIELD.match(unit.text) for unit in units[1:end]):
        for unit in units[: end + 1] if end else ():
            unit.use = "front"


def _is_program(units: list[Unit], whole: str) -> bool:
    """Tell what describes a computer program, plans in its examples or not."""
    if sum(word in whole for word in _PROGRAM_WORDS) < _LEAST_PROGRAM:
        return False
    found = Counter(word for unit in units for word in _PROGRAM.findall(unit.text))
    letters = sum(len(unit.text) for unit in units)
    return len(found) >= _LEAST_PROGRAM and found.total() * _LETTERS_A_WORD >= letters


def _speaks_of_plan(units: list[Unit]) -> bool:
    """Tell an English text that may be a plan of a place from one about something else."""
    found: set[str] = set()
    for unit in units:
        if not unit.use:
            found |= {one[0].casefold().rstrip("s") for one in _CIVIC.finditer(unit.text)}
            found |= {one[0].casefold() for one in _PLANNED.finditer(unit.text)}
            if len(found) >= _LEAST_WORDS:
                return True
    return False


def _is_formed(units: list[Unit]) -> bool:
    """Tell an English plan by its form: goals and actions below their labels, or a list of acts."""
    counted = Counter(unit.code.word for unit in units if unit.code and unit.code.word)
    again = sum(count > 1 for count in counted.values())
    named = any(_NAMED_PLAN.search(unit.text) for unit in units[:_HEAD])
    if again > 1 or (again and named):  # goals and policies, each with a number
        return True
    lines = listing.lines_of(units)
    told = {line.label for line in lines if line.label and line.follows in ("list", "head")}
    items = [line for line in lines if line.form == "item"]
    acts = sum(labels.is_act(line.text) for line in items)
    done = [
        (labels.PROMISE.search(line.text), listing.run_of(lines[number + 1 :]))
        for number, line in enumerate(lines) if line.label in (labels.LOW, labels.MID)
    ]  # fmt: skip
    acted = [run for _, run in done if sum(labels.is_act(one.text) for one in run) * 2 > len(run)]
    promised = len(acted) > 1 or any(
        sum(labels.is_act(one.text) for one in run) >= _ACTS for told_so, run in done if told_so
    )
    listed = named and acts >= _ACTS and acts >= 0.5 * len(items)
    return listed or promised or {labels.TOP, labels.LOW} <= told
