"""The words that planning documents use for their own parts (役割語).

Three lists: words that stand in codes (基本目標1), words that a heading of a section
ends with (まちづくりの基本理念), and headings of sections that hold no elements
(計画策定の趣旨). A word of several readings has several kinds with weights; which of
them holds in a document is decided in ``kinds`` for the document as a whole.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from plangraph.reading.terms.english_words import ENGLISH, ENGLISH_ROLES, OWN, is_latin

#: Word of a code → kinds with weights. The longest ending wins.
CODED: Final[dict[str, dict[str, float]]] = {
    "基本目標": {"goal": 9, "strategy-goal": 2},
    "目標": {"goal": 7, "policy": 3},
    "大綱": {"goal": 7},
    "柱": {"goal": 6, "policy": 4},
    "まちづくり宣言": {"goal": 5},
    "めざすまち": {"goal": 6},
    "テーマ": {"goal": 4, "project": 3, "policy": 3},
    "政策": {"policy": 9, "goal": 3},
    "政策分野": {"policy": 8, "goal": 5},
    "分野": {"policy": 7, "goal": 4},
    "部門": {"policy": 5, "goal": 4},
    "方針": {"policy": 7, "direction": 4, "goal": 3},
    "基本方針": {"policy": 7, "viewpoint": 2, "direction": 3},
    "基本方向": {"policy": 6, "direction": 3, "goal": 2},
    "まちづくりの方向": {"policy": 6, "goal": 4},
    "基本施策": {"measure": 8, "policy": 5},
    "大施策": {"policy": 7, "measure": 5},
    "中施策": {"measure": 8, "policy": 4},
    "小施策": {"direction": 6, "measure": 6},
    "政策の柱": {"policy": 8, "goal": 4},
    "施策の柱": {"policy": 6, "measure": 5, "direction": 4},
    "施策": {"measure": 9, "direction": 1},
    "施策分野": {"policy": 8, "measure": 3},
    "施策方針": {"policy": 5, "measure": 5, "direction": 5},
    "方向性": {"direction": 9, "policy": 4, "goal": 3},
    "施策の方向": {"direction": 9},
    "施策の展開": {"direction": 8},
    "方向": {"direction": 6, "policy": 3},
    "取組方針": {"direction": 9, "policy": 4},
    **{word: {"direction": 8, "project": 1} for word in ("取組", "取り組み")},
    **{word: {"direction": 8} for word in ("取組項目", "基本事業", "細施策")},
    "展開": {"direction": 6},
    **{word: {"measure": 6, "direction": 4} for word in ("推進項目", "改革項目", "方策")},
    "実施項目": {"project": 6, "direction": 5},
    "No": {"project": 5, "direction": 4, "measure": 2},
    "事業": {"project": 7, "direction": 3},
    **{f"{of}事業": {"project": 8, "direction": 2} for of in ("計画", "実施", "個別")},
    "個別施策": {"measure": 8, "direction": 4},
    "主要事業": {"project": 5, "direction": 4},
    **{word: {"project": 7} for word in ("重点事業", "重点テーマ", "重点プラン")},
    "プロジェクト": {"project": 9},
    "基本戦略": {"goal": 6, "policy": 6, "strategy-goal": 2},
    "重点戦略": {"project": 6, "goal": 3},
    "重点政策": {"policy": 6, "project": 4},
    "重点施策": {"measure": 6, "project": 5},
    "重点目標": {"goal": 7, "policy": 5, "project": 2},
    "重点方針": {"policy": 6, "project": 3},
    "戦略": {"goal": 4, "project": 4, "policy": 4, "measure": 3, "strategy-goal": 2},
    **{word: {"strategy-goal": 12} for word in ("横断的目標", "横断目標")},
    "将来像": {"vision": 10},
    "都市像": {"vision": 9},
    "まちの姿": {"goal": 6, "vision": 4},
    **{word: {"goal": 6, "vision": 3} for word in ("めざすまちの姿", "目指すまちの姿")},
    **{word: {"goal": 5, "vision": 4} for word in ("めざす姿", "目指す姿")},
    "基本理念": {"philosophy": 10},
    "理念": {"philosophy": 9},
    "基本姿勢": {"viewpoint": 10},
    "姿勢": {"viewpoint": 9},
    "視点": {"viewpoint": 9, "perspective": 2},
    "原則": {"viewpoint": 9},
    **{word: {"goal": 5.2, "viewpoint": 5} for word in ("約束", "やくそく")},
    "宣言": {"goal": 3, "viewpoint": 3},
    "ビジョン": {"goal": 6, "vision": 4},
    "ミッション": {"goal": 6, "project": 2},
    "ゴール": {"goal": 6},
    **{word: {"project": 5, "goal": 4} for word in ("チャレンジ", "挑戦")},
    "アクション": {"direction": 6, "measure": 4, "project": 3},
    "アプローチ": {"direction": 6, "measure": 3},
    "大項目": {"policy": 6, "goal": 4},
    "中項目": {"measure": 6, "policy": 5},
    "小項目": {"direction": 6, "measure": 5},
    "大柱": {"goal": 7, "policy": 4},
    "中柱": {"policy": 6, "measure": 5},
    "小柱": {"measure": 6, "direction": 5},
    "重点": {"policy": 6, "project": 5},
    **{word: {"policy": 5, "goal": 4, "measure": 4} for word in ("主要課題", "基本課題")},
    "重点課題": {"policy": 6, "goal": 4},
    "重点取組": {"project": 7, "direction": 3},
    "重点項目": {"policy": 6, "project": 5, "direction": 3},
    "主要施策": {"measure": 8, "direction": 3},
    "基本的方向": {"direction": 6, "policy": 4},
    "施策目標": {"measure": 6, "policy": 4},
    "戦略目標": {"goal": 6, "strategy-goal": 5},
    "行動目標": {"goal": 5, "policy": 3, "direction": 3},
    "領域": {"policy": 5, "goal": 5},
    "将来目標": {"goal": 7},
}
CODE_WORDS: Final[tuple[str, ...]] = tuple(CODED)


#: Endings of headings whose section holds elements: pattern → (role, kind of the children).
ROLE_HEADINGS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("philosophy", r"(?:.{0,10}|.{4,20}(?:計画|構想|ビジョン|プラン)の?)"
                       r"(?:基本的な|基本)?理念$|(?:基本)?コンセプト$"),
        ("ideal", r"(?:(?:令和|平成|R)?(?:\d{1,4}|元)年度?(?:\(\d{4}年?度?\))?(?:後|頃"
                  r"|時点)?(?:の|に(?:おける|目指す))?)?"
                  r"(?:[^\s、。]{1,10}?[のがで])?(?:ありたい|あるべき|めざす|目指す|めざすべき"
                  r"|目指すべき|望ましい|なりたい)(?:べき)?(?:[^\s、。]{1,6}の)?(?:姿|すがた|状態)$"
                  r"|(?:\d{1,2}|[一二三四五六七八九十]+)年後の(?:ありたい|めざす|目指す|(?:まち|[市区町村])の)?(?:姿|すがた)$"
                  r"|(?:.{2,14}[はが、])?こんな(?:姿|すがた|まち|[市町村区]|地域|ふるさと|未来)"
                  r"(?:を|に)(?:めざ|目指)し(?:ます|ています)$"),
        ("vision", r".{0,12}(?:将来(?:都市)?像|都市像|将来の姿|まちの将来(?:像|の姿)"
                   r"|(?:めざす|目指す)(?:まちの?|[市町村区]の)(?:姿|すがた)"
                   r"|(?:望ましい|めざす(?:べき)?|目指す(?:べき)?|あるべき|理想の)(?:.{1,8}像|社会)|環境像"
                   r"|目標像|キャッチ(?:フレーズ|コピー)|(?:まち|地域)づくりのテーマ|スローガン"
                   r"|合言葉|合い言葉)$|(?:.{1,6}の)?ビジョン$"),
        ("viewpoint", r".{0,14}(?:基本姿勢|基本的な姿勢|(?:重視する|重要な|共通の|共通する"
                      r"|基本的な?|基本|大切にする|横断的な?)視点"
                      r"|(?:まちづくり|計画|推進|改革|運営)の(?:視点|姿勢|原則)|基本原則|行動指針"
                      r"|に(?:当|あ)たっての視点|大切にしたいこと)$"),
        ("strategy", r".{0,24}(?:総合戦略|創生戦略)(?:の(?:基本)?目標)?$"),
        ("goal", r".{0,12}(?:(?<!横断的)(?<!数値)(?<!達成)(?<!成果)(?:基本目標"
                 r"|(?:まち|地域|都市)づくりの?目標|政策目標|分野別?目標)"
                 r"|施策の?大綱|政策の?大綱|まちづくりの(?:大綱|(?:\d"
                 r"|[一二三四五六七八九])?つの柱|柱)|基本目標の体系"
                 r"|[\d一二三四五六七八九](?:つの(?:基本目標|目標|まちづくり|まち|約束|やくそく)|本?の柱|本柱))$"),
        ("project", r".{0,12}(?:(?:重点|リーディング|(?:分野)?横断|戦略|先[導行]|優先|シンボル)"
                    r"(?:的|する)?(?:な)?プロジェクト"
                    r"|(?:重点|(?:分野)?横断)(?:的な|的?に(?:取り?組む|進める|推進する))?"
                    r"(?:戦略|テーマ|事業|取組)(?!方針)|プロジェクト一覧)$"),
        ("policy", r"(?:.{0,8}の)?(?:\d|[一二三四五六七八九])?つ?の?(?:政策|政策分野"
                   r"|分野別政策|基本政策|[政施]策の柱)$|(?:分野別(?:の)?(?:基本)?|(?:計画の)?基本的な)方針$"),
        ("measure", r"(?![市町村区]の施策$)(?:.{0,8}の)?"
                    r"(?:(?:基本|個別|主要|重点|分野別|具体的|具体的な|主な|主要な)?施策|施策の?一覧|施策名"
                    r"|具体的(?:な)?施策(?:と|及び|・)(?:重要業績評価|[^\s、]{2,3}的な)?(?:指標|KPI).{0,8}"
                    r"|施策(?:目標|項目)|取組の柱|^その対策)$"),
        ("direction", r".{0,10}施策の方向(?:性)?・(?:基本)?方針$"
                      r"|(?!.*での).{0,16}(?:施策の具体的な?内容|取組方針|取組の方針|取組方向|取組の(?:基本)?方向性?"
                      r"|施策の(?:基本)?方向性?|施策の展開(?:方向)?|"
                      r"(?:推進|展開)の(?:方向性|方針)|^推進方針|今後の方向性|(?:目指す|めざす)方向性?|施策展開|基本方向|展開方針|展開方向"
                      r"|展開の方向性?|施策の内容|施策の(?:基本)?方針|取組の内容|(?:施策|取組)の概要|基本的(?:な)?方向性?)$"),
        ("action", r"(?!これまで|協働|(?:[市町村区]民|住民|事業[者所]|企業|個人|家庭|(?:関係)?団体"
                   r"|関係機関).{0,8}の取)(?:.{0,8}|.{2,10}(?:別|ごと)の)"
                   r"(?:主な(?:取組|取り組み|事業)(?:内容)?|主要(?:事業|な取組"
                   r"|な事業)|主な(?:計画|実施|関連|個別|事務)事業|具体的な(?:取組|取り組み|事業)|主な施策の?例|(?:主な)?取組例|"
                   r"取組(?:内容)?|取り組み(?:内容)?|事業一覧|(?<![一-龥ァ-ヶー])(?:実施|計画|基本|事務)事業|主要取組|重点事業一覧|主な施策・事業|取組・事業"
                   r"|(?:公助)?(?:市|町|村|区|行政|公助)(?:が|の|として)(?:取り?組み?|取り?組む(?:こと|内容)?|行うこと)"
                   r"|[市町村区]の施策)$"
                   r"|(?:これから)?(?:取り?組む|やる|する|進める|すすめる)こと$"
                   r"|.{0,6}(?:[市町村区]|役場|役所|行政)が(?:する|やる|行う|おこなう|進める)こと$"
                   r"|こんなこと(?:を(?:し|やり|進め|すすめ)|に取り?(?:組|組み|組んでい))(?:て(?:い)?)?ます$"),
        ("mention", r".{0,6}関連(?:する|の)?(?:主な)?(?:施策|政策|事業|プロジェクト|基本目標"
                    r"|項目|部署|ページ|情報|ファイル|リンク|資料)$|関連する?SDGs(?:の?(?:目標|ゴール))?$|SDGs(?:と)?の関連$"),
        ("indicator", r".{0,12}(?:指標|数値目標|目標値|目標指標|成果目標|達成目標|KPI|ＫＰＩ"
                      r"|目標とする指標)(?:一覧|の一覧|\(KPI\))?$|.{0,28}指標(?:の)?一覧.?$"),
        ("plans", r".{0,14}(?:個別計画等?|分野別計画|関連計画|関連する計画|部門別計画|関係計画"
                  r"|計画一覧|関連する(?:主な)?(?:個別)?計画等?)(?:[・、](?:条例|要綱|要領)等?)?(?:の?一覧)?$"),
        ("issues", r"(?!.*(?<![わ我])が(?:.{0,5}[のな一-龥])?課題$).{0,14}"
                   r"(?:現状と課題|現況と課題|現状及び課題|現状|現況|課題|背景|主な課題|問題点"
                   r"|これまでの(?:主な)?取組(?:状況|の状況|の成果)?|現状・課題|.{2,30}の意味|(?:施策|政策|計画)の(?:目標|目的"
                   r"|ねらい)|目的|ねらい|取り巻く(?:状況|環境)|社会情勢|時代の潮流)$"),
        ("roles", r".{0,12}(?:[市町村区]民|住民|事業[者所]|企業|個人|家庭|家族|自分|団体|地域|"
                  r"みんな|私たち|わたしたち|一人(?:ひとり|一人))(?:等|たち|の皆さん|の皆様|のみなさん)?(?:が|に|で|の|として)?"
                  r"(?:できる|取り?組む|取り組める|行う|心がける|期待する)(?:こと|行動)$"
                  r"|(?:[市町村区]民|住民|事業[者所]|企業|個人|家庭|(?:関係)?(?:団体|機関)).{0,6}の取り?組み?$"
                  r"|.{0,8}の行動(?:目標|指針|の例)$|.{0,14}(?:役割(?:分担)?|協働の(?:指針|取組))$"),
        ("opinions", r".{0,12}クイズ.{0,20}$|.{0,12}アンケート[にへ].{0,4}(?:協力|回答|お答え)"
                     r"|.{0,14}お(?:聞か|寄)せ(?:ください|下さい)"
                     r"|.{0,24}(?:意見(?:等|より)?|提言|アンケート(?:結果)?|(?:市民|まち)の声"
                     r"|つぶやき|回答)$"),
        ("notes", r"(?:用語(?:の)?(?:解説|説明)|用語集|注釈|コラム.{0,20}|トピックス?"
                  r"|ＴＯＰＩＣＳ?|TOPICS?|参考|事例紹介|.{0,12}の(?:見方|読み方))$"),
        ("system", r".{0,16}体系(?:図|一覧)?$|(?:目次|もくじ|CONTENTS)$"),
    )
)  # fmt: skip
#: Roles whose section holds no elements, whatever codes its lines have.
BARREN: Final = frozenset(
    {"indicator", "mention", "plans", "issues", "roles", "opinions", "notes", "zone"}
)

#: What a plan says of itself: 構成及び期間, 策定の趣旨と位置づけ.
_OF_PLAN: Final = (
    r"(?:(?:計画|策定)の?)?(?:構成|期間|趣旨|目的|性格|役割|位置[づ付]け|名称|背景|経緯|策定方針)"
)
#: 計画 that may be this one: not the plan of a field of which a direction tells (都市計画の推進).
_PLAN: Final = "計画" + "".join(f"(?<!{one}計画)" for one in (
    "都市", "地区", "景観", "保護", "防災", "交通", "避難", "強靱化地域", "総合管理", "継続",
    "復興", "復興まちづくり", "受援", "長寿命化", "等利用", "教育支援",
))  # fmt: skip
#: Sections that tell about the plan, not what it plans.
ZONES: Final = re.compile(
    rf"(?:{_PLAN}|(?:^|基本|全体|将来|この|本|まち|[市町村]|次)(?:構想|プラン|ビジョン))(?:の)?(?:策定|改定|見直し|構成|期間|目的|趣旨|役割|性格"
    r"|位置づ?付?け|概要|名称|推進|進行|"
    r"進捗|実現|体制|管理|評価|枠組み|前提|背景|意義|仕組み|体系図|とは|について$)|"
    r"策定(?:の(?!支援|促進|推進)|に|体制|経過|経緯|委員)|(?:^|の)(?:趣旨|位置づ?付?け|計画期間|進行管理"
    r"|(?:推進|実施)体制|概要|背景|沿革|人口|財政の?(?:見通し|状況|フレーム|推計|計画)"
    r"|人口(?:の|推計|動向|見通し|フレーム|ビジョン)|土地利用(?:構想|の(?:基本)?方針|方針)"
    r"|将来(?:人口|フレーム)|目標(?:年度|年次|人口)(?:と.{2,6})?|(?:人口|世帯).{0,6}目標|体系|体系図|施策体系|アンケート.*)$|"
    r"^(?:募集|応募|提出|閲覧|公表|受付|申込み?)(?:の?(?:期間|方法|資格|場所|人数|条件|先|要件|対象|様式))$"
    r"|^意見(?:等|など)?を(?:提出|応募)?できる(?:人|方|かた)$|"
    r"^(?:はじめに|おわりに|目次|資料(?![館室収:])|序論|総論|付属資料|附属資料|参考資料|巻末資料|用語"
    r"|(?:市長|ご)?あいさつ$|序章|もくじ|CONTENTS)|"
    rf"^{_OF_PLAN}(?:(?:と|及び|および|並びに|や|・|、){_OF_PLAN})+$|"
    r"(?:実現|推進|達成)(?:に向けて|のために|するために|の方策)$|市(?:の|民)(?:概況|概要|意識)"
    r"|(?:本市|本町|本村|まち|市|町|村|区)の(?:概要|概況|現状|特性|歴史|"
    r"沿革|すがた|課題|人口|財政|状況|強み)|まちづくりの(?:課題|主要課題|現状)|社会(?:情勢|経済|潮流)|時代の(?:潮流|変化)"
    r"|SDGs.{0,6}(?:関係|とは|について|開発目標|取組|達成)$|"
    r"民憲章$|持続可能な開発目標|行財政運営の(?:現状|見通し)|PDCA|諮問|答申|委員名簿"
    r"|審議会(?!.*(?:登用|女性|公募))|パブリックコメント|(?:基本構想|基本計画|実施計画|総合計画)(?:とは"
    r"|・基本計画とは)"
)
#: Titles that speak of the plan, of surveys or of the population, not of what is planned.
ABOUT: Final = re.compile(
    rf"(?:総合計画|総合戦略|基本構想|基本計画|実施計画|本計画|本戦略|この計画|人口ビジョン|{_PLAN})」?(?:の|と|に(?!基づく\S{{0,6}}(?:事業|施策|取組)$)|へ)"
    r"|(?<!計画の)策定(?!の?(?:支援|促進|推進))|改定の|アンケート|意識調査|将来人口|人口(?:推計|動態|構造|減少への考え|の?.{0,3}(?:分析|展望|推移|動向))|現状分析|PDCA|マネジメントサイクル"
    r"|産業振興促進区域|^当該業種の振興|効果検証|進捗|推進体制|庁内(?:推進|検討|組織|体制|会議|調整|各課|関係|ワーキング|策定|意見|調査)|(?:審議会|委員会)(?!.*(?:登用|女性|公募))|ワークショップ|検証と改善|指標一覧|設置要綱"
    r"|(?:考え方|とは|趣旨|主旨|位置[付づ]け|の見方|結果の?(?:概要|特徴)|にあ?たって|(?:計画|戦略|プロジェクト)の内容|の方策$|潮流|条例|名簿|経過|経緯|一覧表?|要綱|現在"
    r"|について|取り?まとめ|とりまとめ|進め方(?:\(案\))?|作成(?:の.{0,4}方針|方法))$"
)
#: Titles that only name a section, and say nothing that is planned.
BARE: Final = re.compile(
    r"^(?:今後の|施策の|取組の|改革の|整備の)?(?:基本)?方針$|.の(?:基本)?方針$|^(?:その)?対策$|^計画$"
    r"|^(?:総則|総説|通則)$|(?:人口|世帯数?)$|評価$|(?:必要性|成果|状況|動向|推移|問題点|意義|特性|概況|整合|要因|実績|見込み|見通し|事項|割合)$"
    r"|(?:目標値?|指標|基準)の設定$|(?:実態|算定方法|排出量|分析|検証|削減目標|基準年度?|根拠)$|^(?:対象|意図|手段|単位|備考|区分|構成)$"
    r"|^\S{1,6}[市町村区]のまちづくり$"
)
META_TITLES: Final = re.compile(
    r"^(?:施策の推進|(?:基本目標|政策|施策|分野|目標|部門)+(?:別の?|の|ごとの?).{0,6}(?:計画|施策|取組|方針|展開)|.{0,8}(?:(?:基本|全体|地域別|部門別|分野別)構想|基本計画|実施計画|総論|各論|序論|資料編?|施策の展開"
    r"|分野別(?:の)?計画|施策別の?計画|計画の推進|計画策定(?!の?(?:支援|促進|推進)).*"
    r"|(?:重点)?(?:推進|取組|改革|実施)項目(?:の(?:内容|体系|一覧))?|前期基本計画|後期基本計画"
    r"|総合計画|基本構想・基本計画|分野別施策|施策別計画|まちづくりの(?:方針|方向|展開)|取組の方向性"
    r"|基本構想の体系)|\S{2,10}計画に基づく\S{0,6}(?:事業|施策|取組))$"
)
#: Uncoded lines that open a part of the document.
PARTS: Final = re.compile(
    r"^(?:第\d[部編])?(?:序論|総論|各論|基本構想|基本計画|前期基本計画|後期基本計画|実施計画"
    r"|資料編|[付附]属資料|資料|分野別計画|計画の推進|重点計画|総合戦略|地域別計画)(?:編)?"
    r"(?:[(](?:各論|本編|分野別)[)]?)?$"
)
#: Nouns that titles of goals, policies and measures end with.
TITLE_END: Final = re.compile(
    r"(?:推進|充実|整備|振興|形成|支援|創出|創造|確保|強化|まち|まちづくり|社会|実現|育成|保全"
    r"|活用|向上|促進|運営|継承|発信|取組|構築|確立|展開|対策|利用|共生|参画|連携|改革|都市"
    r"|くらし|暮らし|づくり|環境|福祉|教育|医療|産業|文化|する|ます|村|町|市|未来|拡大|深化"
    r"|活躍|市役所|対応|防災|交流|スポーツ|観光|交通|農業|安全|安心|行政|財政|人権|自治|健康"
    r"|役場|提供|防止|予防|定着|醸成|普及|改善|解消|解決|維持|管理|啓発|参加|移住|定住|誘致"
    r"|再生|保護|尊重|根絶|見直し|養成|循環|削減|抑制|導入|拡充|開発|展開|確立|撲滅|再編|移行"
    r"|継続|備え|転換|創造|増進|両立|適正化|効率化|活性化|強靱化|強靭化|高度化|最適化|多様化|健全化"
    r"|長寿命化|開催|実施|発行|設立|堅持|徹底|設置|救済|助成|軽減|新設|改良|調査|研究|制度"
    r"|対話|化|ネットワーク|システム|サービス|コミュニティ|カーボンニュートラル|デジタル化|DX"
    r"|林業|水産業|漁業|畜産業|工業|商業|商工|消防|救急|防犯|減災|治水|治山|道路|河川|水道"
    r"|住宅|公園|緑地|緑化|景観|港湾|情報化|子育て|保育|学習|芸術|芸能|文化財|体育"
    r"|レクリエーション|平和|国際化|介護|保険|年金|雇用|労働|就労|就業|衛生|ごみ処理|廃棄物"
    r"|エネルギー|広報|広聴|活動|事業|検討|体制|処理|検診|保健|相談|見守り|居場所|擁護|拠点"
    r"|基盤|体験|青少年|財源|延伸|実践)等?$"
)
#: The head of a contents page.
CONTENTS: Final = re.compile(r"(?:目次|もくじ|CONTENTS)(?:[（(].*)?$")
#: A vision or a philosophy says what a place wants to be.
SLOGAN: Final = re.compile(
    r"まち|都市|市|町|村|県|里|郷|ふるさと|未来|暮らし|くらし|輝|笑顔|共に|ともに|みんな|ひと|人"
    r"|夢|希望|絆|つなが"
)


#: The name of a plan stands at the end of a line.
PLAN_NAME: Final = re.compile(
    r"(?:総合(?:振興|発展)?計画|振興計画|発展計画|長期計画|基本構想|総合戦略|福祉計画|基本計画"
    r"|(?:都市計画)?マスタープラン|ビジョン|プラン)\s*(?:[（(].{1,12}[)）]|概要版|素案)?$"
)
#: A goal says what a place will be.
PLACE: Final = re.compile(
    r"(?:まち|都市|社会|ふるさと|むら|村|町|里|郷|市)(?:づくり|の(?:実現|創造|形成))?$"
    r"|(?:地域|意識|人|ひと)づくり$"
)
#: Asides that stand within the section of a measure as well.
_WITHIN: Final = re.compile(r"(?:体系|体系図|概要|背景|目的|評価)$")
#: What explains a role word beside it, a gloss: 将来像【ビジョン】.
_GLOSS: Final = re.compile(r"(?<=..)[【(<\[〔《][^【】()<>]{1,40}[】)>\]〕》]?$")
_OPENED: Final = re.compile(r"[【(<\[〔《]")
#: What has so many letters says itself what it is; a gloss only adds to it.
_NAMED: Final = 12
#: Longer text is no title, but for one with a gloss (so long, with its brackets), up to the last.
_LONGEST, _LONGEST_GLOSS, _MOST = 60, 42, 300
#: Sections that say in other words what they hold: 長期的な目標, …ための基本的施策.
_ANNOUNCED: Final = re.compile(
    r"(?!.{0,12}(?:年度|年次|値)).{2,20}(?:的な?|ための|の|べき|する)(?:基本的?な?|主要な?|具体的な?)?"
    r"(目標|施策|政策|基本概念|柱)|.{4,20}ための(方針|基本方針|視点)"
    r"|(?:\d|[一二三四五六七八九])つの.{0,10}?"
    r"(目標|方針|柱|施策|政策|視点|理念|将来像|まちの姿|分野|まちづくり)"
    r"(?:[~〜～].*|で(?:進め|取組|推進し)ます)?"
)
#: A title that says how many parts it has: 4つの重点項目.
_COUNTED: Final = re.compile(r"(?:^|[のる])(?:\d{1,2}|[一二三四五六七八九])つの(\S{1,10})$")
_ANNOUNCES: Final = {
    "目標": "goal", "柱": "goal", "施策": "measure", "政策": "policy", "基本概念": "philosophy",
    "方針": "policy", "基本方針": "policy", "視点": "viewpoint", "理念": "philosophy",
    "将来像": "vision", "まちの姿": "goal", "分野": "goal", "まちづくり": "goal",
}  # fmt: skip
#: A title that names two levels, the upper one first: 基本目標と主な施策.
_TWO_LEVELS: Final = re.compile(r"(?P<upper>[^\s、]{2,8}?)(?:及び|と)(?P<lower>[^\s、]{2,8})")
_SENTENCE: Final = re.compile(
    r"(?:次の|以下の|下記の|(?:\d|[一二三四五六七八九])つの)(?:(?!ごとに|別に)[^。]){0,30}?"
    r"(基本目標|目標|基本理念|理念|柱|基本方針|視点)[^。]{0,24}(?:ます|とおり.{0,4}|する)[。:：]?$"
    r"|(基本目標|目標|基本理念|理念|基本方針|視点)(?:として|を|は)[^。]{0,6}(?:次の|以下の)[^。]{0,16}[。:：]?$"
)


def announces(text: str) -> str | None:
    """Return the role that the end of a paragraph announces for the list below it."""
    text = text.strip().translate(_DIGITS)
    found = _SENTENCE.search(text[-80:])
    if found is None:
        return None
    return _ANNOUNCES.get((found[1] or found[2]).removeprefix("基本"), "goal")


_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")


def coded_kinds(word: str) -> dict[str, float]:
    """Return the kinds that the word of a code may stand for, with weights."""
    if word in ENGLISH:
        return ENGLISH[word]
    for start in range(len(word)):
        if word[start:] in CODED:
            return CODED[word[start:]]
    return OWN if word.isascii() and word[:1].isalpha() else {}


def role_of(title: str) -> str | None:
    """Return the role that a heading announces for its section, or None.

    ``title`` is narrowed, without code, decoration and white space.
    """
    if len(title) <= _LONGEST:
        return _role_of(title)
    may = "-" in (title[0], title[-1]) or _OPENED.search(title, len(title) - _LONGEST_GLOSS)
    return _role_of(title) if may and len(title) <= _MOST else None


def level_of(word: str) -> str | None:
    """Return the kind that a word of levels names most likely (まちづくりの柱: goal), or None."""
    kinds = coded_kinds(word)
    return max(kinds, key=kinds.__getitem__) if kinds else None


def two_levels(title: str, *, label: bool = False) -> tuple[str, str] | None:
    """Return the kinds of two levels that a title names, or a label by short words."""
    two = _TWO_LEVELS.fullmatch(title)
    if two is None or not (label or len(two["upper"]) > _SHORT):
        return None
    upper, lower = level_of(two["upper"]), level_of(two["lower"])
    return (upper, lower) if upper and lower in _BELOW.get(upper, ()) else None


#: Words of so many letters name any aim of a text (目標, 方針), longer ones a level.
_SHORT: Final = 3
_BELOW: Final = {
    "goal": ("policy", "measure", "direction", "project"),
    "policy": ("measure", "direction", "project"),
}


@lru_cache(maxsize=20_000)
def _role_of(title: str) -> str | None:
    title = title.replace("取り組み", "取組").replace("取組み", "取組").replace("おもな", "主な")
    title = title.strip("-").removesuffix("の例").removesuffix("の一例").removesuffix("の一部")
    title = title.removesuffix("の設定")
    if gloss := _GLOSS.search(title):
        name = title[: gloss.start()]
        told = role_of(gloss[0].strip("【】()<>[]〔〕《》"))
        return role_of(name) or (told if len(name) < _NAMED or told == "philosophy" else None)
    if not 2 <= len(title) <= (48 if is_latin(title) else 30):
        return None
    if is_latin(title):
        return next((role for role, found in ENGLISH_ROLES if found.fullmatch(title)), None)
    if levels := two_levels(title):
        return levels[0]
    for role, pattern in ROLE_HEADINGS:
        if pattern.match(title):
            return role
    if not ZONES.search(title):
        announced = _ANNOUNCED.fullmatch(title)
        if announced:
            return _ANNOUNCES[announced[announced.lastindex or 0]]
        counted = _COUNTED.search(title)
        kinds = coded_kinds(counted[1]) if counted else {}
        return max(kinds, key=lambda kind: kinds[kind]) if kinds else None
    return "issues" if len(title) <= 8 and _WITHIN.search(title) else "zone"
