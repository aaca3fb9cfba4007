"""How a document prints: one choice of widths, marks, numbers, heads and feet for all pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from random import Random

from layouts.page import Page

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
#: Brackets and marks around labels (現状と課題) and before items.
_LABELS = ("【{}】", "■{}", "◆{}", "《{}》", "○{}", "＜{}＞", "{}", "［{}］", "●{}", "▼{}", "■　{}")
_ITEMS = ("・", "○", "●", "◇", "・", "○ ", "● ", "◆", "・ ", "▶", "□")


def wide(text: str) -> str:
    """Return the digits and signs of a text in full width."""
    return "".join(chr(ord(one) + 0xFEE0) if one in "0123456789-()." else one for one in text)


def number(form: str, path: tuple[int, ...]) -> str:
    """Return a number in a form: ``{n}``, ``{w}`` (１), ``{c}`` (①), ``{p}`` (1-2)."""
    last, dashed = path[-1], "-".join(map(str, path))
    return form.format(
        n=last,
        h=path[0],
        w=wide(str(last)),
        c=_CIRCLED[(last - 1) % 20],
        r=_ROMAN[(last - 1) % 10],
        k=_KANA[(last - 1) % 20],
        p=dashed,
        pw=wide(dashed).replace("-", "－"),
        pp=dashed[2:],
        d=".".join(map(str, path)),
    )


class Press:
    """Writes a page as the text of a printed document comes out."""

    def __init__(self, random: Random, page: Page, title: str, chapter: str) -> None:
        self.random, self.page = random, page
        self.width = random.randint(30, 46)
        self.label_form = random.choice(_LABELS)
        self.item_mark = random.choice(_ITEMS)
        self.blank = random.random() < 0.5
        self.indent = random.choice(("", "　", "　"))
        self.hang = random.choice(("", "", "　", "  "))
        self._every = random.choice((0, 26, 34, 40))
        self._foot = random.choice(("{}", "- {} -", "－ {} －", "{}\f", "{}"))
        self._head = random.choice(("", chapter, title, f"{title}　{chapter}"))
        self._number, self._count = random.randint(12, 60), 0

    def line(self, *lines: str) -> None:
        """Print lines as they are, and the end of the page where it is full."""
        for line in lines:
            self.page.write(line)
            self._count += 1
            if self._every and self._count >= self._every and not line.endswith("、"):
                self._turn()

    def _turn(self) -> None:
        """End a page: its number, and the head of the next one."""
        self._count = 0
        self._number += 1
        self.page.write(*self._foot.format(self._number).split("\f"))
        if self._head:
            self.page.write(self._head)

    def gap(self) -> None:
        """Print an empty line where this document has any."""
        if self.blank:
            self.page.write("")

    def paragraph(self, sentences: Iterable[str], width: int = 0) -> None:
        """Print sentences as a paragraph, wrapped to the width of the page."""
        self.line(*wrapped(self.indent + "".join(sentences), width or self.width))

    def label(self, text: str) -> None:
        """Print a label in the form that this document has for them."""
        self.line(self.label_form.format(text))

    def item(self, text: str, mark: str = "") -> None:
        """Print an item behind its mark, wrapped and hanging."""
        first, *more = wrapped((mark or self.item_mark) + text, self.width)
        self.line(first, *(self.hang + one for one in more))

    def cell(self, text: str, width: int) -> None:
        """Print a cell of a table that is so many letters wide."""
        self.line(*wrapped(text, width))


def wrapped(text: str, width: int) -> list[str]:
    """Cut a text into lines; a stop or a comma stands at no beginning of a line."""
    found: list[str] = []
    while len(text) > width:
        end = width
        while end < len(text) and text[end] in "、。」）・ー":
            end += 1
        found.append(text[:end])
        text = text[end:]
    return [*found, text] if text else found


def spaced(text: str) -> str:
    """Return a short heading with its letters set apart: 目　標."""
    return "　".join(text) if len(text) < 4 else text


def narrow(text: str) -> str:
    """Return a text with letters and digits in half width."""
    return re.sub("[０-９Ａ-Ｚ（）－]", lambda one: unicodedata.normalize("NFKC", one[0]), text)
