"""Web pages and magazine pages about a plan: site names, paths, news, offices, addresses."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.facts import body
from layouts.facts_names import HALVES, WHOLE, named, other
from layouts.page import Page
from layouts.tables_covers import Years

_OFFICES = ("企画政策課", "総合政策部 企画課", "まちづくり推進課 政策係", "環境課", "福祉課")
_NEWS = (
    "{t}を策定しました",
    "{t}について",
    "{t}",
    "{t}の策定について",
    "{t}を改定しました",
    "{t}ができました",
    "{t}を公表します",
    "「{t}」を策定しました",
    "{t}（案）への意見募集",
    "{t}（素案）に対するパブリックコメントの実施について",
    "{t}がスタートしました",
    "{t}の概要",
    "{t}が決まりました",
    "{t}を見直しました",
    "{t}がまとまりました",
    "{t}のページ",
)


def site(random: Random, content: Content) -> Page:
    """A page of a site: its name, path, heading of news, body, office and address."""
    marked = random.choice((".txt", ".txt", ".md", ".html"))
    page, own, years = Page(marked), named(random, content), Years(random)
    half = random.choice(HALVES[:2]) if own.sort in WHOLE and random.random() < 0.3 else ""
    title = f"{own.title} {half}".strip()
    short = random.random() < 0.3  # the place is told by the site alone
    bare = title.replace(own.place, "") if short else title
    page.expected |= {"title": bare, "alt_title": [title], "municipality": own.place}
    news = random.choice(_NEWS).format(t=bare)
    if "（" in news:
        page.expected["status"] = "consultation"
    lines: list[str] = []
    name = random.choice(
        (
            f"{own.place}公式ホームページ",
            f"{own.place}ホームページ",
            own.place,
            f"{own.place}役所",
            f"{own.place}公式サイト",
        )
    )
    if own.place[-1] in "町村":
        name = name.replace("役所", "役場")
    top = (
        random.choice(
            (
                [f"{news}｜{name}"],
                [f"{news} - {name}"],
                [f"{news} | {name}"],
                [f"{name}"],
                [],
                [f"{name}　文字サイズ　標準　拡大"],
                [f"{name}", "本文へ移動", "検索"],
            )
        )
        if marked == ".txt"
        else []
    )
    joint = random.choice((" > ", " ＞ ", ">", " / ", " › ", " » "))
    path = joint.join(
        (
            "トップページ" if random.random() < 0.5 else "ホーム",
            "市政情報",
            random.choice(("計画・施策", "総合計画", "行政計画", "まちづくり")),
            news,
        )
    )
    if random.random() < 0.6:
        lines.append(random.choice((path, f"現在の位置：{path}", f"現在地 {path}")))
    heading = {".md": f"# {news}", ".html": f"<h1>{news}</h1>"}.get(marked, news)
    lines.append(heading)
    if random.random() < 0.6:
        lines.append(
            random.choice(
                (
                    "更新日：2024年4月1日",
                    "最終更新日 令和6年3月29日",
                    "ページ番号 1012345　更新日 2025年4月8日",
                    "[2023年3月31日]　ID:4512",
                    "掲載日：2022年10月3日",
                )
            )
        )
    town = random.choice(("市", "本市", "町", own.place)) if not short else own.place
    span = years.span(content.start, content.end)
    said = random.choice(
        (
            f"{town}では、{span}を計画期間とする「{bare}」を策定しました。",
            f"{town}では、今後のまちづくりの指針となる計画を定めました。計画期間は{span}です。",
            f"{town}は、{other(random, own)}を踏まえ、{bare}を策定しました。期間は{span}です。",
        )
    )
    page.period(content.start, content.end)
    inner = Page()
    body(inner, random, content)
    page.expected["elements"] = inner.expected["elements"]
    lines += [said, *inner.lines]
    if random.random() < 0.5:
        lines += [
            random.choice(("関連ファイル", "ダウンロード", "添付ファイル")),
            f"{bare}（本編） (PDFファイル: 2.3MB)",
            f"{bare}概要版 [PDF：890KB]",
        ]
    office = random.choice(_OFFICES)
    lines += random.choice(
        (
            ["このページに関するお問い合わせ", f"{own.place} {office}", "電話：0000-12-3456"],
            ["お問い合わせ先", office, f"〒000-0000 {own.place}中央1-1", "電話番号 0000-12-3456"],
            [f"問合せ　{own.place}{office}　電話0000-12-3456"],
        )
    )
    if random.random() < 0.5:
        lines.append(f"Copyright (C) {own.place} All Rights Reserved.")
    if marked == ".html":
        told = [one if one.startswith("<") else f"<p>{one}</p>" for one in lines]
        top = [
            "<html><head>",
            f"<title>{news}{random.choice(('｜', ' - ', ' | '))}{name}</title>",
            "</head><body>",
        ]
        lines = [*told, "</body></html>"]
    page.write(*top, *lines)
    return page


def magazine(random: Random, content: Content) -> Page:
    """A page of the magazine of a place, that tells of a new plan in other words."""
    page, own, years = Page(), named(random, content), Years(random)
    page.expected |= {"title": own.title, "municipality": own.place}
    issue = random.choice(
        (
            f"広報{own.place[:-1]}　2024年5月号",
            "令和6年4月号",
            f"{own.place}だより　No.512",
            "広報　4.1　2025",
            "2023.4　ひろば",
        )
    )
    bare = own.title.replace(own.place, "").replace(own.number, "")
    heads = random.choice(
        (
            [f"特集　{own.title}がスタート"],
            [f"特集　新しい{bare}が始まります"],
            [f"{own.title}を策定しました！"],
            [f"{bare}がまとまりました"],
            ["みんなで進めるまちづくり", f"～{own.title}～"],
            ["特集", "これからの10年を考える", own.title],
            [f"新たな「{bare}」ができました"],
        )
    )
    number = str(random.randint(2, 12))
    page.write(*random.choice(([issue, *heads], [*heads, issue], [number, *heads])))
    span = years.span(content.start, content.end)
    page.write(
        f"{random.choice(('市', own.place))}では、{span}を期間とする「{own.title}」を策定しました。"
        "皆さんと一緒に取り組む内容をお知らせします。"
    )
    page.period(content.start, content.end)
    body(page, random, content)
    page.write(f"問 {own.place}{random.choice(('役所', ''))}企画課　☎00-1234")
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "sites": site,
    "magazines": magazine,
}
