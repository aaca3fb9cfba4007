"""Plans of depopulated areas: a section a field: what is wrong, what is done, and its works.

The law names the columns (施策区分, 事業名（施設名）, 事業内容, 事業主体, 備考); extraction gives
cells that keep their places, a cell a line, tabs, or a row on a line.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from layouts.content import Content
from layouts.contents_forms import broken
from layouts.page import Page
from plangraph.reading.recovery.layout import width_of

#: Fields with the groups of facilities that law names, and what stands in them.
_FORM = """\
移住・定住・地域間交流の促進、人材育成
  移住・定住: 移住体験住宅
  地域間交流:
  人材育成:
産業の振興
  基盤整備: 農業 林業 水産業
  漁港施設:
  経営近代化施設: 農業 林業
  商業: 共同利用施設
  地場産業の振興: 加工施設 流通販売施設
  観光又はレクリエーション:
地域における情報化
  電気通信施設等情報化のための施設: 通信用鉄塔施設 ブロードバンド施設
交通施設の整備、交通手段の確保
  市町村道: 道路 橋りょう
  農道:
  林道:
  自動車等: 自動車 雪上車
  道路整備機械等:
生活環境の整備
  水道施設: 上水道 簡易水道
  下水処理施設: 公共下水道 農村集落排水施設
  廃棄物処理施設: ごみ処理施設
  消防施設:
  公営住宅:
子育て環境の確保、高齢者等の保健及び福祉の向上及び増進
  児童福祉施設: 保育所 児童館
  認定こども園:
  高齢者福祉施設: 老人ホーム その他
医療の確保
  診療施設: 病院 診療所
教育の振興
  学校教育関連施設: 校舎 屋内運動場 スクールバス・ボート 給食施設
  集会施設、体育施設等: 公民館 体育施設
集落の整備
  集落整備:
地域文化の振興等
  地域文化振興施設等: 地域文化振興施設
再生可能エネルギーの利用の推進
  再生可能エネルギー利用施設:
"""


def _fields() -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Return the fields, each with its groups of facilities."""
    found: list[tuple[str, list[tuple[str, list[str]]]]] = []
    for line in _FORM.splitlines():
        group, _, facilities = line.strip().partition(":")
        if line.startswith(" "):
            found[-1][1].append((group, facilities.split()))
        else:
            found.append((group, []))
    return found


_FIELDS = _fields()
_SPECIAL = (
    "過疎地域持続的発展特別事業", "過疎地域自立促進特別事業",
    "過疎地域持続的発展特別事業（ソフト）",
)  # fmt: skip
_PLACES = (
    "中央", "栄", "本町", "大沢", "北原", "上野", "川向", "松尾", "二股", "鶴沼", "滝ノ沢",
)  # fmt: skip
_ROADS = (
    "町道{}線改良", "{}線舗装補修", "{}橋補修", "林道{}線開設", "{}線道路改良事業",
    "{}地区排水路整備",
)  # fmt: skip
_OTHERS = ("県", "森林組合", "広域事務組合", "ＪＡ", "民間事業者", "道", "社会福祉協議会")
_BUILT = (
    "{}保育所改修事業", "{}小学校大規模改造事業", "{}公民館改修事業", "{}診療所医療機器更新",
    "{}浄水場更新事業", "{}団地建替事業", "{}地区コミュニティセンター整備", "{}温泉施設改修事業",
    "{}スキー場施設整備事業", "消防ポンプ自動車更新", "除雪ドーザ更新事業", "スクールバス購入事業",
    "防火水槽整備事業",
)  # fmt: skip
_SIZES = (
    "L={:,}m W={}.0m", "Ｌ＝{:,}ｍ", "延長{:,}m", "一式", "１式", "２台", "12橋", "Ａ＝42ha",
    "RC造 {:,}㎡",
)  # fmt: skip
_BESIDE = ("県営事業", "負担金", "補助金", "一部事務組合負担金", "将来にわたる事業効果", "継続")
_TOLD = ("（事業内容）", "【事業内容】", "・具体的な事業内容\n", "")
_WHY = ("（必要性）", "【必要性】", "・事業の必要性\n", "")
_GAIN = ("（効果）", "【事業効果】", "・見込まれる事業効果\n", "")


class _Work(NamedTuple):
    """A row: what stands in each column, as paragraphs."""

    field: str
    group: str
    facility: str
    told: list[str]
    who: str
    beside: str


