"""Time and memory of linking 3, 30 and 300 cities' worth of elements.

    python benchmarks/linking.py [CITIES…] [--elements 333]

Cities are made of the invented measures, with titles varied so that they differ. Each
size runs in a process of its own: fields, SDG goals and counterparts of every element, as
quads. Up to twelve cities each is compared with each; of more, the nearest are sought.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from typing import Any

WORDS = (
    *("市民", "地域", "暮らし", "未来", "次世代", "水辺", "駅周辺", "高齢者", "若者", "学校"),
    *("商店街", "農地", "公園", "歴史", "健康", "環境"),
)
FORMS = (
    *("{a}", "{a}と{b}", "{w}を生かした{a}"),
    *("{a}・{b}", "{w}のための{a}", "{b}を通じた{a}"),
)


def outlines(cities: int, elements: int) -> list[Any]:
    from invented import cities as invented
    from invented import outline

    titles = sorted({m.title for measures in invented().values() for m in measures})
    chance = random.Random(20261122)
    made = []
    for city in range(cities):
        some = [
            chance.choice(FORMS).format(
                a=chance.choice(titles), b=chance.choice(titles)[:8], w=chance.choice(WORDS)
            )
            for _ in range(elements)
        ]
        made.append(outline(f"city{city:04}", some)._replace(city_code=f"{city:05}"))
    return made


def run(cities: int, elements: int) -> None:
    from plangraph.links.quads import counterpart_quads, field_quads, inferred_goal_quads
    from plangraph.links.reviewed import Standing
    from plangraph.vocabulary import PG

    made = outlines(cities, elements)
    start = time.perf_counter()
    fields = sum(said == PG.field for one in made for _, said, _, _ in field_quads(one))
    goals = sum(said == PG.goal for one in made for _, said, _, _ in inferred_goal_quads(one))
    middle = time.perf_counter()
    found = counterpart_quads(made, Standing((), (), ()))
    pairs = sum(said == PG.counterpart for _, said, _, _ in found)
    end = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    count = cities * elements
    print(
        f"{cities:5} cities {count:7} elements: fields and goals {middle - start:6.1f} s, "
        f"counterparts {end - middle:6.1f} s, {1e3 * (end - start) / count:5.2f} ms each, "
        f"{memory:6.0f} MB; {fields} field, {goals} goal, {pairs} counterpart links",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cities", nargs="*", type=int, default=[3, 30, 300])
    parser.add_argument("--elements", type=int, default=333, help="elements a city")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.one:
        run(said.cities[0], said.elements)
        return
    for cities in said.cities:
        words = [sys.executable, __file__, str(cities), "--elements", str(said.elements), "--one"]
        subprocess.run(words, check=True)


if __name__ == "__main__":
    main()
