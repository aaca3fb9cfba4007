"""The paper that an English-language plan is printed on: lines, pages, bullets, lost letters."""

from __future__ import annotations

import re
import textwrap
from random import Random

from layouts.content_en import English
from layouts.page import Page

#: Bullets as text extraction gives them, the last from fonts of symbols.
BULLETS = (
    "•", "•", "-", "*", "o", "▪", "\uf0b7", "\uf0a7", "–", "■", "➢", "●", "·",
)  # fmt: skip
_LIGATURES = re.compile("ffi|ffl|ff|fi|fl")
#: What text extraction makes of fi and fl, most often nothing new.
_LOST = ("{0}",) * 8 + ("lig", "", " ", "\ufffd")
_ONE = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}

#: Elements by what they are called, at the top, between, and at the bottom.
_BETWEEN = ("policy", "measure", "goal")
_BOTTOM = ("measure", "direction", "project", "policy")


def kinds(depth: int, levels: int) -> tuple[str, ...]:
    """Return the kinds of an element at a depth of so many levels, the first the likeliest."""
    if depth == 0:
        return ("goal", "policy")
    return _BOTTOM if depth == levels - 1 else _BETWEEN


class Paper:
    """Writes paragraphs, headings and items in one manner, and notes what they say.

    ``wide`` is a page without wrapped lines (a web page); ``airy`` has blank lines between
    everything.
    """

    def __init__(self, random: Random, plan: English, *, web: bool = False) -> None:
        self.random, self.plan = random, plan
        self.page = Page()
        self.width = 0 if web else random.choice((58, 66, 72, 80, 88, 95, 105))
        self.gap = random.choice((1, 1, 1, 2) if web else (0, 0, 1, 1, 2))
        #: Blank lines between the items of a list.
        self.spread = self.gap > 0 and random.random() < 0.2
        self.bullet = random.choice(BULLETS[:3] if web else BULLETS)
        self.indent = random.choice((0, 0, 0, 2, 4))
        self.hang = random.random() < 0.5
        self.upper = random.choice((0, 0, 1, 2))
        self.caps = random.choice(("title", "title", "upper", "plain"))
        self.stop = random.random() < 0.5
        self._foot = "" if web else self._footer()
        self._length = random.randint(28, 46)
        self._since = 0
        self._number = random.randint(4, 60)
        self._lost = random.choice(_LOST) if not web else "{0}"

    def _footer(self) -> str:
        return self.random.choice(
            (
                "", "{page}", "{title} | {page}", "{page}   {title}", "{title}      Page {page}",
                "{title}\n{page}", "{page} {short}", "{place} | {short}\n{page}", "Page {page}",
            )
        )  # fmt: skip

    # -- writing -----------------------------------------------------------------------

    def heading(self, text: str, *, blank: bool = True) -> str:
        """Write a heading in the letters of this plan; return it as printed."""
        text = self.cased(text)
        self._blank(self.gap if blank else 0)
        self._put(text)
        return text

    def cased(self, text: str) -> str:
        """Return a heading in the letters of headings."""
        if self.caps == "upper":
            return text.upper()
        return self.plan.title_case(text) if self.caps == "title" else text

    def label(self, text: str, colon: bool = False) -> None:
        """Write the label of a list."""
        self._blank(min(self.gap, 1))
        self._put((text.upper() if self.upper == 2 else text) + (":" if colon else ""))

    def paragraph(self, text: str) -> None:
        """Write a paragraph; a page may end within it."""
        self._blank(min(self.gap, 1))
        self._put(text, breaks=True)

    def entry(
        self, kinds: tuple[str, ...], before: str, title: str, after: str = "", *,
        indent: int = 0, blank: bool | None = None, optional: bool = False, stop: bool = False,
    ) -> None:  # fmt: skip
        """Write an element between what stands before and behind its title, and note it."""
        if self.spread if blank is None else blank:
            self._blank(max(self.gap, 1) if self.spread else self.gap)
        shown = title + ("." if stop and title[-1] not in ".!?" else "")
        for line in before.split("\n")[:-1]:
            self._put(line)
        self._put(before.split("\n")[-1] + shown + after, indent=indent)
        self.note(kinds, title, optional=optional)

    def item(self, kinds: tuple[str, ...], title: str, after: str = "") -> None:
        """Write an element behind the bullet of this plan."""
        self.entry(kinds, f"{self.bullet} ", title, after, indent=self.indent, stop=self.stop)

    def told(self, text: str) -> None:
        """Write an item that is no element."""
        self._put(f"{self.bullet} {text}", indent=self.indent)

    def note(self, kinds: tuple[str, ...], title: str, *, optional: bool = False) -> None:
        """Note an element that stands on the page."""
        more = {"optional": True} if optional else {}
        self.page.element(kinds[0], title, *kinds[1:], **more)

    def raw(self, *lines: str) -> None:
        """Write lines as they are."""
        for line in lines:
            self._turn()
            self.page.write(line)
            self._since += 1

    def gapped(self) -> None:
        """Write a blank line where this plan has any."""
        self._blank(self.gap)

    def finish(self) -> Page:
        """Return the page, with the letters lost that text extraction loses."""
        if self._foot:
            self._close()
        if self._lost != "{0}":
            self.page.lines = [self._without(line) for line in self.page.lines]
            for one in self.page.expected["elements"]:
                one["alt"] = [*one.get("alt", []), one["title"]]
                one["title"] = self._without(one["title"])
            for one in self.page.expected["indicators"]:
                one["title"] = self._without(one["title"])
        return self.page

    # -- lines and pages ---------------------------------------------------------------

    def _without(self, text: str) -> str:
        if self._lost == "lig":
            return _LIGATURES.sub(lambda one: _ONE[one[0]], text)
        return _LIGATURES.sub(self._lost, text)

    def _blank(self, count: int) -> None:
        if self.page.lines and self.page.lines[-1]:
            self.page.write(*[""] * count)

    def _put(self, text: str, *, indent: int = 0, breaks: bool = False) -> None:
        lines = [" " * indent + text]
        if self.width:
            deeper = indent + 2 if self.hang and indent else indent if self.hang else 0
            lines = textwrap.wrap(
                text, self.width, initial_indent=" " * indent, subsequent_indent=" " * deeper,
                break_on_hyphens=False,
            )  # fmt: skip
        self._turn()
        for number, line in enumerate(lines):
            if breaks and 0 < number < len(lines) - 1:
                self._turn()
            self.page.write(line)
            self._since += 1

    def _turn(self) -> None:
        if self._foot and self._since >= self._length:
            self._close()

    def _close(self) -> None:
        plan = self.plan
        foot = self._foot.format(
            page=self._number, title=plan.title, place=plan.place, short=plan.short
        )
        self._blank(self.gap)
        self.page.write(*foot.split("\n"), *[""] * self.gap)
        self._since, self._number = 0, self._number + 1