class _Form:
    """What a town prints alike in all its tables."""

    def __init__(self, random: Random) -> None:
        self.random = random
        pick = random.choice
        self.place = "".join((pick("北南東西上下"), pick("沢川野原浜森里"), pick("町村町市")))
        self.act = pick(("持続的発展", "持続的発展", "持続的発展", "自立促進"))
        self.special = pick(_SPECIAL)
        self.brackets = pick(("({})", "（{}）", "({}) ", "⑴"))
        self.section = pick(("({})", "（{}）", "({}) "))
        self.wide = random.random() < 0.4
        self.owner = pick((self.place[-1], self.place[-1], self.place))
        self.sized = random.random() < 0.6
        self.told = random.randrange(len(_TOLD))
        self.widths = (random.randint(5, 9), random.randint(6, 10), random.randint(14, 22), 5, 6)
        self.gap = pick((1, 2, 3))
        self.repeated = random.random() < 0.15
        self.beside = random.random() < 0.25

        built = {one.format(place) for one in (*_ROADS, *_BUILT) for place in _PLACES[:6]}
        self._built = sorted(built)
        random.shuffle(self._built)

    def building(self) -> str:
        """Draw a work that is built or bought; none comes twice."""
        return self._built.pop()

    def digits(self, value: int) -> str:
        """Return a number in the width of the town."""
        return str(value).translate(_WIDE) if self.wide else str(value)

    def number(self, value: int) -> str:
        """Return the number of a group."""
        if self.brackets == "⑴":
            return chr(0x2473 + value)
        return self.brackets.format(self.digits(value))

    @property
    def heads(self) -> list[str]:
        """The words above the columns."""
        return [f"{self.act}施策区分", "事業名（施設名）", "事業内容", "事業主体", "備考"]


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_NUMBERS = "(（⑴⑵⑶⑷⑸⑹⑺0123456789０１２３４５６７８９)） "


def _works(form: _Form, content: Content, page: Page, number: int, at: int) -> list[_Work]:
    """Draw the rows of a table, and note what they say."""
    random = form.random
    name, groups = _FIELDS[at]
    title = f"{form.digits(number)}　{name}"
    chosen = sorted(random.sample(range(len(groups)), min(len(groups), random.randint(1, 3))))
    rows = []
    for place in chosen:
        group, facilities = groups[place]
        for facility in random.sample(facilities, min(2, len(facilities))) or [""]:
            for _ in range(random.randint(1, 3)):
                told = form.building()
                rows.append(_row(form, page, f"{form.number(place + 1)}{group}", facility, told))
    if random.random() < 0.7:
        group = f"{form.number(len(groups) + 1)}{form.special}"
        facility = random.choice(("", "", "公共交通", "健康づくり", "その他", "基金積立"))
        for node in content.tree(("project",), 1, 3):
            row = _row(form, page, group, facility, node.title, soft=True)
            if form.told < 3:
                sentences = content.sentences(node.subject, 3)
                marks = (_TOLD[form.told], _WHY[form.told], _GAIN[form.told])
                row.told.extend(
                    part for mark, one in zip(marks, sentences, strict=True)
                    for part in (mark + one).split("\n")
                )  # fmt: skip
            rows.append(row)
    return [row._replace(field=title) for row in rows]


def _row(
    form: _Form, page: Page, group: str, facility: str, told: str, *, soft: bool = False
) -> _Work:
    random = form.random
    size = random.choice(_SIZES).format(random.randint(60, 2400), random.randint(4, 9)) if (
        form.sized and not soft) else ""  # fmt: skip
    below = bool(size) and random.random() < 0.4
    printed = [told, "　" + size] if below else [f"{told}　{size}".strip()]
    page.element("project", told, "measure", "direction", alt=[f"{told}　{size}".strip()],
                 optional=not told.endswith("事業"))  # fmt: skip
    who = form.owner if random.random() < 0.8 else random.choice(_OTHERS)
    beside = random.choice(_BESIDE) if form.beside and random.random() < 0.3 else ""
    return _Work("", group, facility, printed, who, beside)


def _cells(form: _Form, works: Sequence[_Work]) -> list[list[list[str]]]:
    """Return the cells of each row as paragraphs; what the row above says is not said again."""
    rows = []
    last = ("", "", "")
    for work in works:
        here = (work.field, work.group, work.facility)
        new = [form.repeated or here[: n + 1] != last[: n + 1] for n in range(3)]
        named = [work.group] * new[1] + [work.facility] * (new[2] and bool(work.facility))
        field = [work.field] * (here[0] != last[0])
        rows.append([field, named, work.told, [work.who], [work.beside] * bool(work.beside)])
        last = here
    return rows


