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
}
