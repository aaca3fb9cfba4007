"""Pages at the end of a plan and around its making that hold none of its elements.

Terms explained, names of a council, how the plan came about, calls for opinions on a draft.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.pieces import wide
from plangraph.simulate.grammar import subjects


def _name(random: Random) -> str:
    return random.choice(
        ("山田", "佐藤", "小林", "高橋", "石井", "中村", "青木", "藤田")
    ) + random.choice(("　太郎", " 花子", "一郎", "　恵子", " 健"))


def glossary(random: Random, _: Content) -> Page:
    """Terms explained: a term, then what it means, sorted by kana, with pages or without."""
    page = Page()
    page.write(random.choice(("用語解説", "用語集", "用語の説明", "資料編　用語解説")))
    terms = random.sample(
        (
            ("アセットマネジメント", "公共施設などの資産を効率よく管理する取組のこと。"),
            ("一般財源", "使い道が特定されていない財源。"),
            ("インバウンド", "外国人が訪れる旅行のこと。"),
            ("カーボンニュートラル", "温室効果ガスの排出を全体としてゼロにすること。"),
            ("合計特殊出生率", "一人の女性が一生に産む子どもの平均数。"),
            ("交流人口", "通勤や観光などで地域を訪れる人々のこと。"),
            ("自主防災組織", "地域住民が自主的に結成する防災組織。"),
            ("ストックマネジメント", "施設の状態を把握し、計画的に修繕する手法。"),
            ("地域包括ケアシステム", "住まい・医療・介護・予防・生活支援を一体的に提供する体制。"),
            ("DX", "デジタル技術で暮らしや仕事を変えていくこと。"),
            ("パブリックコメント", "計画などの案を公表し、広く意見を求める手続。"),
            ("ワーク・ライフ・バランス", "仕事と生活の調和のこと。"),
        ),
        8,
    )
    between = random.choice(("\n", "　", "：", "…", " "))
    mark = random.choice(("", "", "■", "●", "【", "・"))
    initials = random.random() < 0.5
    for number, (term, meaning) in enumerate(sorted(terms)):
        if initials and number % 2 == 0:
            page.write(random.choice(("ア行", "【あ行】", "か", "＜さ行＞", "た行")))
        page.write(*f"{mark}{term}{'】' if mark == '【' else ''}{between}{meaning}".split("\n"))
    return page


def members(random: Random, content: Content) -> Page:
    """The names of a council, how the plan came about day by day, and the answer to the mayor."""
    page = Page()
    page.write(
        random.choice(
            (
                f"{content.place}総合計画審議会委員名簿",
                "総合計画審議会　委員名簿（敬称略）",
                "策定経過",
                "計画策定の経過",
                "資料編",
                "１　策定体制と経過",
            )
        )
    )
    between = random.choice(("\t", "　", " "))
    if random.random() < 0.7:
        page.write(between.join(("区分", "氏名", "所属・役職")))
        for one in random.sample(
            ("学識経験者", "関係団体の代表", "公募委員", "教育関係", "産業関係", "福祉関係"), 4
        ):
            for _ in range(random.randint(1, 3)):
                body = random.choice(
                    (
                        "商工会議所　会頭",
                        "社会福祉協議会　会長",
                        "ＰＴＡ連合会　会長",
                        "農業協同組合　理事",
                        "観光協会　副会長",
                        "花の森大学　教授",
                    )
                )
                page.write(between.join((random.choice((one, "")), _name(random), body)))
    if random.random() < 0.7:
        page.write(random.choice(("策定の経過", "（2）審議会の開催状況", "年月日　内容")))
        what = (
            "第１回審議会　諮問、計画の策定方針について",
            "市民アンケート調査の実施",
            "第２回審議会　基本構想（案）について",
            "市民ワークショップの開催",
            "パブリックコメントの実施",
            "第３回審議会　基本目標と施策の体系について",
            "答申",
            "市議会で議決",
        )
        for place, one in enumerate(what):
            page.write(
                between.join(
                    (
                        f"令和{4 + place // 4}年{random.randint(1, 12)}月{random.randint(1, 28)}日",
                        one,
                    )
                )
            )
    if random.random() < 0.4:
        page.write(
            f"{content.place}総合計画について（答申）",
            f"令和５年11月２日付けで諮問のあった{content.title}（案）について、慎重に審議した結果、おおむね妥当なものと認めます。",
            "なお、計画の推進に当たっては、次の事項に留意されるよう要望します。",
            "記",
            *(
                f"{wide(number)}　{text}"
                for number, text in enumerate(content.sentences(random.choice(subjects()), 3), 1)
            ),
        )
    return page


def notices(random: Random, content: Content) -> Page:
    """A page that calls for opinions on a draft, or for members of the council."""
    page = Page(random.choice((".txt", ".md")))
    mark = "## " if page.suffix == ".md" else random.choice(("■", "", "【", "１　", "○"))
    page.write(
        ("# " if page.suffix == ".md" else "")
        + random.choice(
            (
                f"{content.title}（素案）に対する意見を募集します",
                "総合計画審議会の委員を募集します",
                f"{content.title}（案）のパブリックコメント",
                "総合計画市民ワークショップの参加者募集",
            )
        )
    )
    page.write(
        f"現在、市では{content.title}の策定を進めています。",
        "広く市民の皆さんのご意見をお聞きするため、次のとおり募集します。",
    )
    parts = random.sample(
        (
            ("募集期間", ("令和５年12月１日（金）～令和６年１月４日（木）",)),
            (
                "閲覧場所",
                ("・市役所１階　情報公開コーナー", "・各支所、公民館", "・市ホームページ"),
            ),
            (
                "意見を提出できる人",
                (
                    "1. 市内に住所を有する人",
                    "2. 市内に通勤又は通学する人",
                    "3. 市内に事業所を有する個人・法人",
                ),
            ),
            (
                "提出方法",
                ("(1) 郵送　〒123-4567 中央1-1", "(2) ファックス　0123-45-6789", "(3) 電子メール"),
            ),
            ("応募資格", ("①満18歳以上の人", "②平日の会議に出席できる人")),
            ("注意事項", ("・電話での意見は受け付けません。", "・個別の回答は行いません。")),
            ("関連ファイル", ("・素案（PDF：2,345KB）", "・意見提出様式（Word：23KB）")),
            ("問い合わせ先", ("企画部企画政策課", "電話：0123-45-6789")),
        ),
        5,
    )
    for title, lines in parts:
        page.write(
            f"{mark}{title}{'】' if mark == '【' else ''}", *lines, *random.choice(([], [""]))
        )
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "glossary": glossary, "members": members, "notices": notices,
}  # fmt: skip
