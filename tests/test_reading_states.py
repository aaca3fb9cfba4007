"""What an ideal state is called: by its sentence, by its label where it is a paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import named, plan_of

PARAGRAPH = (
    "糸車の音が港に響き、休みの日には船を待つ人が足を止めています。"
    "習いたい子どもには、道具と先生がいつでも見つかります。"
)
BESIDE = ["10年後の姿　桟橋に灯がともっています。", "10年後の姿　どの路地にも花が咲いています。"]


@pytest.mark.parametrize(
    ("states", "titles"),
    [
        (["■目指す姿", "桟橋に灯がともっています。", "■目指す姿", "糸車の音が絶えません。"],
         ["桟橋に灯がともっています", "糸車の音が絶えません"]),
        (["■目指す姿", "桟橋に灯がともっています。", "■目指す姿", PARAGRAPH],
         ["目指す姿", "目指す姿"]),
        (["目指す姿", "- 17 -", "桟橋に灯がともっています。",
          "目指す姿", "- 18 -", "糸車の音が絶えません。"],
         ["桟橋に灯がともっています", "糸車の音が絶えません"]),
        (BESIDE, ["桟橋に灯がともっています", "どの路地にも花が咲いています"]),
        (["【目指す姿】", "桟橋に灯がともり、漁から帰る船", "を家族が待っています",
          "【目指す姿】", "糸車の音が絶えることなく、港に", "響いています。"],
         ["桟橋に灯がともり、漁から帰る船を家族が待っています",
          "糸車の音が絶えることなく、港に響いています"]),
        (["目指す姿", "どの路地にも花が咲いている", "桟橋に灯がともっている",
          "目指す姿", "糸車の音が絶えません。", PARAGRAPH], ["目指す姿", "目指す姿"]),
    ],
)  # fmt: skip
def test_states_are_called_alike(states: list[str], titles: list[str], tmp_path: Path) -> None:
    half = len(states) // 2
    lines = ["第4次潮見町総合計画", "基本目標1　学びあう港のまち"]
    for number, part in enumerate((states[:half], states[half:]), 1):
        name = ("桟橋の修繕", "糸車の保存")[number - 1]
        lines += [f"施策{number}　{name}", *part, "■現状と課題", f"{name}には人手が要ります。"]
    found = [
        one.item.title
        for one in plan_of("\n".join(lines) + "\n", tmp_path).entries()
        if one.kind == "ideal-state"
    ]
    assert found == titles


@pytest.mark.parametrize(
    ("lines", "vision"),
    [
        (["里山の恵みがかがや", "くいつまでも住みた", "いまち 潮見町"],
         "里山の恵みがかがやくいつまでも住みたいまち 潮見町"),
        (["海風とともに暮らす", "希望あふれるまち", "潮見町"],
         "海風とともに暮らす希望あふれるまち潮見町"),
        (["『糸車の音がつなぐ", "　港のまち 潮見町』"], "糸車の音がつなぐ港のまち 潮見町"),
    ],
)  # fmt: skip
def test_a_vision_that_a_box_broke_is_one(lines: list[str], vision: str, tmp_path: Path) -> None:
    text = "\n".join(
        ["第4次潮見町総合計画", "将来像", *lines, "", "基本目標", "1 学びあう港のまち"]
    )
    found = [one.item.title or "" for one in plan_of(text + "\n", tmp_path).entries()]
    assert found[0].strip("『』").replace(" ", "").replace("　", "") == vision.replace(" ", "")


def test_a_state_may_be_the_last_line(tmp_path: Path) -> None:
    plan = plan_of("基本目標1　学びあう港のまち\n10年後の姿　桟橋に灯がともる港", tmp_path)
    assert named(plan) == [("goal", "学びあう港のまち"), ("ideal-state", "桟橋に灯がともる港")]


NAMED = "第4次潮見町総合計画"


@pytest.mark.parametrize(
    ("cover", "vision"),
    [
        ([NAMED, "糸車の音がつなぐ　港のまち", "令和3年3月"], "糸車の音がつなぐ　港のまち"),
        ([NAMED, "≪基本構想・基本計画≫", "糸車がまわる 桟橋に灯がともる しおみ", "目 次"],
         "糸車がまわる 桟橋に灯がともる しおみ"),
        (["桟橋に灯がともって", "家族が待つまち", NAMED, "岩手県 潮見町"],
         "桟橋に灯がともって 家族が待つまち"),
        ([NAMED, "（素案） しおみ町", "目次"], ""),
        ([NAMED, "糸車の音がつなぐ港のまち", "港には桟橋が３本あります。"], ""),
        ([NAMED, "糸車の音がつなぐ港のまち", "令和3年3月", "将来像 「灯のともる　潮見の港」"],
         "灯のともる　潮見の港"),
    ],
)  # fmt: skip
def test_a_cover_calls_what_the_place_will_be(
    cover: list[str], vision: str, tmp_path: Path
) -> None:
    text = "\n".join([*cover, "施策1　糸車の保存", "習う人をつなぎます。", ""])
    found = [one.item.title for one in plan_of(text, tmp_path).entries() if one.kind == "vision"]
    assert found == [vision] * bool(vision)
