"""Pages around a plan that hold none of its elements: legends, minutes, figures, lists of names.

What they have are numbers, labels and titles like those of a plan; a careful person notes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.pieces import CIRCLED, wide, year
from plangraph.simulate.grammar import subjects

_SIGNS = ("①", "❶", "1 ", "１　", "（1）", "■", "●", "▶", "【", "")
_FIELDS = (
    ("施策名", "施策の名称"),
    ("目指す姿", "施策を推進することで目指す10年後の姿"),
    ("現状と課題", "施策を取り巻く現状と課題"),
    ("施策の方向", "施策の基本的な方向"),
    ("主な取組", "施策を実現するための主な取組"),
    ("成果指標", "施策の達成度を測る指標と目標値"),
    ("関連する個別計画", "施策に関連する個別計画の名称"),
    ("市民・地域の役割", "市民や地域に期待される役割"),
    ("SDGs", "関連するSDGsの17の目標"),
    ("基本目標", "基本構想に掲げる基本目標"),
    ("担当課", "施策を主に担当する課"),
    ("用語解説", "専門用語の説明"),
)
_TOLD = (
    "{}を記載しています。",
    "{}を示しています。",
    "{}を表しています。",
    "{}を掲載しています。",
    "{}です。",
    "{}を記載",
    "{}を示します。",
    "ここでは、{}をまとめています。",
)


def legend(random: Random, _: Content) -> Page:
    """How the pages of a plan are to be read: fields with what they hold, some with a sample."""
    page = Page()
    page.write(
        random.choice(
            (
                "計画書の見方",
                "基本計画の見方",
                "施策のページの見方",
                "各施策の構成と見方",
                "ページの構成",
                "分野別計画の読み方",
                "本書の見方",
            )
        )
    )
    if random.random() < 0.5:
        page.write(
            random.choice(
                (
                    "各施策のページは、次の項目で構成しています。",
                    "基本計画は、施策ごとに次のように記載しています。",
                )
            )
        )
    if random.random() < 0.3:
        page.write("基本目標１　○○○○○○○○○", "施策１－１　○○○○○○", "")
    sign, told = random.choice(_SIGNS), random.choice(_TOLD)
    between = random.choice(("\n", "　", "：", "…"))
    for number, (name, what) in enumerate(_fields(random), 1):
        begin = {
            "①": CIRCLED[(number - 1) % 8],
            "1 ": f"{number} ",
            "１　": f"{wide(number)}　",
            "（1）": f"（{number}）",
        }.get(sign, sign)
        end = "】" if sign == "【" else ""
        page.write(*f"{begin}{name}{end}{between}{told.format(what)}".split("\n"))
    if random.random() < 0.3:
        page.write("※指標の目標値は、特に断りのない限り計画の最終年度の値です。")
    return page


def _fields(random: Random) -> list[tuple[str, str]]:
    chosen = set(random.sample(_FIELDS, random.randint(4, 8)))
    return [one for one in _FIELDS if one in chosen]


def minutes(random: Random, content: Content) -> Page:
    """The record of a council on the plan: items of an agenda, who spoke, what they said."""
    page, times = Page(), random.randint(1, 6)
    page.write(
        random.choice(
            (
                f"第{times}回{content.place}総合計画審議会　会議録",
                f"令和{random.randint(2, 7)}年度　第{times}回総合計画審議会　議事要旨",
                f"{content.place}総合計画審議会（第{times}回）会議の概要",
            )
        )
    )
    dress = random.choice(("{}　", "{}：", "【{}】", "■{}　", "１ {}\n"))
    for name, value in (
        ("日時", "令和５年８月２日（水）午後２時～４時"),
        ("場所", "市役所４階　大会議室"),
        ("出席者", "委員12名、事務局５名"),
        ("欠席者", "２名"),
        ("傍聴者", "なし"),
    ):
        if random.random() < 0.8:
            page.write(*(dress.format(name) + value).split("\n"))
    agenda = random.choice(
        (
            ("議題", "(1) 基本構想（素案）について", "(2) 基本計画の骨子について", "(3) その他"),
            (
                "次第",
                "１　開会",
                "２　会長あいさつ",
                "３　議事",
                "（１）施策の体系について",
                "（２）基本目標について",
                "４　閉会",
            ),
        )
    )
    page.write(*agenda, random.choice(("議事内容", "主な意見", "会議の経過", "質疑応答")))
    form = random.choice(("（{}）{}", "{}：{}", "○{}　{}", "【{}】　{}", "{}\n{}", "・{0}{1}"))
    for _ in range(random.randint(5, 12)):
        said = content.sentences(random.choice(subjects()), random.randint(1, 2))
        who = random.choice(("委員", "会長", "事務局", "Ａ委員", "Ｂ委員", "副会長"))
        spoken = random.choice(
            (
                "基本目標１の表現はもう少し分かりやすくしてはどうか。",
                "施策2-1と施策3-2は内容が重なっているのではないか。",
                "ご意見を踏まえて修正します。",
                "".join(said),
                "指標の目標値の根拠を教えてほしい。",
            )
        )
        page.write(*(spoken if form.startswith("・") else form.format(who, spoken)).split("\n"))
    return page


def figures(random: Random, content: Content) -> Page:
    """A budget, or figures of population: heads, rows of values, numbered sections."""
    page = Page()
    section = random.choice(("（{}）", "{}．", "第{}節　", "{} ", "■"))
    if random.random() < 0.5:
        page.write(
            random.choice(
                (
                    f"{year(content.start)}予算の概要",
                    "財政の状況",
                    "財政の見通し",
                    f"{content.place}の財政",
                )
            )
        )
        titles = random.sample(
            ("歳入の状況", "歳出の状況", "財政指標の推移", "市債残高の推移", "基金残高の推移"), 3
        )
        rows = (
            "市税",
            "地方交付税",
            "国庫支出金",
            "県支出金",
            "市債",
            "人件費",
            "扶助費",
            "公債費",
            "普通建設事業費",
            "その他",
        )
        units = "（単位：百万円）"
    else:
        page.write(
            random.choice(
                (
                    f"{content.place}の概況",
                    "人口の推移と見通し",
                    "人口・世帯の状況",
                    "データで見る" + content.place,
                )
            )
        )
        titles = random.sample(
            (
                "総人口の推移",
                "年齢３区分別人口",
                "世帯数の推移",
                "産業別就業者数",
                "自然動態と社会動態",
            ),
            3,
        )
        rows = (
            "総人口",
            "年少人口",
            "生産年齢人口",
            "老年人口",
            "世帯数",
            "出生数",
            "死亡数",
            "転入者数",
            "転出者数",
            "第１次産業",
        )
        units = random.choice(("（単位：人）", "（人）"))
    years = [f"平成{one}年" for one in (17, 22, 27)] + ["令和２年"]
    split = random.choice(("\t", " ", "　", "\n"))
    for number, title in enumerate(titles, 1):
        page.write(
            section.format(wide(number)) + title,
            *content.sentences(random.choice(subjects()), random.randint(0, 1)),
        )
        page.write(
            f"{content.place}の{title.split('の')[0]}は、近年減少傾向で推移しています。", units
        )
        page.write(*split.join(["区分", *years]).split("\n"))
        for row in random.sample(rows, 4):
            page.write(
                *split.join(
                    [row, *(f"{random.randint(1, 90)},{random.randint(100, 999)}" for _ in years)]
                ).split("\n")
            )
        if random.random() < 0.5:
            page.write("資料：国勢調査")
    return page


def survey(random: Random, _: Content) -> Page:
    """What residents answered: questions, choices with their shares, what stands out."""
    page = Page()
    page.write(
        random.choice(
            ("市民アンケート調査の結果", "市民意識調査結果の概要", "まちづくりアンケートの結果")
        )
    )
    page.write(
        *random.choice(
            (
                (
                    "（１）調査の概要",
                    "・調査対象　18歳以上の市民2,000人",
                    "・調査期間　令和４年７月１日～22日",
                    "・回収率　42.3％",
                ),
                ("■調査方法　郵送による配布・回収", "■回収数　845票（回収率42.3％）"),
            )
        )
    )
    mark = random.choice(("・", "①", "1. ", "", "○"))
    for number in range(1, random.randint(3, 6)):
        question = random.choice(
            (
                "あなたは、これからも住み続けたいと思いますか。",
                "市の施策について、満足度をお答えください。",
                "今後重要だと思う取組はどれですか。（３つまで）",
            )
        )
        page.write(random.choice(("問{} ", "問{}　", "Q{}. ", "（{}）")).format(number) + question)
        shares = sorted((random.randint(20, 600) / 10 for _ in range(4)), reverse=True)
        for place, share in enumerate(shares):
            begin = {"①": CIRCLED[place], "1. ": f"{place + 1}. "}.get(mark, mark)
            what = random.choice(random.choice(subjects()).nouns) + random.choice(
                ("の充実", "の推進", "", "の整備")
            )
            page.write(f"{begin}{what}{random.choice(('　', ' ', '…', '（'))}{share}％")
        page.write(
            random.choice(
                (
                    "「そう思う」と答えた人が最も多く、前回調査を上回りました。",
                    "年代別にみると、30歳代で低くなっています。",
                )
            )
        )
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "legend": legend, "minutes": minutes, "figures": figures, "survey": survey,
}  # fmt: skip
