"""Plans without numbers: what the place will be behind a mark, below it acts behind another."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.body_words import drawn, long_goals
from layouts.content import Content
from layouts.page import Page

_MARKS = (("■", "◆"), ("◎", "○"), ("●", "○"), ("◆", "◇"), ("□", "▼"), ("【", "▶"), ("■", "●"),
          ("★", "☆"))  # fmt: skip


def slogans(random: Random, content: Content) -> Page:
    """Goals told in sentences, acts told in one, lists of points below some of them."""
    page = Page()
    goal, act = random.choice(_MARKS)
    gap = [""] if random.random() < 0.6 else []
    if random.random() < 0.7:
        page.write(content.title, *gap)
    says, lists = random.random() < 0.4, random.random() < 0.7
    for first, second in long_goals(random)[: random.randint(2, 4)]:
        title = first + second
        page.write(f"【{title}】" if goal == "【" else goal + title)
        page.element("goal", title, "policy")
        node = content.node("measure")
        if says:
            state = drawn(content, "ideals", node.subject, 1)[0]
            page.write(f"～{state.rstrip('。')}～")
        page.write(*content.sentences(node.subject, random.randint(1, 2)), *gap)
        for _ in range(random.randint(2, 4)):
            node = content.node("measure")
            page.write(act + node.title)
            page.element("measure", node.title, "direction", "policy")
            page.write(drawn(content, "aims", node.subject, 1)[0])
            items = [content.node("project").title for _ in range(random.randint(0, 3))]
            for item in items if lists else ():
                page.write("・" + item)
                page.element("project", item, "direction", "measure", optional=True)
            page.write(*gap)
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"slogans": slogans}
