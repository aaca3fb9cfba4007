"""Messages in Japanese: `plangraph show`."""

# fmt: off
MESSAGES: dict[str, str] = {
    "what": "種類",
    "of": "計画",
    "subtitle": "副題",
    "keywords": "分野",
    "summary": "要約",
    "department": "所管",
    "revised": "策定年度",
    "period": "期間",
    "under": "上位",
    "children": "下位",
    "links": "関連",
    "evidence": "根拠",
    # the state of a version
    "draft": "素案・案",
    "consultation": "意見募集",
    "submitted": "議会へ提出",
    "adopted": "議決・策定",
    "printed": "刊行",
    # who says so, and how much of it an element is about
    "stated": "文書が明記",
    "judged": "編者の判断",
    "inferred": "手法による推定",
    "primary": "主",
    "secondary": "副次的",
}
