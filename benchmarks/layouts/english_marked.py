"""The paper of English plans that are marked up: Markdown and pages of sites."""

from __future__ import annotations

from html import escape
from random import Random

from layouts.english_paper import Paper
from layouts.wild_en import Wild


class Markdown(Paper):
    """Writes Markdown: headings with #, or in bold; what stands in front of a title in bold too."""

    def __init__(self, random: Random, plan: Wild) -> None:
        super().__init__(random, plan, web=True)
        self.page.suffix = ".md"
        self.bullet, self.indent = random.choice(("-", "*", "-")), random.choice((0, 0, 2))
        self.top = random.choice(("## ", "# ", "### "))
        self.low = random.choice(("#" + self.top, "**", "**", "", "*"))
        self.bold = random.random() < 0.2

    def heading(self, text: str, *, blank: bool = True) -> str:
        """Write a heading."""
        shown = self.cased(text)
        self._blank(1)
        self._put(f"{self.top}{shown}")
        self._blank(1)
        return shown

    def label(self, text: str, colon: bool = False) -> None:
        """Write the label of a list, of a lower level, in bold, or plain."""
        close = self.low if self.low in ("**", "*") else ""
        self._blank(1)
        self._put(self.low + text + (":" if colon else "") + close)
        self._blank(1)

    def entry(
        self, kinds: tuple[str, ...], before: str, title: str, after: str = "", *,
        indent: int = 0, blank: bool | None = None, optional: bool = False, stop: bool = False,
    ) -> None:  # fmt: skip
        """Write an element: a heading where no indent says that it is an item of a list."""
        if blank is None:
            self._blank(1)
            self._put(self.top + before.replace("\n", ": ") + title + after)
            self._blank(1)
        elif self.bold and blank is False and before == f"{self.bullet} ":
            self._put(f"{before}**{title}**{after}")
        else:
            shown = title + "." * (stop and title[-1] not in ".!?") + after
            if before and before[0] not in "-*" and self.bullet == "-":
                before = f"- {before}"
            self._put(before + shown if before else f"- {shown}", indent=indent)
        self.note(kinds, title, optional=optional)


class Html(Paper):
    """Writes HTML; headings, labels and lists by tags, which some sites put otherwise."""

    def __init__(self, random: Random, plan: Wild) -> None:
        super().__init__(random, plan, web=True)
        self.page.suffix = ".html"
        self.bullet, self.indent = "-", 0
        self.top = random.choice(("h2", "h3", "h2", "summary", "div class='card-title'"))
        self.low = random.choice(("h4", "h3", "p><strong", "h5", "p", "dt"))
        self.cell = random.choice(("li", "li", "li", "p", "div"))
        self.page.write(f"<html><head><title>{plan.short} | {plan.place}</title></head><body>")

    def heading(self, text: str, *, blank: bool = True) -> str:
        """Write a heading."""
        shown = self.cased(text)
        self._tag(self.top, shown)
        return shown

    def label(self, text: str, colon: bool = False) -> None:
        """Write the label of a list."""
        self._tag(self.low, text + (":" if colon else ""))

    def paragraph(self, text: str) -> None:
        """Write a paragraph."""
        self._tag("p", text)

    def raw(self, *lines: str) -> None:
        """Write lines as paragraphs."""
        for line in filter(None, lines):
            self._tag("p", line)

    def told(self, text: str) -> None:
        """Write an item that is no element."""
        self._tag(self.cell, text)

    def entry(
        self, kinds: tuple[str, ...], before: str, title: str, after: str = "", *,
        indent: int = 0, blank: bool | None = None, optional: bool = False, stop: bool = False,
    ) -> None:  # fmt: skip
        """Write an element."""
        shown = title + "." * (stop and title[-1] not in ".!?") + after
        tag = self.top if blank is None else self.cell
        self._tag(tag, before.removeprefix("- ").replace("\n", ": ") + shown)
        self.note(kinds, title, optional=optional)

    def _tag(self, tag: str, text: str) -> None:
        end = "".join(f"</{one.split()[0]}>" for one in reversed(tag.split("><")))
        self.page.write(f"<{tag}>{escape(text, quote=False)}{end}")