def _placed(form: _Form, works: Sequence[_Work], page: Page) -> None:
    """Print cells side by side, each line of them where its column begins."""
    widths = [
        max(2 * width, width_of(head) + 2)
        for width, head in zip(form.widths, form.heads, strict=True)
    ]
    narrow = form.random.random() < 0.5
    heads = [[head] for head in form.heads]
    if narrow:
        heads[0], heads[1] = [form.heads[0][:-4], "施策区分"], ["事業名", "（施設名）"]
        widths[:2] = [
            max(2 * w, width_of(h[0]) + 2) for w, h in zip(form.widths[:2], heads[:2], strict=True)
        ]
    for cells in [heads, *_cells(form, works)]:
        columns = [
            [line for part in cell for line in broken(part, width // 2 - 1)]
            for cell, width in zip(cells, widths, strict=True)
        ]
        for line in itertools.zip_longest(*columns, fillvalue=""):
            text = ""
            for part, width in zip(line, widths, strict=True):
                text += part + " " * (width + form.gap - width_of(part))
            page.write(text.rstrip())


def _below(form: _Form, works: Sequence[_Work], page: Page) -> None:
    """Print each cell below the other, broken where its column ends."""
    whole = form.random.random() < 0.4
    heads = form.random.choice(
        (form.heads, [f"{form.act}", "施策区分", "事業名", "（施設名）", *form.heads[2:]])
    )
    page.write(*([" ".join(form.heads)] if form.random.random() < 0.3 else heads))
    for cells in _cells(form, works):
        for cell, width in zip(cells, form.widths, strict=True):
            for part in cell:
                page.write(*([part.strip()] if whole else broken(part.strip(), width)))


def _tabbed(form: _Form, works: Sequence[_Work], page: Page) -> None:
    """Print a row a line, tabs between its cells."""
    parted = form.random.random() < 0.3
    heads = form.heads if not parted else [form.heads[0], "事業名", "施設名", *form.heads[2:]]
    page.write("\t".join(heads))
    for cells in _cells(form, works):
        if parted:
            cells = [cells[0], cells[1][:1], cells[1][1:], *cells[2:]]
        page.write("\t".join("　".join(part.strip() for part in cell) for cell in cells))


def _glued(form: _Form, works: Sequence[_Work], page: Page) -> None:
    """Print a row a line, a space between its cells."""
    page.write(" ".join(form.heads))
    for cells in _cells(form, works):
        told = [part.strip() for part in cells[2] if "。" in part or part[:1] == "・"]
        words = [part.strip() for cell in cells for part in cell if part.strip() not in told]
        page.write(" ".join(words), *told)


def _parts(form: _Form, content: Content, page: Page, at: int) -> None:
    """Write what is wrong and what is done, in paragraphs or by group of facilities."""
    subject = content.node("measure").subject
    groups = [group for group, _ in _FIELDS[at][1]][:2]
    for place, part in enumerate(("現況と問題点", "その対策"), 1):
        page.write(form.section.format(place) + part)
        if form.random.random() < 0.5:
            page.write(*(f"　{one}" for one in content.sentences(subject, 2)), "")
            continue
        for letter, one in zip("アイ", groups, strict=False):
            page.write(f"{letter}　{one}")
            page.element("measure", one, "direction", "policy", optional=True)
            page.write(*("　・"[place - 1] + told for told in content.sentences(subject, 2)))
        page.write("")


def depopulated(
    write: Callable[[_Form, Sequence[_Work], Page], None], random: Random, content: Content
) -> Page:
    """Write some sections of a plan, each with the table of its works."""
    page, form = Page(), _Form(random)
    first = random.randint(0, len(_FIELDS) - 2)
    start = random.choice((28, 3, 3, 3, 8))
    era = "平成" if start == 28 else "令和"
    for at in range(first, min(len(_FIELDS), first + random.randint(1, 3))):
        name = _FIELDS[at][0]
        page.write(f"{form.digits(at + 2)}{random.choice(('　', ' ', '．'))}{name}", "")
        page.element("policy", name, "goal", "measure")
        _parts(form, content, page, at)
        page.write(f"{form.section.format(3)}{random.choice(('計画', '事業計画', '計　画'))}")
        page.write(f"事業計画（{era}{start}年度～{era}{start + 4}年度）")
        works = _works(form, content, page, at + 1 if form.act == "持続的発展" else at + 2, at)
        for group in dict.fromkeys(work.group for work in works):
            page.element("measure", group.lstrip(_NUMBERS), "policy", "direction", "goal",
                         optional=True)  # fmt: skip
        write(form, works, page)
        page.write("")
        if random.random() < 0.6:
            page.write(f"{form.section.format(4)}公共施設等総合管理計画等との整合")
            page.write(f"　{form.place}公共施設等総合管理計画に基づき、適切に管理する。", "")
        if random.random() < 0.6:
            page.write(random.choice(("- {} -", "{}")).format(random.randint(9, 60)), "")
    return page


_FORMS = {"placed": _placed, "below": _below, "tabbed": _tabbed, "glued": _glued}
LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    f"depopulated_{name}": functools.partial(depopulated, write) for name, write in _FORMS.items()
}
