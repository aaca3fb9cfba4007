"""Make municipalities.csv (市区町村) from a list of codes, names and readings.

    python make_municipalities.py SOURCE.csv

SOURCE is a CSV with the columns code5, code6, prefecture, name and kana, as in the open
data set localgovjp (CC0). ``roman`` is the usual romanisation: Hepburn without macrons,
without 市, 区, 町, 村; a ward of a city is city-ward (sapporo-chuo).
Wrong check digits, duplicates and odd readings are reported and nothing is written.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path

COLUMNS = ("code", "code6", "prefecture", "name", "kana", "roman")
SUFFIXES = {"市": ("し",), "区": ("く",), "町": ("ちょう", "まち"), "村": ("むら", "そん")}

#: Readings in which two vowels meet across two words, and so are no long vowel.
TWO_WORDS = {
    "かつうら": "かつ・うら",  # 勝浦
    "なちかつうら": "なちかつ・うら",  # 那智勝浦
    "ことうら": "こと・うら",  # 琴浦
    "とようら": "とよ・うら",  # 豊浦
    "まつうら": "まつ・うら",  # 松浦
    "こうみ": "こ・うみ",  # 小海
    "せとうち": "せと・うち",  # 瀬戸内
    "やまのうち": "やまの・うち",  # 山ノ内
    "わのうち": "わの・うち",  # 輪之内
    "たきのうえ": "たきの・うえ",  # 滝上
    "とよおか": "とよ・おか",  # 豊岡, 豊丘
    "ひろお": "ひろ・お",  # 広尾
    "にしのおもて": "にしの・おもて",  # 西之表
    "そお": "そ・お",  # 曽於
}
#: Names that the municipality itself writes otherwise than the rule does; most have m
#: before b, m and p.
OWN_SPELLING = {
    "紋別市": "mombetsu",
    "長万部町": "oshamambe",
    "剣淵町": "kembuchi",
    "遠別町": "embetsu",
    "仙北市": "semboku",
    "山武市": "sammu",
    "御殿場市": "gotemba",
    "名古屋市天白区": "nagoya-tempaku",
    "京丹波町": "kyotamba",
    "丹波篠山市": "tambasasayama",
    "丹波市": "tamba",
    "箕面市": "minoh",
    "南アルプス市": "minamialps",
}

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さ すせそ", "t": "た  てと", "n": "なにぬねの",
    "h": "はひ へほ", "m": "まみむめも", "y": "や ゆ よ", "r": "らりるれろ", "w": "わ",
    "g": "がぎぐげご", "z": "ざ ずぜぞ", "d": "だ  でど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
KANA = {
    kana: consonant + vowel
    for consonant, row in _ROWS.items()
    for kana, vowel in zip(row.ljust(5), "aiueo", strict=True)
    if kana != " "
} | {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu"}
KANA["ん"] = "n"
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o"}


def hepburn(kana: str) -> str:
    """Romanise hiragana; long o and u are written once, ``・`` keeps vowels apart.

    >>> hepburn("はちおうじ"), hepburn("とうおん"), hepburn("くっちゃん"), hepburn("とよ・おか")
    ('hachioji', 'toon', 'kutchan', 'toyooka')
    """
    syllables: list[str] = []
    long = ""  # the kana that would only lengthen the syllable before
    double = False
    for sign in kana:
        if sign == "・":
            long = ""
        elif sign == "っ":
            double, long = True, ""
        elif sign in _SMALL:
            syllable = syllables.pop()[:-1]
            glide = "" if syllable.endswith(("sh", "ch", "j")) else "y"
            syllables.append(syllable + glide + _SMALL[sign])
            long = _lengthens(syllables[-1])
        elif sign in long:
            long = ""
        else:
            syllable = KANA[sign]
            if double:
                syllable = ("t" if syllable.startswith("ch") else syllable[0]) + syllable
            syllables.append(syllable)
            double, long = False, _lengthens(syllable)
    return "".join(syllables)


def _lengthens(syllable: str) -> str:
    return {"o": "おう", "u": "う"}.get(syllable[-1], "")


def stem(name: str, kana: str) -> str:
    """Return the reading without that of 市, 区, 町 or 村; raises ValueError."""
    for suffix in SUFFIXES[name[-1]]:
        if kana.endswith(suffix):
            return kana.removesuffix(suffix)
    raise ValueError(f"{name}: the reading {kana} does not end as the name does")


def roman(name: str, kana: str, city: tuple[str, str] | None = None) -> str:
    """Romanise a name; ``city`` is the name and reading of the city that a ward is in."""
    if name in OWN_SPELLING:
        return OWN_SPELLING[name]
    if city:
        if not kana.startswith(city[1]):
            raise ValueError(f"{name}: the reading {kana} does not start with {city[1]}")
        return f"{roman(*city)}-{roman(name, kana.removeprefix(city[1]))}"
    reading = stem(name, kana)
    return hepburn(TWO_WORDS.get(reading, reading))


def check_digit(code: str) -> str:
    """Return the sixth digit of a five-digit code (JIS X 0402)."""
    total = sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2), strict=True))
    return str(11 - total % 11)[-1]


def problems(rows: list[dict[str, str]]) -> list[str]:
    """Return what is wrong with the source, one line each."""
    found = [
        f"{row['code5']} {row['name']}: the six-digit code {row['code6']} is wrong"
        for row in rows
        if row["code6"] != row["code5"] + check_digit(row["code5"])
    ]
    for columns in (("code5",), ("code6",), ("prefecture", "name")):
        counted = Counter(tuple(row[column] for column in columns) for row in rows)
        found += [f"{' '.join(key)} stands {n} times" for key, n in counted.items() if n > 1]
    return found


def main(source: Path, target: Path) -> int:
    """Write ``target``; returns the exit code."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["code5"])
    found = problems(rows)
    kana = {row["name"]: row["kana"] for row in rows if row["name"].endswith("市")}
    made: list[tuple[str, ...]] = []
    for row in rows:
        name, ward = row["name"], re.match(r"(.+市).+区$", row["name"])
        city = (ward[1], kana[ward[1]]) if ward else None
        try:
            made.append(
                (row["code5"], row["code6"], row["prefecture"], name, row["kana"],
                 roman(name, row["kana"], city))
            )  # fmt: skip
        except (ValueError, KeyError) as error:
            found.append(str(error))
    if found:
        print(*found, sep="\n", file=sys.stderr)
        return 1
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *made])
    print(f"{target}: {len(made)} rows")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(__file__).with_name("municipalities.csv")))
