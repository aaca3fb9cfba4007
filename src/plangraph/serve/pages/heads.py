"""What the columns of answers are called in Japanese; in English their names say it."""

from __future__ import annotations

from plangraph.language import language

#: Japanese, by the name of the column.
HEADS = {
    "adopted": "議決", "adoption_note": "議決についての注記", "baseline": "現状値",
    "baseline_year": "現状値の年度", "best_score": "最も近いものの確からしさ", "body": "提出先",
    "by": "提出者", "city": "市区町村", "code": "番号", "date": "日付", "department": "所管課",
    "depth": "深さ", "document": "文書", "elements": "要素の数", "end": "終わり",
    "end_reason": "終わりの根拠", "evidence": "根拠", "field": "政策分野",
    "former_keywords": "前の版の分野の語", "former_title": "前の版の題名", "goal": "目標",
    "id": "id", "inferred_end": "推定した終わり", "inferred_start": "推定した始まり",
    "keywords": "分野の語", "keywords_changed": "分野の語の変更", "kind": "種別",
    "kind_below": "下位の種別", "legal_basis": "法的な根拠", "line": "行",
    "mentioned": "触れているか", "order": "順", "other_code": "相手の番号",
    "other_title": "相手の題名", "parent_code": "上位の番号", "parent_title": "上位の題名",
    "plan": "計画", "plans": "計画の数", "printed": "文書の記載", "rank": "主・副",
    "renamed": "名称の変更", "requests": "求めること", "revised": "策定・改定年度", "role": "職",
    "score": "確からしさ", "settled": "確定", "start": "始まり", "start_reason": "始まりの根拠",
    "stated_links": "明記された関連の数", "states_links": "関連を明記するか",
    "status": "段階・立場", "summary": "要約", "target": "目標値", "target_year": "目標年度",
    "title": "題名", "unit": "単位", "version": "版",
}  # fmt: skip


def head(column: str) -> str:
    """Return what a column is called in the language in force; its name where nobody said."""
    return HEADS.get(column, column) if language() == "ja" else column
