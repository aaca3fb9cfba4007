"""The Sustainable Development Goals as plans in Japanese print them."""

from __future__ import annotations

from typing import Final

#: The seventeen goals by name.
NAMES: Final[tuple[str, ...]] = (
    "貧困をなくそう", "飢餓をゼロに", "すべての人に健康と福祉を", "質の高い教育をみんなに",
    "ジェンダー平等を実現しよう", "安全な水とトイレを世界中に",
    "エネルギーをみんなにそしてクリーンに", "働きがいも経済成長も",
    "産業と技術革新の基盤をつくろう",
    "人や国の不平等をなくそう", "住み続けられるまちづくりを", "つくる責任つかう責任",
    "気候変動に具体的な対策を", "海の豊かさを守ろう", "陸の豊かさも守ろう",
    "平和と公正をすべての人に", "パートナーシップで目標を達成しよう",
)  # fmt: skip
