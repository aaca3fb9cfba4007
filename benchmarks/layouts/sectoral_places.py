"""Plans by field of work or by place: cities, resilience, health by age, projects of weight."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.sectoral_levels import Levels
from layouts.sectoral_press import Press, number
from layouts.sectoral_words import Sector

_AREAS = ("北部", "中央", "南部", "東部", "西部", "臨海", "山間", "駅周辺")
_PARTS = (
    (
        "土地利用の方針",
        (
            "住宅地の環境の保全",
            "商業地のにぎわいの形成",
            "工業地の計画的な誘導",
            "農地と集落環境の保全",
        ),
    ),
    (
        "道路・交通の方針",
        (
            "幹線道路網の整備",
            "安全な歩行空間の確保",
            "公共交通の利便性の向上",
            "自転車利用環境の充実",
        ),
    ),
    (
        "公園・緑地の方針",
        ("身近な公園の整備", "緑の保全と緑化の推進", "水辺空間の活用", "街路樹の適正な管理"),
    ),
    ("景観形成の方針", ("歴史的な町並みの保全", "眺望の確保", "地域の個性を生かした景観づくり")),
    (
        "都市防災の方針",
        ("建築物の耐震化の促進", "浸水被害の軽減", "避難路と避難地の確保", "狭あい道路の解消"),
    ),
    ("下水道・河川の方針", ("公共下水道の整備", "治水対策の推進", "施設の長寿命化")),
)
_PLACED = (
    "豊かな緑に囲まれ安心して暮らせる地域",
    "にぎわいと交流が生まれる市の玄関口",
    "歴史と文化が息づく住みよい地域",
    "自然と共生するゆとりある住宅地",
    "産業と暮らしが調和した活力ある地域",
    "子育て世代が住み続けたくなるまち",
)


def whole(random: Random, content: Content) -> Page:
    """The whole of a city: policies by subject (土地利用の方針), and what is done for each."""
    page, sector = Page(), Sector(random, content)
    name = content.place + random.choice(
        ("都市計画マスタープラン", "都市マスタープラン", "立地適正化計画")
    )
    chapter = random.choice(
        ("第３章　全体構想", "第4章 分野別方針", "Ⅲ　全体構想", "第３章　部門別の方針")
    )
    press = Press(random, page, name, chapter)
    press.line(name, chapter)
    first = random.choice(("{n} ", "３-{n}　", "第{n}節　", "{n}．", "（{n}）", "{w}　", "3.{n} "))
    second = random.choice(("（{w}）", "({n}) ", "{n}）", "{c} ", "■ ", "● ", "{k} "))
    thought = random.random() < 0.6
    for place, (title, items) in enumerate(random.sample(_PARTS, random.randint(3, 5)), 1):
        press.line(number(first, (place,)) + title)
        page.element("policy", title, "goal", "measure", "direction", optional=True)
        if thought:
            press.label("基本的な考え方")
            press.paragraph(sector.sentences(sector.subject(), 2))
            press.label(random.choice(("整備方針", "方針", "取組の方針")))
        for below, item in enumerate(items, 1):
            press.line(number(second, (below,)) + item)
            page.element("measure", item, "direction", "policy", "project")
            for told in sector.done(sector.subject(), random.randint(1, 3)):
                press.item(told, "・" if "■" in second or "●" in second else "○")
        press.gap()
    return page


def areas(random: Random, content: Content) -> Page:
    """The areas of a city: what each is to be, and its policies by subject."""
    page, sector = Page(), Sector(random, content)
    name = content.place + random.choice(("都市計画マスタープラン", "都市マスタープラン"))
    chapter = random.choice(("第４章　地域別構想", "第5章 地域別構想", "Ⅳ　地域別構想"))
    press = Press(random, page, name, chapter)
    press.line(name, chapter)
    outer = random.choice(
        (
            "{n} {a}地域",
            "{n}．{a}地域",
            "第{n}節　{a}地域",
            "（{n}）{a}地区",
            "{w}　{a}地域のまちづくり方針",
        )
    )
    inner = random.choice(("（{n}）", "({n}) ", "{n}）", "■", "【"))
    low = random.choice(("{c} ", "{c}", "○", "◆", "ア　", "●"))
    image = random.choice(
        ("地域の将来像", "将来像", "地域づくりの目標", "まちづくりのテーマ", "目指すべき将来像")
    )
    images, titled = random.sample(_PLACED, 3), random.random() < 0.6
    for place in range(1, random.randint(2, 3) + 1):
        area = random.choice(_AREAS)
        title = number(outer.replace("{a}", area), (place,))
        press.line(title)
        bare = title[title.index(area) :]
        page.element("goal", bare, "policy", "measure", "direction", optional=True)
        press.line(_labelled(inner, 1, "地域の現況と課題"))
        press.paragraph(sector.sentences(sector.subject(), 2))
        press.line(_labelled(inner, 2, image))
        aim = images[place - 1]
        press.line(random.choice(("「{}」", "{}", "～{}～")).format(aim))
        page.element("vision", aim, "goal", "philosophy", "ideal-state")
        press.line(_labelled(inner, 3, random.choice(("まちづくりの方針", "地域のまちづくり方針"))))
        for below, (part, items) in enumerate(random.sample(_PARTS, 3), 1):
            press.line(
                (number(low, (below,)) if "{" in low else low.replace("ア", "アイウエ"[below - 1]))
                + part
            )
            page.element("policy", part, "direction", "measure", "goal", optional=True)
            for item in random.sample(items, 2):
                told = item if titled else item + "に努めます。"
                press.item(told, "・")
                if titled and random.random() < 0.5:
                    press.paragraph(sector.done(sector.subject()))
                page.element(
                    "direction", told.rstrip("。"), "measure", "project", optional=not titled
                )
    return page


def _labelled(form: str, place: int, label: str) -> str:
    """Return a label in a form of numbers, or in brackets or behind a mark without them."""
    if "{" in form:
        return number(form, (place,)) + label
    return f"【{label}】" if form == "【" else form + label


_STAGES = (
    ("乳幼児期", "学童・思春期", "青年期", "壮年期", "高齢期"),
    ("妊娠期・乳幼児期", "学齢期", "成人期", "高齢期"),
    ("子ども（０～１８歳）", "成人（１９～６４歳）", "高齢者（６５歳以上）"),
)


def stages(random: Random, content: Content) -> Page:
    """Health by field: aims, what people do at each age, and the works of the city."""
    page, sector = Page(), Sector(random, content, "健康")
    chapter = random.choice(
        ("第４章　健康づくりの取組", "第4章 分野別の取組", "第５章　施策の展開")
    )
    press = Press(random, page, sector.name, chapter)
    press.line(sector.name, chapter)
    levels = Levels(
        random,
        1,
        (
            ("goal|policy|measure {n}",),
            ("goal|policy|measure （{w}）",),
            ("measure|goal|policy 分野{n}",),
            ("goal|policy 基本目標{n}",),
            ("policy|goal 重点分野{w}",),
        ),
    )
    own = random.choice(
        ("市の取組", "行政の取組", "市が行う取組", "関係機関・行政の取組", "主な事業")
    )
    people = random.choice(
        ("ライフステージ別の取組", "市民一人ひとりの取組", "個人・家庭の取組", "市民の行動目標")
    )
    ages, by_age = random.choice(_STAGES), random.random() < 0.6
    for place in range(1, random.randint(3, 4) + 1):
        subject = sector.subject()
        levels.write(press, 0, (place,), sector.title("goal", subject))
        press.label("現状と課題")
        for told in sector.sentences(subject, random.randint(1, 3)):
            press.item(told)
        press.label(people)
        if by_age:
            for age in ages:
                press.line(f"＜{age}＞")
                for told in sector.habits(2):
                    press.item(told, "・")
        else:
            for told in sector.habits(3):
                press.item(told, "・")
        press.label(own)
        for _ in range(random.randint(2, 5)):
            title = sector.title("project", subject)
            press.item(title, "・")
            page.element("project", title, "direction", "measure")
        press.gap()
    return page


def resilience(random: Random, content: Content) -> Page:
    """Plans in plain style (…を図る。): fields, policies in brackets, and sentences as items."""
    page, sector = Page(), Sector(random, content, "国土", "まち・ひと", "観光")
    chapter = random.choice(
        ("第４章　強靱化の推進方針", "第5章 施策の推進", "第４章　施策分野ごとの推進方針")
    )
    press = Press(random, page, sector.name, chapter)
    press.line(sector.name, chapter)
    levels = Levels(
        random,
        2,
        (
            ("goal|policy|measure （{n}）", "measure|direction|project|policy {c}"),
            ("goal|policy|measure {n}", "measure|direction|policy （{n}）"),
            ("goal|policy|measure 第{n} ", "measure|policy|direction {n}"),
            ("policy|goal|measure {n}）", "measure|direction|policy|project {k}"),
            ("goal 目標{n}", "measure|direction|policy|project {p}"),
        ),
    )
    boxed = random.choice(("（{}）", "【{}】", "〔{}〕", "", "", "○{}"))
    for goal in range(1, random.randint(3, 4) + 1):
        levels.write(press, 0, (goal,), sector.title("goal"))
        for place in range(1, random.randint(2, 3) + 1):
            subject = sector.subject()
            levels.write(press, 1, (goal, place), sector.title("measure", subject))
            for told in sector.done(subject, random.randint(1, 3)):
                press.item(_plain(told))
            if boxed and random.random() < 0.5:
                title = sector.title("direction", subject)
                press.line(boxed.format(title))
                page.element("direction", title, "project", "measure")
                press.item(_plain(sector.done(subject)[0]))
    return page


def _plain(sentence: str) -> str:
    """Return a sentence in the plain style of older plans: 行います。 → 行う。"""
    for polite, plain in (
        ("行います。", "行う。"),
        ("図ります。", "図る。"),
        ("進めます。", "進める。"),
        ("助成します。", "助成する。"),
        ("検討します。", "検討する。"),
        ("提供します。", "提供する。"),
        ("努めます。", "努める。"),
        ("つなげます。", "つなげる。"),
        ("取り組みます。", "取り組む。"),
    ):
        sentence = sentence.replace(polite, plain)
    return sentence


_FIELDS = (
    ("目的", "取組内容", "実施主体"),
    ("ねらい", "主な取組", "担当課"),
    ("概要", "具体的な取組", "関係課"),
    ("背景・目的", "取組", "スケジュール"),
    ("プロジェクトの概要", "主な事業", "担当課"),
)


def projects(random: Random, content: Content) -> Page:
    """Projects of weight: each with its aim, what is done and by whom."""
    page, sector = Page(), Sector(random, content)
    chapter = random.choice(
        ("第５章　重点プロジェクト", "第5章 リーディングプロジェクト", "Ⅴ　重点的に取り組む施策")
    )
    press = Press(random, page, sector.name, chapter)
    press.line(sector.name, chapter)
    form = random.choice(
        (
            "重点プロジェクト{n}　",
            "プロジェクト{n}：",
            "重点施策{w} ",
            "重点プロジェクト{c} ",
            "重点取組{n} ",
            "【重点施策{n}】",
            "重点プロジェクト{n}\n",
            "プロジェクト{r}　",
        )
    )
    aim, done, who = random.choice(_FIELDS)
    titled = random.random() < 0.5
    for place in range(1, random.randint(3, 5)):
        subject = sector.subject()
        title = sector.title("measure", subject) + random.choice(("", "", "プロジェクト"))
        press.line(*(number(form, (place,)) + title).split("\n"))
        page.element("project", title, "measure", "direction", "policy")
        press.label(aim)
        press.paragraph(sector.sentences(subject, 1))
        press.label(done)
        for _ in range(random.randint(2, 4)):
            if titled:
                work = sector.title("project", subject)
                press.item(work)
                page.element("project", work, "direction", "measure")
            else:
                told = sector.done(subject)[0]
                press.item(told)
                page.element("project", told.rstrip("。"), "direction", optional=True)
        press.label(who)
        press.line(
            subject.department if who != "スケジュール" else "令和６年度　検討　令和７年度　実施"
        )
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "whole": whole,
    "areas": areas,
    "stages": stages,
    "resilience": resilience,
    "projects": projects,
}
