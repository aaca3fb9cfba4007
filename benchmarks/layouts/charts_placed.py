"""Charts and tables of the system whose letters keep their places (``pdftotext -layout``).

Columns stand side by side; a box above stands at the top, in the middle or between the rows that
it spans; titles are broken in their boxes; a vision runs down the left edge, a letter a row.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from layouts.content import Content
from layouts.contents_flat import parted
from layouts.contents_forms import Line, Scheme, broken, note
from layouts.page import Page
from plangraph.reading.recovery.layout import width_of

_NAMES = (
    "施策の体系", "施策体系図", "基本計画の体系", "２　施策の体系", "体系図", "第３章　施策の体系",
    "計画の体系図", "総合計画の体系", "政策・施策体系", "",
)  # fmt: skip
_HEADS = {
    "vision": ("将来像", "まちの将来像", "目指すまちの姿", "将来都市像"),
    "goal": ("基本目標", "まちづくりの目標", "分野目標", "政策目標", "まちづくりの柱", "基本方向"),
    "policy": ("政策", "基本方針", "基本政策", "政策の柱"),
    "measure": ("施策", "基本施策", "主要施策", "施策名", "個別施策"),
    "direction": ("施策の方向", "主な取組", "取組の方向", "施策の展開", "単位施策"),
}  # fmt: skip
_NOTES = (
    "※　★印は重点施策を示します。", "（注）各施策の指標は資料編に掲載しています。",
    "※各施策の内容は、次のページから記載します。", "", "", "",
)  # fmt: skip
_INTRO = (
    "将来像の実現に向け、次の体系により施策を進めます。", "本計画の施策の体系は、次のとおりです。",
    "基本構想に掲げる目標を達成するため、以下の施策に取り組みます。", "", "", "",
)  # fmt: skip


class _Box(NamedTuple):
    """A box: its lines, and the rows from the first to behind the last that it spans."""

    depth: int
    lines: list[str]
    first: int
    stop: int


class Canvas:
    """Rows of letters that keep their places: columns begin where chance set them."""

    def __init__(self, random: Random, widths: list[int]) -> None:
        self.edge = random.choice((0, 1, 2, 4))
        gap = random.choice((2, 4, 6))
        self.starts = [self.edge]
        for width in widths[:-1]:
            self.starts.append(self.starts[-1] + 2 * width + gap)
        self.widths = widths
        self.rows: dict[int, dict[int, str]] = {}

    def put(self, row: int, column: int, text: str) -> None:
        """Print a text on a row of a column."""
        self.rows.setdefault(row, {})[column] = text

    def lines(self, count: int) -> list[str]:
        """Return the rows, blank ones with nothing."""
        found = []
        for row in range(count):
            line = ""
            for column, text in sorted(self.rows.get(row, {}).items()):
                line += " " * max(1 if line else 0, self.starts[column] - width_of(line)) + text
            found.append(line)
        return found


class _Dress:
    """What a chart looks like: where boxes above stand, what is between, widths of columns."""

    def __init__(self, random: Random, depth: int) -> None:
        self.amid = random.choice(("top", "middle", "middle", "between"))
        self.widths = [random.randint(9, 15) for _ in range(depth - 1)] + [random.randint(12, 22)]
        self.blank = random.choice((0, 0, 1, 1, 2))
        self.own = random.random() < 0.15
        self.marked = random.choice(("", "", "", "・", "○"))
        self.starred = random.random() < 0.2
        self.bare = random.choice(((), (), (), (0,), (0, 1, 2, 3), (1, 2, 3)))


def _codes(random: Random, content: Content) -> tuple[list[Line], int]:
    scheme = Scheme(random)
    deep = len(scheme.kinds) > 2
    lines = scheme.lines(parted(random, content.tree(scheme.kinds, 2, 3 if deep else 5), 0.2))
    return lines, len(scheme.kinds)


def placed(random: Random, content: Content) -> Page:
    """A chart in columns, each box in its place."""
    lines, depth = _codes(random, content)
    dress = _Dress(random, depth)
    page = Page()
    kinds = [next(line.kinds[0] for line in lines if line.depth == at) for at in range(depth)]
    vision = content.style.vision(content.place) if random.random() < 0.4 else ""
    heads = [random.choice(_HEADS[kind]) for kind in kinds]
    if vision:
        page.element("vision", vision, "philosophy")
    upright = vision and random.random() < 0.6
    if vision and upright:
        heads.insert(0, random.choice(_HEADS["vision"]))
    note(page, lines)
    _above(random, page, content, "" if upright else vision)
    boxes, count = _boxes(random, lines, depth, dress)
    widths = [
        max((width_of(line) + 1) // 2 for box in boxes if box.depth == at for line in box.lines)
        for at in range(depth)
    ]
    canvas = Canvas(random, [3, *widths] if upright else widths)
    shift = 1 if upright else 0
    if upright:
        count = max(count, len(vision))
        begin = (count - len(vision)) // 2
        for at, letter in enumerate(vision):
            canvas.put(begin + at, 0, letter)
    for box in boxes:
        at = _at(box, depth, dress)
        for row, text in enumerate(box.lines):
            canvas.put(at + row, box.depth + shift, text)
    if random.random() < 0.8:
        page.write(_head(random, canvas, heads))
        page.write(*[""] * random.choice((0, 1, 1)))
    page.write(*canvas.lines(count))
    page.write("", random.choice(_NOTES))
    if random.random() < 0.5:
        page.write("", " " * 30 + str(random.randint(9, 60)))
    return page


def _above(random: Random, page: Page, content: Content, vision: str) -> None:
    if random.random() < 0.3:
        page.write(content.title, "")
    page.write(random.choice(_NAMES), "", random.choice(_INTRO), "")
    if vision:
        head = random.choice(_HEADS["vision"])
        form = random.choice(("{}　{}", "【{}】\n{}", "{}：「{}」"))
        page.write(*form.format(head, vision).split("\n"), "")


def _head(random: Random, canvas: Canvas, heads: list[str]) -> str:
    form = random.choice(("{}", "{}", "{}", "【{}】", "■{}", "＜{}＞"))
    centred = random.random() < 0.4
    line = ""
    for start, width, head in zip(canvas.starts, canvas.widths, heads, strict=True):
        text = form.format(head)
        at = start + max(0, (2 * width - width_of(text)) // 2 if centred else 0)
        line += " " * max(2 if line else 0, at - width_of(line)) + text
    return line


def _boxes(random: Random, lines: list[Line], depth: int, dress: _Dress) -> tuple[list[_Box], int]:
    """Return the boxes with the rows that they span, and how many rows there are."""
    found: list[_Box] = []
    opened: list[tuple[Line, int]] = []
    row = 0

    def close(level: int) -> None:
        while opened and opened[-1][0].depth >= level:
            line, first = opened.pop()
            found.append(_Box(line.depth, _lines(random, line, dress), first, row))

    for line in lines:
        before = bool(opened)
        close(line.depth)
        if before and line.depth == 0 and dress.blank:
            row += dress.blank
        elif before and line.depth == depth - 2 and dress.blank == 2:
            row += 1
        if line.depth < depth - 1:
            row = max([row, *(box.first + len(box.lines) + (1 if dress.blank else 0)
                              for box in found if box.depth == line.depth)])  # fmt: skip
            opened.append((line, row))
            continue
        text = _lines(random, line, dress)
        found.append(_Box(line.depth, text, row, row + len(text)))
        row += len(text)
    close(0)
    return found, max(row, *(_at(box, depth, dress) + len(box.lines) for box in found))


def _lines(random: Random, line: Line, dress: _Dress) -> list[str]:
    width = dress.widths[line.depth]
    star = " ★" if dress.starred and line.depth == len(dress.widths) - 1 else ""
    if line.depth in dress.bare:
        mark = dress.marked if line.depth == len(dress.widths) - 1 else ""
        return [mark + one for one in broken(line.title, width)][:1] + [
            ("　" if mark else "") + one for one in broken(line.title, width)[1:]
        ]
    if dress.own and line.depth < len(dress.widths) - 1:
        return [line.code, *broken(line.title, width)]
    code = line.code + (line.between or " ")
    first, *more = broken(code + line.title, max(len(code) + 5, width))
    hanging = random.choice(("", "", "　", " " * min(width_of(code), 6)))
    found = [first, *(hanging + one for one in more)]
    return [*found[:-1], found[-1] + star]


def _at(box: _Box, depth: int, dress: _Dress) -> int:
    if box.depth == depth - 1 or dress.amid == "top":
        return box.first
    spare = box.stop - box.first - len(box.lines)
    return box.first + max(0, spare // 2)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"placed": placed}
