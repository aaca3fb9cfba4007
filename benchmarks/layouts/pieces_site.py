"""What a site prints around every page: menus, breadcrumbs, dates, files, contacts, questions."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from layouts.content import Content


class Site(NamedTuple):
    """What a site prints around every page."""

    menu: tuple[str, ...]
    crumbs: tuple[str, ...]
    before: tuple[str, ...]
    title: str
    files: tuple[str, ...]
    contact: tuple[str, ...]
    after: tuple[str, ...]
    related: tuple[str, ...]
    siblings: tuple[str, ...]


def site(random: Random, content: Content) -> Site:
    """Draw a site."""
    place, town = content.place, content.place[-1]
    office = random.choice(
        ("企画政策課", "総合政策課", "企画財政課", "まちづくり推進課", "政策推進室")
    )
    day = f"{content.start}年{random.randint(1, 12)}月{random.randint(1, 28)}日"
    sizes = [f"{random.randint(100, 9999)}KB", f"{random.randint(1, 29)}.{random.randint(0, 99)}MB"]
    style = random.choice(
        ("（PDF：{}）", " [PDFファイル／{}]", "（PDF形式 {}）", "(PDF {})", "（PDFファイル: {}）")
    )
    volumes = [
        content.title,
        f"{content.title}（概要版）",
        "第1章 計画の策定に当たって",
        "第2章 基本構想",
        "第3章 基本計画",
        "資料編",
        "表紙・目次",
    ]
    files = random.sample(volumes, random.randint(1, 5))
    dated = random.choice(
        (
            (f"更新日：{day}",),
            (f"更新日：{day}", f"ページ番号：100{random.randint(1000, 9999)}"),
            (f"掲載日：{day}更新", "印刷ページ表示"),
            (
                f"ページ番号1{random.randint(100000, 999999)}　更新日　{day}",
                "印刷　大きな文字で印刷",
            ),
            (f"[{day}]", "ソーシャルメディアへのリンクは別ウインドウで開きます"),
        )
    )
    contact = random.choice(
        (
            (
                "このページに関するお問い合わせ",
                f"{place}　企画部　{office}",
                "〒123-4567　中央1丁目1番1号",
                "電話：0123-45-6789　ファックス：0123-45-6780",
                "お問い合わせフォーム",
            ),
            (
                "お問い合わせ先",
                f"企画部{office}企画係",
                "電話番号：0123-45-6789",
                "FAX番号：0123-45-6780",
            ),
            (
                "この記事に関するお問い合わせ先",
                f"{office}",
                f"〒123-4567 {place}本町2-3",
                "電話：0123-45-6789",
                "メールフォームによるお問い合わせ",
            ),
        )
    )
    after = random.choice(
        (
            (
                "PDF形式のファイルをご覧いただくには、Adobe Readerが必要です。",
                "より良いウェブサイトにするためにみなさまのご意見をお聞かせください",
                "このページの情報は役に立ちましたか？",
                "1：役に立った",
                "2：ふつう",
                "3：役に立たなかった",
            ),
            (
                "みなさまの声をお聞かせください",
                "質問：このページの内容は分かりやすかったですか？",
                "評価：",
                "分かりやすかった",
                "どちらともいえない",
                "分かりにくかった",
            ),
            (
                f"{place}役所",
                f"法人番号 50000{random.randint(10000000, 99999999)}",
                f"Copyright © {place} All Rights Reserved.",
            ),
            (),
        )
    )
    return Site(
        random.choice(
            (
                (
                    "ホーム",
                    "くらし・手続き",
                    "子育て・教育",
                    "健康・福祉",
                    "観光・文化",
                    "事業者の方へ",
                    "市政情報",
                ),
                ("トップページ", "くらしの情報", "まちの情報", "行政情報", "施設案内"),
                (),
            )
        ),
        random.choice(
            (
                ("トップページ", "市政情報", "計画・施策", "総合計画", content.title),
                ("ホーム", f"{town}政情報", "政策・計画", content.title),
                (),
            )
        ),
        dated if random.random() < 0.8 else (),
        content.title,
        tuple(one + style.format(random.choice(sizes)) for one in files)
        if random.random() < 0.7
        else (),
        contact if random.random() < 0.8 else (),
        after,
        tuple(
            random.sample(
                (
                    f"{place}総合計画審議会",
                    "実施計画",
                    "まち・ひと・しごと創生総合戦略",
                    "行政評価",
                    f"第{content.number - 1}次総合計画",
                    "パブリックコメントの結果",
                ),
                3,
            )
        )
        if random.random() < 0.5
        else (),
        tuple(
            random.sample(
                (
                    "総合計画の策定について",
                    "総合計画審議会",
                    "実施計画",
                    "国土強靱化地域計画",
                    "過疎地域持続的発展計画",
                    "定住自立圏構想",
                    "行政改革大綱",
                ),
                4,
            )
        )
        if random.random() < 0.4
        else (),
    )
